using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Imaging;
using YuGong.Tests.Sites;
using YuGong.Tests.Support;

namespace YuGong.Tests.Fonts;

/// <summary>What the site gives browsers to unpack, unpacked by Google's woff2: the font that was cut, glyph by glyph.</summary>
public sealed partial class WebFontTests(BuiltSites sites) : IDisposable
{
    private const string NotoSerif = "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf";

    private readonly string folder = Directory.CreateTempSubdirectory("yugong-webfont-").FullName;

    /// <summary>The theme's fonts, and one written by hand with what they lack: a composite, overlaps, a box that does not fit.</summary>
    public static TheoryData<string, string> Fonts => new()
    {
        { NotoSerif, "渝工群星 0123456789 ABCxyz ，。「」（）——永黄河长江" },
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
            && f.EndsWith(".woff2", StringComparison.Ordinal) && !f.Contains(".part.", StringComparison.Ordinal)));
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

    [Fact]
    public async Task A_page_fetches_the_part_of_a_font_that_its_headings_use_and_the_parts_share_no_character()
    {
        var site = await sites.ReleaseAsync();
        var sheet = Encoding.UTF8.GetString(site.Bytes(site.Files.Single(f => f.StartsWith("assets/fonts.", StringComparison.Ordinal)
            && f.EndsWith(".css", StringComparison.Ordinal))));
        var parts = Part().Matches(sheet).Select(m => (File: m.Groups["file"].Value, Codes: CodesOf(m.Groups["range"].Value))).ToList();

        var first = Assert.Single(parts, p => p.Codes.Count == 0);
        Assert.Equal(parts[0], first);
        Assert.All(parts[1..], p => Assert.StartsWith("fonts/headings.part.", p.File, StringComparison.Ordinal));
        Assert.Equal(parts.Sum(p => p.Codes.Count), parts.SelectMany(p => p.Codes).Distinct().Count());
        using var whole = HarfBuzzFont.Open(Repository.At("themes", "yugong", "node_modules", NotoSerif));
        using var lead = HarfBuzzFont.Open(await UnpackAsync(site.Bytes($"assets/{first.File}")));
        Assert.All(parts[1..].SelectMany(p => p.Codes), code => Assert.False(lead.Has(new Rune(code))));
        Assert.All("渝工移山五十五万盏灯张家德".EnumerateRunes(), character => Assert.True(lead.Has(character)));
        foreach (var (file, codes) in parts[1..])
        {
            using var part = HarfBuzzFont.Open(await UnpackAsync(site.Bytes($"assets/{file}")));
            Assert.All(codes.Where(code => whole.Has(new Rune(code))), code => Assert.True(part.Has(new Rune(code))));
        }

        var home = Encoding.UTF8.GetString(site.Bytes("index.html"));
        Assert.Contains($"<link rel=\"preload\" href=\"/assets/{first.File}\"", home, StringComparison.Ordinal);
        Assert.DoesNotContain(".part.", home, StringComparison.Ordinal);
    }

    private static List<int> CodesOf(string ranges) =>
    [
        .. ranges.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => r[2..].Split('-')).SelectMany(r =>
        {
            var from = int.Parse(r[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var to = int.Parse(r[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return Enumerable.Range(from, to - from + 1);
        }),
    ];

    [GeneratedRegex("YuGong Serif\"[^}]*url\\(\"(?<file>[^\"]+)\"\\)[^};]*(;unicode-range:(?<range>[^}]*))?\\}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Part();

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
        var path = Put($"packed-{Guid.CreateVersion7()}.woff2", packed);
        var said = await Tool.RunAsync(Judge.Start("woff2_decompress", path));
        Assert.True(said.Code == 0, said.Out + said.Err);
        return Path.ChangeExtension(path, ".ttf");
    }
}
