using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace YuGong.Imaging;

/// <summary>
/// Packs a font as WOFF2 (W3C Recommendation "WOFF File Format 2.0"): outlines as section 5.1 transforms them, one Brotli stream, no
/// metadata. The same font gives the same bytes.
/// </summary>
public static class Woff2
{
    /// <summary>Goes up when the same font is to give other bytes: caches hold packed fonts by it.</summary>
    public const int Version = 1;

    private const int HeaderSize = 48, Quality = 11, WindowBits = 24;

    /// <summary>
    /// Tables that are named by their number; any other has number 63 and its letters. Their order is section 4.1's.
    /// </summary>
    private static readonly string[] KnownTags =
    [
        "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca", "prep", "CFF ", "VORG", "EBDT",
        "EBLC", "gasp", "hdmx", "kern", "LTSH", "PCLT", "VDMX", "vhea", "vmtx", "BASE", "GDEF", "GPOS", "GSUB", "EBSC", "JSTF", "MATH",
        "CBDT", "CBLC", "COLR", "CPAL", "SVG ", "sbix", "acnt", "avar", "bdat", "bloc", "bsln", "cvar", "fdsc", "feat", "fmtx", "fvar",
        "gvar", "hsty", "just", "lcar", "mort", "morx", "opbd", "prop", "trak", "Zapf", "Silf", "Glat", "Gloc", "Feat", "Sill",
    ];

    /// <param name="font">A TrueType or OpenType file of one font.</param>
    /// <exception cref="InvalidDataException">A table of the font is damaged.</exception>
    public static byte[] Pack(ReadOnlySpan<byte> font)
    {
        var (directory, tables) = (new FontWriter(), new FontWriter());
        var packed = Transformed(font);
        var unpackedSize = 12 + (16 * packed.Count);
        foreach (var table in packed)
        {
            unpackedSize += Padded(table.UnpackedLength);
            AddEntry(directory, table);
            tables.Bytes(table.Bytes);
        }

        var compressed = Compress(tables.Written);
        var length = HeaderSize + directory.Length + compressed.Length;
        var file = new FontWriter();
        file.Bytes("wOF2"u8);
        file.Bytes(font[..4]); // which outlines
        file.UInt32(Padded(length));
        file.UInt16(packed.Count);
        file.UInt16(0);
        file.UInt32(unpackedSize);
        file.UInt32(compressed.Length);
        file.UInt16(1); // version 1.0 of the font: nobody reads it
        file.UInt16(0);
        file.Bytes(new byte[5 * 4]); // neither metadata nor private data
        file.Bytes(directory.Written);
        file.Bytes(compressed);
        file.Bytes(new byte[Padded(length) - length]);
        return file.Written.ToArray();
    }

    private static List<PackedTable> Transformed(ReadOnlySpan<byte> font)
    {
        var tables = new List<PackedTable>();
        GlyfTransform? outlines = null;
        foreach (var table in InOrder(SfntTable.DirectoryOf(font)))
        {
            var bytes = table.In(font);
            if (table.Tag == "glyf")
            {
                outlines = GlyfTransform.Of(font);
                tables.Add(new(table.Tag, table.Length, outlines.ToArray(), IsTransformed: true));
            }
            else if (table.Tag == "loca" && outlines is not null)
            {
                tables.Add(new(table.Tag, outlines.OffsetsLength, [], IsTransformed: true)); // follows from the outlines
            }
            else
            {
                var copy = table.Tag == "head" ? Head(bytes, outlines) : bytes.ToArray();
                tables.Add(new(table.Tag, table.Length, copy, IsTransformed: false));
            }
        }

        return tables;
    }

    /// <summary>By name, but loca stands behind glyf (section 5.5); a signature (DSIG) would no longer hold and is left out.</summary>
    private static IEnumerable<SfntTable> InOrder(IEnumerable<SfntTable> tables) =>
        tables.Where(t => t.Tag != "DSIG").OrderBy(t => t.Tag == "loca" ? "glyf+" : t.Tag, StringComparer.Ordinal);

    /// <summary>
    /// Says that the font went through a lossless transform (flag 11, asked for by section 5). The checksum of the whole file is the
    /// unpacker's to make, who alone knows how it lays the tables out.
    /// </summary>
    private static byte[] Head(ReadOnlySpan<byte> table, GlyfTransform? outlines)
    {
        const int checksumAt = 8, flagsAt = 16, offsetFormatAt = 50, size = 54;
        if (table.Length < size)
        {
            throw new InvalidDataException("its table head is too short");
        }

        var head = table.ToArray();
        head.AsSpan(checksumAt, 4).Clear();
        head[flagsAt] |= 0x08;
        if (outlines is not null)
        {
            BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(offsetFormatAt), (ushort)(outlines.HasLongOffsets ? 1 : 0));
        }

        return head;
    }

    private static void AddEntry(FontWriter directory, PackedTable table)
    {
        // The two upper bits number the transform; the one of glyf and loca has number 0, as has no transform for all others.
        var number = Array.IndexOf(KnownTags, table.Tag);
        directory.UInt8(number < 0 ? 63 : number);
        if (number < 0)
        {
            directory.Bytes(System.Text.Encoding.ASCII.GetBytes(table.Tag));
        }

        directory.UIntBase128(table.UnpackedLength);
        if (table.IsTransformed)
        {
            directory.UIntBase128(table.Bytes.Length);
        }
    }

    /// <summary>
    /// Not <see cref="BrotliEncoder.TryCompress(ReadOnlySpan{byte}, Span{byte}, out int, int, int)"/>: where a picture library has brought
    /// a Brotli of the system's into the process, Linux lets its one call free with one version what the other has allocated.
    /// </summary>
    private static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var encoder = new BrotliEncoder(Quality, WindowBits);
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        var status = encoder.Compress(bytes, compressed, out _, out var written, isFinalBlock: true);
        return status == OperationStatus.Done
            ? compressed[..written] : throw new InvalidOperationException("Brotli did not compress a font.");
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private sealed record PackedTable(string Tag, int UnpackedLength, byte[] Bytes, bool IsTransformed);
}
