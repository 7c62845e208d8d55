using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>
/// The library at <c>/desk/media/</c>; an upload goes through the entry's own form (<c>/desk/write/…/upload</c>), so that it is looked at
/// like every other and becomes a step with the words that belong to it.
/// </summary>
internal sealed class MediaPart(DraftRenderer site, EditingDesk desk) : IEndpoints
{
    /// <summary>Entries on a page; more are found by their names.</summary>
    private const int Most = 60;

    private static readonly Html Style = new("<link rel=\"stylesheet\" href=\"/desk/write.css\">\n");

    private readonly MediaShelf shelf = desk.Media;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/media/", ListAsync).For(DeskAction.Read);
        routes.MapGet("/desk/media/{collection}/{id}/{name}", ThumbAsync).For(DeskAction.Read);
        routes.MapPost("/desk/media/{collection}/{id}/delete", DeleteAsync).For(DeskAction.Read); // the desk itself asks who may
    }

    private async Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query["q"].ToString().Trim();
        bool Has(string? words) => words?.Contains(query, StringComparison.OrdinalIgnoreCase) == true;
        var found = await shelf.ListAsync((c, id) => query.Length > 0 && (Has(id) || Has(NameOf(c.Schema.Name, id))),
            name => query.Length == 0 || Has(name));
        var told = await Task.WhenAll(found.Take(Most).Select(shelf.TellAsync));
        var page = MediaPage.Render(new()
        {
            Entries = told, Names = NameOf, Query = query, More = Math.Max(0, found.Count - Most), Editor = context.Editor(),
        });
        await DeskPage.WriteAsync(context, DeskPage.Render(context, "图片与文件", "/desk/media/", page, Style));
    }

    private Task ThumbAsync(HttpContext context, string collection, string id, string name) =>
        DeskFiles.SendAsync(context, "thumb.webp", DeskCollection.Find(collection, id) is { Site: null } found
            && shelf.Thumb(found, id, name) is { } bytes ? (ReadOnlyMemory<byte>?)bytes : null);

    private async Task DeleteAsync(HttpContext context, string collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        if (DeskCollection.Find(collection, id) is not { Site: null } found || FormRequest.Said(body, "name") is not { Length: > 0 } name)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这个文件。");
            return;
        }

        var answer = await shelf.DeleteAsync(found, id, name, FormRequest.Said(body, "seen"), context.Editor());
        context.Did("delete-file", $"{collection}/{id}/{name}", changes: true);
        await FormRequest.AnswerAsync(context, answer);
    }

    private string? NameOf(string kind, string id) => site.Site?.Entries.FirstOrDefault(e => e.Kind == kind && e.Id == id)?.Title;
}
