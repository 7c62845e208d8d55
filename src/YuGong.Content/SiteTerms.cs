using YuGong.Text.Segmentation;

namespace YuGong.Content;

/// <summary>
/// The words of a site that no line of large type is broken within: its places, its districts, and what its settings list.
/// </summary>
public static class SiteTerms
{
    /// <summary>The same for posters and pages.</summary>
    public static PhraseBreaker Breaker(Site site) => new(
    [
        .. site.Taxonomies.Places.SelectMany(p => p.Named.Append(p.Name)), .. site.Taxonomies.Districts.Select(d => d.Name),
        .. site.Settings.Unbroken,
    ]);
}
