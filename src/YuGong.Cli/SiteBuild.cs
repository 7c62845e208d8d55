using System.Diagnostics;
using YuGong.Api;
using YuGong.Content;
using YuGong.Imaging;
using YuGong.Media;
using YuGong.Pages;
using YuGong.Posters.Fonts;
using YuGong.Publishing;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Cli;

/// <param name="Pipelines">Names to run; empty for all.</param>
internal sealed record BuildRequest(ProjectFolder Project, DateOnly Today, Edition Edition, int Jobs, IReadOnlyList<string> Pipelines)
{
    /// <summary>Addresses are those of pages.</summary>
    public bool HasPages => Pipelines.Count == 0 || Pipelines.Contains("pages");

    /// <summary>Whether fonts are made; a check says nothing of what this machine has installed.</summary>
    public bool WithFonts { get; init; } = true;

    /// <summary>How posters are spoken of while they are pressed; null for a build without posters.</summary>
    public PosterTalk? Posters { get; init; }

    /// <summary>How pictures are spoken of while they are made; null where they are made only when somebody asks for them.</summary>
    public PosterTalk? Pictures { get; init; }

    /// <summary>What the private register says must never be published.</summary>
    public IReadOnlyList<PrivateValue> PrivateValues { get; init; } = [];

    /// <summary>What an earlier build knew, to save work; never needed.</summary>
    public BuildState? Known { get; init; }

    /// <summary>Entries that this process has read before.</summary>
    public KnownEntries Entries { get; init; } = KnownEntries.None;

    /// <summary>Forms that are not saved yet, laid over the input.</summary>
    public UnsavedFiles Unsaved { get; init; } = UnsavedFiles.None;

    /// <summary>Where the site is shown when not where its settings say: the desk shows it below <c>/desk/site</c>.</summary>
    public string? LinkRoot { get; init; }
}

/// <summary>A site whose every file is decided.</summary>
internal sealed record DecidedSite(Site Site, PublicationPlan Plan, UrlLedger Ledger, BuildState State, KnownEntries Entries, IReadOnlyList<(string Step, TimeSpan Took)> Steps);

/// <summary>The straight line from folders to a plan. Nothing here writes.</summary>
internal static class SiteBuild
{
    private const string SearchPage = "search/index.html";

    /// <summary>Another program may build another site. (Builds are deterministic: same source, same ids.)</summary>
    private static readonly string Program = string.Join('|', new[]
    {
        typeof(SiteBuild), typeof(Fingerprint), typeof(Site), typeof(OutputFile), typeof(PagesPipeline), typeof(ContentApi), typeof(Photo), typeof(PictureRoom), typeof(PosterFonts), typeof(Leads.FormWriter),
    }.Select(t => t.Module.ModuleVersionId));

    public static readonly IReadOnlyList<string> PipelineNames = ["pages", "assets", "sitemap", "gone", "form", "certificates", "posters", "pictures", "iiif", "api", "feeds", "search"];

    /// <summary>A stamp of everything a build reads; equal stamps mean equal sites.</summary>
    public static (Fingerprint Stamp, IReadOnlyList<InputFile> Inputs, IReadOnlyList<InputFile> Themes) Stamp(BuildRequest request)
    {
        var inputs = InputFiles.Scan(request.Project.Input);
        var themes = InputFiles.Scan(request.Project.Themes).Where(f => !f.Path.Contains("/node_modules/", StringComparison.Ordinal)).ToList();
        var settings = new FileInfo(request.Project.Settings);
        var rest = $"{settings.Exists}|{(settings.Exists ? settings.Length : 0)}|{(settings.Exists ? settings.LastWriteTimeUtc.Ticks : 0)}|{Program}"
            + $"|{request.Today.DayNumber}|{request.Edition}|{string.Join(',', request.Pipelines)}|{request.Project.Output}|{request.Posters is null}"
            + string.Concat(request.PrivateValues.Select(v => $"|{v.Kind}\t{v.Value}"));
        var content = inputs.Where(f => f.Path is not ("urls.txt" or "codes.txt" or "claims.txt")).ToList();
        return (InputFiles.Stamp(content).With(InputFiles.Stamp(themes)).With(Fingerprint.Of(rest)), inputs, themes);
    }

