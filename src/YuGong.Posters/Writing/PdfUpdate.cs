using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace YuGong.Posters.Writing;

/// <summary>
/// A PDF as cairo writes it, and objects that are written anew or added behind it (incremental update, ISO 32000-1 7.5.6). Not a byte
/// before them changes.
/// </summary>
internal sealed partial class PdfUpdate
{
    private readonly byte[] pdf;
    private readonly string text;
    private readonly SortedDictionary<int, byte[]> objects = [];
    private readonly Match trailer;
    private int next;

    /// <exception cref="InvalidDataException">Not a file as cairo 1.16 or later writes it: our own mistake.</exception>
    public PdfUpdate(byte[] pdf)
    {
        (this.pdf, text) = (pdf, Encoding.Latin1.GetString(pdf));
        trailer = Trailer().Match(text, text.LastIndexOf("trailer", StringComparison.Ordinal));
        if (!trailer.Success)
        {
            throw new InvalidDataException("The PDF is not laid out as cairo lays it out.");
        }

        next = int.Parse(SizeEntry().Match(Entries).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The whole file, a character a byte.</summary>
    public string Text => text;

    private string Entries => trailer.Groups["entries"].Value;

    /// <summary>The number that a name in the trailer refers to: Root, Info.</summary>
    public int Reference(string name) =>
        int.Parse(Regex.Match(Entries, $@"/{name} (\d+) 0 R", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value,
        CultureInfo.InvariantCulture);

    /// <summary>The words between <c>obj</c> and <c>endobj</c> of an object without a stream.</summary>
    public string Body(int number)
    {
        var start = text.LastIndexOf($"\n{number} 0 obj", StringComparison.Ordinal);
        var from = text.IndexOf("obj", start, StringComparison.Ordinal) + 3;
        return text[from..text.IndexOf("endobj", from, StringComparison.Ordinal)].Trim();
    }

    /// <summary>The numbers of the objects that say all of this.</summary>
    public IEnumerable<int> With(params string[] words) =>
        Plain().Matches(text).Where(m => words.All(w => m.Groups["body"].Value.Contains(w, StringComparison.Ordinal)))
            .Select(m => int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture));

    /// <summary>The unpacked bytes of an object's stream.</summary>
    public byte[] Stream(int number)
    {
        var start = text.LastIndexOf($"\n{number} 0 obj", StringComparison.Ordinal);
        var head = text.IndexOf("stream\n", start, StringComparison.Ordinal);
        var (from, to) = (head + "stream\n".Length, text.IndexOf("\nendstream", head, StringComparison.Ordinal));
        if (!text[start..head].Contains("/FlateDecode", StringComparison.Ordinal))
        {
            return pdf[from..to];
        }

        using var unpack = new System.IO.Compression.ZLibStream(new MemoryStream(pdf, from, to - from),
            System.IO.Compression.CompressionMode.Decompress);
        using var plain = new MemoryStream();
        unpack.CopyTo(plain);
        return plain.ToArray();
    }

    public void Set(int number, string body) => objects[number] = Encoding.Latin1.GetBytes($"{number} 0 obj\n{body}\nendobj\n");

    public int Add(string body)
    {
        Set(next, body);
        return next++;
    }

    /// <param name="entries">Beside Length.</param>
    public int AddStream(string entries, byte[] bytes)
    {
        objects[next] = [.. Encoding.Latin1.GetBytes($"{next} 0 obj\n<< {entries} /Length {bytes.Length} >>\nstream\n"), .. bytes,
            .. "\nendstream\nendobj\n"u8];
        return next++;
    }

    /// <param name="identity">Hexadecimal, 32 digits.</param>
    public byte[] Write(string identity)
    {
        using var file = new MemoryStream();
        file.Write(pdf);
        var places = new SortedDictionary<int, long>();
        foreach (var (number, bytes) in objects)
        {
            places[number] = file.Position;
            file.Write(bytes);
        }

        var table = file.Position;
        var end = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, place) in places)
        {
            end.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n");
        }

        end.Append("trailer\n<< ").Append(SizeEntry().Replace(Entries.Trim(), $"/Size {next}")).Append("\n   /Prev ")
            .Append(trailer.Groups["start"].Value)
            .Append("\n   /ID [<").Append(identity).Append("> <").Append(identity).Append(">]\n>>\nstartxref\n")
                .Append(table.ToString(CultureInfo.InvariantCulture)).Append("\n%%EOF\n");
        file.Write(Encoding.Latin1.GetBytes(end.ToString()));
        return file.ToArray();
    }

    /// <summary>A text string in UTF-16BE (ISO 32000-1 7.9.2.2), as hexadecimal.</summary>
    public static string String(string words) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(words)) + ">";

    [GeneratedRegex(@"trailer\s*<<(?<entries>.*?)>>\s*startxref\s*(?<start>\d+)", RegexOptions.Singleline, 10_000)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"/Size (\d+)", RegexOptions.None, 1000)]
    private static partial Regex SizeEntry();

    [GeneratedRegex(@"(?<=\n)(?<number>\d+) 0 obj\n(?<body><<(?:(?!endobj|\nstream).)*)\nendobj", RegexOptions.Singleline, 10_000)]
    private static partial Regex Plain();
}
