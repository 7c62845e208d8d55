using YuGong.Posters.Fonts;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>The designs of a theme: <c>posters/NAME/SHAPE.svg</c>.</summary>
public static class DesignFolder
{
    /// <param name="themePath">As people know it: <c>themes/yugong</c>.</param>
    public static IReadOnlyList<Design> Read(string themeFolder, string themePath, PosterFonts fonts, Diagnostics diagnostics)
    {
        var folder = Path.Combine(themeFolder, "posters");
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var stacks = fonts.Stacks.Keys.ToList();
        return
        [
            .. Directory.GetFiles(folder, "*.svg", SearchOption.AllDirectories)
                .Select(path => (Path: path, Name: $"{themePath}/posters/{System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/')}"))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => DesignReader.Read(new(f.Name, File.ReadAllText(f.Path)), stacks, diagnostics))
                .OfType<Design>(),
        ];
    }
}
