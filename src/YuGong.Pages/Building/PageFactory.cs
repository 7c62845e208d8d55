using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Documents;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Publishing.Motifs;

namespace YuGong.Pages;

/// <summary>A page that will be: where, by which template, of what.</summary>
/// <param name="File">Place in the output: <c>people/x/index.html</c>.</param>
/// <param name="InLayout">False: the template is a whole document.</param>
/// <param name="Model">Makes what the template reads; asked for the page's key and again to render it.</param>
internal sealed record PlannedPage(string File, string Template, Func<PageModel> Model, bool InLayout = true)
{
    /// <summary>Whose page it is; its template reads the entry's document.</summary>
    public Entry? Entry { get; init; }

    /// <summary>What the template reads, documents included.</summary>
    public PageModel Read(PublicSite documents) =>
        Model() with { Document = Entry is { } entry ? documents.Of(entry).Document : null, Documents = documents };
}

/// <summary>Every page of the site as template and model. Nothing is rendered here.</summary>
internal sealed partial class PageFactory
{
    private readonly Site site;
    private readonly Theme theme;
    private readonly CardViews cards;
    private readonly EntryViews entries;
    private readonly SiteViews common;
    private readonly PosterShelf shelf;
    private readonly PictureShelf pictures;
    private readonly ThemeWords words;

    public PageFactory(Site site, Theme theme, PosterShelf shelf, PictureShelf pictures)
    {
        this.pictures = pictures;
        this.site = site;
        this.shelf = shelf;
        this.theme = theme;
        cards = new(site, theme, new(site.Settings, pictures));
        entries = new(site, new(site.Settings, pictures));
        words = theme.Settings.Words;
        common = new(site, words, cards, pictures, shelf);
    }

    public SiteView SiteView => common.Site;

    public IEnumerable<PlannedPage> All()
    {
        IEnumerable<PlannedPage> pages =
        [
            .. If("home", Home), .. If("people", People), .. If("hall", Hall), .. If("timeline", Timeline), .. If("map", Map),
            .. If("room", Rooms), .. If("person", Persons),
            .. If("objects", Objects), .. If("object", EachObject), .. If("dialogues", Dialogues), .. If("dialogue", EachDialogue),
            .. If("videos", Videos), .. If("video", EachVideo), .. If("call", CallPage), .. If("page", ProsePages), .. If("search", Search),
            .. If("api", Api),
            .. If("embed", Embeds), .. If("embed-board", EmbedBoard), .. If("posters", Posters), .. If("poster", EachPosterSet),
            .. If("404", NotFound),
            .. If("redirect", Redirects), .. If("redirect", ShortAddresses), .. WholeSiteFiles(),
        ];
        return pages;
    }

    private IEnumerable<PlannedPage> If(string template, Func<IEnumerable<PlannedPage>> pages) => theme.Has(template) ? pages() : [];

    private IEnumerable<PlannedPage> Home()
    {
        var s = site.Settings;
        var shown = theme.Settings.HomePeople == 0 ? site.Stories : [.. site.Stories.Take(theme.Settings.HomePeople)];
        yield return Page("/", "home", () => new HomePage(
            common.Site,
            common.Meta("/", s.SiteTitle, s.Description, "/", d => d.Thing("CollectionPage", "/", s.SiteTitle, s.Description, m =>
            {
                m.NamedList("hasPart", "Person", shown.Take(60).Select(p => new LinkView(p.Name, EntryAddresses.Of(p))));
                m.NamedList("publisher", "Organization", s.Organizers.Select(o => new LinkView(o, "")));
            })),
            CardViews.Drawn("hero", "yugong", Ridges.Hero), Board(shown, site.Stories, null, null),
            [.. site.Dialogues.Take(4).Select(cards.Dialogue)],
            [.. site.Videos.Take(6).Select(cards.Video)], [.. site.Objects.Take(8).Select(o => cards.ObjectOf(o.Id)!)], common.Call,
            site.Objects.Count));
    }

    /// <summary>The star board, whole and by each word of the vocabularies the theme lists.</summary>
    private IEnumerable<PlannedPage> People()
    {
        foreach (var page in BoardPages("/people/", words.Of("people").Title, null, site.Stories, null))
        {
            yield return page;
        }

        foreach (var list in Lists())
        {
            foreach (var term in list.Terms)
            {
                var people = site.Stories.Where(s => list.Of(s).Any(t => t.Id == term.Id)).ToList();
                if (people.Count == 0)
                {
                    continue;
                }

                var intro = (term as Direction)?.Text;
                var path = $"/people/{list.Id}/{term.Id}/";
                foreach (var page in BoardPages(path, term.Name, intro, people, path))
                {
                    yield return page;
                }
            }
        }
    }

