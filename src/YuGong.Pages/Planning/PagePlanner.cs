using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Publishing;

namespace YuGong.Pages;

/// <summary>A page that will be: where, by which template, of what.</summary>
/// <param name="File">Place in the output: <c>people/x/index.html</c>.</param>
/// <param name="Model">Makes what the template reads; asked for the page's key and again to render it.</param>
/// <param name="InLayout">False: the template is a whole document.</param>
internal sealed record PlannedPage(string File, string Template, Func<PageModel> Model, bool InLayout)
{
    /// <summary>Of a page that only says where something is now: the old address and the new one.</summary>
    public MovedAddress? Moved { get; init; }
}

/// <summary>Every page of the site as template and model, as theme.json declares them. Nothing is rendered here.</summary>
internal sealed class PagePlanner
{
    /// <summary>Names that a list page says in its description.</summary>
    private const int NamesSaid = 12;

    private readonly SiteData data;
    private readonly PictureCatalog pictures;
    private readonly PageHeads heads;
    private readonly Site site;

    public PagePlanner(SiteData data, PictureCatalog pictures)
    {
        (this.data, this.pictures, site) = (data, pictures, data.Site);
        heads = new(data, pictures);
    }

    /// <summary>What theme.json may make a page depend on.</summary>
    public static IReadOnlyList<string> Conditions { get; } = ["call", "places", "posters", "certificates"];

    /// <param name="hasCertificates">Whether certificates were given out that can be verified.</param>
    public IEnumerable<PlannedPage> All(bool hasCertificates) =>
        data.Families.All.Where(p => data.Theme.Has(p.Template) && data.Families.Holds(p.When, hasCertificates)).SelectMany(Pages)
            .Concat(WholeSiteFiles());

    /// <summary>What stands where somebody was withdrawn: the same page everywhere, which names nobody.</summary>
    /// <remarks>None where the theme has no page for it: the server then says that nothing is there.</remarks>
    public IEnumerable<PlannedPage> Gone(IReadOnlyList<string> addresses) =>
        addresses.Count > 0 && (data.Families.All.FirstOrDefault(p => p.Each == PageKeys.Withdrawn) ?? data.Families.OfTemplate("404"))
            is { } page && data.Theme.Has(page.Template)
            ? addresses.Select(a => a[1..] + "index.html").Prepend("410.html").Select(file => Plan(page, file, () => GoneModel(page)))
            : [];

    /// <summary>A page that only says where something is now.</summary>
    /// <param name="from">The old address.</param>
    public PlannedPage? Redirect(string from, string to, string title) =>
        data.Families.All.FirstOrDefault(p => p.Each == PageKeys.Moved) is { } page && data.Theme.Has(page.Template)
            ? Plan(page, FileOf(from), () => new(data, heads.Of(new(page, to, title, "", null) { NoIndex = true }))
            {
                Target = new(title, site.Settings.Link(to)),
            }) with { Moved = new(from, to) }
            : null;

    /// <summary>Of a page that is about no entry and no group.</summary>
    public string TitleOf(PageDeclaration page) => Fill(page.Title, _ => "");

    private PageModel GoneModel(PageDeclaration page)
    {
        const string Path = "/410.html";
        return new(data, heads.Of(new(page, Path, page.Title, page.Description, null) { NoIndex = true, Data = Thing(page, Path) }));
    }

    private IEnumerable<PlannedPage> Pages(PageDeclaration page) => page switch
    {
        { Each: PageKeys.Withdrawn } => [],
        { Each: PageKeys.Moved } => Moved(),
        { Each: PageKeys.PosterSet } => data.Posters.Sets.Select(set => PosterSet(page, set)),
        { Each: { } kind } => Entries(page, EntriesOf(kind)),
        { List: { } list, By: { } by } => Groups(page, data.Families.GroupsOf(list, by)),
        { List: not null, Featured: true } => ListPages(page, page.Path!, site.FeaturedFirst(), null),
        { List: { } list } => ListPages(page, page.Path!, data.Families.ItemsOf(list), null),
        _ => [Single(page)],
    };

    private IReadOnlyList<Entry> EntriesOf(string kind) => kind switch
    {
        "person" => site.Stories,
        "object" => site.Objects,
        // An interview is only shown beside whom it is with.
        "dialogue" => [.. site.Dialogues.Where(d => site.Stories.Any(s => s.Id == d.Person.Id))],
        "video" => site.Videos,
        "news" => site.News,
        _ => site.Pages,
    };

