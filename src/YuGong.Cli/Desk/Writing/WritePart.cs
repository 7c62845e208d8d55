using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Desk;
using YuGong.Pages;
using YuGong.Publishing;

namespace YuGong.Cli;

/// <summary>
/// <c>/desk/write/</c>: our own forms. The pages are made here; what is typed goes to <see cref="WritingDesk"/>, what is drawn comes from
/// the same renderer as every preview.
/// </summary>
internal sealed class WritePart(ProjectFolder project, DraftRenderer site, EditingDesk desk, DraftsPart drafts, DraftSteps moves)
    : IEndpoints
{
    private const string Entry = "/desk/write/{collection}/{id}/";

    private readonly WritingDesk writing = desk.Writing ?? throw new InvalidOperationException("A desk without forms of its own.");
    private readonly EntryPaste paste = new(desk.Writing!);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/write/", context =>
        {
            context.Response.Redirect($"/desk/write/{DeskCollection.All[0].Name}/");
            return Task.CompletedTask;
        }).For(DeskAction.Read);
        routes.MapGet($"/desk/write/{DeskCollection.SiteName}/", SiteListAsync).For(DeskAction.Read);
        routes.MapGet("/desk/write/{collection}/", ListAsync).For(DeskAction.Read);
        routes.MapGet("/desk/write/names/{kind}", NamesAsync).For(DeskAction.Read);
        routes.MapPost("/desk/write/{collection}/begin", BeginAsync).For(DeskAction.Read); // the desk itself asks who may write what
        routes.MapPost("/desk/write/source", SourceAsync).For(DeskAction.Read);
        routes.MapGet(Entry, FormAsync).For(DeskAction.Read);
        routes.MapGet(Entry + "file/{name}", FileAsync).For(DeskAction.Read);
        routes.MapGet(Entry + "missing", OfEntry(MissingAsync)).For(DeskAction.Read);
        routes.MapPost(Entry + "keep", OfEntry(KeepAsync)).For(DeskAction.Read);
        routes.MapPost(Entry + "look", OfEntry(LookAsync)).For(DeskAction.Draw);
        routes.MapPost(Entry + "commit", OfEntry(CommitAsync)).For(DeskAction.Read);
        routes.MapPost(Entry + "step", OfEntry(StepAsync)).For(DeskAction.Read);
        routes.MapPost(Entry + "discard", OfEntry(DiscardAsync)).For(DeskAction.Read);
        routes.MapPost(Entry + "delete", OfEntry(DeleteAsync)).For(DeskAction.Read);
        routes.MapPost(Entry + "drop", OfEntry(DropAsync)).For(DeskAction.Read);
        routes.MapPost(Entry + "forget", OfEntry(ForgetAsync)).For(DeskAction.Read);
        routes.MapPost(Entry + "leave", OfEntry(LeaveAsync)).For(DeskAction.Read);
        routes.MapPost(Entry + "upload", OfEntry(UploadAsync)).For(DeskAction.Read);
        routes.MapPost(Entry + "paste", OfEntry(PasteAsync)).For(DeskAction.Read);
    }

    private async Task ListAsync(HttpContext context, string collection)
    {
        if (DeskCollection.Find(collection) is not { } shown)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这个栏目。");
            return;
        }

        var query = context.Request.Query["q"].ToString().Trim();
        var lines = await new WriteLines(site, desk).OfAsync(shown, query);
        await DeskPage.WriteAsync(context, DeskPage.Render(context, $"写稿 · {shown.Label}", "/desk/write/",
            WriteList.Render(shown, lines, query), WriteHead));
    }

    private async Task SiteListAsync(HttpContext context)
    {
        var lines = await new WriteLines(site, desk).OfSiteAsync();
        await DeskPage.WriteAsync(context, DeskPage.Render(context, "写稿 · 词表与网站", "/desk/write/", WriteList.RenderSite(lines), WriteHead));
    }

    private static Html WriteHead => new(
        "<link rel=\"stylesheet\" href=\"/desk/write.css\">\n<link rel=\"stylesheet\" href=\"/desk/review.css\">\n"
            + "<script src=\"/desk/write.js\" type=\"module\"></script>\n");

    private async Task FormAsync(HttpContext context, string collection, string id)
    {
        var found = DeskCollection.Find(collection, id);
        if (found is null || await writing.OpenAsync(found, id, context.Editor()) is not { } state)
        {
            var isThere = found is not null && File.Exists(Path.Combine(project.Root, found.PathOf(project.InputName, id)));
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound,
                isThere ? "这一篇的文字现在读不成表单:用文字编辑器改好开头的几行再来。" : "没有这一篇。");
            return;
        }

        var page = WritePage.Render(new()
        {
            Collection = found, Id = id, State = state, Taxonomies = site.Site?.Taxonomies ?? Taxonomies.Empty, Names = NameOf,
            Editor = context.Editor(), Remarks = desk.Review?.Remarks(found, id) ?? [],
            Offset = new SiteClock(project).GetLocalNow().Offset,
        });
        await DeskPage.WriteAsync(context, DeskPage.Render(context, WritePage.TitleOf(found, id, state), "/desk/write/", page, WriteHead),
            DeskPage.Policy + "; frame-src 'self'");
    }

    /// <summary>Names to choose from, for a box that completes what is typed.</summary>
    private Task NamesAsync(HttpContext context, string kind) => DeskJson.WriteAsync(context,
        (site.Site?.Entries ?? []).Where(e => e.Kind == kind).OrderBy(e => e.Title, StringComparer.Ordinal)
            .Select(e => new { id = e.Id, title = e.Title }));

    private string? NameOf(string kind, string id) => site.Site?.Entries.FirstOrDefault(e => e.Kind == kind && e.Id == id)?.Title;

    private async Task BeginAsync(HttpContext context, string collection)
    {
        using var body = await DeskJson.ReadAsync(context);
        if (DeskCollection.Find(collection) is not { } found || Said(body, "name") is not { Length: > 0 and <= 200 } name
            || !context.Editor().May(DeskAction.Save, Branch.Draft, FileKind.Entry))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "先写名字。");
            return;
        }

        var begun = NewEntry.Named(found, name.Trim(), SearchTablesFile.NamesIn(project.Themes, site.Site?.Settings.Theme));
        var id = await writing.BeginAsync(found, begun.Id, begun.Values, context.Editor());
        context.Did("begin", $"{collection}/{id}", changes: true);
        await DeskJson.WriteAsync(context, new { address = $"/desk/write/{collection}/{id}/" });
    }

    /// <summary>A pasted address or citation, taken apart; nothing is fetched and nothing is kept.</summary>
    private static async Task SourceAsync(HttpContext context)
    {
        using var body = await DeskJson.ReadAsync(context);
        var text = Said(body, "text") ?? "";
        await DeskJson.WriteAsync(context, PastedSource.Of(text[..Math.Min(text.Length, 4000)]));
    }

    private async Task KeepAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        if (body is null || Changes(body.RootElement) is not { } changes)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "读不懂这次改动。");
            return;
        }

        var (now, refused) = await writing.KeepAsync(collection, id, changes, context.Editor(), context.Tab());
        if (now is null)
        {
            await AnswerAsync(context, refused!);
            return;
        }

        await DeskJson.WriteAsync(context, new
        {
            version = now.Version, unsaved = now.IsUnsaved, others = now.Others, kept = WritePage.Kept(now.Kept).Text,
            values = now.Before == Said(body, "seen") ? null : FormValues.Shown(collection.Schema, now.Values),
            tip = now.Tip, step = now.Step,
        });
    }

    private async Task LookAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        if (body?.RootElement.Deserialize<JsonNode>() is not JsonObject { } said || said["values"] is not JsonObject values)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "预览读不懂这个表单。");
            return;
        }

        if (collection.Site is not null)
        {
            await DeskJson.WriteAsync(context, new { drawn = DrawnAnswer.Nothing, dates = FormDates.Of(collection.Schema, values) });
            return;
        }

        values["id"] = id;
        var draft = site.Draw(new(collection.Kind, id, FormValues.Text(collection.Schema, values)));
        var told = drafts.Tell(draft, collection);
        await DeskJson.WriteAsync(context, new { drawn = told, dates = FormDates.Of(collection.Schema, values) });
    }

    /// <summary>What keeps the entry from being published, step by step.</summary>
    private async Task MissingAsync(HttpContext context, DeskCollection collection, string id)
    {
        var missing = await writing.MissingAsync(collection, id);
        var steps = collection.Steps(site.Site?.Taxonomies ?? Taxonomies.Empty);
        var found = missing.Select(f => FormFinding.Of(f, collection, collection.PathOf(project.InputName, id))).ToList();
        await DeskJson.WriteAsync(context, new
        {
            steps = steps.ToDictionary(s => s.Id, s => found.Count(f => f.IsIn(s, steps)), StringComparer.Ordinal), findings = found,
        });
    }

    private async Task CommitAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var about = Said(body, "message") is { Length: > 0 and <= 500 } words ? words : $"修改{collection.Singular}:{id}";
        var answer = await writing.CommitAsync(collection, id, about, context.Editor(), context.Tab());
        Note(context, "write", collection, id);
        await AnswerAsync(context, answer);
    }

    private async Task StepAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        await AnswerAsync(context, await moves.MoveAsync(context, collection, id, Said(body, "word") ?? "", Said(body, "seen") ?? ""));
    }

    private async Task DiscardAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var answer = await writing.DiscardAsync(collection, id, Said(body, "seen") ?? "", context.Editor(), context.Tab());
        Note(context, "discard", collection, id);
        await AnswerAsync(context, answer);
    }

    private async Task DeleteAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var answer = await writing.DeleteAsync(collection, id, Said(body, "seen") ?? "", context.Editor(), context.Tab());
        Note(context, "delete", collection, id);
        await AnswerAsync(context, answer);
    }

    private async Task DropAsync(HttpContext context, DeskCollection collection, string id)
    {
        await writing.DropAsync(collection, id);
        Note(context, "drop-unsaved", collection, id);
        await DeskJson.WriteAsync(context, new { message = "dropped" });
    }

    private async Task ForgetAsync(HttpContext context, DeskCollection collection, string id)
    {
        await writing.ForgetKeptAsync(collection, id);
        await DeskJson.WriteAsync(context, new { message = "forgotten" });
    }

    private Task LeaveAsync(HttpContext context, DeskCollection collection, string id)
    {
        writing.Left(collection, id, context.Editor(), context.Tab());
        return DeskJson.WriteAsync(context, new { message = "left" });
    }

    private async Task UploadAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var (name, content) = (Said(body, "name") ?? "", Said(body, "content") ?? "");
        var bytes = new byte[(content.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(content, bytes, out var length))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "文件没有传完整。");
            return;
        }

        var (kept, refused) = await writing.UploadAsync(collection, id, name, bytes[..length], context.Editor());
        if (refused is not null)
        {
            await AnswerAsync(context, refused);
            return;
        }

        Note(context, "upload", collection, id);
        await DeskJson.WriteAsync(context, new { name = kept });
    }

    private async Task PasteAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var (pasted, why) = await paste.ReadAsync(collection, id, Said(body, "html") ?? "", Said(body, "after") ?? "", context.Editor());
        if (pasted is null)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, why!);
            return;
        }

        await DeskJson.WriteAsync(context, pasted);
    }

    /// <summary>A file beside the entry, saved or not; a drawing is shown as a picture and does nothing else.</summary>
    private async Task FileAsync(HttpContext context, string collection, string id, string name)
    {
        var bytes = DeskCollection.Find(collection, id) is { } found ? await writing.FileAsync(found, id, name) : null;
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
        await DeskFiles.SendAsync(context, name, bytes is null ? null : (ReadOnlyMemory<byte>?)bytes);
    }

    private static Delegate OfEntry(Func<HttpContext, DeskCollection, string, Task> answer) =>
        (HttpContext context, string collection, string id) => DeskCollection.Find(collection, id) is { } found
            ? answer(context, found, id) : RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这一篇。");

    private static Task AnswerAsync(HttpContext context, DeskAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        return DeskJson.WriteAsync(context, answer.Body);
    }

    private static void Note(HttpContext context, string what, DeskCollection collection, string id) =>
        context.Did(what, $"{collection.Name}/{id}", changes: true);

    private static string? Said(JsonDocument? body, string name) =>
        body?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(name, out var said)
            && said.ValueKind == JsonValueKind.String ? said.GetString() : null;

    private static Dictionary<string, FieldChange>? Changes(JsonElement body) =>
        body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("changes", out var changes)
            || changes.ValueKind != JsonValueKind.Object ? null
        : changes.EnumerateObject().Where(c => c.Value.ValueKind == JsonValueKind.Object).ToDictionary(c => c.Name, c => new FieldChange(
            c.Value.TryGetProperty("was", out var was) ? was.Deserialize<JsonNode>() : null,
            c.Value.TryGetProperty("now", out var now) ? now.Deserialize<JsonNode>() : null), StringComparer.Ordinal);
}
