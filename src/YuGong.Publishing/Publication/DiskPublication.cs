using System.Diagnostics;
using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// Puts a plan on disk whole. The new site is prepared beside the output, in the tree of the generation before, where
/// unchanged files are second names of the output's own; then the two trees change places in one step. Whenever a build
/// ends (done, refused, cancelled, killed, out of space, power cut) the output is the old site or the new one, never a
/// mixture: the new one is on the disk before the trees change places. What may be an output at all, <see cref="OutputGuard"/> says.
/// Whoever holds the folder itself (a shell inside it, a bind mount of it into a container) keeps seeing the tree that
/// became the spare; mount or watch the folder above.
/// </summary>
/// <param name="output">Absolute. Links are followed, to the folder that is meant.</param>
/// <param name="project">Absolute. Findings are told relative to it, and it never lies inside the output.</param>
public sealed class DiskPublication(string output, string project)
{
    /// <summary>Removes foreign files and overwrites what stands in the way, in an output of ours; another is never touched.</summary>
    public bool Force { get; init; }

    /// <summary>Full paths, beside the usual ones, that the output must not meet.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>How many entries the site shows; null where nobody counts.</summary>
    public int? Entries { get; init; }

    /// <summary>Lets a site without entries replace one that has some.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>Whether a path is that of an entry's page, to count those of a site that an older version made.</summary>
    public Func<string, bool> IsEntry { get; init; } = _ => false;

    /// <summary>Threads that render and write; it changes no byte.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>How long to wait for another build.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Called once when another build is at work, with its process number if it is known.</summary>
    public Action<int?>? WhenBusy { get; init; }

    /// <summary>Called as a publication goes on; while rendering with files done and files to do, from any thread.</summary>
    public Action<PublicationStep, int, int>? Progress { get; init; }

    /// <summary>Asked once, when everything is rendered and nothing is published yet; false ends the publication.</summary>
    public Func<bool>? MayPublish { get; init; }

    internal bool MayExchange { get; init; } = true;

    internal bool MaySyncDisk { get; init; } = true;

    /// <summary>Reports why there can be no site here; true when there can. <see cref="Publish"/> asks it again.</summary>
    /// <param name="kept">See <see cref="Kept"/>.</param>
    public static bool IsAllowed(string output, string project, IReadOnlyList<string> kept, bool force, Diagnostics diagnostics) =>
        new OutputGuard(project, kept).MayFill(output, FolderKind.Site, diagnostics, force);

    /// <summary>Publishes the plan; null when a finding forbade it, and then the output is untouched.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before the swap; the output is untouched.</exception>
    /// <exception cref="InvalidOperationException">A file could not be rendered: our own mistake; the output is untouched.</exception>
    public PublicationReport? Publish(PublicationPlan plan, Diagnostics diagnostics, CancellationToken cancellation = default)
    {
        var name = Path.GetRelativePath(project, output).Replace('\\', '/');
        var place = new SourceFile(name, "").Whole;
        var waiting = Stopwatch.StartNew();
        try
        {
            if (!IsAllowed(output, project, Kept, Force, diagnostics))
            {
                return null;
            }

            var build = new BuildFolder(RealPath.Of(output)) { MayExchange = MayExchange, MaySyncDisk = MaySyncDisk };
            using var held = BuildLock.Take(build.Root, Patience, WhenBusy, cancellation);
            if (held is null)
            {
                diagnostics.Report(PublishingRules.OutputBusy, place, $"{BuildLock.Holder(build.Root)}", $"{Patience.TotalSeconds:0.#}");
                return null;
            }

            try
            {
                return new PublishTransaction(this, build, plan, name, diagnostics, cancellation).Run(waiting.Elapsed);
            }
            catch (IOException e) when (DiskFailure.RuleFor(e) == PublishingRules.DiskFull)
            {
                build.DropSpare();
                throw;
            }
        }
        catch (CannotRenderException e)
        {
            diagnostics.Add([e.Finding]);
            return null;
        }
        catch (Exception e) when (DiskFailure.RuleFor(e) is { } rule)
        {
            diagnostics.Report(rule, place, e is MountPointException mount ? $"{name}/{mount.Path}".TrimEnd('/') : e.Message);
            return null;
        }
    }
}
