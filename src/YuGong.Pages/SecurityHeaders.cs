namespace YuGong.Pages;

public sealed record SecurityHeader(string Name, string Value);

/// <summary>The answer headers a static site should have, once, for the servers people use.</summary>
public static class SecurityHeaders
{
    private const string InPages =
        "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; media-src 'self'; "
            + "connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'";

    private const string OwnFrames = "frame-ancestors 'self'";

    /// <summary>The same policy as in the pages' meta element, with what only a header can say.</summary>
    public const string ContentSecurityPolicy = $"{InPages}; {OwnFrames}";

    /// <summary>The policy of <c>/embed/</c>: cards that other people's pages show in a frame.</summary>
    public const string EmbedPolicy = $"{InPages}; frame-ancestors *";

    /// <summary>Folders that other people's scripts may read: documents, feeds, pictures and manifests for their viewers.</summary>
    public static IReadOnlyList<string> Open { get; } = ["api", "feeds", "iiif"];

    public static IReadOnlyList<SecurityHeader> All { get; } =
    [
        new(Policy, ContentSecurityPolicy),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    private const string Policy = "Content-Security-Policy";
    private const string Forever = "public, max-age=31536000, immutable";
    private const string Soon = "public, max-age=300, must-revalidate";

    /// <summary>
    /// For Netlify, Cloudflare Pages and others that read <c>_headers</c>. They join the values of all rules that match: what
    /// holds for all pages but the cards is said folder by folder, and how long pages are kept is left to the host.
    /// </summary>
    /// <param name="folders">The first folders of all pages: people, hall …</param>
    public static string ForNetlify(IEnumerable<string> folders) =>
        "/*\n" + Lines("  ", All.Select(h => h.Name == Policy ? new(h.Name, InPages) : h))
        + string.Concat(folders.Where(f => f != "embed").Select(f => $"/{f}/*").Prepend("/")
            .Select(place => $"\n{place}\n  {Policy}: {OwnFrames}\n"))
        + string.Concat(Open.Select(f => $"\n/{f}/*\n  Access-Control-Allow-Origin: *\n"))
        + $"\n/assets/*\n  Cache-Control: {Forever}\n";

    public static string ForNginx() =>
        "# 放进 server { … };root 指向 output/。由测试与页面的策略核对,不要手改。\n"
        + Nginx("", All)
        + "error_page 404 /404.html;\nerror_page 410 /410.html;\nindex index.html;\ncharset utf-8;\nserver_tokens off;\n\n"
        + $"location / {{\n    if (-f $document_root$uri/gone) {{ return 410; }}\n    try_files $uri $uri/ =404;"
            + $"\n{Nginx("    ", All.Append(new("Cache-Control", Soon)))}}}\n\n"
        + $"location /embed/ {{\n    try_files $uri $uri/ =404;"
            + $"\n{Nginx("    ", All.Select(h => h.Name == Policy ? new(h.Name, EmbedPolicy) : h).Append(new("Cache-Control", Soon)))}"
                + $"}}\n\n"
        + $"location ~ ^/({string.Join('|', Open)})/ {{\n    try_files $uri $uri/ =404;"
            + $"\n{Nginx("    ", All.Append(new("Cache-Control", Soon)).Append(new("Access-Control-Allow-Origin", "*")))}}}\n\n"
        + $"location /assets/ {{\n{Nginx("    ", [new("Cache-Control", Forever), new("X-Content-Type-Options", "nosniff")])}}}\n";

    public static string ForCaddy() =>
        "# 放进站点块;root 指向 output/。由测试与页面的策略核对,不要手改。\n"
        + $"header {{\n{Caddy(All.Where(h => h.Name != Policy))}    -Server\n}}\n"
        + $"@page not path /embed/*\nheader @page {Policy} \"{ContentSecurityPolicy}\"\n@embed path /embed/*\nheader @embed {Policy} "
            + $"\"{EmbedPolicy}\"\n"
        + $"@open path {string.Join(' ', Open.Select(f => $"/{f}/*"))}\nheader @open Access-Control-Allow-Origin *\n"
        + $"@soon not path /assets/*\nheader @soon Cache-Control \"{Soon}\"\n@forever path /assets/*\nheader @forever Cache-Control "
            + $"\"{Forever}\"\n"
        + "@gone file {path}/gone\nerror @gone 410\nencode zstd gzip\nfile_server\nhandle_errors {\n    @410 expression "
            + "{err.status_code} == 410\n    rewrite @410 /410.html\n    @404 expression {err.status_code} != 410\n    rewrite @404 "
            + "/404.html\n    file_server\n}\n";

    private static string Lines(string indent, IEnumerable<SecurityHeader> headers) =>
        string.Concat(headers.Select(h => $"{indent}{h.Name}: {h.Value}\n"));

    private static string Nginx(string indent, IEnumerable<SecurityHeader> headers) =>
        string.Concat(headers.Select(h => $"{indent}add_header {h.Name} \"{h.Value}\" always;\n"));

    private static string Caddy(IEnumerable<SecurityHeader> headers) => string.Concat(headers.Select(h => $"    {h.Name} \"{h.Value}\"\n"));
}
