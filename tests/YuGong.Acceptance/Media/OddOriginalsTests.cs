using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using Xunit;
using YuGong.Imaging.Vips;

namespace YuGong.Tests.Media;

/// <summary>However an original was saved, what is published of it looks the same and says what the front matter says.</summary>
public sealed class OddOriginalsTests(OddSite odd)
{
    /// <summary>What a published picture may say, of all that exiftool knows: its own making and our credit.</summary>
    private static readonly string[] Spoken =
    [
        "XMP-photoshop:Credit", "XMP-dc:Creator", "XMP-dc:Rights", "XMP-dc:Description", "XMP-iptcCore:AltTextAccessibility",
        "XMP-iptcExt:DigitalSourceType", "XMP-TC260:Aigc", "XMP-rdf:About",
    ];

    public static TheoryData<string> Kinds => [.. OddOriginals.Files.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_file_made_of_it_shows_the_same_picture_upright(string kind)
    {
        var files = FilesOf(kind);
        Assert.Superset(new HashSet<string> { ".jpg", ".webp", ".avif" }, files.Select(f => Path.GetExtension(f)).ToHashSet());
        foreach (var file in files)
        {
            var path = Path.Combine(odd.Site.Folder, file);
            var (width, height) = Pictures.Size(path);
            var cut = width * OddOriginals.Height == height * OddOriginals.Width;
            Assert.True(cut, $"{file}: {width} × {height}");
            var photo = Pictures.Load(path, new(0, 0, width, height), width, height);
            for (var field = 0; field < 4; field++)
            {
                var (x, y) = (photo.Width * (field % 2 == 0 ? 1 : 3) / 4, photo.Height * (field < 2 ? 1 : 3) / 4);
                var at = ((y * photo.Width) + x) * 4;
                var (red, green, blue) = OddOriginals.Fields[field];
                var far = Math.Max(Math.Abs(photo.Pixels[at + 2] - red),
                    Math.Max(Math.Abs(photo.Pixels[at + 1] - green), Math.Abs(photo.Pixels[at] - blue)));

                Assert.True(far <= FarthestOf(kind),
                    $"{file}: field {field} is {photo.Pixels[at + 2]}, {photo.Pixels[at + 1]}, {photo.Pixels[at]}");
            }
        }
    }

    /// <summary>Inks do not hold every colour of a screen; what is turned inside out or dropped is a hundred away.</summary>
    private static int FarthestOf(string kind) => kind.StartsWith("cmyk", StringComparison.Ordinal) ? 40 : 6;

    [Theory]
    [InlineData("card", 4, 5)]
    [InlineData("square", 1, 1)]
    public void Crops_keep_the_focal_point_in_the_middle_as_far_as_the_edges_allow(string place, int wide, int high)
    {
        var files = odd.Site.Files.Where(f => f.StartsWith("assets/pictures/", StringComparison.Ordinal)
            && Path.GetFileName(f).StartsWith(place + "-", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        foreach (var path in files.Select(f => Path.Combine(odd.Site.Folder, f)))
        {
            var (width, height) = Pictures.Size(path);
            Assert.InRange((double)width / height, ((double)wide / high) - 0.01, ((double)wide / high) + 0.01);
            var photo = Pictures.Load(path, new(0, 0, width, height), width, height);

            // The whole height of 1200 × 900 is kept; the cut is as broad as its shape says and begins at the left edge.
            var (x, y) = ((int)(OddOriginals.Spot.X * 1200 / (900.0 * wide / high) * width), (int)(OddOriginals.Spot.Y * height));
            var reds = Enumerable.Range(0, width * height).Where(i => photo.Pixels[(i * 4) + 2] > 160 && photo.Pixels[(i * 4) + 1] < 90)
                .ToList();
            Assert.NotEmpty(reds);
            Assert.InRange(reds.Average(i => i % width), x - (width * 0.02) - 1, x + (width * 0.02) + 1);
            Assert.InRange(reds.Average(i => i / width), y - (height * 0.02) - 1, y + (height * 0.02) + 1);
        }
    }

    [Fact]
    public async Task No_public_picture_says_where_or_with_what_it_was_taken_and_each_says_whose_it_is()
    {
        string[] folders = ["assets/pictures", "objects", "people", "iiif", "videos", "dialogues"];
        var said = await Tools.Exif([.. folders.Select(f => Path.Combine(odd.Site.Folder, f)).Where(Directory.Exists)]);
        Assert.True(said.Count > 1000, $"{said.Count}");
        Assert.All(said, file => Assert.All(file.EnumerateObject().Where(t => t.Name != "SourceFile"),
            tag => Assert.Contains(tag.Name, Spoken)));

        // Not even somewhere that exiftool does not look.
        foreach (var path in odd.Site.Files.Where(f => f.StartsWith("assets/pictures/", StringComparison.Ordinal)
            || f.StartsWith("objects/", StringComparison.Ordinal)))
        {
            var bytes = odd.Site.Bytes(path);
            Assert.True(bytes.AsSpan().IndexOf("VerySecret"u8) < 0, path);
        }

        var own = OddOriginals.Files.Keys.Where(k => k != "liar").SelectMany(FilesOf)
            .Where(f => !f.StartsWith("iiif/", StringComparison.Ordinal)).Select(f => Path.Combine(odd.Site.Folder, f)).ToHashSet();
        var spoken = said.Where(f => own.Contains(f.GetProperty("SourceFile").GetString()!)).ToList();
        Assert.Equal(own.Count, spoken.Count);
        Assert.All(spoken, file =>
        {
            Assert.Equal("测试图片来源", file.GetProperty("XMP-photoshop:Credit").GetString());
            Assert.Equal("测试权利说明", file.GetProperty("XMP-dc:Rights").GetString());
            Assert.Equal("测试图说", file.GetProperty("XMP-dc:Description").GetString());
            Assert.EndsWith("trainedAlgorithmicMedia", file.GetProperty("XMP-iptcExt:DigitalSourceType").GetString(),
                StringComparison.Ordinal);
            Assert.Contains("Label", file.GetProperty("XMP-TC260:Aigc").GetRawText(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_originals_did_say_it()
    {
        Sites.Judge.Program("exiftool");
        Assert.All(OddOriginals.Files.Keys.Where(k => k != "liar"),
            kind => Assert.True(odd.Original(OddOriginals.PathOf(kind)).AsSpan().IndexOf("VerySecret"u8) >= 0, kind));
    }

    /// <summary>
    /// All that the object's page and its tiles show: renditions of every place and format, the plain file, the largest whole.
    /// </summary>
    private List<string> FilesOf(string kind)
    {
        var page = odd.Site.Page($"/objects/{OddOriginals.IdOf(kind)}/");
        var sets = page.QuerySelectorAll("main .picture source[srcset], main .picture img[srcset]")
            .SelectMany(e => e.GetAttribute("srcset")!.Split(','))
            .Select(c => c.Trim().Split(' ')[0]);
        var images = page.QuerySelectorAll("main .picture img[src], main .zoom-ways a")
            .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!);
        return [.. sets.Concat(images).Where(a => a.StartsWith('/') && Path.GetExtension(a) is not (".svg" or ""))
            .Select(a => Uri.UnescapeDataString(a[1..]))
            .Append($"iiif/objects/{OddOriginals.IdOf(kind)}/{Service(kind)}/full/max/0/default.jpg").Distinct()];
    }

    private string Service(string kind) =>
        odd.Site.Files.Single(f => f.StartsWith($"iiif/objects/{OddOriginals.IdOf(kind)}/", StringComparison.Ordinal)
            && f.EndsWith("/info.json", StringComparison.Ordinal)).Split('/')[^2];

    private static class Tools
    {
        /// <summary>Everything that exiftool reads of all pictures but what it calls the file's own form.</summary>
        public static async Task<IReadOnlyList<JsonElement>> Exif(string[] folders)
        {
            var said =
                await Sites.Tool.RunAsync(Sites.Judge.Start("exiftool",
                ["-q", "-q", "-j", "-r", "-G1", "-n", "-charset", "filename=utf8", "-ext", "jpg", "-ext", "webp", "-ext", "avif", "-ext",
                "png", "-ext", "svg", "-EXIF:all", "-XMP:all", "-IPTC:all", "-MakerNotes:all", "-GPS:all", "-Comment", .. folders]));
            Assert.True(said.Out.StartsWith('['), said.Err);
            return [.. JsonDocument.Parse(said.Out).RootElement.EnumerateArray()];
        }
    }
}
