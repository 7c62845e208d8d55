using System.Buffers.Binary;
using System.Text;

namespace YuGong.Tests.Fonts;

/// <summary>
/// A TrueType font written by hand, so that tests know what must come out: a blank, programs, boxes that do not fit, overlaps, a composite,
/// and digits that change with the features tnum and ss01.
/// </summary>
internal static class SmallFont
{
    public const int Blank = 0, Triangle = 1, Curved = 2, Composite = 3, One = 4, OneOfStyle = 5, OneOfTable = 6;

    public static IReadOnlyList<SmallGlyph> Glyphs { get; } =
    [
        new(),
        new() { Contours = [[new(0, 0), new(500, 0), new(250, 700)]], Program = [0xB0, 0x01, 0x2D] },
        new()
        {
            Contours = [[new(0, 0), new(1300, -3), new(1300, 1297, false), new(-4000, 1298)], [new(10, 10), new(74, 74), new(700, 40)]],
            Box = (-4100, -50, 1400, 1400), Overlap = true,
        },
        new()
        {
            Components = [Component(Triangle, 0x0023, 300, -20), Component(Curved, 0x0103, 5, 6)], Program = [0x4F], Box = (0, 0, 9, 9),
        },
        new() { Contours = [[new(100, 0), new(200, 0), new(200, 700), new(100, 700)]] },
        new() { Contours = [[new(90, 0), new(190, 0), new(190, 650), new(90, 650)]] },
        new() { Contours = [[new(80, 0), new(180, 0), new(180, 600), new(80, 600)]] },
    ];

    public static byte[] Bytes() => Of(Glyphs);

    /// <summary>A font of these glyphs; A is the second, B the third …, and 1 the fifth where there are so many.</summary>
    public static byte[] Of(IReadOnlyList<SmallGlyph> glyphs, bool withFeatures = true)
    {
        var (outlines, offsets) = (new BigEndian(), new BigEndian());
        foreach (var glyph in glyphs)
        {
            offsets.UInt16(outlines.Length / 2);
            outlines.Bytes(glyph.ToArray());
            outlines.Bytes(new byte[outlines.Length % 2]);
        }

        offsets.UInt16(outlines.Length / 2);
        var metrics = new BigEndian();
        for (var i = 0; i < glyphs.Count; i++)
        {
            metrics.UInt16(600);
            metrics.UInt16(0);
        }

        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cmap"] = Characters(glyphs.Count),
            ["glyf"] = outlines.ToArray(),
            ["head"] = Numbers(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 3, 1000, 0, 0, 0, 0, 0, 0, 0, 0, -4100, -50, 1400, 1400, 0, 8, 2, 0, 0),
            ["hhea"] = Numbers(1, 0, 800, -200, 0, 600, 0, 0, 1400, 1, 0, 0, 0, 0, 0, 0, 0, glyphs.Count),
            ["hmtx"] = metrics.ToArray(),
            ["loca"] = offsets.ToArray(),
            ["maxp"] = Numbers(1, 0, glyphs.Count, 64, 8, 64, 8, 1, 0, 0, 0, 0, 0, 8, 2, 1),
        };
        if (withFeatures)
        {
            tables["GSUB"] = Features();
        }

        return File(tables);
    }

    private static byte[] Component(int glyph, int flags, int x, int y) => Numbers(flags, glyph, x, y);

    private static byte[] File(SortedDictionary<string, byte[]> tables)
    {
        var (directory, body) = (new BigEndian(), new BigEndian());
        directory.Bytes([0, 1, 0, 0]);
        directory.UInt16(tables.Count);
        directory.Bytes(new byte[6]);
        foreach (var (tag, bytes) in tables)
        {
            directory.Bytes(Encoding.ASCII.GetBytes(tag));
            directory.UInt32(0);
            directory.UInt32(12 + (16 * tables.Count) + body.Length);
            directory.UInt32(bytes.Length);
            body.Bytes(bytes);
            body.Bytes(new byte[-bytes.Length & 3]);
        }

        return [.. directory.ToArray(), .. body.ToArray()];
    }

    /// <summary>Format 4: capital letters from A on, and 1.</summary>
    private static byte[] Characters(int glyphs)
    {
        var letters = Math.Min(glyphs - 1, 26);
        var hasOne = glyphs > One;
        var ends = hasOne ? new[] { '1', '@' + letters, 0xFFFF } : ['@' + letters, 0xFFFF];
        var starts = hasOne ? new[] { '1', 'A', 0xFFFF } : ['A', 0xFFFF];
        var deltas = hasOne ? new[] { One - '1', Triangle - 'A', 1 } : [Triangle - 'A', 1];
        int[] table = [4, 16 + (8 * ends.Length), 0, 2 * ends.Length, 0, 0, 0, .. ends, 0, .. starts, .. deltas, .. new int[ends.Length]];
        return Numbers([0, 1, 3, 1, 0, 12, .. table]);
    }

    private static byte[] Features()
    {
        int[] scripts = [1, 0x4446, 0x4C54, 8, 4, 0, 0, 0xFFFF, 2, 0, 1]; // DFLT
        int[] features = [2, 0x7373, 0x3031, 14, 0x746E, 0x756D, 20, 0, 1, 0, 0, 1, 1]; // ss01, tnum
        int[] lookups = [2, 6, 28, .. Single(OneOfStyle), .. Single(OneOfTable)];
        var (atFeatures, atLookups) = (10 + (2 * scripts.Length), 10 + (2 * (scripts.Length + features.Length)));
        return Numbers([1, 0, 10, atFeatures, atLookups, .. scripts, .. features, .. lookups]);

        static int[] Single(int other) => [1, 0, 1, 8, 2, 8, 1, other, 1, 1, One];
    }

    private static byte[] Numbers(params ReadOnlySpan<int> values)
    {
        var bytes = new BigEndian();
        foreach (var value in values)
        {
            bytes.UInt16(value);
        }

        return bytes.ToArray();
    }
}

/// <summary>Writes what a font is made of.</summary>
internal sealed class BigEndian
{
    private readonly List<byte> bytes = [];

    public int Length => bytes.Count;

    public byte[] ToArray() => [.. bytes];

    public void UInt16(int value) => bytes.AddRange([(byte)(value >> 8), (byte)value]);

    public void UInt32(int value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, value);
        bytes.AddRange(four);
    }

    public void Bytes(ReadOnlySpan<byte> value) => bytes.AddRange(value);
}
