namespace YuGong.Pages;

/// <summary>How the files of one ending travel.</summary>
/// <param name="Ending">Without its dot: <c>html</c>.</param>
/// <param name="Type">As in <c>Content-Type</c>, with the character set where the type has one.</param>
/// <param name="IsText">It shrinks when it is packed.</param>
public sealed record MediaType(string Ending, string Type, bool IsText = false);

/// <summary>
/// Media types of the files that a site has (RFC 6838 registry names), the same for our own servers and for those that we write files for.
/// </summary>
public static class MediaTypes
{
    /// <summary>What nobody knows.</summary>
    public const string Unknown = "application/octet-stream";

    public static IReadOnlyList<MediaType> All { get; } =
    [
        new("html", "text/html; charset=utf-8", IsText: true),
        new("css", "text/css; charset=utf-8", IsText: true),
        new("js", "text/javascript; charset=utf-8", IsText: true),
        new("txt", "text/plain; charset=utf-8", IsText: true),
        new("md", "text/markdown; charset=utf-8", IsText: true),
        new("vtt", "text/vtt; charset=utf-8", IsText: true),
        new("json", "application/json", IsText: true),
        new("ndjson", "application/x-ndjson; charset=utf-8", IsText: true),
        new("webmanifest", "application/manifest+json", IsText: true),
        new("xml", "application/xml", IsText: true),
        new("svg", "image/svg+xml", IsText: true),
        new("csv", "text/csv; charset=utf-8", IsText: true),
        new("png", "image/png"),
        new("jpg", "image/jpeg"),
        new("jpeg", "image/jpeg"),
        new("webp", "image/webp"),
        new("avif", "image/avif"),
        new("gif", "image/gif"),
        new("tif", "image/tiff"),
        new("ico", "image/x-icon"),
        new("woff2", "font/woff2"),
        new("woff", "font/woff"),
        new("mp3", "audio/mpeg"),
        new("m4a", "audio/mp4"),
        new("mp4", "video/mp4"),
        new("webm", "video/webm"),
        new("pdf", "application/pdf"),
        new("zip", "application/zip"),
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ];

    /// <summary>Feeds: two endings, the last of which says too little.</summary>
    public static IReadOnlyList<MediaType> Feeds { get; } =
    [
        new("atom.xml", "application/atom+xml", IsText: true),
        new("rss.xml", "application/rss+xml", IsText: true),
    ];

    /// <summary>Every type that is worth packing, once.</summary>
    public static IEnumerable<string> Texts => All.Concat(Feeds).Where(t => t.IsText).Select(t => t.Type).Distinct(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> ByEnding =
        All.ToDictionary(t => "." + t.Ending, t => t.Type, StringComparer.Ordinal);

    /// <param name="name">Of a file, with or without its folders.</param>
    public static string Of(string name) =>
        Feeds.FirstOrDefault(t => name.EndsWith("." + t.Ending, StringComparison.Ordinal))?.Type
        ?? ByEnding.GetValueOrDefault(Path.GetExtension(name).ToLowerInvariant(), Unknown);
}
