using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>How a plan is put on the disk.</summary>
public sealed record PublishOptions
{
    /// <summary>Removes foreign files from an output of ours, and believes nothing of an earlier run.</summary>
    public bool Force { get; init; }

    /// <summary>Lets a site without entries replace one that has some.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>Whether each text gets its packed copies.</summary>
    public bool Compress { get; init; }

    /// <summary>What people are told of the findings; kept, so that a build with nothing to do can say it again.</summary>
    public Func<IReadOnlyList<Diagnostic>, Phrase> Report { get; init; } = _ => Phrase.Empty;
}

/// <summary>What a publication wrote.</summary>
/// <param name="Told">What people are told of the findings.</param>
/// <param name="Ledgers">Files of the input that say more than before: <c>urls.txt</c>, <c>claims.txt</c>, <c>codes.txt</c>.</param>
/// <param name="NotKept">Why nothing is remembered for the next run; null when everything is.</param>
public sealed record PublishedSite(PublicationReport Report, Phrase Told, IReadOnlyList<string> Ledgers, string? NotKept);

/// <summary>Puts a plan on the disk: renders and scans, swaps the site in whole, then writes ledgers and memory.</summary>
public static class SitePublisher
{
    /// <param name="before">What the last publication left to know.</param>
    /// <returns>Null when a finding forbade it; then nothing was changed.</returns>
    public static PublishedSite? Publish(
        SitePlan plan, PublishOptions options, RunMemory? before, Diagnostics findings, CancellationToken cancel = default)
    {
        var checks = plan.Checks ?? throw new InvalidOperationException($"Nobody publishes a site of edition {plan.Options.Edition}.");
        var (run, project) = (plan.Options, plan.Options.Project);
        var gate = checks.Privacy.Gate();
        var disk = new DiskPublication(project.Output, project.Root)
        {
            Force = options.Force, Jobs = run.Jobs, Kept = [project.Input], AllowEmpty = options.AllowEmpty, IsEntry = IsEntryPage,
            Entries = run.HasPages ? plan.Site.Entries.Count(e => e is not Page) : 0,
            MayPublish = () => gate.Report(checks.Privacy.Places, findings),
            WhenBusy = run.Progress.Waits,
            Progress = (step, done, total) => ReportRendering(run.Progress, step, done, total),
        };
        var searched = gate.Over(plan.Publication);
        var all = options.Compress ? PublicationPlan.Check(PrecompressedFiles.With(searched.Files), findings)! : searched;
        var (whole, retained) = RetainedAssets.Over(all, project.Output, before?.Retained ?? RetainedAssets.None, run.Today);
        var report = disk.Publish(whole, findings, cancel);
        run.Progress.StepEnded();
        if (report is null)
        {
            return null;
        }

        var told = options.Report(findings.Sorted());
        var ledgers = WriteLedgers(plan, checks);
        var memory = plan.Memory with { Stamp = StampOf(plan.Memory.Stamp, options), Report = told, Retained = retained };
        return new(report, told, ledgers, Keep(project, memory, isFirst: before is null));
    }

    /// <summary>Of a publication with these options.</summary>
    public static Fingerprint StampOf(Fingerprint inputs, PublishOptions options) =>
        options.Compress ? inputs.With(Fingerprint.Of("compressed")) : inputs;

    private static void ReportRendering(IRunProgress progress, PublicationStep step, int done, int total)
    {
        if (step == PublicationStep.Render)
        {
            progress.FileRendered(done, total);
        }
    }

    /// <summary>
    /// Only after the swap: what was not published is in no ledger. Codes come from the names of what they stand for, so that a build which
    /// is killed here gives the same ones again.
    /// </summary>
    private static List<string> WriteLedgers(SitePlan plan, PublicChecks checks)
    {
        var project = plan.Options.Project;
        var hasPages = plan.Options.HasPages;
        var changed = new List<string>();
        Note(PosterStep.WriteCodes(project, plan.Codes), "codes.txt");
        Note(hasPages && plan.Addresses.Append(project.Ledger, plan.Publication.Addresses()), "urls.txt");
        Note(hasPages && checks.Claims.Write(project.Input), "claims.txt");
        return changed;

        void Note(bool isNew, string ledger)
        {
            if (isNew)
            {
                changed.Add(ledger);
            }
        }
    }

    /// <summary>The site stands: what cannot be kept for the next build costs that one time and nothing else.</summary>
    /// <param name="isFirst">A first build keeps no entries: on a machine that builds once, nobody would ask for them.</param>
    private static string? Keep(ProjectFolder project, RunMemory memory, bool isFirst)
    {
        try
        {
            if (memory.CleanFiles is { IsNew: true } clean)
            {
                clean.Write(ProjectPrivacy.CleanFilesOf(project));
            }

            var file = RunMemoryFile.Of(project);
            file.Write(memory);
            if (!isFirst)
            {
                file.WriteEntries(memory);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>Whether a file of an older site is the page of an entry, as <see cref="EntryAddresses"/> names them.</summary>
    private static bool IsEntryPage(string path) =>
        path.Split('/') is [var section, _, "index.html"] && EntryKind.Exhibits.Any(kind => kind.Section == section);
}
