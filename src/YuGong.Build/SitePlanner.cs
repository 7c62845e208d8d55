using System.Diagnostics;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages;
using YuGong.Publishing;
using YuGong.Publishing.Privacy;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>
/// The straight line from folders to a plan: reads and checks everything and writes nothing (what caches keep can be deleted at any time).
/// A check, a build, a preview, a save of the desk and a withdrawal are this and what becomes of the plan.
/// </summary>
public static class SitePlanner
{
    /// <param name="memory">What an earlier run knew, to save work; never needed.</param>
    /// <returns>Null when nothing could be loaded; findings say what must not be published.</returns>
    public static SitePlan? Plan(RunOptions options, RunMemory? memory, Diagnostics findings, CancellationToken cancel = default) =>
        Plan(options, InputSnapshot.Read(options), memory, findings, cancel);

    public static SitePlan? Plan(
        RunOptions options, InputSnapshot snapshot, RunMemory? memory, Diagnostics findings, CancellationToken cancel = default)
    {
        var clock = new StepClock();
        var project = options.Project;
        var ofTheme = new Diagnostics();
        IReadOnlyList<ThemeAsset> assets = [];

        // The theme is read, checked and compiled on one core while the other reads the content.
        using var templates = new ThemeTemplates(
            project.Themes, project.Settings, snapshot.Themes, memory?.Theme, ofTheme);
        var loaded = SiteLoader.Load(LoadRequestOf(options, memory), snapshot.Inputs, findings);
        clock.Done("content");
        var theme = templates.Theme;
        clock.Done("theme");
        if (loaded is null || theme is null)
        {
            templates.Dispose();
            findings.Add(ofTheme);
            return null;
        }

        var made = new ThemeAddresses(theme);
        var site = made.Over(loaded.Site);
        var webFonts = options.WithFonts ? WebFonts.Plan(theme, site, Path.Combine(project.Cache, "fonts"), findings) : WebFonts.None;
        var (fontCss, fonts) = webFonts.Publish(site.Settings);
        assets = [.. theme.Assets, fontCss];
        clock.Done("fonts");
        var printed = PosterStep.ReadCodes(project, findings);
        var wantsPosters = options.WithPosters && options.Runs("posters") && !ofTheme.HasErrors;
        using var posters = wantsPosters ? PosterStep.Run(options, site, printed, findings, cancel) : null;
        clock.Done("posters");
        var pictures = PictureStep.Run(options, site, findings, cancel);
        clock.Done("pictures");
        var shelf = posters?.Pipeline.Shelf ?? PosterStep.Without(printed);
        var withdrawn = Withdrawn(project, site, findings);
        var addresses = UrlLedger.Parse(TextFile.Ledger(project.Ledger, $"{project.InputName}/urls.txt", findings), findings);
        var pipelines = new SitePipelines
        {
            Options = options, Site = site, Theme = theme, Templates = templates, Assets = assets, Fonts = fonts, Posters = posters,
            PosterCatalog = shelf, Pictures = pictures, Withdrawn = withdrawn, Addresses = addresses,
        };
        var files = pipelines.MakeAll(findings, cancel);
        templates.Dispose(); // waits for what is still checked
        findings.Add(ofTheme);
        clock.Done("pages");
        if (PublicationPlan.Check(files, findings) is not { } publication)
        {
            return null;
        }

        clock.Done("plan");
        var codes = posters?.Codes ?? printed;
        var isForPublic = options.Edition == Edition.Release;
        var planChecks = new PlanChecks(options, snapshot, made, [.. publication.Addresses()], findings);
        var checks = isForPublic ? planChecks.Run(loaded, addresses, codes, KnownClean(project, memory)) : null;
        clock.Done("checks");
        return new()
        {
            Options = options, Site = site, Theme = theme.Fingerprint, Publication = publication,
            Addresses = addresses, Moved = pipelines.Moved, Codes = codes, Checks = checks,
            Memory = new(snapshot.Stamp, ofTheme.Count == 0 ? theme.Fingerprint : default, loaded.CleanBodies)
            {
                Entries = loaded.Entries, CleanFiles = checks?.CleanFiles,
            },
            Steps = clock.All,
        };
    }

    private static LoadRequest LoadRequestOf(RunOptions options, RunMemory? memory) =>
        options.Project.Reading(options.Edition, options.Today, options.Jobs) with
        {
            CleanBodies = memory?.CleanBodies ?? new HashSet<Fingerprint>(), Known = memory?.Entries ?? EntryMemo.None,
            Unsaved = options.Overlay, LinkRoot = options.LinkRoot,
        };

    private static CleanFiles KnownClean(ProjectFolder project, RunMemory? memory) =>
        memory?.CleanFiles ?? CleanFiles.Read(ProjectPrivacy.CleanFilesOf(project));

    /// <summary>Addresses that were taken back and where nothing else stands now.</summary>
    private static IReadOnlyList<Withdrawal> Withdrawn(ProjectFolder project, Site site, Diagnostics findings)
    {
        var living = site.Entries.Select(EntryAddresses.Of).ToHashSet(StringComparer.Ordinal);
        var ledger = WithdrawnLedger.In(project.Input, project.InputName, findings);
        ledger.Check(living, findings);
        return
        [
            .. ledger.Days.Where(d => !living.Contains(d.Address)).OrderBy(d => d.Address, StringComparer.Ordinal)
                .Select(d => new Withdrawal(d.Day, d.Address)),
        ];
    }

    private sealed class StepClock
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
