using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages.Templating;
using YuGong.Pages.Typography;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>A theme and its templates, being read, checked and compiled on a thread of their own from the moment they are named.</summary>
public sealed class ThemeTemplates : IDisposable
{
    /// <summary>What an edit most often renders.</summary>
    private static readonly string[] First = [TemplateSchema.Layout, "person"];

    private readonly TaskCompletionSource<(Theme Theme, Templates Engine)?> opened =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task work;

    /// <param name="themesFolder">Full path of <c>themes/</c>.</param>
    /// <param name="settingsFile">Full path of <c>statiq.json</c>, which names the theme.</param>
    /// <param name="files">What the folder holds.</param>
    /// <param name="known">A theme that was checked before; when it is this one, few pages are expected to change.</param>
    /// <param name="diagnostics">Gets what is wrong with the theme, at the latest when this is disposed.</param>
    public ThemeTemplates(
        string themesFolder, string settingsFile, IReadOnlyList<InputFile> files, Fingerprint? known, Diagnostics diagnostics) =>
        work = Task.Run(() =>
        {
            try
            {
                var (name, place) = ThemeChoice.Of(settingsFile);
                var theme = Theme.Load(themesFolder, name, place, files, diagnostics);
                var quick = theme?.Fingerprint == known;
                var engine = theme is null ? null : new Templates(theme);
                opened.SetResult(theme is null ? null : (theme, engine!));
                if (theme is not null)
                {
                    Prepare(theme, engine!, quick, diagnostics);
                }
            }
            catch (Exception e) when (!opened.Task.IsCompleted)
            {
                opened.SetException(e);
            }
        });

    /// <summary>Waits until the theme is read; null when it cannot be.</summary>
    public Theme? Theme => opened.Task.GetAwaiter().GetResult()?.Theme;

    internal Templates Engine => opened.Task.GetAwaiter().GetResult()!.Value.Engine;

    /// <summary>Waits for what still goes on.</summary>
    public void Dispose() => work.Wait();

    private static void Prepare(Theme theme, Templates engine, bool quick, Diagnostics diagnostics)
    {
        if (quick)
        {
            engine.WarmUp(First);
            return;
        }

        foreach (var file in theme.Templates.Values.Concat(theme.Partials.Values).Select(t => t.File).Concat(theme.StyleSheets()))
        {
            ExternalUrlCheck.Check(file, diagnostics);
        }

        engine.Check(diagnostics);
        theme.Settings.Words.Check(theme.Settings, diagnostics);
    }
}

/// <summary>Every HTML page of the site, and the files a theme makes of the whole site.</summary>
/// <param name="assets">The files that templates may name; their addresses are part of every page.</param>
/// <param name="shelf">The posters that pages may show.</param>
/// <param name="documents">What templates read.</param>
public sealed class PagesPipeline(
    Theme theme, ThemeTemplates templates, IReadOnlyList<ThemeAsset> assets, PosterCatalog shelf, Func<PublicSite> documents) : IPipeline
{
    /// <summary>Another program may make other bytes of the same views.</summary>
    private static readonly Fingerprint Program = ProgramId.Of(typeof(PagesPipeline), typeof(PublicSite), typeof(OutputFile), typeof(Site));

    /// <summary>Addresses of what was withdrawn.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>Every address that was ever published.</summary>
    public IEnumerable<string> Published { get; init; } = [];

    /// <summary>The pictures that pages may show in many sizes.</summary>
    public PictureCatalog Pictures { get; init; } = PictureCatalog.Empty;

    /// <summary>Where the theme's fonts are published; <see cref="WebFonts.IsFont"/> knows them.</summary>
    public IReadOnlyList<string> Fonts { get; init; } = [];

    /// <summary>Whether certificates were given out that can be verified.</summary>
    public bool Certificates { get; init; }

    /// <summary>Addresses at which a page only leads on; known once the pages are planned.</summary>
    public IReadOnlyList<MovedAddress> Moved { get; private set; } = [];

    public string Name => "pages";

    public IEnumerable<OutputFile> Make(Site site)
    {
        var data = new SiteData(site, theme, documents, assets, shelf, Pictures) { Fonts = Fonts };
        var planner = new PagePlanner(data, Pictures);
        var common = theme.Fingerprint
            .With(Program)
            .With(Fingerprint.Of(string.Join('\n', assets.Select(a => a.Published))))
            .With(Fingerprint.Of(string.Join('\n', data.Phrases.Terms)));
        var gone = planner.Gone(Gone).ToDictionary(p => p.File);
        var pages = planner.All(Certificates).Where(p => !gone.ContainsKey(p.File)).ToList();
        var shrunk = new PaginationRedirects(theme.Settings.Pages).Redirects(Published, pages, planner).ToList();
        Moved = [.. pages.Concat(shrunk).Select(p => p.Moved).OfType<MovedAddress>()];
        return pages.Concat(shrunk).Concat(gone.Values).Select(page => OutputFile.Rendered(
            OutputPath.Of(page.File),
            page.Model,
            model => templates.Engine.KeyOf(page.Template, model, page.InLayout).With(common),
            model => PageText.Settled(templates.Engine.Render(page.Template, model, page.InLayout))));
    }
}
