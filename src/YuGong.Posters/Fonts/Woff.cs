using System.Buffers.Binary;
using System.IO.Compression;

namespace YuGong.Posters.Fonts;

/// <summary>Unpacks WOFF 1.0 (W3C), in which some fonts are handed out, to the font file it was made from.</summary>
internal static class Woff
{
    private const uint Signature = 0x774F4646;

    public static bool Is(ReadOnlySpan<byte> head) => head.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(head) == Signature;

    /// <exception cref="InvalidDataException">A table does not unpack to the length it should have.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> woff)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(woff[12..]);
        var size = (int)BinaryPrimitives.ReadUInt32BigEndian(woff[16..]);
        var font = new byte[size];
        woff[4..8].CopyTo(font);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), count);
        var log = (ushort)int.Log2(count);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)((1 << log) * 16));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), log);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)((count - (1 << log)) * 16));

        var place = 12 + (count * 16);
        for (var i = 0; i < count; i++)
        {
            var entry = woff.Slice(44 + (i * 20), 20);
            var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[4..]);
            var packed = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
            var record = font.AsSpan(12 + (i * 16), 16);
            entry[..4].CopyTo(record);
            entry[16..20].CopyTo(record[4..]);
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)place);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)length);
            Unpack(woff.Slice(offset, packed), font.AsSpan(place, length));
            place += (length + 3) & ~3;
        }

        return font;
    }

    private static void Unpack(ReadOnlySpan<byte> packed, Span<byte> table)
    {
        if (packed.Length == table.Length)
        {
            packed.CopyTo(table);
            return;
        }

        using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        if (stream.ReadAtLeast(table, table.Length, throwOnEndOfStream: false) != table.Length)
        {
            throw new InvalidDataException("A table of the WOFF font is too short.");
        }
    }
}
