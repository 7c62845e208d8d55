using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Documents;
using YuGong.Pages.Views;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>What theme.json may have listed.</summary>
/// <param name="Name">In theme.json and in templates.</param>
/// <param name="Item">What templates read of each.</param>
/// <param name="Schema">What one is to search engines (schema.org); null where they are not told.</param>
/// <param name="Items">In the order of the site; entries stand for their documents.</param>
internal sealed record PageList(
    string Name, Type Item, string? Schema, Func<SiteData, IReadOnlyList<object>> Items, IReadOnlyList<PageGrouping> Groupings);

/// <summary>A way to divide a list.</summary>
/// <param name="All">The groups there can be; null where only the items know.</param>
/// <param name="Of">The groups of an item.</param>
internal sealed record PageGrouping(string Name, Func<Site, IReadOnlyList<PageGroup>>? All, Func<object, IEnumerable<PageGroup>> Of);

/// <param name="Short">Where there is little room.</param>
internal sealed record PageGroup(string Id, string Name, string Short, string? Text)
{
    public Direction? Direction { get; init; }

    public static PageGroup Of(Term term) =>
        term is Direction d ? new(d.Id, d.Name, d.Short, d.Text) { Direction = d } : new(term.Id, term.Name, term.Name, null);

    /// <summary>Of words that are in no vocabulary: their fingerprint is their address.</summary>
    public static PageGroup Of(string words) => new(Fingerprint.Of(words).ToString()[..8], words, words, null);
}

/// <summary>The lists that theme.json may name.</summary>
internal static class PageLists
{
    /// <summary>Stands for each vocabulary of the site's own that is a filter.</summary>
    public const string OfVocabulary = "vocabulary";

    private static readonly PageGrouping[] OfPeople =
    [
        Terms("direction", t => t.Directions, s => [s.Direction]), Terms("trait", t => t.Traits, s => s.Traits),
        Terms("trade", t => t.Trades, s => s.Trades), Terms("district", t => t.Districts, s => s.Districts),
        Terms("era", t => t.Eras, s => [s.Era]), Terms("cluster", t => t.Clusters, s => s.Clusters),
        Terms("field", t => t.Fields, s => s.Fields), Terms("batch", t => t.Batches, s => s.Batch is { } batch ? [batch] : []),
        new(OfVocabulary, _ => [], _ => []),
        new("work_unit", null, item => item is Story { WorkUnit: { } unit } ? [PageGroup.Of(unit)] : []),
    ];

    private static readonly PageGrouping[] OfObjects =
    [
        new("district", site => [.. site.Taxonomies.Districts.Select(PageGroup.Of)],
            item => ((CollectionObject)item).Districts.Select(PageGroup.Of)),
        new(OfVocabulary, _ => [], _ => []),
        new("kind", null, item => [Kind(((CollectionObject)item).ObjectKind)]),
    ];

    private static readonly PageGrouping[] OfEvents =
    [
        new("direction", site => [.. site.Taxonomies.Directions.Select(PageGroup.Of)],
            item => [PageGroup.Of(((TimelineItem)item).Story.Direction)]),
    ];

    public static IReadOnlyDictionary<string, PageList> Known { get; } = new PageList[]
    {
        new("people", typeof(PersonDocument), "Person", data => data.Site.Stories, OfPeople),
        new("objects", typeof(ObjectDocument), "CreativeWork", data => [.. data.Site.Objects.OrderBy(o => o.Picture is null)], OfObjects),
        new("dialogues", typeof(DialogueDocument), "Article", data => data.Site.Dialogues, []),
        new("videos", typeof(VideoDocument), "VideoObject", data => data.Site.Videos, []),
        new("news", typeof(NewsDocument), "NewsArticle", data => data.Site.News, []),
        new("directions", typeof(DirectionDocument), "CollectionPage", data => data.Site.Taxonomies.Directions, []),
        new("events", typeof(TimelineRow), null, data => data.Events, OfEvents),
        new("places", typeof(PlaceView), "Place", data => data.Places, []),
        new("posters", typeof(PosterSetView), null, data => data.Posters.Sets, []),
    }.ToDictionary(l => l.Name, StringComparer.Ordinal);

    /// <param name="by">One of the list's groupings, or a vocabulary of the site's own.</param>
    public static PageGrouping GroupingOf(string list, string by, Site site) =>
        Known[list].Groupings.FirstOrDefault(g => g.Name == by) ?? OwnGrouping(site.Taxonomies.Declared.First(v => v.Id == by));

    private static PageGrouping OwnGrouping(Vocabulary vocabulary) => new(vocabulary.Id, _ => [.. vocabulary.Terms.Select(PageGroup.Of)],
        item => ((Entry)item).Header.Terms.Where(own => own.Vocabulary.Id == vocabulary.Id).SelectMany(own => own.Terms)
            .Select(PageGroup.Of));

    private static PageGrouping Terms(string name, Func<Taxonomies, IReadOnlyList<Term>> all, Func<Story, IReadOnlyList<Term>> of) =>
        new(name, site => [.. all(site.Taxonomies).Select(PageGroup.Of)], item => of((Story)item).Select(PageGroup.Of));

    private static PageGroup Kind(ObjectKind kind)
    {
        var name = ObjectSchema.KindWords.NameOf(kind);
        return new(ObjectSchema.KindWords.WordOf(kind), name, name, null);
    }
}
