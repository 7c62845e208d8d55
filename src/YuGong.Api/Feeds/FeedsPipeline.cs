using System.Globalization;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Api;

/// <summary>One item of a feed.</summary>
/// <param name="Day">Last changed.</param>
internal sealed record FeedItem(PublicDocument Document, string Html, DateOnly Day);

/// <summary>RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1 for the whole site, each direction and news: full text, newest first.</summary>
public sealed class FeedsPipeline(Func<PublicSite> made) : IPipeline
{
    /// <summary>Items in one feed; readers ask again often, and the rest is in the API.</summary>
    private const int Items = 50;

    private static readonly (string Kind, Func<FeedList, Site, IReadOnlyList<FeedItem>, byte[]> Write)[] Kinds =
        [("rss", RssFeed.Write), ("atom", AtomFeed.Write), ("json", JsonFeedFile.Write)];

    public string Name => "feeds";

    public IEnumerable<OutputFile> Make(Site site)
    {
        var open = made();
        var hidden = site.Hidden.ToHashSet(StringComparer.Ordinal);
        foreach (var list in FeedList.Of(site))
        {
            List<(PublishedEntry Entry, DateOnly Day)> newest =
            [
                .. open.Entries.Where(e => e.Document is not PageDocument && IsIn(e.Document, list)
                        && !hidden.Contains(EntryAddresses.Of(e.Entry)))
                    .Select(e => (Entry: e, Day: DayOf(site, e.Document))).OrderByDescending(e => e.Day).Take(Items),
            ];
            var organizers = string.Join('|', site.Settings.Organizers);
            var head = Fingerprint.Of($"{list.Title}|{site.Settings.Origin}|{site.Settings.Description}|{organizers}");
            var key = newest.Aggregate(ApiProgram.Id.With(head), (sum, e) => sum.With(e.Entry.Revision));
            FeedItem ItemOf((PublishedEntry Entry, DateOnly Day) e) =>
                new(e.Entry.Document, WithPicture(e.Entry.Document, open.HtmlOf(e.Entry)), e.Day);
            IReadOnlyList<FeedItem> Read() => [.. newest.Select(ItemOf)];
            foreach (var (kind, write) in Kinds)
            {
                yield return new(OutputPath.Of(list.FileOf(kind)), key, () => write(list, site, Read()));
            }
        }
    }

    /// <summary>A direction's feed tells of its people.</summary>
    private static bool IsIn(PublicDocument document, FeedList list) => list.IsOfNews ? document is NewsDocument
        : list.Direction is null || (document as PersonDocument)?.Direction.Id == list.Direction;

    private static DateOnly DayOf(Site site, PublicDocument d) =>
        d.Updated ?? d.Published ?? DayOf(d as NewsDocument) ?? d.Verification?.Date ?? site.Call?.Issued ?? new DateOnly(2000, 1, 1);

    /// <summary>News happened on a day, if it says which.</summary>
    private static DateOnly? DayOf(NewsDocument? news) =>
        DateOnly.TryParseExact(news?.Date.Edtf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>WeChat and most readers take the first picture of an item for its card.</summary>
    private static string WithPicture(PublicDocument d, string html)
    {
        if (d.Pictures.Count == 0)
        {
            return html;
        }

        var picture = d.Pictures[0];
        var (alt, credit) = (System.Net.WebUtility.HtmlEncode(picture.Alt), System.Net.WebUtility.HtmlEncode(picture.Credit));
        return $"<figure><img src=\"{picture.Url.OriginalString}\" alt=\"{alt}\"><figcaption>{credit}</figcaption></figure>\n{html}";
    }
}
