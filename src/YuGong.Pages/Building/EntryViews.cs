using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Pages.Views;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>A line of a chronicle and the claim it rests on.</summary>
internal sealed record Happening(HistoricalDate Date, string Text, string? Place, Claim Claim);

/// <summary>What an entry's own page says of its claims, sources and checking.</summary>
internal sealed class EntryViews(Site site, PictureViews pictures)
{
    private readonly string[] hidden = [.. site.LeftOut.Where(_ => site.Edition == Edition.Release).Select(l => site.Settings.Link(EntryAddresses.Of(l.Entry)))];

    /// <summary>The body; links to what this edition does not show become plain words.</summary>
    public BodyView Body(Entry entry)
    {
        var body = entry.Frame.Body;
        var gone = new List<string>();
        foreach (var address in body.Glance.MayLink ? hidden : [])
        {
            if (body.File.Text.AsSpan(body.Start).Contains(address.AsSpan(site.Settings.LinkRoot.Length).TrimEnd("index.html"), StringComparison.Ordinal))
            {
                gone.Add(address);
            }
        }

        var sources = Fingerprint.Of(string.Join('\n', entry.Frame.Sources.Select(s => s.Id.Id)));
        var (shown, withPictures) = pictures.InBody(entry);
        var key = body.Glance.Words.With(sources).With(Fingerprint.Of(string.Join('\n', gone))).With(shown);
        return new(new Markup(key.ToString(), () => withPictures(gone.Aggregate(body.Html, Unlink))));
    }

    public static IReadOnlyList<CiteView> Cites(Entry entry, Claim claim)
    {
        var sources = entry.Frame.Sources;
        var views = new List<CiteView>(claim.Cites.Count);
        for (var i = 0; i < sources.Count; i++)
        {
            if (claim.IsCiting(sources[i]))
            {
                views.Add(new(i + 1, $"source-{sources[i].Id.Id}", sources[i].Title, sources[i].Grade.ToString()));
            }
        }

        return views;
    }

    public static IReadOnlyList<EventView> Chronicle(Entry entry, IEnumerable<Happening> events) =>
    [
        .. events.OrderBy(e => e.Date).Select(e => new EventView(e.Date.Chinese, e.Date.Iso, e.Text, e.Place, Cites(entry, e.Claim))),
    ];

    public static IReadOnlyList<EventView> Chronicle(Entry entry, IEnumerable<LifeEvent> events) => Chronicle(entry, events.Select(e => new Happening(e.Date, e.Text, e.Place, e)));

    public static IReadOnlyList<FigureView> Figures(Entry entry, IEnumerable<Figure> figures) =>
        [.. figures.Select(f => new FigureView(f.Label, f.Value, f.Unit, Cites(entry, f)))];

    public AboutView About(Entry entry)
    {
        var frame = entry.Frame;
        return new(
            new Later<SourceView>(() => [.. frame.Sources.Select((s, i) => Source(s, i + 1))]),
            frame.Verification is { } v ? new(v.Checker, v.Method, HistoricalDate.Of(v.Date).Chinese) : null,
            entry.Consent is { } consent ? ConsentText(consent) : null,
            frame.Sources.Any(s => !s.ReadInFull) ? "本页所用来源目前据摘录使用，尚待编辑部对照全文第二次复核；复核前请以所列原始来源为准。" : null,
            frame.Byline ?? (frame.Author is { } author ? $"文 / {author}" : null),
            frame.Rights,
            frame.Updated is { } day ? HistoricalDate.Of(day).Chinese : null,
            frame.Updated?.ToString("yyyy-MM-dd"),
            CiteAs(entry),
            [.. frame.Corrections.Select(c => new CorrectionView(HistoricalDate.Of(c.Date).Chinese, c.Date.ToString("yyyy-MM-dd"), c.Text))]);
    }

    /// <summary>After GB/T 7714—2015, electronic resource [EB/OL].</summary>
    private string CiteAs(Entry entry)
    {
        var title = entry is Story story ? $"{story.Name}：{story.Headline}" : entry.Title;
        var day = entry.Frame.Updated is { } updated ? $"({updated:yyyy-MM-dd})" : "";
        var publisher = site.Settings.Organizers.Count > 0 ? site.Settings.Organizers[0] : site.Settings.SiteTitle;
        return $"{publisher}. {title}[EB/OL]. {day}[引用日期]. {site.Settings.Absolute(EntryAddresses.Of(entry))}.";
    }

    private static string ConsentText(Consent consent) => consent.Basis switch
    {
        ConsentBasis.PublicRecord => consent.Note ?? "已故人物，据公开史料写成。",
        ConsentBasis.Family => "经家属同意发布。",
        _ => "经本人同意发布。",
    };

    private static SourceView Source(Source s, int number) => new(
        number, $"source-{s.Id.Id}", s.Title, s.Author, s.Publisher, s.Date?.Chinese, s.Url, s.Archive, s.Grade.ToString(),
        s.Grade switch { Grade.A => "官方、院士机构、高校或主流媒体原站", Grade.B => "刊物转载、地方文史或图书摘录", _ => "百科、自媒体或聚合站，不作确证" },
        !s.ReadInFull);

    private static string Unlink(string html, string address)
    {
        var open = $"<a href=\"{address}";
        for (var at = html.IndexOf(open, StringComparison.Ordinal); at >= 0; at = html.IndexOf(open, at, StringComparison.Ordinal))
        {
            var textStart = html.IndexOf('>', at) + 1;
            var textEnd = html.IndexOf("</a>", textStart, StringComparison.Ordinal);
            html = string.Concat(html.AsSpan(0, at), html.AsSpan(textStart, textEnd - textStart), html.AsSpan(textEnd + 4));
        }

        return html;
    }
}
