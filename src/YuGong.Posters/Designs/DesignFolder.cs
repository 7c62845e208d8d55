using YuGong.Posters.Fonts;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>The designs of a theme: <c>posters/NAME/SHAPE.svg</c>, and those of certificates beside them.</summary>
public static class DesignFolder
{
    /// <param name="themePath">As people know it: <c>themes/yugong</c>.</param>
    public static IReadOnlyList<Design> Read(string themeFolder, string themePath, PosterFonts fonts, Diagnostics diagnostics, string kind = "posters")
    {
        var folder = Path.Combine(themeFolder, kind);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var stacks = fonts.Stacks.Keys.ToList();
        return
        [
            .. Directory.GetFiles(folder, "*.svg", SearchOption.AllDirectories)
                .Select(path => (Path: path, Name: $"{themePath}/{kind}/{System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/')}"))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => DesignReader.Read(new(f.Name, File.ReadAllText(f.Path)), stacks, diagnostics))
                .OfType<Design>(),
        ];
    }
}
