using System.Xml.Linq;
using Xunit;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;
using YuGong.Tests.Support;

namespace YuGong.Tests.Collection;

/// <summary>Our own drawings in input/ are plain shapes, and are right in what they show.</summary>
public sealed class DrawingsTests
{
    private const string FileName = "drawing.svg";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Objects =>
    [
        .. Directory.GetFiles(Repository.At("input", "objects"), FileName, SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_drawing_needs_nothing_but_itself(string id)
    {
        var root = XElement.Load(PathOf(id));
        Assert.Equal(["svg", "title", "desc", "g", "path"],
            root.DescendantsAndSelf().Select(e => e.Name.LocalName).Distinct()
            .OrderBy(n => Array.IndexOf(["svg", "title", "desc", "g", "path"], n)));
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(),
            a => a.Name.LocalName is "href" or "style"
            || (a.Name.LocalName == "class" && a.Value is not ("callout" or "dimension"))
            || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)
            || a.Value.Contains("url("));
        Assert.Contains("示意图，非历史照片", root.Element(Svg + "title")!.Value);
        Assert.True(new FileInfo(PathOf(id)).Length < 300_000);
    }

    [Theory]
    [InlineData("great-hall-dome", "plan-meridians", 36)]
    [InlineData("great-hall-dome", "plan-rings", 19)]
    [InlineData("daqiangba-water-tower", "plan-columns", 18)]
    public void What_a_source_counts_the_drawing_counts(string id, string group, int count) =>
        Assert.Equal(count, XElement.Load(PathOf(id)).Descendants(Svg + "g").Single(g => g.Attribute("id")?.Value == group)
            .Elements(Svg + "path").Count());

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_poster_shows_the_view_without_the_sheet_around_it(string id)
    {
        var (whole, view) = (MarksOf(PathOf(id), null)!, MarksOf(PathOf(id), "view")!);
        Assert.True(view.Count < whole.Count && view.Count > 20);
        Assert.Contains(whole.OfType<PathMark>(), m => m.Outline.Extent is { Width: > 1500, Height: > 1100 });
    }

    [Theory]
    [InlineData("<text>字</text>")]
    [InlineData("<image href=\"https://example.org/x.png\"/>")]
    [InlineData("<path d=\"M0 0H9\" stroke=\"url(#far)\"/>")]
    public void A_drawing_with_more_than_plain_shapes_is_left_to_the_raster(string inside)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("yugong-svg-").FullName, "x.svg");
        File.WriteAllText(file,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"4\" height=\"4\"/>{inside}</svg>");
        Assert.Null(MarksOf(file, null));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static IReadOnlyList<Mark>? MarksOf(string path, string? part) =>
        ((Group?)VectorPicture.Read(path, part, new(0, 0, 1600, 1200), Fit.Contain))?.Marks;

    private static string PathOf(string id) => Repository.At("input", "objects", id, FileName);
}
