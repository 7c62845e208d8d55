using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build;
using YuGong.Build.Live;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>
/// 给本人看: one version of a draft by a link that runs out, <c>/desk/shown/…/</c>. Whoever has it reads that page and nothing else of the
/// desk: no script, no other page, a mark across it that says for whom it is.
/// </summary>
internal sealed partial class SharePart(ProjectFolder project, DraftRenderer site, EditingDesk desk, OutsideLinks links) : IEndpoints
{
    public const string Home = "/desk/shown/";

    private const string Shown = Home + "{token}/";

    /// <summary>Pages that are kept for the requests for what they are made of.</summary>
    private const int MostDrawn = 32;

    private const string Review = "/desk/review/{collection}/{id}/";

    private const string Policy = "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; media-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly ReviewDesk review = desk.Review ?? throw new InvalidOperationException("A desk without a review.");
    private readonly SiteClock clock = new(project);
    private readonly ConcurrentDictionary<string, string> drawn = new(StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Review + "share", ShareAsync).For(DeskAction.Share);
        routes.MapPost(Review + "unshare", TakeBackAsync).For(DeskAction.Share);
        routes.MapGet(Shown, PageAsync).For(DeskAction.SeeShared);
        routes.MapGet(Shown + "mark.css", MarkStyleAsync).For(DeskAction.SeeShared);
        routes.MapGet(Shown + "mark.svg", MarkAsync).For(DeskAction.SeeShared);
        routes.MapGet(Shown + "site/{**path}", FileAsync).For(DeskAction.SeeShared);
    }

    private async Task ShareAsync(HttpContext context, string collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var (whom, days) = (DeskJson.Said(body, "for").Trim(), DeskJson.Said(body, "days"));
        if (DeskCollection.Find(collection, id) is not { Site: null } found || await review.DraftAsync(found, id) is not { } draft)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "这一篇没有路上的草稿。");
            return;
        }

        if (whom.Length is 0 or > 40 || !int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > SharedDrafts.MostDays || draft.Tip != DeskJson.Said(body, "seen"))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity,
                draft.Tip != DeskJson.Said(body, "seen") ? "草稿在你打开以后又改过，重新打开这一页再做。"
                    : $"写上给谁看，和 1 到 {SharedDrafts.MostDays} 天。");
            return;
        }

        var token = review.Shared.Share(new()
        {
            Hash = "", Collection = collection, Id = id, Revision = draft.Tip, For = whom, By = context.Editor().Name, Until = default,
        }, count);
        if (token is null)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.Conflict, "没有到期的链接太多了，先收回几个。");
            return;
        }

        context.Did("share", $"{collection}/{id}", changes: true);
        await DeskJson.WriteAsync(context, new { address = $"{Home}{token}/" });
    }

    private async Task TakeBackAsync(HttpContext context, string collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        if (!review.Shared.TakeBack(collection, id, DeskJson.Said(body, "hash")))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这个链接，或已经到期。");
            return;
        }

        context.Did("unshare", $"{collection}/{id}", changes: true);
        await DeskJson.WriteAsync(context, new { message = "taken back" });
    }

    private async Task PageAsync(HttpContext context, string token)
    {
        if (await links.OpenAsync(context, token, () => Seen(token)) is not var (shared, page))
        {
            return;
        }

        var until = shared.Until.ToOffset(clock.GetLocalNow().Offset).ToString("M 月 d 日 HH:mm", CultureInfo.InvariantCulture);
        var note = Html.Of($"<p class=\"shown-note\">这是给{shared.For}看的稿子，还没有发布，请不要转发。到 {until} 为止。</p>");
        var text = Scripts().Replace(page, "")
            .Replace(DraftRenderer.LinkRoot + "/", $"{Home}{token}/site/", StringComparison.Ordinal)
            .Replace("</head>", $"<link rel=\"stylesheet\" href=\"{Home}{token}/mark.css\">\n</head>", StringComparison.Ordinal);
        OutsideLinks.Quiet(context);
        context.Response.Headers.ContentSecurityPolicy = Policy;
        await SendAsync(context, "index.html", Body().Replace(text, m => m.Value + note.Text, 1));
    }

    private Task MarkStyleAsync(HttpContext context, string token) => review.Shared.Find(token) is null ? OutsideLinks.GoneAsync(context)
        : SendAsync(context, "mark.css", Encoding.UTF8.GetString(DeskFiles.Read("shown.css")));

    private Task MarkAsync(HttpContext context, string token) => review.Shared.Find(token) is not { } shared
        ? OutsideLinks.GoneAsync(context)
        : SendAsync(context, "mark.svg", Html.Of($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="420" height="260" viewBox="0 0 420 260">
            <text x="210" y="140" text-anchor="middle" transform="rotate(-24 210 130)" font-size="22" font-family="serif"
            fill="#808080">未发布 · 给{shared.For}看</text></svg>
            """).Text);

    /// <summary>What the page is made of: styles and fonts of the theme, and what the page itself names.</summary>
    private async Task FileAsync(HttpContext context, string token, string? path)
    {
        var name = path ?? "";
        if (review.Shared.Find(token) is not { } shared || DeskCollection.Find(shared.Collection, shared.Id) is not { } collection)
        {
            await OutsideLinks.GoneAsync(context);
            return;
        }

        var isAsset = name.StartsWith("assets/", StringComparison.Ordinal);
        var isPage = name.Length == 0 || name.EndsWith('/') || name.EndsWith(".html", StringComparison.Ordinal);
        var isNamed = !isAsset && !isPage && (drawn.GetValueOrDefault(shared.Revision) ?? Draw(shared)) is { } page && Names(page, name);
        ReadOnlyMemory<byte>? bytes = isAsset || isNamed ? site.Get(name) : null;
        if (bytes is null && isNamed)
        {
            bytes = await review.FileAtAsync(shared.Revision, collection, shared.Id, name.Split('/')[^1]); // what only the draft has
        }

        OutsideLinks.Quiet(context);
        await DeskFiles.SendAsync(context, name, bytes);
    }

    private static bool Names(string page, string name) => page.Contains(
        $"{DraftRenderer.LinkRoot}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}", StringComparison.Ordinal);

    private Drawn? Seen(string token) =>
        review.Shared.Open(token) is { } shared && Draw(shared) is { } page ? new(shared, page) : null;

    /// <summary>The page as the desk draws it; null for what cannot be drawn.</summary>
    private string? Draw(SharedDraft shared)
    {
        if (DeskCollection.Find(shared.Collection, shared.Id) is not { } collection
            || review.TextAt(shared.Revision, collection, shared.Id) is not { } text
            || site.Draw(new(collection.Kind, shared.Id, text)).Page is not { } page)
        {
            return null;
        }

        if (drawn.Count >= MostDrawn)
        {
            drawn.Clear();
        }

        return drawn[shared.Revision] = Encoding.UTF8.GetString(page.Span);
    }

    private static Task SendAsync(HttpContext context, string name, string text)
    {
        OutsideLinks.Quiet(context);
        return DeskFiles.SendAsync(context, name, Encoding.UTF8.GetBytes(text));
    }

    [GeneratedRegex("<script\\b[^>]*>.*?</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Scripts();

    [GeneratedRegex("<body\\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Body();

    private sealed record Drawn(SharedDraft Shared, string Page);
}
