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
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// <c>/desk/review/stories/x/</c>: a draft beside what stands, before anybody approves it; remarks, and going back with a reason. What
/// waits for whoever asks, <c>GET /desk/api/turn</c> says.
/// </summary>
internal sealed class ReviewPart(ProjectFolder project, DraftRenderer site, EditingDesk desk, DraftsPart drafts, DraftSteps steps)
    : IEndpoints
{
    private const string Entry = "/desk/review/{collection}/{id}/";

    private readonly ReviewDesk review = desk.Review ?? throw new InvalidOperationException("A desk without a review.");
    private readonly WritingDesk writing = desk.Writing ?? throw new InvalidOperationException("A desk without forms of its own.");
    private readonly SiteClock clock = new(project);

    public static Html Head { get; } = new(
        "<link rel=\"stylesheet\" href=\"/desk/review.css\">\n<script src=\"/desk/review.js\" type=\"module\"></script>\n");

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Entry, FormRequest.OfEntry(PageAsync)).For(DeskAction.Read);
        routes.MapGet(Entry + "{side}/{name}", FileAsync).For(DeskAction.Read);
        routes.MapPost(Entry + "step", FormRequest.OfEntry(StepAsync)).For(DeskAction.Read); // the desk itself asks who may move what
        routes.MapPost(Entry + "remark", FormRequest.OfEntry(RemarkAsync)).For(DeskAction.AddRemark);
        routes.MapPost(Entry + "settle", FormRequest.OfEntry(SettleAsync)).For(DeskAction.AddRemark);
        routes.MapGet("/desk/api/turn", TurnAsync).For(DeskAction.Read);
    }

    private async Task PageAsync(HttpContext context, DeskCollection collection, string id)
    {
        if (await review.DraftAsync(collection, id) is not { } draft || ValuesOf(collection, id, draft.After) is not { } after)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "这一篇没有路上的草稿可以对照。");
            return;
        }

        var missing = await writing.MissingAsync(collection, id, draft.After);
        var path = collection.PathOf(project.InputName, id);
        var page = ReviewPage.Render(new()
        {
            Collection = collection, Id = id, Draft = draft,
            Title = collection.Site?.File.Title ?? (FieldWords.TextOf(after[collection.TitleKey]) is { Length: > 0 } title ? title : id),
            Changes = Changes(collection, ValuesOf(collection, id, draft.Before), after),
            Before = draft.Before is null ? null : Draw(collection, id, draft.Before), After = Draw(collection, id, draft.After),
            Missing = [.. missing.Select(f => FormFinding.Of(f, collection, path))],
            Remarks = review.Remarks(collection, id), Stamps = await review.StampsAsync(collection, id), Editor = context.Editor(),
            Names = NameOf, Shared = review.Shared.Of(collection.Name, id), Offset = clock.GetLocalNow().Offset,
        });
        await DeskPage.WriteAsync(context, DeskPage.Render(context, "对照", "", page, Head), DeskPage.Policy + "; frame-src 'self'");
    }

    private IReadOnlyList<ChangedField> Changes(DeskCollection collection, JsonObject? before, JsonObject after)
    {
        var taxonomies = site.Site?.Taxonomies ?? Taxonomies.Empty;
        List<IKey> keys = [.. collection.Schema.Keys,
            .. collection.Site is null ? VocabularyKeys.For(taxonomies, collection.Schema.Name) : []];
        FieldWords Words(JsonObject? values) => new(taxonomies, NameOf) { Sources = SourcesIn(values) };
        return new FieldComparison(keys, Words(before), Words(after)).Of(before, after);
    }

    private string? NameOf(string kind, string id) => site.Site?.Entries.FirstOrDefault(e => e.Kind == kind && e.Id == id)?.Title;

    private static Dictionary<string, string> SourcesIn(JsonObject? values) =>
        (values?[HeaderKeys.Sources.Name] as JsonArray ?? []).OfType<JsonObject>()
            .Select(s => (Id: FieldWords.TextOf(s["id"]), Title: FieldWords.TextOf(s["title"]))).Where(s => s.Title.Length > 0)
            .DistinctBy(s => s.Id, StringComparer.Ordinal).ToDictionary(s => s.Id, s => $"《{s.Title}》", StringComparer.Ordinal);

    /// <param name="text">Null where there is none: nothing is said, or only what holds besides.</param>
    private JsonObject? ValuesOf(DeskCollection collection, string id, string? text)
    {
        if (collection.Site is not { } form)
        {
            return text is null ? null : FormValues.Of(text);
        }

        var given = GivenValues.Of(id, Settings.Peek(project.Settings));
        return text is null ? given.Count > 0 ? given : null
            : FormValues.Of(form.Dress(text)) is { } said ? GivenValues.Under(said, given) : null;
    }

    private DrawnSide Draw(DeskCollection collection, string id, string text)
    {
        if (collection.Site is not null)
        {
            return new(null, false, null); // it has no page of its own
        }

        var drawn = site.Draw(new(collection.Kind, id, text));
        var told = drafts.Tell(drawn, collection);
        return new(told.Page ? told.Number : null, told.Card, drawn.Entry);
    }

    private async Task FileAsync(HttpContext context, string collection, string id, string side, string name)
    {
        var bytes = DeskCollection.Find(collection, id) is { Site: null } found && side is "before" or "after"
            ? await review.FileAsync(found, id, name, side == "before") : null;
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
        await DeskFiles.SendAsync(context, name, bytes is null ? null : (ReadOnlyMemory<byte>?)bytes);
    }

    /// <summary>One step on, or back with the reason, which is kept as a remark.</summary>
    private async Task StepAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var (word, seen, reason) = (DeskJson.Said(body, "word"), DeskJson.Said(body, "seen"), DeskJson.Said(body, "text").Trim());
        if (ReviewDesk.IsReturn(word) && reason.Length is 0 or > ReviewDesk.LongestRemark)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "写上为什么退回。");
            return;
        }

        var answer = await steps.MoveAsync(context, collection, id, word, seen);
        if (answer.Status == 200 && ReviewDesk.IsReturn(word))
        {
            review.Add(collection, id, Made(context, seen, reason) with { IsReturn = true });
        }

        context.Response.StatusCode = answer.Status;
        await DeskJson.WriteAsync(context, answer.Body);
    }

    private async Task RemarkAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        string Trimmed(string name) => DeskJson.Said(body, name).Trim();
        var (text, quote, place) = (Trimmed("text"), Trimmed("quote"), Trimmed("place"));
        if (!await review.IsThereAsync(collection, id))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这一篇。");
            return;
        }

        var fits = text.Length is > 0 and <= ReviewDesk.LongestRemark
            && Math.Max(quote.Length, place.Length) <= ReviewDesk.LongestQuote;
        if (!fits || !review.Add(collection, id, Made(context, DeskJson.Said(body, "seen"), text) with
        {
            Quote = quote, Place = place, Field = DeskJson.Said(body, "field").Split('/', StringSplitOptions.RemoveEmptyEntries),
        }))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity,
                $"批注要写字，最多 {ReviewDesk.LongestRemark} 字；太多了就先收起改好的。");
            return;
        }

        context.Did("remark", $"{collection.Name}/{id}", changes: true);
        await DeskJson.WriteAsync(context, new { message = "noted" });
    }

    private async Task SettleAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var isDone = body?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("done", out var said)
            && said.ValueKind == JsonValueKind.True;
        if (!review.Settle(collection, id, DeskJson.Said(body, "remark"), isDone, context.Editor()))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这条批注。");
            return;
        }

        context.Did(isDone ? "settle-remark" : "reopen-remark", $"{collection.Name}/{id}", changes: true);
        await DeskJson.WriteAsync(context, new { message = "settled" });
    }

    private async Task TurnAsync(HttpContext context)
    {
        var waiting = await review.WaitingForAsync(context.Editor(), await desk.DraftsAsync());
        await DeskJson.WriteAsync(context, new { count = waiting.Count });
    }

    private static Remark Made(HttpContext context, string seen, string text) => new()
    {
        Id = "", At = default, By = context.Editor().Name, Revision = seen.Length > 64 ? "" : seen, Text = text,
    };
}
