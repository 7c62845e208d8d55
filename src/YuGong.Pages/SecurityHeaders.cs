namespace YuGong.Pages;

/// <summary>The answer headers a static site should have, once, for the servers people use.</summary>
public static class SecurityHeaders
{
    /// <summary>The same policy as in the pages' meta element, with what only a header can say.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static IReadOnlyList<(string Name, string Value)> All { get; } =
    [
        ("Content-Security-Policy", ContentSecurityPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    private const string Forever = "public, max-age=31536000, immutable";
    private const string Soon = "public, max-age=300, must-revalidate";

    /// <summary>
    /// For Netlify, Cloudflare Pages and others that read <c>_headers</c>. They join the values of all rules that match, so
    /// pages are left to the host's own rule, which is to ask again.
    /// </summary>
    public static string ForNetlify() =>
        "/*\n" + string.Concat(All.Select(h => $"  {h.Name}: {h.Value}\n")) + $"\n/assets/*\n  Cache-Control: {Forever}\n";

    public static string ForNginx() =>
        "# 放进 server { … };root 指向 output/。由测试与页面的策略核对,不要手改。\n"
        + string.Concat(All.Select(h => $"add_header {h.Name} \"{h.Value}\" always;\n"))
        + "error_page 404 /404.html;\nerror_page 410 /410.html;\nindex index.html;\ncharset utf-8;\nserver_tokens off;\n\n"
        + $"location / {{\n    if (-f $document_root$uri/gone) {{ return 410; }}\n    try_files $uri $uri/ =404;\n    add_header Cache-Control \"{Soon}\" always;\n"
        + string.Concat(All.Select(h => $"    add_header {h.Name} \"{h.Value}\" always;\n")) + "}\n\n"
        + $"location /assets/ {{\n    add_header Cache-Control \"{Forever}\" always;\n    add_header X-Content-Type-Options \"nosniff\" always;\n}}\n";

    public static string ForCaddy() =>
        "# 放进站点块;root 指向 output/。由测试与页面的策略核对,不要手改。\n"
        + "header {\n" + string.Concat(All.Select(h => $"    {h.Name} \"{h.Value}\"\n")) + $"    Cache-Control \"{Soon}\"\n    -Server\n}}\n"
        + $"header /assets/* Cache-Control \"{Forever}\"\n@gone file {{path}}/gone\nerror @gone 410\nencode zstd gzip\nfile_server\nhandle_errors {{\n    @410 expression {{err.status_code}} == 410\n    rewrite @410 /410.html\n    @404 expression {{err.status_code}} != 410\n    rewrite @404 /404.html\n    file_server\n}}\n";
}
