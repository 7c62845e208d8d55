using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build;
using YuGong.Build.Live;
using YuGong.Desk;
using YuGong.Pages;

namespace YuGong.Cli;

/// <summary>Style, script and fonts of the desk's own pages; they came compiled into the program, the fonts from the theme.</summary>
internal sealed class DeskFiles(DraftRenderer site) : IEndpoints
{
    private static readonly string[] Names =
    [
        "desk.css", "desk.js", "logo.svg", "write.css", "rich.css", "write.js", "write-fields.js", "write-look.js", "write-body.js",
        "write-pen.js", "write-pick.js", "changed.js", "post.js", "remarks.js", "review.css", "review.js", "article.css", "article.js",
        "leads.css", "leads.js", "accounts.css", "accounts.js", "write-places.js", "upload.js",
    ];

    /// <summary>What pages need before anybody is known: the one where one logs in, and an expert's.</summary>
    public static bool IsOpen(string path) => path is "/desk/desk.css" or "/desk/desk.js" or "/desk/logo.svg" or "/desk/fonts.css"
        or "/desk/leads.css"
        || path.StartsWith("/desk/fonts/", StringComparison.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var name in Names)
        {
            var bytes = Read(name);
            routes.MapGet("/desk/" + name, context => SendAsync(context, name, bytes))
                .For(IsOpen("/desk/" + name) ? DeskAction.SeeLogin : DeskAction.Read);
        }

        routes.MapGet("/desk/editor.js", EditorAsync).For(DeskAction.Read);
        routes.MapGet("/desk/fonts.css", context => SendAsync(context, "fonts.css", site.FontSheet)).For(DeskAction.SeeLogin);
        routes.MapGet("/desk/fonts/{name}",
            (HttpContext context, string name) => SendAsync(context, name, site.Get("assets/fonts/" + name))).For(DeskAction.SeeLogin);
    }

    /// <summary>Bundled at set-up from the packages of npm; without it bodies are written as Markdown.</summary>
    private static async Task EditorAsync(HttpContext context)
    {
        var file = ToolFolder.Desk is { } folder ? Path.Combine(folder, "node_modules", ".bundle", "editor.js") : null;
        var bytes = File.Exists(file) ? await File.ReadAllBytesAsync(file, context.RequestAborted) : null;
        await SendAsync(context, "editor.js", bytes);
    }

    public static async Task SendAsync(HttpContext context, string name, ReadOnlyMemory<byte>? bytes)
    {
        if (bytes is not { } found)
        {
            await RequestFilter.RefuseAsync(context, System.Net.HttpStatusCode.NotFound, "没有这个文件。");
            return;
        }

        context.Response.ContentType = MediaTypes.Of(name);
        context.Response.ContentLength = found.Length;
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.Body.WriteAsync(found, context.RequestAborted);
    }

    /// <summary>A file that came compiled into the program.</summary>
    public static byte[] Read(string name)
    {
        using var file = typeof(DeskFiles).Assembly.GetManifestResourceStream("desk/" + name)
            ?? throw new InvalidOperationException($"{name} was not compiled in.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
