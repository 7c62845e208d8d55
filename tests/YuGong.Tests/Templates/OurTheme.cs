using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages;
using YuGong.Pages.Templating;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Templates;

/// <summary>The site's own theme and every page of its preview, for the templates of a test to read.</summary>
internal static class OurTheme
{
    private static readonly Lazy<Site> Loaded = new(LoadSite);
    private static readonly Lazy<PublicSite> Public = new(() => new(Loaded.Value));
    private static readonly Lazy<Theme> Read = new(ReadTheme);
    private static readonly Lazy<SiteData> Answers = new(() => new(
        Loaded.Value, Read.Value, () => Documents, [.. AssetsOf(Read.Value)], PosterCatalog.Empty, PictureCatalog.Empty));
    private static readonly Lazy<IReadOnlyList<(PlannedPage Page, PageModel Model)>> Planned = new(
        () => [.. new PagePlanner(Answers.Value, PictureCatalog.Empty).All(hasCertificates: true).Select(p => (p, p.Model()))]);

    public static Site Site => Loaded.Value;

    public static PublicSite Documents => Public.Value;

    public static Theme Theme => Read.Value;

    public static IReadOnlyList<(PlannedPage Page, PageModel Model)> Pages => Planned.Value;

    /// <summary>A person with everything that a person can have.</summary>
    public static PageModel Person => Pages.First(p => p.Page.Template == "person").Model;

    /// <summary>The theme with other templates; partials are named <c>partials/card</c>.</summary>
    public static Theme With(params IEnumerable<(string Name, string Text)> changed)
    {
        var templates = new Dictionary<string, TemplateSource>(Theme.Templates, StringComparer.Ordinal);
        var partials = new Dictionary<string, TemplateSource>(Theme.Partials, StringComparer.Ordinal);
        foreach (var (name, text) in changed)
        {
            var source = new TemplateSource(new SourceFile(name + TemplateSource.Extension, text));
            if (name.StartsWith("partials/", StringComparison.Ordinal))
            {
                partials[name["partials/".Length..]] = source;
            }
            else
            {
                templates[name] = source;
            }
        }

        return Theme with { Templates = templates, Partials = partials };
    }

    public static YuGong.Pages.Templating.Templates Engine(Theme theme) => new(theme);

    /// <summary>Their addresses have a character that must be escaped.</summary>
    private static IEnumerable<ThemeAsset> AssetsOf(Theme theme) =>
        theme.Assets.Select(a => a.Name).Append(WebFonts.StyleSheet).Select(name => new ThemeAsset(name, $"assets/{name}?a&b", default));

    private static Site LoadSite()
    {
        var input = Repository.At("input");
        var request = new LoadRequest(
            input, "input", Repository.At("statiq.json"), new DateOnly(2026, 12, 1), Edition.Preview, new HashSet<Fingerprint>(), 1);
        return SiteLoader.Load(request, InputFiles.Scan(input), new Diagnostics())!.Site;
    }

    private static Theme ReadTheme()
    {
        var folder = Repository.At("themes");
        var files = InputFiles.Scan(folder).Where(f => !f.Path.Contains("/node_modules/", StringComparison.Ordinal)).ToList();
        var choice = ThemeChoice.Of(Repository.At("statiq.json"));
        return Theme.Load(folder, choice.Name, choice.Place, files, new Diagnostics())!;
    }
}
