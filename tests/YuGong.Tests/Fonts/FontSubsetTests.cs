using Xunit;
using YuGong.Imaging;

namespace YuGong.Tests.Fonts;

/// <summary>A font is cut to characters and to the features that are asked for, or it is called damaged.</summary>
public sealed class FontSubsetTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("yugong-font-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Nothing_is_left_but_the_characters_and_what_they_are_made_of()
    {
        using var cut = Open(Cut("C"));
        Assert.Equal(4, cut.GlyphCount); // the blank, the composite and its two parts
        Assert.True(cut.Has(new('C')));
        Assert.False(cut.Has(new('A')));
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("tnum", 3)]
    [InlineData("ss01 tnum", 4)]
    [InlineData("smcp", 2)]
    public void A_feature_stays_when_it_is_asked_for(string features, int glyphs)
    {
        var tags = features.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var cut = Open(Cut("1", tags));
        Assert.Equal(glyphs, cut.GlyphCount);
        Assert.Equal(tags.Contains("tnum"), GlyphOfOne(cut, "tnum") != GlyphOfOne(cut));
        Assert.Equal(tags.Contains("ss01"), GlyphOfOne(cut, "ss01") != GlyphOfOne(cut));
    }

    [Fact]
    public void What_was_cut_can_be_packed()
    {
        var glyphs = new Woff2Reader(Woff2.Pack(Cut("ABC1", "tnum"))).Glyphs();
        Assert.Equal(6, glyphs.Count);
        Assert.Contains(glyphs, glyph => glyph.Components.Count > 0);
        Assert.Contains(glyphs, glyph => glyph.Overlap);
        Assert.All(glyphs, glyph => Assert.Empty(glyph.Program)); // programs are for screens of another time
    }

    [Fact]
    public void A_font_that_is_none_is_called_damaged()
    {
        var font = SmallFont.Bytes();
        foreach (var bytes in (byte[][])[[], "<!doctype html>"u8.ToArray(), font[..40], font[..^20], [.. "wOF2"u8, .. font]])
        {
            Assert.ThrowsAny<InvalidDataException>(() =>
            {
                using var opened = Open(bytes);
                opened.Subset("A", []);
            });
        }
    }

    [Fact]
    public void A_font_without_one_of_the_characters_is_refused()
    {
        using var font = Open(SmallFont.Bytes());
        Assert.Contains("none of the characters", Assert.Throws<InvalidDataException>(() => font.Subset("渝工", [])).Message);
    }

    private static int GlyphOfOne(HarfBuzzFont font, params string[] features) =>
        font.Shape("1", 0, 1, new(Vertical: false, Han: false, "en", [.. features.Select(f => new FontFeature(f, On: true))]))[0].Id;

    private byte[] Cut(string characters, params string[] features)
    {
        using var font = Open(SmallFont.Bytes());
        return font.Subset(characters, features);
    }

    private HarfBuzzFont Open(byte[] bytes)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid()}.ttf");
        File.WriteAllBytes(path, bytes);
        return HarfBuzzFont.Open(path);
    }
}
