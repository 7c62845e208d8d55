using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;
using YuGong.Pages;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// <c>/admin/</c>: Decap from <c>desk/node_modules</c> (<c>npm ci</c>), our page around it from <c>desk/admin</c>. Nothing comes from
/// outside.
/// </summary>
internal sealed class AdminPart(string deskFolder) : IEndpoints
{
    /// <summary>Decap compiles its schemas at run time (ajv), styles its parts in place, and shows pictures from memory.</summary>
    public const string Policy =
        "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src "
            + "'self' data:; connect-src 'self' blob:; "
        + "frame-src 'self' blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    public static string Decap(string deskFolder) => Path.Combine(deskFolder, "node_modules", "decap-cms", "dist");

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/admin/{**path}",
            context => context.Request.Path == "/admin"
            ? Away(context, "/admin/") : SendAsync(context, Path.Combine(deskFolder, "admin"),
            context.Request.RouteValues["path"] as string ?? "")).For(DeskAction.Read);
        routes.MapGet("/admin/decap/{**path}",
            context => SendAsync(context, Decap(deskFolder), context.Request.RouteValues["path"] as string ?? "")).For(DeskAction.Read);
    }

    private static Task Away(HttpContext context, string to)
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    }

    private static async Task SendAsync(HttpContext context, string folder, string path)
    {
        path = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        var full = Path.GetFullPath(Path.Combine(folder, path));
        var file = new FileInfo(full);
        if (!full.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !file.Exists)
        {
            await RequestFilter.RefuseAsync(context, System.Net.HttpStatusCode.NotFound, "没有这个地址。");
            return;
        }

        var tag = $"\"{FileStat.VersionAt(full)}\"";
        var headers = context.Response.Headers;
        (headers.ETag, headers.CacheControl, headers.ContentSecurityPolicy) = (tag, "no-cache", Policy);
        if (context.Request.Headers.IfNoneMatch.Contains(tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = MediaTypes.Of(file.Name);
        await context.Response.SendFileAsync(full, context.RequestAborted);
    }
}
