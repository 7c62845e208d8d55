using YuGong.Content;
using YuGong.Text;

namespace YuGong.Api;

/// <summary>An entry and the document of it, whose body is read when it is asked for.</summary>
/// <param name="Document">Without its body; its revision covers the body too.</param>
public sealed record PublishedEntry(Entry Entry, PublicDocument Document, Fingerprint Revision);

/// <summary>
/// The site as others may have it: every entry of the edition as a public document. API, feeds and search are made of
/// these and of nothing else, so that none of them can say what another must not.
/// </summary>
public sealed class PublicSite
{
    private readonly string[] hidden;
    private readonly ApiAddresses addresses;

    public PublicSite(Site site, IReadOnlyList<PosterDocument>? posters = null)
    {
        Site = site;
        Posters = posters ?? [];
        addresses = new(site.Settings);
        hidden = site.Edition == Edition.Release ? [.. site.LeftOut.Select(l => site.Settings.Link(EntryAddresses.Of(l.Entry)))] : [];
        var builder = new DocumentBuilder(site, addresses);
        Entry[] entries = [.. site.Entries];
        var all = new PublishedEntry[entries.Length];
        Parallel.For(0, all.Length, i =>
        {
            var document = builder.Make(entries[i]);
            var revision = ApiJson.FingerprintOf(document).With(BodyKey(entries[i]));
            all[i] = new(entries[i], document with { Revision = revision.ToString() }, revision);
        });
        Entries = all;
        Revision = all.Aggregate(Fingerprint.Of(site.Settings.SiteTitle), (sum, e) => sum.With(e.Revision));
    }

    public Site Site { get; }

    public IReadOnlyList<PosterDocument> Posters { get; }

    /// <summary>People in the order of the hall's route, then objects, dialogues, videos, pages.</summary>
    public IReadOnlyList<PublishedEntry> Entries { get; }

    public Fingerprint Revision { get; }

    internal ApiAddresses Addresses => addresses;

    public IEnumerable<PublishedEntry> OfType(string type) => Entries.Where(e => e.Document.Type == type);

    /// <summary>The document with its body.</summary>
    public PublicDocument Whole(PublishedEntry entry)
    {
        var html = HtmlOf(entry);
        return entry.Document with { Text = PlainWords.Of(html), Html = html };
    }

    public string HtmlOf(PublishedEntry entry) =>
        new BodyHtml(Site.Settings.Origin, entry.Document.Page.OriginalString, Gone(entry.Entry.Frame.Body)).Of(entry.Entry.Frame.Body.Html);

    public static string TextOf(PublishedEntry entry) => PlainWords.Of(entry.Entry.Frame.Body.Html);

    private Fingerprint BodyKey(Entry entry) => hidden.Length == 0
        ? entry.Frame.Body.Glance.Words
        : entry.Frame.Body.Glance.Words.With(Fingerprint.Of(string.Join('\n', Gone(entry.Frame.Body))));

    private List<string> Gone(Body body)
    {
        var gone = new List<string>();
        foreach (var address in body.Glance.MayLink ? hidden : [])
        {
            if (body.File.Text.AsSpan(body.Start).Contains(address.AsSpan(Site.Settings.LinkRoot.Length).TrimEnd("index.html"), StringComparison.Ordinal))
            {
                gone.Add(address);
            }
        }

        return gone;
    }
}
