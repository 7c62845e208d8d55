namespace YuGong.Publishing;

/// <summary>A file of a poster, as pages offer it.</summary>
/// <param name="Says">What it is for, in a few words.</param>
/// <param name="Path">On this site: <c>/posters/shui-xiheng/shui-xiheng-peak-a3.pdf</c>.</param>
/// <param name="Width">Pixels; null for vectors.</param>
public sealed record PosterFile(string Format, string Says, string Path, long Bytes, int? Width = null, int? Height = null);

/// <param name="Size">For people: <c>297 × 420 mm</c>.</param>
/// <param name="Preview">The path of a small picture, with its size in pixels.</param>
public sealed record ShownPoster(string Design, string Shape, string Size, string Preview, int PreviewWidth, int PreviewHeight,
    IReadOnlyList<PosterFile> Files);

/// <summary>All posters of one person, or of the site.</summary>
/// <param name="Title">The person; empty for the site.</param>
/// <param name="Card">The share image of 1200 × 630 px.</param>
/// <param name="Kit">The designer's zip.</param>
public sealed record PosterSet(string Subject, string Title, string? Card, PosterFile? Kit, IReadOnlyList<ShownPoster> Posters)
{
    public string Path => PosterCatalog.PathOf(Subject);
}

/// <summary>A permanent short address, as it is printed on posters, and the page it leads to now.</summary>
public sealed record ShortAddress(string Path, string Target);

/// <summary>What the pages know of posters. Empty where none are made; then no page mentions any.</summary>
public sealed record PosterCatalog(IReadOnlyList<PosterSet> Sets, IReadOnlyList<ShortAddress> Codes)
{
    /// <summary>The subject of the posters that show everybody.</summary>
    public const string WholeSite = "yugong";

    public static PosterCatalog Empty { get; } = new([], []);

    public static string PathOf(string subject) => $"/posters/{subject}/";

    public PosterSet? Of(string subject) => Sets.FirstOrDefault(s => s.Subject == subject);
}
