namespace YuGong.Pages.Views;

/// <summary>All posters of one person, or of the site.</summary>
public sealed record PosterSetView
{
    public required string Title { get; init; }

    public required string? Headline { get; init; }

    public required string Url { get; init; }

    /// <summary>The person's page; absent for posters about all.</summary>
    public required string? PersonUrl { get; init; }

    /// <summary>The same complete, for a code.</summary>
    public required string? PersonPage { get; init; }

    /// <summary>The address of a small picture.</summary>
    public required string Preview { get; init; }

    public required int PreviewWidth { get; init; }

    public required int PreviewHeight { get; init; }

    public required int Count { get; init; }

    /// <summary>The designer's zip.</summary>
    public required PosterFileView? Kit { get; init; }

    public required IReadOnlyList<PosterDesignView> Designs { get; init; }
}

/// <param name="Id">The folder of the theme's posters.</param>
public sealed record PosterDesignView(string Id, string Name, IReadOnlyList<PosterView> Posters);

/// <param name="Size">297 × 420 mm.</param>
public sealed record PosterView(string Shape, string Size, string Preview, int PreviewWidth, int PreviewHeight,
    IReadOnlyList<PosterFileView> Files);

/// <param name="Says">What the format is for.</param>
public sealed record PosterFileView(string Format, string Says, string Url, string Size);
