using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>How a build ended: there was nothing to do, a site was published, or findings forbade it.</summary>
/// <param name="UpToDate">What the last build told people, when there was nothing to do.</param>
/// <param name="Plan">Null when there was nothing to do or nothing could be loaded.</param>
/// <param name="Published">Null when nothing was.</param>
public sealed record BuildOutcome(Phrase? UpToDate, SitePlan? Plan, PublishedSite? Published)
{
    public bool IsRefused => UpToDate is null && Published is null;
}

/// <summary>A plan, published to the disk: what <c>yugong build</c> and a withdrawal do.</summary>
public static class DiskBuild
{
    /// <exception cref="InputChangedException">A file changed while it was read; the output is untouched.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the swap; the output is untouched.</exception>
    public static BuildOutcome Run(RunOptions options, PublishOptions publish, Diagnostics findings, CancellationToken cancel = default)
    {
        var project = options.Project;
        var file = RunMemoryFile.Of(project);
        options = options with { ReadsAll = publish.Force };
        var memory = publish.Force ? RunMemory.Nothing : file.Read();
        var snapshot = InputSnapshot.Read(options);
        if (memory?.Stamp == SitePublisher.StampOf(snapshot.Stamp, publish) && PublishedTree.IsWhole(project.Output, options.Jobs))
        {
            return new(memory.Report, null, null);
        }

        if (!DiskPublication.IsAllowed(project.Output, project.Root, [project.Input], publish.Force, findings))
        {
            return new(null, null, null); // before posters are made for minutes
        }

        memory = memory is null || publish.Force ? memory : memory with { Entries = file.ReadEntries() };
        var plan = SitePlanner.Plan(options, snapshot, memory, findings, cancel);
        var published = plan is null || findings.HasErrors ? null : SitePublisher.Publish(plan, publish, memory, findings, cancel);
        return new(null, plan, published);
    }
}
