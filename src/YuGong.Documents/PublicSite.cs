using YuGong.Content;
using YuGong.Text;

namespace YuGong.Documents;

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
    private readonly DocumentAddresses addresses;
    private readonly DocumentBuilder builder;
    private readonly Dictionary<Entry, int> places;
    private readonly PublishedEntry?[] made;
    private readonly Lazy<IReadOnlyList<PublishedEntry>> entries;
    private readonly Lazy<Fingerprint> revision;

    public PublicSite(Site site, IReadOnlyList<PosterDocument>? posters = null)
    {
        Site = site;
        Posters = posters ?? [];
        addresses = new(site.Settings);
        hidden = site.Edition == Edition.Release ? [.. site.LeftOut.Select(l => site.Settings.Link(EntryAddresses.Of(l.Entry)))] : [];
        builder = new DocumentBuilder(site, addresses, entry => Of(entry).Document);
        Entry[] all = [.. site.Entries];
        places = new(all.Length, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < all.Length; i++)
        {
            places[all[i]] = i;
        }

        made = new PublishedEntry?[all.Length];
        entries = new(() =>
        {
            Parallel.ForEach(all, entry => Of(entry));
            return made!;
        });
        revision = new(() => Entries.Aggregate(Fingerprint.Of(site.Settings.SiteTitle), (sum, e) => sum.With(e.Revision)));
    }

    public Site Site { get; }

    public IReadOnlyList<PosterDocument> Posters { get; }

    /// <summary>People in the order of the hall's route, then objects, dialogues, videos, pages.</summary>
    public IReadOnlyList<PublishedEntry> Entries => entries.Value;

    public Fingerprint Revision => revision.Value;

    public DocumentAddresses Addresses => addresses;

    /// <summary>One entry, made when it is first asked for; the others may never be.</summary>
    public PublishedEntry Of(Entry entry)
    {
        var place = places[entry];
        if (made[place] is { } known)
        {
            return known;
        }

        var document = builder.Make(entry);
        var print = DocumentJson.FingerprintOf(document).With(BodyKey(entry));
        return made[place] = new(entry, document with { Revision = print.ToString() }, print);
    }

    public IEnumerable<PublishedEntry> OfType(string type) => Entries.Where(e => e.Document.Type == type);

    /// <summary>All documents of a type, in the order of <see cref="Entries"/>.</summary>
    public IReadOnlyList<T> Documents<T>()
        where T : PublicDocument => [.. Entries.Select(e => e.Document).OfType<T>()];

    /// <summary>The document with its body.</summary>
    public PublicDocument Whole(PublishedEntry entry)
    {
        var html = HtmlOf(entry);
        return entry.Document with { Text = HtmlText.Of(html), Html = html };
    }

    public string HtmlOf(PublishedEntry entry) =>
        new BodyHtml(Site.Settings.Origin, entry.Document.Page.OriginalString, Gone(entry.Entry.Frame.Body))
            .Of(entry.Entry.Frame.Body.Html);

    public static string TextOf(PublishedEntry entry) => HtmlText.Of(entry.Entry.Frame.Body.Html);

    private Fingerprint BodyKey(Entry entry) => hidden.Length == 0
        ? entry.Frame.Body.Glance.Words
        : entry.Frame.Body.Glance.Words.With(Fingerprint.Of(string.Join('\n', Gone(entry.Frame.Body))));

    private List<string> Gone(Body body)
    {
        var gone = new List<string>();
        foreach (var address in body.Glance.MayLink ? hidden : [])
        {
            if (body.File.Text.AsSpan(body.Start)
                .Contains(address.AsSpan(Site.Settings.LinkRoot.Length).TrimEnd("index.html"), StringComparison.Ordinal))
            {
                gone.Add(address);
            }
        }

        return gone;
    }
}
