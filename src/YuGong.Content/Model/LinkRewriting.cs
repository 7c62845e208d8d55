namespace YuGong.Content;

public static class LinkRewriting
{
    /// <summary>
    /// Turns an address as people write it into one for a page: files beside the entry get its address, <c>LinkRoot</c> goes
    /// in front, and <c>index.html</c> is named where the settings do not hide it.
    /// </summary>
    public static Func<string, string> LinkRewriter(this Settings settings, string entryAddress) => written =>
        written.Length == 0 || written[0] == '#' || written.Contains(':', StringComparison.Ordinal) ? written
        : settings.Link(written[0] == '/' ? written : entryAddress + written + (NeedsJpeg(written) ? ".jpg" : ""));

    /// <summary>Pictures that browsers do not show.</summary>
    internal static bool NeedsJpeg(string file) =>
        Path.GetExtension(file) is var suffix
            && (suffix.StartsWith(".tif", StringComparison.OrdinalIgnoreCase)
            || suffix.StartsWith(".hei", StringComparison.OrdinalIgnoreCase));

    /// <summary>The address for a page of a path on this site such as <c>/people/x/</c>, with its anchor if any.</summary>
    public static string Link(this Settings settings, string path)
    {
        var hash = path.IndexOf('#', StringComparison.Ordinal);
        var (place, anchor) = hash < 0 ? (path, "") : (path[..hash], path[hash..]);
        return settings.LinkRoot + place + (!settings.LinkHideIndexPages && place.EndsWith('/') ? "index.html" : "") + anchor;
    }

    /// <summary>A file's address with scheme and host; it never gains an <c>index.html</c>.</summary>
    public static string AbsoluteFile(this Settings settings, string path) => settings.Origin + settings.LinkRoot + path;

    /// <summary>The same with scheme and host, for search engines, cards and printed codes.</summary>
    public static string Absolute(this Settings settings, string path) => settings.Origin + settings.Link(path);
}
