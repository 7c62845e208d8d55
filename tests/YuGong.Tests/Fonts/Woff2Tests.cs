using System.Buffers.Binary;
using Xunit;
using YuGong.Imaging;

namespace YuGong.Tests.Fonts;

/// <summary>What is packed is unpacked again to the same: outlines, boxes, programs, overlaps, and all other tables byte by byte.</summary>
public sealed class Woff2Tests
{
    [Fact]
    public void Every_kind_of_glyph_comes_out_as_it_went_in()
    {
        var unpacked = new Woff2Reader(Woff2.Pack(SmallFont.Bytes())).Glyphs();
        Assert.Equal(SmallFont.Glyphs.Select(Words), unpacked.Select(Words));
    }

    /// <summary>Distances at both sides of every limit of the triplets, contours at those of 255UInt16.</summary>
    [Fact]
    public void Near_points_and_far_ones_come_out_as_they_went_in()
    {
        int[] sizes =
            [0, 1, 15, 16, 17, 63, 64, 65, 255, 256, 257, 511, 512, 513, 767, 768, 769, 1279, 1280, 1281, 4095, 4096, 4097, 16000];
        var random = new Random(21);
        var glyphs = new List<SmallGlyph> { new() };
        foreach (var count in (ReadOnlySpan<int>)[1, 3, 252, 253, 254, 505, 506, 507, 761, 762, 763, 2000])
        {
            var (x, y) = (0, 0);
            var points = Enumerable.Range(0, count).Select(_ =>
            {
                x = Near(x);
                y = Near(y);
                return new SmallPoint(x, y, random.Next(2) == 0);
            }).ToList();
            glyphs.Add(new() { Contours = [points], Overlap = random.Next(2) == 0, Program = new byte[count] });
        }

        var unpacked = new Woff2Reader(Woff2.Pack(SmallFont.Of(glyphs, withFeatures: false))).Glyphs();
        Assert.Equal(glyphs.Select(Words), unpacked.Select(Words));

        int Near(int at)
        {
            var step = sizes[random.Next(sizes.Length)];
            return at > 8000 || (at > -8000 && random.Next(2) == 0) ? at - step : at + step;
        }
    }

    [Fact]
    public void A_table_without_outlines_is_only_copied_but_for_what_head_must_say()
    {
        var font = SmallFont.Bytes();
        var packed = new Woff2Reader(Woff2.Pack(font));
        Assert.Equal(["GSUB", "cmap", "glyf", "loca", "head", "hhea", "hmtx", "maxp"], packed.Tags);
        foreach (var table in SfntTable.DirectoryOf(font).Where(t => t.Tag is not ("glyf" or "loca" or "head")))
        {
            Assert.Equal(table.In(font), packed[table.Tag].Span);
        }

        var head = packed["head"].Span;
        Assert.Equal(0x0803, BinaryPrimitives.ReadUInt16BigEndian(head[16..])); // flag 11: went through a lossless transform
        Assert.Equal(0u, BinaryPrimitives.ReadUInt32BigEndian(head[8..])); // the unpacker sums up what it lays out
        Assert.Equal(0, packed["loca"].Length);
        Assert.Equal(2 * (SmallFont.Glyphs.Count + 1), packed.LengthOf("loca"));
    }

    [Fact]
    public void Offsets_grow_to_32_bits_where_an_unpacker_would_not_get_by_with_16()
    {
        // 62 bytes a glyph: 130,200 in all, but 134,400 once each begins at a multiple of four, and 16 bits end at 131,070.
        var glyph = SmallFont.Glyphs[SmallFont.One] with { Program = [] };
        glyph = glyph with { Program = new byte[62 - glyph.ToArray().Length] };
        var packed = new Woff2Reader(Woff2.Pack(SmallFont.Of([new(), .. Enumerable.Repeat(glyph, 2100)], withFeatures: false)));
        Assert.Equal(62, glyph.ToArray().Length);
        Assert.Equal(1, BinaryPrimitives.ReadUInt16BigEndian(packed["head"].Span[50..]));
        Assert.Equal(1, BinaryPrimitives.ReadUInt16BigEndian(packed["glyf"].Span[6..]));
        Assert.Equal(4 * 2102, packed.LengthOf("loca"));
    }

    [Fact]
    public void The_same_font_gives_the_same_bytes() => Assert.Equal(Woff2.Pack(SmallFont.Bytes()), Woff2.Pack(SmallFont.Bytes()));

    /// <summary>Whatever lies in a font, it is packed or it is called damaged; nothing else is thrown.</summary>
    [Fact]
    public void A_damaged_font_is_called_damaged()
    {
        var random = new Random(21);
        var damaged = 0;
        for (var i = 0; i < 600; i++)
        {
            var font = SmallFont.Bytes();
            for (var change = 0; change < 3; change++)
            {
                font[random.Next(4, font.Length)] = (byte)random.Next(256);
            }

            try
            {
                Woff2.Pack(font.AsSpan(0, random.Next(4) == 0 ? random.Next(font.Length) : font.Length));
            }
            catch (InvalidDataException)
            {
                damaged++;
            }
        }

        Assert.InRange(damaged, 100, 599);
    }

    /// <summary>A glyph in words: records compare lists by reference.</summary>
    private static string Words(SmallGlyph glyph) => string.Join('\n',
        string.Join('|', glyph.Contours.Select(contour => string.Join(' ', contour.Select(p => $"{p.X},{p.Y},{p.OnCurve}")))),
        Convert.ToHexString([.. glyph.Components.SelectMany(c => c)]), Convert.ToHexString(glyph.Program), glyph.Overlap, glyph.Box);
}
