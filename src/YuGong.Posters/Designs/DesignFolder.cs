using YuGong.Content;
using YuGong.Posters.Fonts;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>The designs of a theme: <c>posters/NAME/SHAPE.svg</c>, and those of certificates beside them.</summary>
public static class DesignFolder
{
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
            .. InputFiles.Scan(folder).Where(f => f.Path.EndsWith(".svg", StringComparison.Ordinal))
                .Select(f => TextFile.Read(Path.Combine(folder, f.Path), $"{themePath}/{kind}/{f.Path}", f.Size, new Phrase("设计", "design"), diagnostics))
                .OfType<SourceFile>()
                .Select(file => DesignReader.Read(file, stacks, diagnostics))
                .OfType<Design>(),
        ];
    }
}
