using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>Every HTML page of the site, and the files a theme makes of the whole site.</summary>
/// <param name="assets">The theme's published files, for addresses in templates.</param>
/// <param name="quick">Few pages are expected to change: do not spend time on compiling templates.</param>
public sealed class PagesPipeline(Theme theme, IReadOnlyList<ThemeAsset> assets, bool quick) : IPipeline
{
    public string Name => "pages";

    public IEnumerable<OutputFile> Make(Site site)
    {
        var addresses = assets.ToDictionary(a => a.Name, a => site.Settings.Link("/" + a.Published));
        var templates = new Templates(theme, name => addresses[name], quick);
        var factory = new PageFactory(site, theme);
        var common = theme.Fingerprint
            .With(Fingerprint.Of(string.Join('\n', addresses.Values.Order(StringComparer.Ordinal))))
            .With(ViewJson.FingerprintOf(factory.SiteView));
        return factory.All().AsParallel().AsOrdered().Select(page => new OutputFile(
            OutputPath.Of(page.File),
            ViewJson.FingerprintOf(page.Model, common),
            () => templates.Render(page.Template, page.Model, page.InLayout))).ToList();
    }
}
