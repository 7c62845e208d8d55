using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace YuGong.Cli;

/// <summary>
/// Stands before everything: foreign names (DNS rebinding), foreign pages (CSRF, inclusion) and bodies that a form could send are refused
/// before anybody is asked who they are.
/// </summary>
internal sealed class RequestFilter(DeskListening listening)
{
    private readonly SameOriginPolicy policy =
        new(listening.Hosts, ownPortOnly: listening.Certificate is null) { PublicHosts = listening.PublicHosts };

    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        SameOriginPolicy.Protect(context.Response);
        if (NotByProxy(context) is { } open)
        {
            return RefuseAsync(context, HttpStatusCode.Forbidden, open);
        }

        // A link in a mail or a chat leads here from elsewhere; the page does nothing, and its token is what lets in.
        var isShown = OutsideLinks.IsOpen(request.Path.Value ?? "") && HttpMethods.IsGet(request.Method)
            && request.Headers["Sec-Fetch-Mode"] == "navigate";
        if (policy.Reject(request, isLink: isShown) is { } why)
        {
            return ForeignRequest.RefuseAsync(context, why, "/desk/");
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return next(context);
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD, POST";
            return RefuseAsync(context, HttpStatusCode.MethodNotAllowed, "编辑台不接受这种请求。");
        }

        // JSON cannot be sent by a form, and from another origin only after a preflight, which is refused above.
        return !IsJson(request.ContentType) && !IsForm(request.Path)
            ? RefuseAsync(context, HttpStatusCode.UnsupportedMediaType, "编辑台只接受 Content-Type: application/json。")
            : next(context);
    }

    public static Task RefuseAsync(HttpContext context, HttpStatusCode status, string message)
    {
        context.Response.StatusCode = (int)status;
        return DeskJson.WriteAsync(context, new { error = message });
    }

    /// <summary>Why nobody is answered who did not come through a proxy of ours that keeps the line private; null where they did.</summary>
    private string? NotByProxy(HttpContext context) =>
        listening.ForProxiesOnly && !listening.Operations.Proxies.Contains(TrustedProxies.PeerOf(context))
            ? "这里只回答 --forwarded-from 里的代理。"
        : listening.PublicHosts.Contains(context.Request.Host.Value, StringComparer.OrdinalIgnoreCase) && !context.Request.IsHttps
            ? "代理没有说访客用的是 https:代理要在 --forwarded-from 里,并写 X-Forwarded-Proto。"
        : null;

    /// <summary>
    /// The forms that a page without script may send: logging in and out, an expert's scores. Each carries a token of its own.
    /// </summary>
    private static bool IsForm(PathString path) => path == "/desk/login" || OutsideLinks.IsForm(path.Value ?? "");

    private static bool IsJson(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed)
        && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
}
