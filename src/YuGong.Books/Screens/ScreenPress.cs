using YuGong.Manuscripts;
using YuGong.Posters.Flow;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;
using YuGong.Text;

namespace YuGong.Books.Screens;

/// <summary>An article as pictures for phones, 1080 px wide: one long one, or pages to swipe.</summary>
public static class ScreenPress
{
    /// <summary>As in <c>--for</c>, and as the theme's formats are called.</summary>
    public const string LongPicture = "long-picture", Carousel = "carousel";

    /// <summary>The folder of a theme with its design.</summary>
    public const string Folder = "articles";

    /// <summary>Pixels.</summary>
    public const int Width = 1080;

    /// <summary>Bytes of a file that every usual place takes.</summary>
    public const int LargestFile = 5_000_000;

    /// <summary>Changes when the same article would be drawn differently.</summary>
    private const string Recipe = "screens 1";

    /// <summary>Equal when the files would be the same, byte for byte.</summary>
    public static Fingerprint KeyOf(IReadOnlyList<Scene> scenes) =>
        scenes.Aggregate(Fingerprint.Of($"{Recipe} | {ScenePainter.Engines}"), (sum, scene) => sum.With(scene.Key));

    /// <summary>Its pictures as scenes, in order; null, with findings, where the theme, its fonts or the text do not allow them.</summary>
    /// <param name="place">Of the entry.</param>
    public static IReadOnlyList<Scene>? Set(ScreenRequest request, string target, SourceSpan place, Diagnostics findings)
    {
        if (request.Design.Formats.FirstOrDefault(f => f.Name == target) is not { } page)
        {
            findings.Report(BookRules.NoSuchFormat, place, target, Phrase.List(request.Design.Formats.Select(f => f.Name)));
            return null;
        }

        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var files = target == LongPicture ? new LongPicture(request, page, missing).Files()
            : new Carousel(request, page, missing).Files(place, findings);
        if (missing.Count > 0)
        {
            findings.Report(BookRules.MissingGlyph, place, string.Join(' ', missing));
            return null;
        }

        return files?.Select((file, i) => SceneOf(request, page, file, $"{target}-{i + 1}")).ToList();
    }

    /// <summary>Files by name: PNG, in which type is sharp; JPEG where that would be too large.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Draw(ScreenRequest request, IReadOnlyList<Scene> scenes)
    {
        var painter = new ScenePainter(GlyphOutlines.Of(request.Design.Fonts));
        return
        [
            .. scenes.Select((scene, i) =>
            {
                using var raster = painter.Paint(scene, Width);
                var png = raster.Png();
                return png.Length <= LargestFile ? ($"{i + 1:00}.png", png) : ($"{i + 1:00}.jpg", raster.Jpeg());
            }),
        ];
    }

    private static Scene SceneOf(ScreenRequest request, PageDesign page, (double Height, IReadOnlyList<Mark> Marks) file, string shape)
    {
        var fonts = file.Marks.OfType<GlyphRun>().Select(r => r.Font).Distinct().ToList();
        return new(new(request.Name, "article", shape), request.Article.Title, string.Join("、", request.Organizers), false,
            new(Unit.Millimetre, page.Width, file.Height, 0, 0), fonts, [new("page", "", file.Marks)]);
    }
}
