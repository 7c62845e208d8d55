using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build;
using YuGong.Build.Articles;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Documents;
using YuGong.Manuscripts;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// <c>GET /desk/paper/stories/x/review.pdf</c> and <c>review.docx</c>: the 审稿单 of a draft, or of what stands, with who said what of it.
/// </summary>
internal sealed class PaperPart(ProjectFolder project, EditingDesk desk) : IEndpoints
{
    private readonly ReviewDesk review = desk.Review ?? throw new InvalidOperationException("A desk without a review.");
    private readonly Lock alone = new();

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/desk/paper/{collection}/{id}/review.{kind}", SendAsync).For(DeskAction.Read);

    /// <summary>What stands of the steps of an entry, oldest first, by the site's clock.</summary>
    public static IReadOnlyList<ReviewStamp> Printed(IReadOnlyList<Stamp> stamps, TimeSpan offset) =>
        [.. stamps.Where(s => s.Stands).Reverse().Select(s => new ReviewStamp(s.Name, s.By, s.At.ToOffset(offset), s.Revision[..8]))];

    /// <summary>The same for what lies in the folder, without a desk.</summary>
    public static IReadOnlyList<ReviewStamp> InFolder(ProjectFolder project, Entry entry) =>
        DeskCollection.All.FirstOrDefault(c => c.Schema.Name == entry.Kind) is not { } collection ? []
            : Printed(ReviewDesk.StampsIn(project.Root, project.InputName, Settings.Peek(project.Settings).Reviews, collection, entry.Id),
                new SiteClock(project).GetLocalNow().Offset);

    private async Task SendAsync(HttpContext context, string collection, string id, string kind)
    {
        if (DeskCollection.Find(collection, id) is not { Site: null } found || !Slug.IsValid(id) || kind is not ("pdf" or "docx"))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这个条目。");
            return;
        }

        var stamps = Printed(await review.StampsAsync(found, id), new SiteClock(project).GetLocalNow().Offset);
        var run = new RunOptions(project, Clock.Today(project), Edition.Preview)
        {
            WithFonts = false, Overlay = await review.OverlayAsync(found, id),
        };
        var findings = new Diagnostics();
        var options = new ArticleOptions(run, $"{DocumentAddresses.TypeOf(found.Kind)}/{id}", ArticleExport.Review, "")
        {
            Stamps = _ => stamps,
        };
        var made = await Task.Run(() => Make(options, findings, context.RequestAborted), context.RequestAborted);
        var (name, bytes) = made?.Files.FirstOrDefault(f => f.Name.EndsWith("." + kind, StringComparison.Ordinal)) ?? default;
        if (bytes is null)
        {
            var why = findings.Sorted().Where(f => f.Severity == Severity.Error || f.Rule.Code.StartsWith("YG8", StringComparison.Ordinal))
                .Select(f => f.Message(Language.Chinese)).Take(3);
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity,
                $"现在做不成审稿单。{string.Concat(why)}{(made is null ? "" : "可以先用 Word 的一份。")}");
            return;
        }

        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await DeskFiles.SendAsync(context, name, bytes);
    }

    /// <summary>One at a time: each reads the whole site.</summary>
    private MadeArticle? Make(ArticleOptions options, Diagnostics findings, CancellationToken cancel)
    {
        lock (alone)
        {
            return ArticleExport.Make(options, findings, cancel);
        }
    }
}
