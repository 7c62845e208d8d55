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
    private readonly HiddenLinks hidden;
    private readonly DocumentAddresses addresses;
    private readonly DocumentBuilder builder;
    private readonly Dictionary<Entry, int> places;
    private readonly PublishedEntry?[] made;
    private readonly Lazy<IReadOnlyList<PublishedEntry>> entries;
    private readonly Lazy<Fingerprint> revision;
    private readonly Lazy<IReadOnlyList<PersonDocument>> people;
    private readonly Lazy<IReadOnlyList<ObjectDocument>> objects;
    private readonly Lazy<IReadOnlyList<DialogueDocument>> dialogues;
    private readonly Lazy<IReadOnlyList<VideoDocument>> videos;
    private readonly Lazy<IReadOnlyList<NewsDocument>> news;
    private readonly Lazy<IReadOnlyList<PageDocument>> pages;
    private readonly Lazy<IReadOnlyList<DirectionDocument>> directions;
    private readonly Lazy<CallDocument?> call;
    private readonly Lazy<LightsDocument?> lights;
    private readonly Lazy<Dictionary<(string Type, string Id), Entry>> byName;

    public PublicSite(Site site, DocumentSources? sources = null)
    {
        Site = site;
        Sources = sources ?? DocumentSources.None;
        addresses = new(site.Settings);
        hidden = new(site);
        builder = new DocumentBuilder(site, addresses, Sources, entry => Of(entry).Document);
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
        people = All<PersonDocument>();
        objects = All<ObjectDocument>();
        dialogues = All<DialogueDocument>();
        videos = All<VideoDocument>();
        news = All<NewsDocument>();
        pages = All<PageDocument>();
        var ofSite = new SiteDocuments(site, addresses);
        directions = new(ofSite.Directions);
        call = new(ofSite.Call);
        lights = new(ofSite.Lights);
        byName = new(() => site.Entries.ToDictionary(e => (DocumentAddresses.TypeOf(e), e.Id)));
        revision = new(() => Entries.Aggregate(Fingerprint.Of(site.Settings.SiteTitle), (sum, e) => sum.With(e.Revision)));
    }

    public Site Site { get; }

    /// <summary>What the documents tell besides the content.</summary>
    public DocumentSources Sources { get; }

    public IReadOnlyList<PosterDocument> Posters => Sources.Posters;

    /// <summary>People in the order of the hall's route, then objects, dialogues, videos, news, pages.</summary>
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

    /// <summary>The entry that a document of this site tells of.</summary>
    public Entry EntryOf(PublicDocument document) => byName.Value[(document.Type, document.Id)];

    public IEnumerable<PublishedEntry> OfType(string type) => Entries.Where(e => e.Document.Type == type);

    public IReadOnlyList<PersonDocument> People => people.Value;

    public IReadOnlyList<ObjectDocument> Objects => objects.Value;

    public IReadOnlyList<DialogueDocument> Dialogues => dialogues.Value;

    public IReadOnlyList<VideoDocument> Videos => videos.Value;

    public IReadOnlyList<NewsDocument> News => news.Value;

    public IReadOnlyList<PageDocument> Pages => pages.Value;

    /// <summary>The directions, which are halls too, in the order of the route.</summary>
    public IReadOnlyList<DirectionDocument> Directions => directions.Value;

    /// <summary>The call for leads; null where the site has none.</summary>
    public CallDocument? Call => call.Value;

    /// <summary>How many the site is about, and how many it tells of; null where it does not say.</summary>
    public LightsDocument? Lights => lights.Value;

    /// <summary>The document with its body.</summary>
    public PublicDocument Whole(PublishedEntry entry)
    {
        var html = HtmlOf(entry);
        return entry.Document with { Text = HtmlText.Of(html), Html = html };
    }

    public string HtmlOf(PublishedEntry entry) =>
        new BodyHtml(Site.Settings.Origin, entry.Document.Page.OriginalString, hidden.In(entry.Entry.Header.Body))
            .Of(entry.Entry.Header.Body.Html);

    public static string TextOf(PublishedEntry entry) => HtmlText.Of(entry.Entry.Header.Body.Html);

    private Lazy<IReadOnlyList<T>> All<T>()
        where T : PublicDocument => new(() => [.. Entries.Select(e => e.Document).OfType<T>()]);

    private Fingerprint BodyKey(Entry entry) => !hidden.Any
        ? entry.Header.Body.BodyDigest.Words
        : entry.Header.Body.BodyDigest.Words.With(Fingerprint.Of(string.Join('\n', hidden.In(entry.Header.Body))));
}
