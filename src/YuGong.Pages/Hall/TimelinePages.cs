using System.Globalization;
using YuGong.Content;
using YuGong.Pages.Views;

namespace YuGong.Pages;

/// <content>The timeline: every established event of every person in the edition, whole and by hall.</content>
internal sealed partial class PageFactory
{
    /// <summary>More than this on one page would be slow to open and long to print.</summary>
    private const int EventsOnAPage = 400;

    private sealed record Dated(Story Story, Happening Happening);

    private IEnumerable<PlannedPage> Timeline()
    {
        var all = site.Stories.SelectMany(s => LifeOf(s).Select(h => new Dated(s, h)))
            .OrderBy(d => d.Happening.Date).ThenBy(d => d.Story.Id, StringComparer.Ordinal)
                .ThenBy(d => d.Happening.Text, StringComparer.Ordinal).ToList();
        var halls = site.Taxonomies.Directions.Select(d => (Hall: d, Events: all.Where(e => e.Story.Direction.Id == d.Id).ToList()))
            .Where(h => h.Events.Count > 0).ToList();
        var filters = halls.Select(h =>
            new FilterOption(h.Hall.Id, h.Hall.Short, h.Events.Count, site.Settings.Link($"/hall/timeline/{h.Hall.Id}/"), Current: false))
            .ToList();
        foreach (var page in TimelinePages("/hall/timeline/", words.Of("timeline").Title, null, all, filters)
            .Concat(halls.Count < 2 ? [] : halls.SelectMany(h =>
            TimelinePages($"/hall/timeline/{h.Hall.Id}/", words.Fill("timeline_of", h.Hall.Hall), h.Hall.Id, h.Events, filters))))
        {
            yield return page;
        }
    }

    private IEnumerable<PlannedPage> TimelinePages(string path, string heading, string? hall, List<Dated> events,
        List<FilterOption> filters)
    {
        var total = Math.Max(1, (events.Count + EventsOnAPage - 1) / EventsOnAPage);
        string At(int number) => number == 1 ? path : $"{path}page/{number}/";
        for (var number = 1; number <= total; number++)
        {
            var (here, shown) = (At(number), events.Skip((number - 1) * EventsOnAPage).Take(EventsOnAPage).ToList());
            var title = heading + Numbered(number);
            var pager = total == 1 ? null : new PagerView(
                number, total, number == 1 ? null : site.Settings.Link(At(number - 1)),
                number == total ? null : site.Settings.Link(At(number + 1)));
            var about = string.Format(CultureInfo.InvariantCulture, words.Of("timeline").Description,
                hall is null ? words["all_people"] : heading, events.Count);
            yield return Page(here, "timeline", () => new TimelinePage(
                common.Site,
                common.Meta(here, title, about, "/hall/", d => d.Thing("CollectionPage", here, title, about),
                    trail: [Trail("hall", "/hall/"), .. hall is null ? [] : (LinkView[])[Trail("timeline", "/hall/timeline/")]]),
                heading, filters.Count < 2 ? [] : [.. filters.Select(f => f with { Current = f.Id == hall })],
                site.Settings.Link("/hall/timeline/"), hall is not null,
                events.Count, Decades(shown), pager,
                theme.Has("map") && site.Taxonomies.Places.Count > 0 ? site.Settings.Link("/hall/map/") : null));
        }
    }

    /// <summary>Birth, chronicle and death of one person.</summary>
    private IEnumerable<Happening> LifeOf(Story s)
    {
        if (s.Birth is { } birth)
        {
            yield return new(birth.Date, birth.Place is { } at ? words.Fill("born_in", at) : words["born"], null, birth);
        }

        foreach (var e in s.Events)
        {
            yield return new(e.Date, e.Text, e.Place, e);
        }

        if (s.Death is { } death)
        {
            yield return new(death.Date, death.Place is { } at ? words.Fill("died_in", at) : words["died"], null, death);
        }
    }

    private IReadOnlyList<DecadeView> Decades(List<Dated> events) =>
    [
        .. events.GroupBy(e => e.Happening.Date.Year / 10 * 10).OrderBy(g => g.Key)
            .Select(g => new DecadeView($"y{g.Key}", words.Fill("decade", g.Key), [.. g.Select(Event)])),
    ];

    private TimelineEvent Event(Dated e)
    {
        var card = cards.PersonOf(e.Story.Id)!;
        return new(
            e.Happening.Date.Chinese, e.Happening.Date.Iso, e.Happening.Text, e.Happening.Place, card.Name, card.Url, card.Direction.Hall,
            EntryViews.Cites(e.Story, e.Happening.Claim));
    }
}