    /// <summary>Null when nothing could be loaded; findings say what must not be published.</summary>
    public static DecidedSite? Decide(
        BuildRequest request, (Fingerprint Stamp, IReadOnlyList<InputFile> Inputs, IReadOnlyList<InputFile> Themes) read, Diagnostics findings,
        CancellationToken cancel = default)
    {
        var clock = new Steps();
        var (project, known) = (request.Project, request.Known);
        IReadOnlyList<ThemeAsset> assets = [];
        string AddressOf(string asset, Settings settings) => settings.Link("/" + assets.First(a => a.Name == asset).Published);

        // The theme is read, checked and compiled on one core while the other reads the content.
        Site? site = null;
        using var templates = new ThemeTemplates(
            project.Themes, project.Settings, read.Themes, known?.Theme, () => site!, asset => AddressOf(asset, site!.Settings), findings);

        var loaded = SiteLoader.Load(
            new(project.Input, project.InputName, project.Settings, request.Today, request.Edition, known?.CleanBodies ?? new HashSet<Fingerprint>(), request.Jobs) { Known = request.Entries, Unsaved = request.Unsaved, LinkRoot = request.LinkRoot },
            read.Inputs, findings);
        clock.Done("content");
        var theme = templates.Theme;
        clock.Done("theme");
        if (loaded is null || theme is null)
        {
            return null;
        }

        site = loaded.Site;
        var webFonts = request.WithFonts ? WebFonts.Plan(theme, site, Path.Combine(project.Cache, "fonts"), findings) : WebFonts.None;
        var (fontCss, fonts) = webFonts.Publish(site.Settings);
        assets = [.. theme.Assets, fontCss];
        clock.Done("fonts");
        using var posters = request.Posters is { } talk && Chosen("posters") ? SitePosters.Press(project, site, talk, request.Jobs, findings, cancel) : null;
        clock.Done("posters");
        var pictures = SitePictures.Open(project, site, request, findings, cancel);
        var pictureShelf = pictures?.Shelf() ?? PictureShelf.Empty;
        clock.Done("pictures");
        var living = site.Entries.Select(EntryAddresses.Of).ToHashSet(StringComparer.Ordinal);
        var withdrawn = WithdrawnLedger.In(project.Input, project.InputName, findings);
        withdrawn.Check(living, findings);
        var certificates = SealedCertificates.In(project.Input);
        var shelf = posters?.Shelf ?? SitePosters.Without(project, findings);
        var taken = withdrawn.Addresses.Where(a => !living.Contains(a)).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<string> gone = [.. taken, .. shelf.Codes.Where(c => taken.Contains(c.Target)).Select(c => c.Path)]; // a printed code must not name them either
        var ledger = AddressLedger.Read(project, findings);
        var open = new Lazy<PublicSite>(() => new(site));
        var published = Task.Run(() => new IPipeline[] { new ContentApi(() => open.Value, theme.Has("embed")), new FeedsPipeline(() => open.Value) }.Where(p => Chosen(p.Name)).SelectMany(p => p.Make(site)).ToList(), cancel);
        var pages = new PagesPipeline(theme, templates, assets, shelf) { Gone = gone, Published = ledger.Addresses, Certificates = SealedCertificates.IsKept(project.Input), Pictures = pictureShelf }.Make(site).ToList();
        List<IPipeline> others =
        [
            new AssetsPipeline(assets, fonts, pictureShelf), .. pictures?.Pipelines ?? [], new SitemapPipeline([.. pages.Select(p => p.Path.Address).OfType<string>().Where(a => !gone.Contains(a))]), new GoneMarks(gone),
            new LeadFormPipeline(), new SealedCertificates(certificates),
        ];
        if (pages.FindIndex(p => p.Path.Value == SearchPage) is var search and >= 0)
        {
            others.Add(new SearchPipeline(() => open.Value, SearchTablesFile.Read(theme, findings)));
            pages[search] = RelativeLinks.Of(pages[search], site.Settings.LinkRoot); // the one page that also opens from a disk
        }

        var files = Chosen("pages") ? pages : [];
        files.AddRange(others.Where(p => Chosen(p.Name)).SelectMany(p => p.Make(site)));
        files.AddRange(published.GetAwaiter().GetResult());
        files.AddRange(posters?.Pipeline.Make(site) ?? []);
        clock.Done("pages");
        var plan = PublicationPlan.Check(files, findings);
        clock.Done("plan");
        return plan is null ? null : new(site, plan, ledger, new(read.Stamp, theme.Fingerprint, loaded.CleanBodies, ""), loaded.Entries, clock.All);

        bool Chosen(string name) => request.Pipelines.Count == 0 || request.Pipelines.Contains(name);
    }

    private sealed class Steps
    {
        private readonly Stopwatch watch = Stopwatch.StartNew();
        private TimeSpan last;

        public List<(string Step, TimeSpan Took)> All { get; } = [];

        public void Done(string step)
        {
            All.Add((step, watch.Elapsed - last));
            last = watch.Elapsed;
        }
    }
}