    private IEnumerable<PlannedPage> Entries(PageDeclaration page, IReadOnlyList<Entry> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, before, after) = (entries[i], i == 0 ? null : entries[i - 1], i + 1 == entries.Count ? null : entries[i + 1]);
            var own = EntryAddresses.Of(entry);
            var path = page.Path is null ? own : PageFamilies.PathOf(page.Path, entry.Id);
            yield return Plan(page, FileOf(path), () => new(data, HeadOf(page, entry, path == own))
            {
                Path = path, Item = data.Shown(entry), Previous = before is null ? null : data.Shown(before),
                Next = after is null ? null : data.Shown(after),
            });
        }
    }

    /// <param name="isOwn">The entry's page; another only shows it in another form.</param>
    private MetaView HeadOf(PageDeclaration page, Entry entry, bool isOwn)
    {
        var title = Fill(page.Title, word => PageWords.ValueIn(entry, word));
        return heads.Of(new(page, EntryAddresses.Of(entry), title, Fill(page.Description, word => PageWords.ValueIn(entry, word)), entry)
        {
            NoIndex = !isOwn || page.NoIndex, OgType = EntryData.OgType(entry), Image = isOwn ? ImageOf(entry) : null,
            Data = isOwn ? d => EntryData.Write(d, entry, title, data) : null, Of = EntryData.IsOfItself(entry) ? entry : null,
        });
    }

    private string? ImageOf(Entry entry) => entry switch
    {
        Story story => data.Posters.Of(story.Id)?.Card,
        CollectionObject { Picture: { } picture } made => pictures.Of(made, picture.File.Id)?.Large,
        NewsItem { Photos: [var first, ..] } item => pictures.Of(item, first.File.Id)?.Large,
        _ => null,
    };

    private PlannedPage PosterSet(PageDeclaration page, PosterSet set)
    {
        string ValueOf(string word) => word == "count" ? $"{set.Posters.Count}" : data.TitleOf(set);
        return Plan(page, FileOf(set.Path), () => new(data, heads.Of(
            new(page, set.Path, Fill(page.Title, ValueOf), Fill(page.Description, ValueOf), set)
            {
                Image = set.Card, Data = d => d.Thing("CollectionPage", set.Path, data.TitleOf(set), null),
            }))
        {
            Path = set.Path, Item = data.Shown(set),
        });
    }

    /// <summary>Old addresses of entries, and the short ones that are printed on posters.</summary>
    private IEnumerable<PlannedPage> Moved() =>
        site.Entries.SelectMany(e => e.Header.Aliases.Select(a => Redirect(a.Id, EntryAddresses.Of(e), e.Title)))
            .Concat(data.Posters.Codes.Select(c => Redirect(c.Path, c.Target, site.Settings.SiteTitle))).OfType<PlannedPage>();

    private IEnumerable<PlannedPage> Groups(PageDeclaration page, IReadOnlyList<GroupedItems> all)
    {
        List<GroupedItems> groups = [.. all.Where(g => page.Empty || g.Items.Count > 0)];
        for (var i = 0; i < groups.Count; i++)
        {
            var neighbours = new Neighbours(groups[i].Group, i == 0 ? null : groups[i - 1].Group,
                i + 1 == groups.Count ? null : groups[i + 1].Group);
            foreach (var planned in ListPages(page, PageFamilies.PathOf(page.Path!, groups[i].Group.Id), groups[i].Items, neighbours))
            {
                yield return planned;
            }
        }
    }

    private IEnumerable<PlannedPage> ListPages(
        PageDeclaration page, string path, IReadOnlyList<object> all, Neighbours? group)
    {
        IReadOnlyList<object> items = page.First is { } most && most < all.Count ? [.. all.Take(most)] : all;
        var size = page.PageSize ?? Math.Max(1, items.Count);
        var pages = Math.Max(1, (items.Count + size - 1) / size);
        string At(int number) => number == 1 ? path : $"{path}page/{number}/";
        for (var i = 1; i <= pages; i++)
        {
            var (number, here) = (i, At(i));
            IReadOnlyList<object> shown = pages == 1 ? items : [.. items.Skip((number - 1) * size).Take(size)];
            var pager = pages == 1 ? null : new PagerView(
                number, pages, number == 1 ? null : site.Settings.Link(At(number - 1)),
                number == pages ? null : site.Settings.Link(At(number + 1)));
            yield return Plan(page, FileOf(here), () => new(data, ListHead(page, here, number, shown, all.Count, group?.Here))
            {
                Path = path, List = [.. shown.Select(data.Shown)], Total = all.Count, Pager = pager,
                Group = group is null ? null : new(group.Here.Id, group.Here.Name, group.Here.Text),
                Direction = DirectionOf(group?.Here), Previous = DirectionOf(group?.Before), Next = DirectionOf(group?.After),
            });
        }
    }

    private Documents.DirectionDocument? DirectionOf(PageGroup? group) =>
        group?.Direction is { } direction ? data.DirectionOf(direction.Id) : null;

    private MetaView ListHead(PageDeclaration page, string path, int number, IReadOnlyList<object> shown, int total, PageGroup? group)
    {
        string ValueOf(string word) => word switch
        {
            "count" => $"{total}",
            "names" => string.Join('、', shown.Take(NamesSaid).Select(NameOf)),
            _ => group is null ? "" : PageWords.ValueIn(group, word),
        };
        var title = Fill(page.Title, ValueOf) + (number == 1 ? "" : data.Words.Fill("numbered_page", number));
        var description = Fill(page.Description, ValueOf);
        var canonical = page.Canonical is { } template ? data.Families.OfTemplate(template)?.Path : null;
        return heads.Of(new(page, canonical ?? path, title, description, group)
        {
            NoIndex = page.NoIndex || canonical is not null,
            Data = canonical is not null ? null
                : d => d.Thing(page.Schema ?? "CollectionPage", path, title, description, m => Parts(m, page, path, shown)),
        });
    }

    private void Parts(StructuredData m, PageDeclaration page, string path, IReadOnlyList<object> shown)
    {
        if (PageLists.Known[page.List!].Schema is { } type)
        {
            m.NamedList("hasPart", type, shown.Select(item => new LinkView(NameOf(item), PathOf(item))));
        }

        if (path == "/")
        {
            m.NamedList("publisher", "Organization", site.Settings.Organizers.Select(o => new LinkView(o, "")));
        }
    }

    private PlannedPage Single(PageDeclaration page)
    {
        var path = page.Path!;
        string ValueOf(string word) => page.When == "call" && site.Call is { } call ? PageWords.ValueIn(call, word) : "";
        return Plan(page, FileOf(path), () => new(data, heads.Of(
            new(page, path, Fill(page.Title, ValueOf), Fill(page.Description, ValueOf), null)
            {
                NoIndex = page.NoIndex, Data = Thing(page, path),
            }))
        {
            Path = path,
        });
    }

    private Action<StructuredData> Thing(PageDeclaration page, string path) =>
        page.When == "call" && site.Call is { } call
            ? d => d.Thing("WebPage", path, call.Title, call.Scope, m => m.Text("datePublished", call.Issued.ToString("yyyy-MM-dd")))
            : d => d.Thing(page.Schema ?? "WebPage", path, TitleOf(page), Fill(page.Description, _ => ""));

    /// <summary>Whatever a theme keeps in <c>templates/site/</c> becomes a file of the same name at the root.</summary>
    private IEnumerable<PlannedPage> WholeSiteFiles() =>
        from template in data.Theme.Templates.Keys.Where(t => t.StartsWith("site/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        let s = site.Settings
        let page = new PageDeclaration { Template = template, Title = s.SiteTitle, Description = s.Description, Bare = true }
        select Plan(page, template["site/".Length..], () => new(data, heads.Of(new(page, "/", page.Title, page.Description, null))));

    private string Fill(string text, Func<string, string> valueOf) =>
        PageWords.Fill(text, site, valueOf);

    private string NameOf(object item) => item switch
    {
        Entry entry => entry.Title,
        Direction direction => direction.Hall,
        PlaceView place => place.Name,
        PosterSet set => data.TitleOf(set),
        TimelineItem line => line.Story.Title,
        _ => "",
    };

    /// <summary>Empty for what has no page.</summary>
    private static string PathOf(object item) => item switch
    {
        Entry entry => EntryAddresses.Of(entry),
        Direction direction => $"/hall/{direction.Id}/",
        _ => "",
    };

    private static PlannedPage Plan(PageDeclaration page, string file, Func<PageModel> model) =>
        new(file, page.Template, model, !page.Bare);

    private static string FileOf(string path) => path.EndsWith('/') ? path[1..] + "index.html" : path[1..];

    private sealed record Neighbours(PageGroup Here, PageGroup? Before, PageGroup? After);
}
