using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>A theme's templates, compiling on threads of their own from the moment they are named.</summary>
public sealed class ThemeTemplates : IDisposable
{
    private static readonly string[] MostUsed = ["layout", "person", "home", "people", "object"];

    private readonly Task warm;

    /// <param name="addressOfAsset">Asked while pages render, not before.</param>
    /// <param name="quick">The theme was checked before and few pages are expected to change: interpret templates instead of compiling them.</param>
    /// <param name="diagnostics">Gets what is wrong with the theme, at the latest when this is disposed.</param>
    public ThemeTemplates(Theme theme, Func<string, string> addressOfAsset, bool quick, Diagnostics diagnostics)
    {
        Engine = new(theme, addressOfAsset, quick);
        List<string> first = [.. MostUsed.Where(theme.Has)];
        warm = Task.Run(() =>
        {
            try
            {
                if (!quick)
                {
                    TemplateCheck.Check(theme, [.. theme.Assets.Select(a => a.Name), WebFonts.StyleSheet], diagnostics);
                }

                Engine.WarmUp(first);
            }
            catch (HandlebarsDotNet.HandlebarsException)
            {
                // The template check says what is wrong and where; rendering would say it again.
            }
        });
    }

    internal Templates Engine { get; }

    /// <summary>Waits for what still goes on.</summary>
    public void Dispose() => warm.Wait();
}

/// <summary>Every HTML page of the site, and the files a theme makes of the whole site.</summary>
/// <param name="assets">The files that templates may name; their addresses are part of every page.</param>
public sealed class PagesPipeline(Theme theme, ThemeTemplates templates, IReadOnlyList<ThemeAsset> assets) : IPipeline
{
    /// <summary>Another program may make other bytes of the same views. (Builds are deterministic: same source, same ids.)</summary>
    private static readonly Fingerprint Program = Fingerprint.Of(string.Join('|', new[] { typeof(PagesPipeline), typeof(OutputFile), typeof(Site) }.Select(t => t.Module.ModuleVersionId)));

    public string Name => "pages";

    public IEnumerable<OutputFile> Make(Site site)
    {
        var factory = new PageFactory(site, theme);
        var common = theme.Fingerprint
            .With(Program)
            .With(Fingerprint.Of(string.Join('\n', assets.Select(a => a.Published))))
            .With(ViewJson.FingerprintOf(factory.SiteView));
        return factory.All().Select(page => OutputFile.Of(
            OutputPath.Of(page.File),
            page.Model,
            model => ViewJson.FingerprintOf(model, common),
            model => templates.Engine.Render(page.Template, model, page.InLayout)));
    }
}
