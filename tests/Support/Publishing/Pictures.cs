using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace YuGong.Tests.Publishing;

/// <summary>Small pictures that carry words.</summary>
internal static class Pictures
{
    public static byte[] Jpeg(byte[] metadata, byte mark = 0xE1)
    {
        var segment = new byte[4];
        (segment[0], segment[1]) = (0xFF, mark);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(metadata.Length + 2));
        return [0xFF, 0xD8, .. segment, .. metadata, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9];
    }

    public static byte[] Png(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0,
            0, 0, 0];
    }

    /// <summary>A colour profile of texts alone: head, table of tags, and what stands in them.</summary>
    public static byte[] Profile(params (string Tag, string Words)[] tags)
    {
        var from = 132 + (12 * tags.Length);
        var (table, data) = (new MemoryStream(), new MemoryStream());
        foreach (var (tag, words) in tags)
        {
            table.Write([.. Encoding.ASCII.GetBytes(tag), .. Word(from + (int)data.Length), .. Word(words.Length + 8)]);
            data.Write([.. Encoding.ASCII.GetBytes(tag is "A2B0" ? "mft2" : "text"), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(words)]);
        }

        return [.. new byte[128], .. Word(tags.Length), .. table.ToArray(), .. data.ToArray()];
    }

    /// <summary>A picture of ISO's boxes, with a profile.</summary>
    public static byte[] Boxed(byte[] profile) =>
        [.. Box("ftyp", "avif"u8), .. Box("meta", Box("colr", [.. "prof"u8, .. profile])), .. Box("mdat", [])];

    private static byte[] Box(string type, ReadOnlySpan<byte> data) =>
        [.. Word(data.Length + 8), .. Encoding.ASCII.GetBytes(type), .. data];

    private static byte[] Word(int value)
    {
        var word = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, value);
        return word;
    }

    public static byte[] Zlib(string text) => Zlib(Encoding.UTF8.GetBytes(text));

    public static byte[] Zlib(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }
}
