namespace YuGong.Pages.Views;

/// <summary>templates/timeline.scriban — what is established of all people, in order of time.</summary>
/// <param name="Filters">One for each hall, as links; none where there is nothing to choose.</param>
/// <param name="Total">All events under this filter, not only those on this page.</param>
public sealed record TimelinePage(
    SiteView Site, MetaView Meta, string Heading, IReadOnlyList<FilterOption> Filters, string AllUrl, bool Filtered, int Total,
    IReadOnlyList<DecadeView> Decades,
    PagerView? Pager, string? MapUrl)
    : PageModel(Site, Meta);

/// <param name="Name">1930 年代.</param>
public sealed record DecadeView(string Anchor, string Name, IReadOnlyList<TimelineEvent> Events);

/// <param name="HallName">Which hall the person stands in.</param>
public sealed record TimelineEvent(
    string DateText, string? DateIso, string Text, string? Place, string Person, string PersonUrl, string HallName,
    IReadOnlyList<CiteView> Cites);

/// <summary>templates/map.scriban — the places that stories name, on a sketch of two rivers.</summary>
/// <param name="WholeSvg">The municipality.</param>
/// <param name="CitySvg">The peninsula between the rivers.</param>
public sealed record MapPage(SiteView Site, MetaView Meta, Markup WholeSvg, Markup CitySvg, IReadOnlyList<PlaceView> Places,
    string? TimelineUrl)
    : PageModel(Site, Meta);

/// <param name="Number">As on the map.</param>
/// <param name="InCity">It stands on the enlarged part.</param>
public sealed record PlaceView(
    int Number, string Id, string Name, bool InCity, IReadOnlyList<PersonCard> People, IReadOnlyList<ObjectCard> Objects);

/// <summary>A tour over an object's picture.</summary>
/// <param name="Wide">Of the picture, in the units of the crops; 0 where its size is not known, and no crop is shown.</param>
public sealed record TourView(string Src, int Wide, int High, IReadOnlyList<TourStepView> Steps);

/// <param name="Region">As IIIF writes it, for the viewer.</param>
/// <param name="Crop">left top width height: a viewBox; null where the picture's size is not known.</param>
public sealed record TourStepView(int Number, string Region, string Title, string Text, string? Crop);
