using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// The preview beside a form. Who posts what stands in it gets a number and the findings; the page and the poster wait for a while at
/// <c>/desk/draft/7/</c> and <c>/desk/draft/7/card.webp</c>. Nothing is written.
/// </summary>
internal sealed partial class DraftsPart(DraftCard card) : IEndpoints
{
    /// <summary>Drawings that can still be asked for; an editor sees the last one, and there are few editors.</summary>
    private const int Most = 64;

    /// <summary>The page as it is, with its script left out: a drawing does nothing, whatever somebody wrote in it.</summary>
    private const string Policy =
        "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; media-src 'self'; base-uri 'none'; form-action "
            + "'none'; frame-ancestors 'self'; sandbox allow-same-origin";

    private readonly Lock gate = new();
    private readonly SortedDictionary<int, DrawnDraft> drawn = [];
    private int last;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/draft/{number:int}/", PageAsync).For(DeskAction.Draw);
        routes.MapGet("/desk/draft/{number:int}/card.webp", CardAsync).For(DeskAction.Draw);
    }

    /// <summary>Keeps a drawing for a while, and says what there is to see of it.</summary>
    public DrawnAnswer Tell(DrawnDraft draft, DeskCollection collection)
    {
        var matter = FrontMatterBlock.Read(draft.Text, new());
        return new(Keep(draft), draft.Page is not null, draft.Entry is Story, (int)draft.Took.TotalMilliseconds,
            [.. draft.Findings.OrderByDescending(f => f.Severity).Select(f => FormFinding.Of(f, collection, matter))]);
    }

    private Task PageAsync(HttpContext context, int number)
    {
        if (Find(number)?.Page is not { } page)
        {
            return RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "这次预览已经过去了。");
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        return DeskFiles.SendAsync(context, "index.html",
            Encoding.UTF8.GetBytes(Scripts().Replace(Encoding.UTF8.GetString(page.Span), "")));
    }

    private Task CardAsync(HttpContext context, int number) =>
        Find(number) is { Site: { } drawnSite, Entry: Story story } && card.Draw(drawnSite, story, new()) is { } bytes
            ? DeskFiles.SendAsync(context, "card.webp", bytes)
            : RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有海报:同意的范围里没有海报,或这台机器做不了。");

    private int Keep(DrawnDraft draft)
    {
        lock (gate)
        {
            drawn.Add(++last, draft);
            if (drawn.Count > Most)
            {
                drawn.Remove(drawn.Keys.First());
            }

            return last;
        }
    }

    private DrawnDraft? Find(int number)
    {
        lock (gate)
        {
            return drawn.GetValueOrDefault(number);
        }
    }

    [GeneratedRegex("<script\\b[^>]*>.*?</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Scripts();
}

/// <param name="Number">Under which page and card can be asked for.</param>
/// <param name="Took">Milliseconds.</param>
internal sealed record DrawnAnswer(int Number, bool Page, bool Card, int Took, IReadOnlyList<FormFinding> Findings)
{
    /// <summary>Of what no page is drawn.</summary>
    public static DrawnAnswer Nothing { get; } = new(0, false, false, 0, []);
}