    private IEnumerable<PlannedPage> BoardPages(
        string path, string heading, string? intro, IReadOnlyList<Story> people, string? current)
    {
        var size = Math.Max(1, theme.Settings.PageSize);
        var total = Math.Max(1, (people.Count + size - 1) / size);
        for (var number = 1; number <= total; number++)
        {
            var here = number == 1 ? path : $"{path}page/{number}/";
            var title = (current is null ? heading : $"{heading} · {words.Of("people").Title}") + Numbered(number);
            var shown = people.Skip((number - 1) * size).Take(size).ToList();
            IReadOnlyList<LinkView> trail = current is null ? [] : [Trail("people", "/people/")];
            var pager = total == 1 ? null : new PagerView(
                number, total, number == 1 ? null : site.Settings.Link(number == 2 ? path : $"{path}page/{number - 1}/"),
                number == total ? null : site.Settings.Link($"{path}page/{number + 1}/"));
            yield return Page(here, "people", () => new PeoplePage(
                common.Site,
                common.Meta(here, title, intro ?? words.Fill("list_description", heading,
                    string.Join('、', shown.Take(12).Select(s => s.Name))), "/people/", d =>
                    d.Thing("CollectionPage", here, title, intro,
                        m => m.NamedList("hasPart", "Person", shown.Select(s => new LinkView(s.Name, EntryAddresses.Of(s))))),
                        trail: trail),
                heading, intro, Board(shown, people, current, pager)));
        }
    }

    private BoardView Board(IReadOnlyList<Story> shown, IReadOnlyList<Story> all, string? current, PagerView? pager) => new(
        [.. shown.Select(s => cards.PersonOf(s.Id)!)],
        [
            .. Lists()
                .Select(list => new FilterView(list.Id, list.Name,
                [.. list.Terms.Where(t => list.CountOf(t) > 0).Select(t => Option(list, t, current))])).Where(f => f.Options.Count > 0),
        ],
        site.Settings.Link("/people/"), all.Count, pager);

    private IReadOnlyList<TermList> Lists() => lists ??=
    [
        .. new[]
        {
            new TermList("direction", words["direction"], site.Taxonomies.Directions, s => [s.Direction]),
            new TermList("trade", words["trade"], site.Taxonomies.Trades, s => s.Trades),
            new TermList("era", words["era"], site.Taxonomies.Eras, s => [s.Era]),
            new TermList("district", words["district"], site.Taxonomies.Districts, s => s.Districts),
        }.Where(l => theme.Settings.Lists.Contains(l.Id)).Select(l => l with { Counts = Count(l) }),
    ];

    private FilterOption Option(TermList list, Term term, string? current)
    {
        var address = $"/people/{list.Id}/{term.Id}/";
        return new(term.Id, term is Direction d ? d.Short : term.Name, list.CountOf(term), site.Settings.Link(address), address == current);
    }

