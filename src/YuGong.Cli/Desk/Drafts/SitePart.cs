using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build.Faults;
using YuGong.Build.Live;
using YuGong.Desk;
using YuGong.Pages;
using YuGong.Publishing;

namespace YuGong.Cli;

/// <summary>
/// The whole site as editors see it, below <c>/desk/site/</c>: with drafts and samples, from memory, rebuilt as files change.
/// </summary>
internal sealed class SitePart(DraftRenderer site) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(DraftRenderer.LinkRoot + "/{**path}", (HttpContext context, string? path) => AnswerAsync(context, path ?? ""))
            .For(DeskAction.Read);
    }

    private async Task AnswerAsync(HttpContext context, string path)
    {
        if (path.Length == 0 && context.Request.Path.Value == DraftRenderer.LinkRoot)
        {
            context.Response.Redirect(DraftRenderer.LinkRoot + "/"); // routes do not see the slash at the end
            return;
        }

        var name = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        context.Response.Headers.ContentSecurityPolicy = SiteHeaders.ContentSecurityPolicy;
        try
        {
            var bytes = site.Get(name);
            if (bytes is null && site.Get(name + "/index.html") is not null)
            {
                context.Response.Redirect($"{DraftRenderer.LinkRoot}/{path}/");
                return;
            }

            if (bytes is null)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                (name, bytes) = ("404.html", site.Get("404.html"));
            }

            await DeskFiles.SendAsync(context, name, bytes);
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not OperationCanceledException)
        {
            await DeskPage.WriteFaultAsync(context, Fault.Of(e, "desk"));
        }
    }
}
