using YuGong.Text.Segmentation;

namespace YuGong.Content;

/// <summary>
/// The words of a site that no line of large type is broken within: its places, its districts, and what its settings list.
/// </summary>
public static class SiteTerms
{
    /// <summary>Characters of an object's title that is set like a word; a longer one is a phrase of its own.</summary>
    private const int LongestTitle = 5;

    /// <summary>The same for posters and pages.</summary>
    public static PhraseBreaker Breaker(Site site) => new(Common(site));

    /// <summary>
    /// For what is said of somebody: besides the words of the site their names, those of who is related to them, and their objects'.
    /// Only theirs: a page or a poster is not set again because somebody else has come.
    /// </summary>
    public static PhraseBreaker Breaker(Site site, Story story)
    {
        var related = story.Related.Select(r => r.Person.Id).ToHashSet(StringComparer.Ordinal);
        var objects = story.Objects.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        return new(
        [
            .. Common(site), story.Name, .. story.OtherNames, .. site.Stories.Where(s => related.Contains(s.Id)).Select(s => s.Name),
            .. site.Objects.Where(o => objects.Contains(o.Id) && o.Name.Length <= LongestTitle).Select(o => o.Name),
        ]);
    }

    private static IEnumerable<string> Common(Site site) =>
    [
        .. site.Taxonomies.Places.SelectMany(p => p.Named.Append(p.Name)), .. site.Taxonomies.Districts.Select(d => d.Name),
        .. site.Settings.Unbroken,
    ];
}
