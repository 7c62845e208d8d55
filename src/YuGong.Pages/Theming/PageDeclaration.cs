namespace YuGong.Pages;

/// <summary>A page, or a family of pages, as theme.json declares it under <c>pages</c>.</summary>
public sealed record PageDeclaration
{
    public required string Template { get; init; }

    /// <summary>Title and description, with <c>{name}</c> for what the page is about.</summary>
    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>Address, with <c>{id}</c> where the pages are many; absent for pages that have one of their own.</summary>
    public string? Path { get; init; }

    /// <summary>One page for each of these: person, object, dialogue, video, news, page, poster_set, moved, withdrawn.</summary>
    public string? Each { get; init; }

    /// <summary>What the page lists; the template knows it by this name.</summary>
    public string? List { get; init; }

    /// <summary>One list for each group of it: direction, trade, work_unit …</summary>
    public string? By { get; init; }

    /// <summary>What the way to choose is called beside the whole list; absent where none is offered.</summary>
    public string? Filter { get; init; }

    /// <summary>Groups with nothing in them have pages too.</summary>
    public bool Empty { get; init; }

    /// <summary>Items on one page; absent for all.</summary>
    public int? PageSize { get; init; }

    /// <summary>No more than the first so many.</summary>
    public int? First { get; init; }

    /// <summary>The people whom the site features come first (input/site.yaml).</summary>
    public bool Featured { get; init; }

    /// <summary>The template of the page above it.</summary>
    public string? Parent { get; init; }

    /// <summary>The template of the page that the navigation marks; absent for the uppermost.</summary>
    public string? Section { get; init; }

    /// <summary>The template of the page that it only shows in another form: search engines are sent there.</summary>
    public string? Canonical { get; init; }

    /// <summary>Only where there are some: call, places, posters, certificates.</summary>
    public string? When { get; init; }

    /// <summary>What it is to search engines (schema.org); absent: CollectionPage for lists, WebPage for others.</summary>
    public string? Schema { get; init; }

    /// <summary>Not for search engines.</summary>
    public bool NoIndex { get; init; }

    /// <summary>A document of its own, without the layout.</summary>
    public bool Bare { get; init; }
}
