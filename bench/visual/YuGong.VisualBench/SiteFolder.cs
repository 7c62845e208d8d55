using Microsoft.Playwright;

namespace YuGong.VisualBench;

/// <summary>Answers a browser out of a folder: no server, no port.</summary>
internal sealed class SiteFolder(string folder)
{
    public const string Origin = "http://site.test";

    public async Task AnswerAsync(IRoute route)
    {
        var path = Uri.UnescapeDataString(new Uri(route.Request.Url).AbsolutePath).TrimStart('/');
        var file = Path.Combine(folder, path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path);
        if (!route.Request.Url.StartsWith(Origin, StringComparison.Ordinal) || !File.Exists(file))
        {
            await route.FulfillAsync(new() { Status = 404, Body = "" });
            return;
        }

        await route.FulfillAsync(new() { Path = file, ContentType = TypeOf(Path.GetExtension(file)) });
    }

    private static string TypeOf(string extension) => extension switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".avif" => "image/avif",
        ".webp" => "image/webp",
        ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".mp4" => "video/mp4",
        _ => "application/octet-stream",
    };
}
