using System.Collections.Concurrent;
using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Publishing;

namespace YuGong.Pages;

/// <summary>A group of a list with what is in it.</summary>
internal sealed record GroupedItems(PageGroup Group, IReadOnlyList<object> Items);

/// <summary>The pages that theme.json declares: what they list, where they are, how one chooses from them.</summary>
internal sealed class PageFamilies(SiteData data)
{
    private readonly Dictionary<(string List, string By), IReadOnlyList<GroupedItems>> groups = [];
    private readonly Lock grouping = new();
    private readonly Lazy<IReadOnlyList<PageDeclaration>> all =
        new(() => [.. data.Theme.Settings.Pages.SelectMany(p => Each(p, data.Site))]);
    private readonly ConcurrentDictionary<Entry, string> terms = new(ReferenceEqualityComparer.Instance);

    /// <summary>As theme.json declares them, where one stands for several the several.</summary>
    public IReadOnlyList<PageDeclaration> All => all.Value;

    /// <summary>The first that has the template: the whole list before the lists of its groups.</summary>
    public PageDeclaration? OfTemplate(string template) => All.FirstOrDefault(p => p.Template == template);

    public IReadOnlyList<object> ItemsOf(string list) => PageLists.Known[list].Items(data);

    /// <summary>The groups of a list in the order of their vocabulary, empty ones too.</summary>
    public IReadOnlyList<GroupedItems> GroupsOf(string list, string by)
    {
        lock (grouping)
        {
            if (!groups.TryGetValue((list, by), out var known))
            {
                groups[(list, by)] = known = Divide(ItemsOf(list), PageLists.GroupingOf(list, by, data.Site));
            }

            return known;
        }
    }

    /// <summary>Ways to choose from a list, one for each declaration that names its filter.</summary>
    /// <param name="path">The page on which they stand.</param>
    public IReadOnlyList<FilterView> FiltersOf(string list, string path)
    {
        var found = new List<FilterView>();
        foreach (var page in All.Where(p => p.List == list && p is { By: not null, Filter: not null }))
        {
            var whole = All.FirstOrDefault(p => p.List == list && p.By is null && p.Template == page.Template)?.Path;
            var options = GroupsOf(list, page.By!).Where(g => g.Items.Count > 0).Select(g => Option(page, g, path)).ToList();
            if (options.Count > 0)
            {
                found.Add(new(page.By!, page.Filter!, whole is null ? "" : data.Site.Settings.Link(whole), options));
            }
        }

        return found;
    }

    /// <summary>Where a group's list is; empty where the theme has none.</summary>
    public string AddressOf(string by, string id) =>
        All.FirstOrDefault(p => p.By == by && p.Filter is not null) is { Path: { } path }
            ? data.Site.Settings.Link(PathOf(path, id))
            : "";

    /// <summary>The words by which a person is found under every filter: <c>direction:builder trade:railway</c>.</summary>
    public string TermsOf(Entry entry) => terms.GetOrAdd(entry, MakeTerms);

    private string MakeTerms(Entry entry)
    {
        var list = entry is Story ? "people" : "objects";
        return string.Join(' ', All.Where(p => p.List == list && p is { By: not null, Filter: not null }).SelectMany(p =>
            PageLists.GroupingOf(list, p.By!, data.Site).Of(entry).Select(g => $"{p.By}:{g.Id}")));
    }

    /// <summary>Whether there is what a page needs to be.</summary>
    public bool Holds(string? condition, bool hasCertificates) => condition switch
    {
        "call" => data.Site.Call is not null,
        "places" => data.Site.Taxonomies.Places.Count > 0,
        "posters" => data.Posters.Sets.Count > 0,
        "certificates" => hasCertificates,
        _ => true,
    };

    /// <summary>Whether the page at an address is there for a list that has nothing in it yet.</summary>
    public bool IsEmptyRoom(string path) =>
        All.FirstOrDefault(p => p.Path == path) is { List: { } list, By: null, First: null } && ItemsOf(list).Count == 0;

    public static string PathOf(string path, string id) => path.Replace("{id}", id, StringComparison.Ordinal);

    /// <summary>A page by vocabulary is one for each of the site's own that is a filter.</summary>
    private static IEnumerable<PageDeclaration> Each(PageDeclaration page, Site site) =>
        page.By != PageLists.OfVocabulary ? [page] : site.Taxonomies.Declared
            .Where(v => v.IsFilter && v.Kinds.Contains(page.List == "objects" ? "object" : "story"))
            .Select(v => page with
            {
                By = v.Id, Filter = v.Name, Path = page.Path!.Replace($"{{{PageLists.OfVocabulary}}}", v.Id, StringComparison.Ordinal),
            });

    private FilterOption Option(PageDeclaration page, GroupedItems g, string path)
    {
        var address = PathOf(page.Path!, g.Group.Id);
        return new(g.Group.Id, g.Group.Short, g.Items.Count, data.Site.Settings.Link(address), address == path);
    }

    private IReadOnlyList<GroupedItems> Divide(IReadOnlyList<object> items, PageGrouping by)
    {
        var found = new Dictionary<string, (PageGroup Group, List<object> Items)>(StringComparer.Ordinal);
        foreach (var group in by.All?.Invoke(data.Site) ?? [])
        {
            found[group.Id] = (group, []);
        }

        foreach (var item in items)
        {
            foreach (var group in by.Of(item))
            {
                if (!found.TryGetValue(group.Id, out var known))
                {
                    found[group.Id] = known = (group, []);
                }

                known.Items.Add(item);
            }
        }

        return [.. found.Values.Select(g => new GroupedItems(g.Group, g.Items))];
    }
}
