using YuGong.Content;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Posters.Svg;

/// <summary>The files that a drawing links to: beside it, and never outside the theme.</summary>
/// <param name="Folder">Of the drawing, on disk; null where nothing may be linked to.</param>
/// <param name="Path">The same as people know it.</param>
/// <param name="Root">Outside of it nothing is read.</param>
internal sealed record SvgAssets(string? Folder, string Path, string? Root)
{
    public static SvgAssets None { get; } = new(null, "", null);

    /// <summary>Contents of everything that was read, in the order of reading.</summary>
    public List<Fingerprint> Contents { get; } = [];

    /// <summary>The full path of a linked file; null when it is not there, or not to be read.</summary>
    public string? Find(string href)
    {
        var words = href.Split('?', '#')[0];
        if (Folder is null || Root is null || words.Length == 0 || words.Contains(':', StringComparison.Ordinal) || words[0] is '/' or '\\')
        {
            return null;
        }

        var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(Folder, Uri.UnescapeDataString(words)));
        var root = System.IO.Path.GetFullPath(Root) + System.IO.Path.DirectorySeparatorChar;
        return full.StartsWith(root, StringComparison.Ordinal) && File.Exists(full) && PlainFile.IsSafe(full) ? full : null;
    }

    /// <summary>The name of a file beside the drawing that is most like the one asked for.</summary>
    public string? Nearest(string href)
    {
        var wanted = System.IO.Path.GetFileName(href.Replace('\\', '/'));
        return Folder is null || !Directory.Exists(Folder) || wanted.Length == 0 ? null
            : Suggestion.Nearest(wanted, Directory.EnumerateFiles(Folder).Select(f => System.IO.Path.GetFileName(f)!)
                .Where(f => !IsSvg(f) || IsSvg(wanted))
                .Order(StringComparer.Ordinal).ToList());
    }

    private static bool IsSvg(string name) => name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);

    /// <summary>As people know a file.</summary>
    public string NameOf(string full) =>
        $"{Path}/{System.IO.Path.GetRelativePath(Folder!, full).Replace('\\', '/')}";
}
