using System.Text;
using Microsoft.AspNetCore.Http;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>How a request of another origin is refused: in words, and for somebody who followed a link with a way on.</summary>
internal static class ForeignRequest
{
    /// <param name="start">Where the link leads: a page of ours asks for it, so it is answered.</param>
    public static Task RefuseAsync(HttpContext context, string why, string start)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (context.Request.Headers["Sec-Fetch-Mode"] != "navigate")
        {
            return DeskJson.WriteAsync(context, new { error = why });
        }

        var page = Html.Of($"""
            <!DOCTYPE html>
            <html lang="zh-Hans"><head><meta charset="utf-8"><title>从别处来的链接</title></head>
            <body><main><h1>从别处来的链接</h1><p>{why}</p><p><a href="{start}">从头打开</a></p></main></body></html>

            """);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(page.Text), context.RequestAborted).AsTask();
    }
}
