using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace YuGong.Imaging.Pdf;

/// <summary>
/// The objects of a PDF 1.4 file (ISO 32000-1 7.3, 7.5): numbered as they are asked for, written in that order, found by the table at
/// the end. Equal objects give equal bytes.
/// </summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> objects = [];

    /// <summary>Takes a number for an object that is <see cref="Set"/> later.</summary>
    public int Reserve()
    {
        objects.Add([]);
        return objects.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body) => objects[number - 1] = Encoding.Latin1.GetBytes(body);

    /// <param name="entries">Of the stream's dictionary, beside those for its length and packing.</param>
    /// <param name="pack">Not for what is packed already.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> bytes, bool pack = true)
    {
        var number = Reserve();
        SetStream(number, entries, bytes, pack);
        return number;
    }

    public void SetStream(int number, string entries, ReadOnlySpan<byte> bytes, bool pack = true)
    {
        ReadOnlySpan<byte> kept = pack ? Packed(bytes) : bytes;
        var head = $"<< {entries}{(pack ? " /Filter /FlateDecode" : "")} /Length {kept.Length} >>\nstream\n";
        objects[number - 1] = [.. Encoding.Latin1.GetBytes(head), .. kept, .. "\nendstream"u8];
    }

    /// <summary>The whole file. Its identifier (14.4) is the digest of its objects.</summary>
    public byte[] Write(int catalog, int information)
    {
        using var file = new MemoryStream();

        // Four bytes above 127 tell programs that carry it that it is no text.
        file.Write([.. "%PDF-1.4\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var places = new List<long>();
        foreach (var bytes in objects)
        {
            places.Add(file.Position);
            file.Write(Encoding.ASCII.GetBytes($"{places.Count} 0 obj\n"));
            file.Write(bytes);
            file.Write("\nendobj\n"u8);
        }

        var identity = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)))[..32];
        var end = new StringBuilder().Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            end.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        end.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root {catalog} 0 R /Info {information} 0 R ")
            .Append(CultureInfo.InvariantCulture, $"/ID [<{identity}> <{identity}>] >>\nstartxref\n{file.Position}\n%%EOF\n");
        file.Write(Encoding.ASCII.GetBytes(end.ToString()));
        return file.ToArray();
    }

    /// <summary>A text string in UTF-16BE (7.9.2.2), as hexadecimal.</summary>
    public static string Text(string words) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(words)) + ">";

    /// <summary>A number without exponent, to a hundred-thousandth.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("0.#####", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>Numbers with blanks between them.</summary>
    public static string Numbers(params IEnumerable<double> values) => string.Join(' ', values.Select(Number));

    private static byte[] Packed(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }
}
