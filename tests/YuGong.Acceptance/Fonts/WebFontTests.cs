using System.Buffers.Binary;
using System.Text;
using Xunit;
using YuGong.Imaging;
using YuGong.Tests.Sites;
using YuGong.Tests.Support;

namespace YuGong.Tests.Fonts;

/// <summary>What the site gives browsers to unpack, unpacked by Google's woff2: the font that was cut, glyph by glyph.</summary>
public sealed class WebFontTests(BuiltSites sites) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("yugong-webfont-").FullName;

    /// <summary>The theme's fonts, and one written by hand with what they lack: a composite, overlaps, a box that does not fit.</summary>
    public static TheoryData<string, string> Fonts => new()
    {
        { "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf", "渝工群星 0123456789 ABCxyz ，。「」（）——永黄河长江" },
        { "@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf", "渝工群星零一二三四五六七八九十" },
        { "", "ABC1" },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Fonts))]
    public async Task What_is_unpacked_is_what_was_cut(string file, string characters)
    {
        using var whole = HarfBuzzFont.Open(file.Length == 0
            ? Put("small.ttf", SmallFont.Bytes()) : Repository.At("themes", "yugong", "node_modules", file));
        var cut = whole.Subset(characters, ["tnum"]);
        using var before = HarfBuzzFont.Open(Put("cut.ttf", cut));
        var unpacked = await UnpackAsync(Woff2.Pack(cut));
        using var after = HarfBuzzFont.Open(unpacked);
        Assert.Equal(before.GlyphCount, after.GlyphCount);
        Assert.All(Enumerable.Range(0, before.GlyphCount), glyph =>
        {
            Assert.Equal(before.OutlineOf(glyph), after.OutlineOf(glyph));
            Assert.Equal(before.BoxOf(glyph), after.BoxOf(glyph));
        });
        Assert.All(characters.EnumerateRunes().Where(whole.Has), character =>
        {
            Assert.True(after.Has(character));
            Assert.Equal(Outlines(whole, character), Outlines(after, character));
        });
        CheckSums(File.ReadAllBytes(unpacked));
    }

    [Fact]
    public async Task The_fonts_of_the_site_have_the_features_in_use_and_no_others()
    {
        var site = await sites.ReleaseAsync();
        var packed = site.Bytes(site.Files.Single(f => f.StartsWith("assets/fonts/headings.", StringComparison.Ordinal)
            && f.EndsWith(".woff2", StringComparison.Ordinal)));
        var font = await UnpackAsync(packed);
        var features = Features(File.ReadAllBytes(font)).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("vert", features); // the measure on the first page is set from top to bottom
        Assert.Contains("chws", features); // browsers close up adjacent punctuation unasked (text-spacing-trim)
        Assert.All((string[])["aalt", "dlig", "fwid", "hwid", "pwid"], feature => Assert.DoesNotContain(feature, features));

        // Google's packer on the same font; browsers get no more than one percent more from ours.
        var googles = await Tool.RunAsync(Judge.Start("woff2_compress", font));
        Assert.True(googles.Code == 0, googles.Err);
        Assert.InRange(packed.Length, 1, new FileInfo(Path.ChangeExtension(font, ".woff2")).Length * 1.01);
    }

    private static IReadOnlyList<GlyphStep> Outlines(HarfBuzzFont font, Rune character)
    {
        var text = character.ToString();
        var shaped = font.Shape(text, 0, text.Length, new(Vertical: false, Han: true, "zh-Hans", []));
        return [.. shaped.SelectMany(glyph => font.OutlineOf(glyph.Id))];
    }

    /// <summary>A file's words sum up to a number that OpenType gives once head says so (OpenType, "Calculating checksums").</summary>
    private static void CheckSums(byte[] font)
    {
        var sum = 0u;
        for (var at = 0; at < font.Length; at += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(at)));
        }

        Assert.Equal(0xB1B0AFBAu, sum);
        var head = Table(font, "head");
        Assert.Equal(0x08, head[16] & 0x08); // flag 11: went through a lossless transform
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> font, string tag)
    {
        var at = font.IndexOf(Encoding.ASCII.GetBytes(tag));
        var offset = BinaryPrimitives.ReadInt32BigEndian(font[(at + 8)..]);
        return font.Slice(offset, BinaryPrimitives.ReadInt32BigEndian(font[(at + 12)..]));
    }

    private static IEnumerable<string> Features(byte[] font)
    {
        foreach (var tag in (string[])["GSUB", "GPOS"])
        {
            var table = Table(font, tag).ToArray();
            int list = BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(6));
            for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(list)); i++)
            {
                yield return Encoding.ASCII.GetString(table, list + 2 + (6 * i), 4);
            }
        }
    }

    private string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private async Task<string> UnpackAsync(byte[] packed)
    {
        var path = Put("packed.woff2", packed);
        var said = await Tool.RunAsync(Judge.Start("woff2_decompress", path));
        Assert.True(said.Code == 0, said.Out + said.Err);
        return Path.ChangeExtension(path, ".ttf");
    }
}
