namespace YuGong.Pages.Views;

/// <summary>All posters of one person, or of the site.</summary>
/// <param name="PersonUrl">The person's page; absent for posters about all.</param>
/// <param name="Preview">The address of a small picture.</param>
/// <param name="Kit">The designer's zip.</param>
public sealed record PosterSetView(
    string Title, string? Headline, string Url, string? PersonUrl, string Preview, int PreviewWidth, int PreviewHeight, int Count,
    PosterFileView? Kit, IReadOnlyList<PosterDesignView> Designs);

public sealed record PosterDesignView(string Name, IReadOnlyList<PosterView> Posters);

/// <param name="Size">297 × 420 mm.</param>
public sealed record PosterView(string Shape, string Size, string Preview, int PreviewWidth, int PreviewHeight,
    IReadOnlyList<PosterFileView> Files);

/// <param name="Says">What the format is for.</param>
public sealed record PosterFileView(string Format, string Says, string Url, string Size);
