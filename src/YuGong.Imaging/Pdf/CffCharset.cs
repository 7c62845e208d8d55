using System.Buffers.Binary;

namespace YuGong.Imaging.Pdf;

/// <summary>
/// Which character identifier (CID) each glyph of a CFF font has (Adobe Technical Note 5176). Fonts for Chinese number their characters by
/// these, whatever the order of the glyphs in the file.
/// </summary>
internal static class CffCharset
{
    private const int CharsetOperator = 15, RosOperator = (12 << 8) | 30;

    /// <summary>CIDs by glyph; null for a font that has no CIDs: there the number of the glyph serves.</summary>
    /// <param name="cff">The table.</param>
    public static int[]? Of(ReadOnlySpan<byte> cff, int glyphs)
    {
        var (_, names) = Index(cff, cff[2]);
        var (dictionary, _) = Index(cff, names);
        var (isByCid, charset) = ReadDictionary(cff[dictionary]);
        return isByCid ? ReadCharset(cff[charset..], glyphs) : null;
    }

    /// <summary>The first item of an INDEX (section 5), and where the INDEX ends.</summary>
    private static (Range First, int End) Index(ReadOnlySpan<byte> cff, int at)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(cff[at..]);
        if (count == 0)
        {
            return (at..at, at + 2);
        }

        var (size, offsets) = (cff[at + 2], at + 3);
        var data = offsets + ((count + 1) * size) - 1;
        var (first, second) = (data + Offset(cff, offsets, size), data + Offset(cff, offsets + size, size));
        return (first..second, data + Offset(cff, offsets + (count * size), size));
    }

    private static int Offset(ReadOnlySpan<byte> cff, int at, int size)
    {
        var value = 0;
        for (var i = 0; i < size; i++)
        {
            value = (value << 8) | cff[at + i];
        }

        return value;
    }

    /// <summary>Operands and operators of a DICT (section 4); asked for are the presence of one and the number of another.</summary>
    private static (bool IsByCid, int Charset) ReadDictionary(ReadOnlySpan<byte> data)
    {
        var (isByCid, charset, last) = (false, 0, 0);
        for (var at = 0; at < data.Length;)
        {
            var b = data[at++];
            switch (b)
            {
                case 12:
                    isByCid |= ((b << 8) | data[at++]) == RosOperator;
                    break;
                case <= 21:
                    charset = b == CharsetOperator ? last : charset;
                    break;
                case 28:
                    last = BinaryPrimitives.ReadInt16BigEndian(data[at..]);
                    at += 2;
                    break;
                case 29:
                    last = BinaryPrimitives.ReadInt32BigEndian(data[at..]);
                    at += 4;
                    break;
                case 30:
                    while ((data[at++] & 0xF) != 0xF)
                    {
                        // A real number, two digits a byte, ends with a half byte of ones.
                    }

                    break;
                case <= 246:
                    last = b - 139;
                    break;
                case <= 250:
                    last = ((b - 247) * 256) + data[at++] + 108;
                    break;
                default:
                    last = -((b - 251) * 256) - data[at++] - 108;
                    break;
            }
        }

        return (isByCid, charset);
    }

    /// <summary>Section 13: one by one, or in runs whose length takes one byte or two. Glyph 0 is not told.</summary>
    private static int[] ReadCharset(ReadOnlySpan<byte> data, int glyphs)
    {
        var (format, at, glyph) = (data[0], 1, 1);
        var cids = new int[glyphs];
        while (glyph < glyphs)
        {
            int first = BinaryPrimitives.ReadUInt16BigEndian(data[at..]);
            at += 2;
            var more = format switch { 0 => 0, 1 => data[at], _ => BinaryPrimitives.ReadUInt16BigEndian(data[at..]) };
            at += format;
            for (var i = 0; i <= more && glyph < glyphs; i++)
            {
                cids[glyph++] = first + i;
            }
        }

        return cids;
    }
}
