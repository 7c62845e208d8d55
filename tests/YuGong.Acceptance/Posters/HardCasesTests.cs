using System.Text;
using Xunit;
using YuGong.Imaging.Vips;
using YuGong.Posters;
using YuGong.Posters.Designs;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Posters;

/// <summary>
/// Every design in every shape holds names of 1 to 12 characters, sentences of 8 to 120, any portrait and none – or says why not.
/// </summary>
public sealed class HardCasesTests : IDisposable
{
    private const double Cell = 260, Gap = 12;

    private static readonly string[] Shown = ["peak-a3", "voice-square", "drawing-3x4", "card-og", "peak-16x9", "voice-wechat"];

    private readonly string pictures = Directory.CreateTempSubdirectory("yugong-hard-").FullName;
    private readonly IReadOnlyList<PosterJob> orders;

    public HardCasesTests()
    {
        Pngs.Write(Path.Combine(pictures, "small.png"), 150, 200);
        Pngs.Write(Path.Combine(pictures, "large.png"), 6700, 9000);
        Pngs.Write(Path.Combine(pictures, "wide.png"), 1600, 900);
        var found = new Diagnostics();
        var designs = DesignFolder.Read(Repository.At("themes", "yugong"), "themes/yugong", Type.Fonts, found).Where(d => d.Name != "kit")
            .ToList();
        Assert.Equal([], found.Sorted().Select(d => d.Message(Language.English)));
        orders = PosterJobs.Plan(HardCases.Site(pictures), designs, Type.Fonts, subject => $"https://yugong.example.org/q/{subject[..2]}/",
            found);
    }

    public void Dispose() => Directory.Delete(pictures, recursive: true);

    [Fact]
    public void Every_design_comes_in_nine_shapes()
    {
        var made = orders.Select(o => (o.Name.Design, o.Name.Shape)).Distinct().ToList();
        Assert.Equal(["card", "drawing", "lights", "night", "peak", "voice", "wall"], made.Select(m => m.Design).Distinct().Order());
        Assert.All(made.GroupBy(m => m.Design),
            d => Assert.Equal(["16x9", "3x4", "9x16", "a2", "a3", "a3-wide", "og", "square", "wechat"],
            d.Select(m => m.Shape).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_design_holds_or_says_why_not()
    {
        var report = new StringBuilder();
        foreach (var order in orders)
        {
            var found = new Diagnostics();
            var scene = order.Compose(found);
            Assert.Equal(scene is null, found.Sorted().Any(f => f.Rule != PosterRules.CutWord));
            foreach (var finding in found.Sorted())
            {
                report.Append($"{order.Name}: {finding.Rule.Code} {finding.Message(Language.Chinese)}\n");
            }
        }

        Golden.Matches(Repository.At("tests", "YuGong.Acceptance", "Posters", "HardCases.golden.txt"), $"{orders.Count} posters\n{report}");
    }

    [Fact]
    public void Hard_cases_look_as_they_did()
    {
        var rows = orders.Where(o => o.Story is not null).GroupBy(o => o.Name.Subject).ToList();
        var cells = rows.SelectMany((row, y) =>
            Shown.Select((name, x) => row.FirstOrDefault(o => $"{o.Name.Design}-{o.Name.Shape}" == name) is { } order
                ? Small(order, x, y) : null)).OfType<Mark>().ToList();
        var page = new PageBox(Unit.Pixel, Shown.Length * (Cell + Gap), rows.Count * (Cell + Gap), 0, 0);
        var sheet = new Scene(new("hard", "cases", "sheet"), "", "", true, page, [],
            [new("all", "all", [new PathMark(Outline.Of(page.Full), new Solid(new(120, 120, 120))), .. cells])]);
        using var raster = RasterWriter.Draw(sheet, 96, new GlyphOutlines(font => Type.Fonts.Of(font).File), new ScenePictures(1));
        var golden = Repository.At("tests", "YuGong.Acceptance", "Posters", "HardCases.golden.webp");
        var drawn = raster.Webp();
        if (Golden.Accepting)
        {
            File.WriteAllBytes(golden, drawn);
        }

        // Versions of the encoder and of Skia round edges differently: up to 1 in 500 bytes may be off by more than 32 of 255.
        var (was, now) = (Pictures.Unpack(File.ReadAllBytes(golden)), Pictures.Unpack(drawn));
        Assert.Equal((was.Width, was.Height), (now.Width, now.Height));
        var off = was.Pixels.Zip(now.Pixels).Count(p => Math.Abs(p.First - p.Second) > 32);
        Assert.True(off <= was.Pixels.Length / 500, $"{off} of {was.Pixels.Length} bytes differ");
    }

    private static Group? Small(PosterJob order, int x, int y)
    {
        if (order.Compose(new()) is not { } scene)
        {
            return null;
        }

        var trim = scene.Page.Trim;
        var scale = Cell / Math.Max(trim.Width, trim.Height);
        var place = Matrix.Translation((x * (Cell + Gap)) + ((Cell - (trim.Width * scale)) / 2) + (Gap / 2),
            (y * (Cell + Gap)) + ((Cell - (trim.Height * scale)) / 2) + (Gap / 2));
        return new([new Group([.. scene.Layers.SelectMany(l => l.Marks)], Clip: Outline.Of(trim))],
            Move: place.After(Matrix.Scale(scale, scale)));
    }
}
