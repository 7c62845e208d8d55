using YuGong.Documents;

namespace YuGong.Pages.Views;

// What templates may read besides the public documents. Property names appear in snake_case ({{ picture.ai_label }}). A null must be
// asked for first: {{ if pager }}. Only Markup is printed as it is, all else escaped.

/// <summary>A page as its templates see it. Which of these a template may name depends on how theme.json declares its pages.</summary>
internal sealed record PageModel(SiteData Data, MetaView Meta)
{
    /// <summary>Address of the page, or of the first page of the list it belongs to.</summary>
    public string Path { get; init; } = "";

    /// <summary>The document of the entry whose page this is, or the set of posters.</summary>
    public object? Item { get; init; }

    /// <summary>The neighbours of <see cref="Item"/>, or of the group, in the order of the site; null at the ends.</summary>
    public object? Previous { get; init; }

    public object? Next { get; init; }

    /// <summary>What the list shows on this page.</summary>
    public IReadOnlyList<object> List { get; init; } = [];

    /// <summary>How many there are on all its pages.</summary>
    public int Total { get; init; }

    public PagerView? Pager { get; init; }

    /// <summary>By what the list was chosen; null for a whole list.</summary>
    public GroupView? Group { get; init; }

    /// <summary>The same where lists are chosen by direction.</summary>
    public DirectionDocument? Direction { get; init; }

    /// <summary>Where a page that moved has gone.</summary>
    public LinkView? Target { get; init; }
}

/// <summary>The part that is the same on every page of a build.</summary>
public sealed record SiteView
{
    public required string Title { get; init; }

    /// <summary>Of the title, characters.</summary>
    public required int TitleLength { get; init; }

    public required string Tagline { get; init; }

    public required string Description { get; init; }

    /// <summary>Scheme and host.</summary>
    public required string Host { get; init; }

    /// <summary>Below which path the site lies; empty for none.</summary>
    public required string Root { get; init; }

    /// <summary>The public address of the call; empty for none.</summary>
    public required string Mail { get; init; }

    public required IReadOnlyList<string> Organizers { get; init; }

    public required FooterView Footer { get; init; }

    public required IReadOnlyList<LinkView> Navigation { get; init; }

    public required IReadOnlyList<DirectionDocument> Directions { get; init; }

    public required IReadOnlyList<LinkView> Feeds { get; init; }

    /// <summary>The sketch maps, the widest first; empty for a site without.</summary>
    public required IReadOnlyList<MapView> Maps { get; init; }

    /// <summary>Addresses of the theme's cut fonts, for asking for them early; empty without fonts.</summary>
    public required IReadOnlyList<string> Fonts { get; init; }

    public required bool Preview { get; init; }
}

/// <param name="Title">For who cannot see it.</param>
/// <param name="Name">Below it, with its <paramref name="Remark"/>.</param>
public sealed record MapView(string Id, string Title, string Name, string? Remark);

/// <summary>What the law and custom of China want in a footer; empty for what the settings do not say.</summary>
/// <param name="PoliceCode">The digits of <paramref name="PoliceRecord"/>.</param>
public sealed record FooterView(
    IReadOnlyList<string> Undertakers, string Support, string Icp, string PoliceRecord, string PoliceCode);

public sealed record LinkView(string Title, string Url);

/// <summary>Head of the page: everything that search engines, cards and readers are told.</summary>
public sealed record MetaView
{
    public required string Title { get; init; }

    public required string FullTitle { get; init; }

    public required string Description { get; init; }

    public required string Canonical { get; init; }

    public required string OgType { get; init; }

    /// <summary>The picture of the page's card elsewhere.</summary>
    public required string? Image { get; init; }

    public required bool NoIndex { get; init; }

    /// <summary>Which entry of the navigation is current: its address.</summary>
    public required string Section { get; init; }

    /// <summary>示例, 草稿 …: why this page is only seen in preview.</summary>
    public required string? Ribbon { get; init; }

    public required IReadOnlyList<LinkView> Breadcrumbs { get; init; }

    public required Markup JsonLd { get; init; }

    /// <summary>
    /// The IIIF manifest of the object, or the collection of the person or hall, that the page shows; absent on other pages, and where
    /// there is no object.
    /// </summary>
    public string? ManifestUrl { get; init; }
}

/// <summary>What a list was chosen by: a word of a vocabulary, a work unit.</summary>
public sealed record GroupView(string Id, string Name, string? Text);

public sealed record PagerView(int Number, int Total, string? PreviousUrl, string? NextUrl);

/// <summary>One way to choose from a list: its groups, each a page of its own.</summary>
/// <param name="Url">The whole list.</param>
public sealed record FilterView(string Id, string Name, string Url, IReadOnlyList<FilterOption> Options);

public sealed record FilterOption(string Id, string Name, int Count, string Url, bool Current);
