using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Publishing.Motifs;
using YuGong.Text;
using YuGong.Text.Segmentation;

namespace YuGong.Pages;

/// <summary>
/// What the templates of one build are answered from: the public documents, and what pages show besides them – pictures in many sizes,
/// posters, the theme's own pages. Each thing is made when it is first asked for. Safe from many threads.
/// </summary>
internal sealed class SiteData
{
    private readonly Lazy<PublicSite> documents;
    private readonly Lazy<SiteView> view;
    private readonly Lazy<PhraseBreaker> phrases;
    private readonly Lazy<Dictionary<string, IReadOnlyList<Story>>> halls;
    private readonly Lazy<Dictionary<string, int>> placesInHalls;
    private readonly Lazy<IReadOnlyList<TimelineItem>> events;
    private readonly Lazy<IReadOnlyList<PlaceView>> places;
    private readonly Dictionary<string, string> ribbons;
    private readonly IReadOnlyList<ThemeAsset> assets;

    public SiteData(Site site, Theme theme, Func<PublicSite> documents, IReadOnlyList<ThemeAsset> assets, PosterCatalog posters,
        PictureCatalog pictures)
    {
        (Site, Theme, Posters, this.assets) = (site, theme, posters, assets);
        this.documents = new(documents);
        Pictures = new(site.Settings, pictures);
        Nights = new(this, pictures);
        Bodies = new(site, Pictures, () => Phrases);
        Families = new(this);
        view = new(MakeView);
        halls = new(() => site.Taxonomies.Directions.ToDictionary(
            d => d.Id, d => (IReadOnlyList<Story>)[.. site.Stories.Where(s => s.Direction.Id == d.Id)], StringComparer.Ordinal));
        placesInHalls = new(() => halls.Value.Values.SelectMany(hall => hall.Select((s, i) => (s.Id, Place: i)))
            .ToDictionary(s => s.Id, s => s.Place, StringComparer.Ordinal));
        phrases = new(() => SiteTerms.Breaker(site));
        events = new(() => TimelineItem.All(site));
        places = new(MakePlaces);
        ribbons = site.Edition == Edition.Preview ? site.LeftOut.ToDictionary(l => l.Entry.Kind + l.Entry.Id, l => l.Reason.Zh) : [];
    }

    public Site Site { get; }

    public Theme Theme { get; }

    public ThemeWords Words => Theme.Settings.Words;

    /// <summary>Where the theme's fonts are published.</summary>
    public IReadOnlyList<string> Fonts { get; init; } = [];

    public PosterCatalog Posters { get; }

    public PictureViews Pictures { get; }

    public EntryBodies Bodies { get; }

    public NightViews Nights { get; }

    /// <summary>The pages that theme.json declares, with what they list.</summary>
    public PageFamilies Families { get; }

    public PublicSite Documents => documents.Value;

    public SiteView View => view.Value;

    /// <summary>Where lines of large type may end.</summary>
    public PhraseBreaker Phrases => phrases.Value;

    public IReadOnlyList<TimelineItem> Events => events.Value;

    /// <summary>The places that somebody or something in this edition names.</summary>
    public IReadOnlyList<PlaceView> Places => places.Value;

    public string AddressOf(string asset) => $"{Site.Settings.LinkRoot}/{assets.First(a => a.Name == asset).Published}";

    /// <summary>Why an entry is only seen in preview; null where it is not.</summary>
    public string? RibbonOf(string kind, string id) => ribbons.GetValueOrDefault(kind + id);

    /// <summary>What templates read of an item of a list.</summary>
    public object Shown(object item) => item switch
    {
        Entry entry => Documents.Of(entry).Document,
        Direction direction => DirectionOf(direction.Id),
        TimelineItem line => Row(line),
        PosterSet set => PosterViews.Of(this, set),
        _ => item,
    };

    public DirectionDocument DirectionOf(string id) => Documents.Directions.First(d => d.Id == id);

    /// <summary>The people of a hall, in the order of the route.</summary>
    public IReadOnlyList<Story> HallOf(string direction) => halls.Value[direction];

    /// <summary>Which of its hall somebody is, from 0.</summary>
    public int PlaceInHall(string person) => placesInHalls.Value[person];

    public Entry EntryOf(PublicDocument document) => Documents.EntryOf(document);

    public string TitleOf(PosterSet set) => set.Title.Length > 0 ? set.Title : Site.Settings.SiteTitle;

    private TimelineRow Row(TimelineItem line)
    {
        var person = (PersonDocument)Documents.Of(line.Story).Document;
        return new(person, person.Chronicle[line.Line]);
    }

    private IReadOnlyList<PlaceView> MakePlaces()
    {
        var found = new List<PlaceView>();
        foreach (var place in Site.Taxonomies.Places)
        {
            List<PersonDocument> people = [.. Site.Stories.Where(place.IsNamedIn).Take(24).Select(s => (PersonDocument)Shown(s))];
            List<ObjectDocument> objects = [.. Site.Objects.Where(place.IsNamedIn).Take(24).Select(o => (ObjectDocument)Shown(o))];
            if (people.Count + objects.Count > 0)
            {
                found.Add(new(found.Count + 1, place.Id, place.Name, people, objects));
            }
        }

        return found;
    }

    private SiteView MakeView()
    {
        var s = Site.Settings;
        return new()
        {
            Title = s.SiteTitle, TitleLength = s.SiteTitle.EnumerateRunes().Count(), Tagline = s.Tagline,
            Description = s.Description, Host = s.Origin, Root = s.LinkRoot, Mail = Site.Call?.Mail ?? "", Organizers = s.Organizers,
            Footer = new(s.Footer.Undertakers, s.Footer.Support, s.Footer.Icp, s.Footer.PoliceRecord, PoliceCode(s.Footer.PoliceRecord)),
            Navigation =
            [
                .. s.Navigation.Where(n => n.Path.Split('#')[0] is var path && !Site.Hidden.Contains(path, StringComparer.Ordinal)
                    && !Families.IsEmptyRoom(path))
                    .Select(n => new LinkView(n.Title, s.Link(n.Path))),
            ],
            Directions = Documents.Directions,
            Feeds = [
                .. new[] { ("RSS 2.0", "all.rss.xml"), ("Atom", "all.atom.xml"), ("JSON Feed", "all.json") }
                    .Select(f => new LinkView(f.Item1, $"{s.LinkRoot}/feeds/{f.Item2}")),
            ],
            Maps = [.. Site.Map?.Sheets.Select(m => new MapView(m.Id, m.Title, m.Name, m.Remark)) ?? []],
            Fonts = [.. Fonts.Select(path => $"{s.LinkRoot}/{path}")],
            Preview = Site.Edition == Edition.Preview,
        };
    }

    /// <summary>The digits of a record's number: by them the ministry's page is asked.</summary>
    private static string PoliceCode(string record) => string.Concat(record.Where(char.IsAsciiDigit));
}
