using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Api;
using YuGong.Build;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Content.Markdown.Editing;
using YuGong.Content.Schemas;
using YuGong.Desk;
using YuGong.Pages;
using YuGong.Publishing;

namespace YuGong.Cli;

/// <summary>
/// <c>/desk/write/</c>: lists and forms. The pages are made here; what is drawn comes from the same renderer as every preview, and what is
/// typed goes to <see cref="SavePart"/>.
/// </summary>
internal sealed class WritePart(ProjectFolder project, DraftRenderer site, EditingDesk desk, DraftsPart drafts) : IEndpoints
{
    private const string Entry = FormRequest.Entry;

    private readonly WritingDesk writing = desk.Writing;
    private readonly EntryPaste paste = new(desk.Writing);
    private readonly EntryImport import = new(desk, new(desk.Writing));

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/write/", context => Away(context, $"/desk/write/{DeskCollection.All[0].Name}/")).For(DeskAction.Read);
        routes.MapGet("/admin/{**path}", context => Away(context, "/desk/write/")).For(DeskAction.Read); // where forms once were
        routes.MapGet($"/desk/write/{DeskCollection.SiteName}/", SiteListAsync).For(DeskAction.Read);
        routes.MapGet("/desk/write/{collection}/", ListAsync).For(DeskAction.Read);
        routes.MapGet("/desk/write/names/{kind}", NamesAsync).For(DeskAction.Read);
        routes.MapPost("/desk/write/{collection}/begin", BeginAsync).For(DeskAction.Read); // the desk itself asks who may write what
        routes.MapPost("/desk/write/{collection}/import", ImportAsync).For(DeskAction.Read);
        routes.MapPost("/desk/write/source", SourceAsync).For(DeskAction.Read);
        routes.MapGet(Entry, FormAsync).For(DeskAction.Read);
        routes.MapGet(Entry + "missing", FormRequest.OfEntry(MissingAsync)).For(DeskAction.Read);
        routes.MapGet(Entry + "stands", FormRequest.OfEntry(StandsAsync)).For(DeskAction.Draw);
        routes.MapPost(Entry + "look", FormRequest.OfEntry(LookAsync)).For(DeskAction.Draw);
        routes.MapPost(Entry + "body", FormRequest.OfEntry(BodyAsync)).For(DeskAction.Read);
        routes.MapPost(Entry + "paste", FormRequest.OfEntry(PasteAsync)).For(DeskAction.Read);
    }

    private static Task Away(HttpContext context, string to)
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
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
        await DeskPage.WriteAsync(context, DeskPage.Render(context, "写稿 · 词表与网站", "/desk/write/",
            WriteList.RenderSite(lines, MayWriteSite(context)), WriteHead));
    }

    private static Html WriteHead { get; } = new(
        string.Concat(((string[])["write", "rich", "review"]).Select(n => $"<link rel=\"stylesheet\" href=\"/desk/{n}.css\">\n"))
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
            Beside = found.Site?.Id == "places" ? PlacePicker.Of(site.Site?.Map, site.Site?.Taxonomies.Places ?? []) : Html.None,
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

    private static bool MayWriteSite(HttpContext context) => context.Editor().May(DeskAction.Save, Branch.Draft, FileKind.SiteText);

    private NameSpelling Spelling => SearchTablesFile.NamesIn(project.Themes, site.Site?.Settings.Theme);

    /// <summary>A vocabulary of the site's own: only what is saved and published later makes it one.</summary>
    private async Task BeginVocabularyAsync(HttpContext context, string name)
    {
        if (!MayWriteSite(context) || name.Length is 0 or > 40)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "先写名字，至多 40 个字。");
            return;
        }

        var wanted = NewEntry.IdOf(Spelling, name);
        var id = wanted;
        for (var number = 2; !SiteForm.MayBeOwn(id)
            || await writing.OpenAsync(DeskCollection.Of(SiteForm.Find(id)), id, context.Editor()) is not null; number++)
        {
            id = $"{wanted}-{number}";
        }

        await writing.BeginAsync(DeskCollection.Of(SiteForm.Own(id, name)), id, new() { ["name"] = name }, context.Editor());
        context.Did("begin", $"{DeskCollection.SiteName}/{id}", changes: true);
        await DeskJson.WriteAsync(context, new { address = $"/desk/write/{DeskCollection.SiteName}/{id}/" });
    }

    private async Task BeginAsync(HttpContext context, string collection)
    {
        using var body = await DeskJson.ReadAsync(context);
        if (collection == DeskCollection.SiteName)
        {
            await BeginVocabularyAsync(context, (FormRequest.Said(body, "name") ?? "").Trim());
            return;
        }

        if (DeskCollection.Find(collection) is not { } found || FormRequest.Said(body, "name") is not { Length: > 0 and <= 200 } name
            || !context.Editor().May(DeskAction.Save, Branch.Draft, FileKind.Entry))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "先写名字。");
            return;
        }

        var begun = NewEntry.Named(found, name.Trim(), Spelling);
        var id = await writing.BeginAsync(found, begun.Id, begun.Values, context.Editor());
        context.Did("begin", $"{collection}/{id}", changes: true);
        await DeskJson.WriteAsync(context, new { address = $"/desk/write/{collection}/{id}/" });
    }

    /// <summary>A manuscript from Word or WPS, which becomes a draft; where there is nothing to be named after, it is the file.</summary>
    private async Task ImportAsync(HttpContext context, string collection)
    {
        using var body = await DeskJson.ReadAsync(context);
        var file = FormRequest.Said(body, "file") ?? "";
        if (DeskCollection.Find(collection) is not { } found || !EntryImport.Takes(found)
            || FormRequest.File(body) is not { Length: > 0 } bytes
            || !context.Editor().May(DeskAction.Save, Branch.Draft, FileKind.Entry))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "文件没有传完整。");
            return;
        }

        var name = (FormRequest.Said(body, "name") ?? "").Trim();
        var taken = new NewManuscript(found, file, bytes, name.Length is > 0 and <= 200 ? name : Path.GetFileNameWithoutExtension(file));
        var (id, why) = await import.BeginAsync(taken, Spelling, site.Site?.Taxonomies ?? Taxonomies.Empty, context.Editor());
        if (id is null)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, why!);
            return;
        }

        context.Did("import", $"{collection}/{id}", changes: true);
        await DeskJson.WriteAsync(context, new { address = $"/desk/write/{collection}/{id}/" });
    }

    /// <summary>A pasted address or citation, taken apart; nothing is fetched and nothing is kept.</summary>
    private static async Task SourceAsync(HttpContext context)
    {
        using var body = await DeskJson.ReadAsync(context);
        var text = FormRequest.Said(body, "text") ?? "";
        await DeskJson.WriteAsync(context, PastedSource.Of(text[..Math.Min(text.Length, 4000)]));
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

    /// <summary>The page of what lies in the folder, to be compared and not to be shown.</summary>
    private Task StandsAsync(HttpContext context, DeskCollection collection, string id)
    {
        var path = Path.Combine(project.Root, collection.PathOf(project.InputName, id));
        var page = collection.Site is null && File.Exists(path)
            ? site.Draw(new(collection.Kind, id, File.ReadAllText(path))).Page : null;
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return DeskFiles.SendAsync(context, "index.html", page);
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

    /// <summary>A text as the editor shows it; it is neither kept nor drawn.</summary>
    private static async Task BodyAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        if (EditableBody.Read(FormRequest.Said(body, "text") ?? "") is not { } read)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "这篇正文太大,排不出来。");
            return;
        }

        await DeskJson.WriteAsync(context, read);
    }

    private async Task PasteAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var (html, after) = (FormRequest.Said(body, "html") ?? "", FormRequest.Said(body, "after") ?? "");
        var (pasted, why) = await paste.ReadAsync(collection, id, html, after, context.Editor());
        if (pasted is null)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, why!);
            return;
        }

        await DeskJson.WriteAsync(context, pasted);
    }
}