    private Dictionary<string, int> Count(TermList list)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var story in site.Stories)
        {
            foreach (var term in list.Of(story))
            {
                counts[term.Id] = counts.GetValueOrDefault(term.Id) + 1;
            }
        }

        return counts;
    }

    private IReadOnlyList<TermList>? lists;

    private sealed record TermList(string Id, string Name, IReadOnlyList<Term> Terms, Func<Story, IReadOnlyList<Term>> Of)
    {
        public Dictionary<string, int> Counts { get; init; } = [];

        public int CountOf(Term term) => Counts.GetValueOrDefault(term.Id);
    }

    private IEnumerable<PlannedPage> CallPage()
    {
        if (common.Call is { } call && site.Call is { } source)
        {
            yield return Page("/call/", "call", () => new CallPage(
                common.Site,
                common.Meta("/call/", words.Of("call").Title, $"{source.Title}。{source.DeadlineNote}", "/call/",
                    d => d.Thing("WebPage", "/call/", source.Title, source.Scope, m =>
                    m.Text("datePublished", source.Issued.ToString("yyyy-MM-dd")))),
                call));
        }
    }

    private IEnumerable<PlannedPage> ProsePages() => site.Pages.Select(p => Page(EntryAddresses.Of(p), "page", () => new ProsePage(
        common.Site,
        common.Meta(EntryAddresses.Of(p), p.Name, p.About, EntryAddresses.Of(p),
            d => d.Thing("WebPage", EntryAddresses.Of(p), p.Name, p.About), p, ribbon: cards.RibbonOf(p)),
        entries.Body(p))) with { Entry = p });

    private IEnumerable<PlannedPage> Search()
    {
        var (title, about) = words.Of("search");
        yield return Page("/search/", "search", () => new SearchPage(
            common.Site, common.Meta("/search/", title, about, "/search/", d => d.Thing("SearchResultsPage", "/search/", title, about))));
    }

    private IEnumerable<PlannedPage> Api()
    {
        var (title, about) = words.Of("api");
        var s = site.Settings;
        yield return Page("/api/", "api", () => new ApiPage(
            common.Site, common.Meta("/api/", title, about, "/api/", d => d.Thing("WebPage", "/api/", title, about)),
            $"{s.Origin}{s.LinkRoot}/api/v1/", $"{s.LinkRoot}/api/v1/", site.Stories.Count > 0 ? cards.PersonOf(site.Stories[0].Id) : null,
            [.. new[] { ("RSS 2.0", "all.rss.xml"), ("Atom", "all.atom.xml"),
                ("JSON Feed", "all.json") }.Select(f => new LinkView(f.Item1, $"{s.Origin}{s.LinkRoot}/feeds/{f.Item2}"))],
            site.Stories.Count > 0 && theme.Has("embed") ? s.Absolute($"/embed/{site.Stories[0].Id}/") : null));
    }

    /// <summary>Cards that other people's pages show in a frame. They are no pages of their own: search engines are sent on.</summary>
    private IEnumerable<PlannedPage> Embeds() => site.Stories.Select(s => Page($"/embed/{s.Id}/", "embed", () => new EmbedPage(
        common.Site, common.Meta(EntryAddresses.Of(s), s.Name, s.About, "/", _ => { }, noIndex: true), cards.PersonOf(s.Id)!)) with {
            InLayout = false });

    private IEnumerable<PlannedPage> EmbedBoard()
    {
        yield return Page("/embed/board/", "embed-board", () => new EmbedBoardPage(
            common.Site, common.Meta("/people/", words.Of("people").Title, words.Of("people").Title, "/", _ => { }, noIndex: true),
            [.. site.Stories.Take(12).Select(x => cards.PersonOf(x.Id)!)],
            site.Settings.Link("/people/"))) with { InLayout = false };
    }

    private IEnumerable<PlannedPage> NotFound()
    {
        var (title, about) = words.Of("404");
        yield return new("404.html", "404", () => new NotFoundPage(
            common.Site, common.Meta("/404.html", title, about, "/404.html", d => d.Thing("WebPage", "/404.html", title, null),
                noIndex: true), CardViews.Drawn("hero", "404", Ridges.Hero)));
    }

    /// <summary>An address that moved leads on, also without a server that knows it.</summary>
    private IEnumerable<PlannedPage> Redirects() =>
        from entry in site.Entries
        from alias in entry.Frame.Aliases
        let target = EntryAddresses.Of(entry)
        select Page(alias.Id, "redirect", () => new RedirectPage(
            common.Site, common.Meta(target, entry.Title, entry.Summary, "/", _ => { }, noIndex: true), site.Settings.Link(target),
            entry.Title)) with { InLayout = false };

    /// <summary>Whatever a theme keeps in <c>templates/site/</c> becomes a file of the same name at the root.</summary>
    private IEnumerable<PlannedPage> WholeSiteFiles() =>
        from template in theme.Templates.Keys.Where(t => t.StartsWith("site/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        select new PlannedPage(template["site/".Length..], template, () => new WholeSite(
            common.Site, common.Meta("/", site.Settings.SiteTitle, site.Settings.Description, "/", _ => { }),
            [.. site.Stories.Select(s => cards.PersonOf(s.Id)!)], [.. site.Objects.Select(o => cards.ObjectOf(o.Id)!)]), InLayout: false);

    /// <summary>Behind the title of the second page of a list and those after it.</summary>
    private string Numbered(int page) => page == 1 ? "" : words.Fill("numbered_page", page);

    /// <summary>A list page above the page that is shown.</summary>
    private LinkView Trail(string template, string path) => new(words.Of(template).Title, path);

    private static PlannedPage Page(string path, string template, Func<PageModel> model) => new(path[1..] + "index.html", template, model);
}
