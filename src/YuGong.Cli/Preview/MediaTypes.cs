namespace YuGong.Cli;

/// <summary>Media types of the files that a site has (RFC 6838 registry names).</summary>
internal static class MediaTypes
{
    public static string Of(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        ".woff2" => "font/woff2",
        ".json" => "application/json",
        ".ndjson" => "application/x-ndjson; charset=utf-8",
        ".xml" => "application/xml",
        ".txt" => "text/plain; charset=utf-8",
        ".vtt" => "text/vtt; charset=utf-8",
        ".mp4" => "video/mp4",
        ".webm" => "video/webm",
        ".pdf" => "application/pdf",
        _ => "application/octet-stream",
    };
}
