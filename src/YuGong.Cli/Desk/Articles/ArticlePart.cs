using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build;
using YuGong.Build.Articles;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Documents;
using YuGong.Manuscripts;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// 「复制到公众号」: <c>GET /desk/article/stories/x/wechat/</c> makes the article and shows it with what WeChat would refuse; the text itself
/// is <c>wechat/body</c>, without its looks <c>wechat/text</c>, its covers <c>wechat/cover-900x383.jpg</c> … and its pictures by number
/// <c>wechat/01.jpg</c> …, as made for the page.
/// </summary>
/// <param name="site">The editors' edition, for what was made of it earlier.</param>
internal sealed class ArticlePart(ProjectFolder project, DraftRenderer site) : IEndpoints
{
    /// <summary>The text is the article's own, with the styles that WeChat wants in it; it loads nothing and runs nothing.</summary>
    private const string BodyPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
            + "sandbox";

    private readonly Lock alone = new();

    /// <summary>The site as it was read last: while nothing of it changes, it is not read again.</summary>
    private (Fingerprint Stamp, Site Site)? planned;

    /// <summary>What was made last: pages ask for its parts right behind it.</summary>
    private LastArticle? last;

    private static ChannelProfile Wechat => ChannelProfile.Wechat;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/article/{collection}/{id}/wechat/", PageAsync).For(DeskAction.Read);
        routes.MapGet("/desk/article/{collection}/{id}/wechat/{part}", PartAsync).For(DeskAction.Read);
    }

    private async Task PageAsync(HttpContext context, string collection, string id)
    {
        if (NameOf(collection, id) is not { } entry)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这个条目。");
            return;
        }

        var findings = new Diagnostics();
        var made = await MadeAsync(entry, findings, context.RequestAborted);
        var address = $"/desk/entry/{collection}/{id}/";
        IReadOnlyList<MadePaper> lying = site.Site is not { } all ? []
            : [.. new MadePapers(project, all).Find().Where(p => p.Address == address)];
        var page = ArticlePage.Render(DeskCollection.Find(collection)!, id, made, [.. findings.Sorted().Where(IsOfArticle)], lying);
        await DeskPage.WriteAsync(context, DeskPage.Render(context, "复制到公众号", "", page, new(
            "<link rel=\"stylesheet\" href=\"/desk/article.css\"><script src=\"/desk/article.js\" defer></script>")),
            DeskPage.Policy + "; frame-src 'self'");
    }

    private async Task PartAsync(HttpContext context, string collection, string id, string part)
    {
        var entry = NameOf(collection, id);
        var made = entry is null ? null
            : last is { } known && known.Entry == entry ? known.Made : await MadeAsync(entry, new(), context.RequestAborted);
        context.Response.Headers.ContentSecurityPolicy = BodyPolicy;
        var (name, bytes) = made is null ? (part, null) : FileOf(made, part);
        await DeskFiles.SendAsync(context, name, bytes is null ? null : (ReadOnlyMemory<byte>?)bytes);
    }

    /// <summary>The text as rich text, the text alone, a cover, or a picture by its number.</summary>
    private static (string Name, byte[]? Bytes) FileOf(MadeArticle made, string part)
    {
        byte[]? Find(string name) => made.Files.FirstOrDefault(f => f.Name == name).Bytes;
        return part switch
        {
            "body" => ("body.html", Encoding.UTF8.GetBytes(WithPictures(Encoding.UTF8.GetString(Find("body.html")!), made.Article))),
            "text" => ("body.txt", Encoding.UTF8.GetBytes(PlainText.Of(made.Article.Text))),
            _ => (part, Wechat.Covers.Any(c => c.Name == part) || made.Article.Pictures.Any(p => p.Name == part) ? Find(part) : null),
        };
    }

    /// <summary>One at a time: it may have to read the whole site.</summary>
    private Task<MadeArticle?> MadeAsync(string entry, Diagnostics findings, CancellationToken cancel) => Task.Run(
        () =>
        {
            lock (alone)
            {
                var run = new RunOptions(project, Clock.Today(project), Edition.Release) { WithFonts = false };
                var stamp = InputSnapshot.Read(run).Stamp;
                if (last is { } known && known.Entry == entry && known.Stamp == stamp)
                {
                    findings.Add(known.Findings);
                    return known.Made;
                }

                if (planned?.Stamp != stamp)
                {
                    planned = ArticleExport.Planned(run, findings, cancel) is { } read ? (stamp, read) : null;
                }

                var made = planned is { } now ? ArticleExport.Make(new(run, entry, Wechat.Name, ""), now.Site, findings, cancel) : null;
                last = made is null ? null : new(entry, stamp, made, findings.Sorted());
                return made;
            }
        }, cancel);

    /// <summary>Pictures within the text: on a clipboard there are no files beside it.</summary>
    private static string WithPictures(string html, Article article) => article.Pictures.Aggregate(html, (text, picture) => text.Replace(
        $"src=\"{picture.Name}\"", $"src=\"data:image/jpeg;base64,{Convert.ToBase64String(picture.Bytes)}\"", StringComparison.Ordinal));

    /// <summary>As the command takes it; null for what can be no entry.</summary>
    private static string? NameOf(string collection, string id) =>
        DeskCollection.Find(collection) is { } found && Slug.IsValid(id) ? $"{DocumentAddresses.TypeOf(found.Kind)}/{id}" : null;

    private sealed record LastArticle(string Entry, Fingerprint Stamp, MadeArticle Made, IReadOnlyList<Diagnostic> Findings);

    private static bool IsOfArticle(Diagnostic finding) => finding.Severity == Severity.Error || finding.Rule.Code.StartsWith("YG8",
        StringComparison.Ordinal);
}
