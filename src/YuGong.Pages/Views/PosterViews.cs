namespace YuGong.Pages.Views;

/// <summary>templates/posters.scriban — the sets of all people.</summary>
public sealed record PostersPage(SiteView Site, MetaView Meta, IReadOnlyList<PosterCard> Sets) : PageModel(Site, Meta);

/// <summary>templates/poster.scriban — one person's set.</summary>
public sealed record PosterPage(SiteView Site, MetaView Meta, PosterCard Card, PosterFileView? Kit, IReadOnlyList<PosterDesignView> Designs)
    : PageModel(Site, Meta);

/// <param name="PersonUrl">The person's room in the hall; absent for posters about all.</param>
/// <param name="Preview">The address of a small picture.</param>
public sealed record PosterCard(
    string Title, string? Headline, string Url, string? PersonUrl, string Preview, int PreviewWidth, int PreviewHeight, int Count);

public sealed record PosterDesignView(string Name, IReadOnlyList<PosterView> Posters);

/// <param name="Size">297 × 420 mm.</param>
public sealed record PosterView(string Shape, string Size, string Preview, int PreviewWidth, int PreviewHeight,
    IReadOnlyList<PosterFileView> Files);

/// <param name="Says">What the format is for.</param>
public sealed record PosterFileView(string Format, string Says, string Url, string Size);
