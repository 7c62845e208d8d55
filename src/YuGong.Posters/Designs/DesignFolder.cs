using YuGong.Content;
using YuGong.Posters.Fonts;
using YuGong.Posters.Svg;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>
/// The designs of a theme: <c>posters/NAME/SHAPE.svg</c>, and those of certificates beside them. Drawings in folders of a design are
/// what it links to.
/// </summary>
public static class DesignFolder
{
    /// <summary>Designs embed pictures.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    private static readonly Phrase Kind = new("设计", "design");

    /// <param name="themePath">As people know it: <c>themes/yugong</c>.</param>
    public static IReadOnlyList<Design> Read(string themeFolder, string themePath, PosterFonts fonts, Diagnostics diagnostics,
        string kind = "posters")
    {
        var folder = Path.Combine(themeFolder, kind);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var stacks = fonts.Stacks.Keys.ToList();
        return
        [
            .. InputFiles.Scan(folder, themeFolder).Where(f => !f.IsRefused
                    && f.Path.EndsWith(".svg", StringComparison.Ordinal) && f.Path.Count(c => c == '/') == 1)
                .Select(f => TextFile.Read(
                    Path.Combine(folder, f.Path), $"{themePath}/{kind}/{f.Path}", f.Size, Kind, diagnostics, MostBytes) is { } file
                    ? DesignReader.Read(file, stacks, diagnostics, AssetsOf(file, f.Path))
                    : null)
                .OfType<Design>(),
        ];

        SvgAssets AssetsOf(SourceFile file, string path) =>
            new(Path.GetDirectoryName(Path.Combine(folder, path)), file.Path[..file.Path.LastIndexOf('/')], themeFolder);
    }
}
