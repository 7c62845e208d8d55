using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace YuGong.Cli;

/// <summary>
/// Stands before everything: foreign names (DNS rebinding), foreign pages (CSRF) and bodies that a form could send are refused
/// before anybody is asked who they are.
/// </summary>
internal sealed class DeskGuard(DeskListening listening)
{
    /// <summary>A page of another port of this machine may ask whether a desk is here (Decap's <c>local_backend</c>), and nothing else.</summary>
    public const string AskedFromNextDoor = "info";

    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!listening.Hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            return RefuseAsync(context, HttpStatusCode.Forbidden, $"编辑台不叫“{request.Host.Host}”。请用启动时打印的地址。");
        }

        var origin = request.Headers.Origin.ToString();
        var own = origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
        var invited = !own && listening.Origins.Contains(origin, StringComparer.Ordinal);
        var nextDoor = !own && !invited && IsLoopback(origin) && listening.Certificate is null;
        if (!own && !invited && !nextDoor)
        {
            return RefuseAsync(context, HttpStatusCode.Forbidden, "这个请求来自别的网站,编辑台不接受。");
        }

        if (!own)
        {
            response.Headers.AccessControlAllowOrigin = origin;
            response.Headers.Vary = HeaderNames.Origin;
            context.Items[AskedFromNextDoor] = nextDoor;
        }

        if (HttpMethods.IsOptions(request.Method))
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            response.Headers.AccessControlAllowMethods = "GET,HEAD,PUT,PATCH,POST,DELETE";
            response.Headers.AccessControlAllowHeaders = request.Headers.AccessControlRequestHeaders;
            return Task.CompletedTask;
        }

        // A navigation from elsewhere may look at a page; nothing that writes comes from another site, whatever the browser says of Origin.
        var writes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        if (writes && own && request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            return RefuseAsync(context, HttpStatusCode.Forbidden, "这个请求来自别的网站,编辑台不接受。");
        }

        // JSON cannot be sent by a form, and from another origin only after a preflight.
        return writes && !IsJson(request.ContentType) && !IsForm(request.Path)
            ? RefuseAsync(context, HttpStatusCode.UnsupportedMediaType, "编辑台只接受 Content-Type: application/json。")
            : next(context);
    }

    public static Task RefuseAsync(HttpContext context, HttpStatusCode status, string message)
    {
        context.Response.StatusCode = (int)status;
        return DeskJson.WriteAsync(context, new { error = message });
    }

    /// <summary>The one form that a page without script may send: logging in. It carries its own token.</summary>
    private static bool IsForm(PathString path) => path == "/desk/login";

    private static bool IsJson(string? type) => MediaTypeHeaderValue.TryParse(type, out var parsed) && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Scheme is "http" or "https" && from.Host is "localhost" or "127.0.0.1";
}
