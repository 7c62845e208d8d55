using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace YuGong.Cli;

/// <summary>
/// Which requests desk and preview answer: those of their own pages, of an address bar and of programs. A page of another origin, another
/// port of this machine included, gets nothing, whatever it asks for and by whatever method: drafts are not to be read by including them.
/// Each sign that a browser sends must agree (Fetch Metadata, Origin, Referer); a browser that sends none of them keeps what it loaded from
/// the foreign page by <c>Cross-Origin-Resource-Policy</c>.
/// </summary>
/// <param name="names">Host names under which we may be asked; any other is an attempt to reach us by a foreign name (DNS
/// rebinding).</param>
/// <param name="ownPortOnly">Whether a Host that names a port must name ours; false where somebody may forward ports.</param>
internal sealed class SameOriginPolicy(IReadOnlyList<string> names, bool ownPortOnly)
{
    /// <summary>What we are called behind a proxy, each as it stands in Host; it has ports of its own.</summary>
    public IReadOnlyList<string> PublicHosts { get; init; } = [];

    /// <summary>What this machine is called by itself.</summary>
    public static IReadOnlyList<string> Loopback { get; } = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>Why a request is not answered; null when it may be.</summary>
    /// <param name="isLink">Whether somebody from elsewhere may lead here: only the name is judged then.</param>
    public string? Reject(HttpRequest request, bool isLink = false)
    {
        var (headers, host) = (request.Headers, request.Host);
        var own = $"{request.Scheme}://{host}";
        var isOurPort = !ownPortOnly || host.Port is null || host.Port == request.HttpContext.Connection.LocalPort;
        var isOurs = (names.Contains(host.Host, StringComparer.OrdinalIgnoreCase) && isOurPort)
            || PublicHosts.Contains(host.Value, StringComparer.OrdinalIgnoreCase);
        return !isOurs ? $"这里不叫“{host}”。请用启动时打印的地址。"
            : isLink || (Agrees(headers["Sec-Fetch-Site"], site => site is "same-origin" or "none")
                && Agrees(headers.Origin, origin => origin.Equals(own, StringComparison.OrdinalIgnoreCase))
                && Agrees(headers.Referer, page => IsOwn(page, own)))
            ? null : "这个请求来自别的网站,不接受。";
    }

    /// <summary>
    /// On every answer: nothing of it can be included, framed, sniffed as another type or held by a window of another origin.
    /// </summary>
    public static void Protect(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    /// <summary>A sign that is not there says nothing; one that is there twice is no browser's.</summary>
    private static bool Agrees(StringValues sign, Func<string, bool> isOwn) =>
        sign.Count == 0 || (sign.Count == 1 && isOwn(sign.ToString()));

    private static bool IsOwn(string page, string own) =>
        Uri.TryCreate(page, UriKind.Absolute, out var from)
            && $"{from.Scheme}://{from.Authority}".Equals(own, StringComparison.OrdinalIgnoreCase);
}
