using YuGong.Content;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>
/// The addresses that a theme has pages for. A theme need not make every kind of page: what it leaves out is told once, nothing links
/// there, and the rest of the site is built.
/// </summary>
public sealed class ThemeAddresses
{
    private const string Any = "{id}";

    private readonly Theme theme;
    private readonly IReadOnlyList<string[]> patterns;

    public ThemeAddresses(Theme theme)
    {
        this.theme = theme;
        patterns = [.. theme.Settings.Pages.Where(p => theme.Has(p.Template)).SelectMany(PatternsOf).Select(Parts)];
    }

    /// <summary>Whether a page at this address would be the theme's, were there something to show on it.</summary>
    public bool Makes(string address)
    {
        var parts = Parts(address);
        var isPage = parts.Length == 1 && !EntryAddresses.IsOfTheSite(address);
        return patterns.Any(p => p.Length == parts.Length
            && (parts.Length != 1 || p[0] != Any || isPage)
            && p.Zip(parts).All(s => s.First == Any || s.First == s.Second));
    }

    /// <summary>The site, in which nothing links to what the theme does not make.</summary>
    public Site Over(Site site)
    {
        var unmade = EntryAddresses.OfTheSite(site.Taxonomies).Concat(site.Entries.Select(EntryAddresses.Of))
            .Concat(site.Entries.SelectMany(e => e.Header.Aliases.Select(a => a.Id))).Where(a => !Makes(a));
        return site with { Hidden = [.. site.Hidden.Concat(unmade).Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>Says in one finding which of these addresses the theme has no pages for.</summary>
    /// <param name="before">Addresses that were published once and are no more.</param>
    /// <returns>Those addresses.</returns>
    public IReadOnlyList<string> ReportUnmade(IEnumerable<string> before, Diagnostics diagnostics)
    {
        IReadOnlyList<string> unmade = [.. before.Where(a => !Makes(a)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (unmade.Count > 0)
        {
            List<string> kinds = [.. unmade.GroupBy(KindOf).Select(k => k.Count() == 1 ? k.First() : $"{k.Key}…({k.Count()})")];
            diagnostics.Report(
                PageRules.UnmadePages, theme.Settings.Place, theme.Settings.Name, $"{unmade.Count}",
                new Phrase(string.Join('、', kinds), string.Join(", ", kinds)));
        }

        return unmade;
    }

    private static IEnumerable<string> PatternsOf(PageDeclaration page)
    {
        var own = page.Each switch
        {
            null or PageKeys.Withdrawn => null,
            PageKeys.Moved => $"/q/{Any}/",
            PageKeys.PosterSet => $"/posters/{Any}/",
            "person" => EntryKind.Story.AddressOf(Any),
            var kind => EntryKind.Find(kind)!.AddressOf(Any),
        };
        var path = page.Path?.Replace($"{{{PageLists.OfVocabulary}}}", Any, StringComparison.Ordinal);
        IEnumerable<string?> all = page.PageSize is null ? [own, path] : [own, path, $"{path}page/{Any}/"];
        return all.OfType<string>();
    }

    private static string[] Parts(string address) => address.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What comes before the last name: <c>/people/trade/</c>; for <c>/about/</c> itself.</summary>
    private static string KindOf(string address) =>
        Parts(address) is [.. var above, _] and { Length: > 1 } ? $"/{string.Join('/', above)}/" : address;
}
