using System.Diagnostics;
using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// Puts a plan on disk whole. The new site is prepared beside the output, in the tree of the generation before, where
/// unchanged files are second names of the output's own; then the two trees change places in one step. Whenever a build
/// ends (done, refused, cancelled, killed, out of space) the output is the old site or the new one, never a mixture. A
/// power cut is another matter: nothing is forced to the platter, and the next build rewrites what it finds damaged.
/// Whoever holds the folder itself (a shell inside it, a bind mount of it into a container) keeps seeing the tree that
/// became the spare; mount or watch the folder above.
/// </summary>
/// <param name="output">Absolute. A link is followed once, to the folder that is meant.</param>
/// <param name="project">Absolute. Findings are told relative to it, and it never lies inside the output.</param>
public sealed class DiskPublication(string output, string project)
{
    /// <summary>Removes foreign files and overwrites what stands in the way.</summary>
    public bool Force { get; init; }

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

    /// <summary>Publishes the plan; null when a finding forbade it, and then the output is untouched.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before the swap; the output is untouched.</exception>
    /// <exception cref="InvalidOperationException">A file could not be rendered: our own mistake; the output is untouched.</exception>
    public PublicationReport? Publish(PublicationPlan plan, Diagnostics diagnostics, CancellationToken cancellation = default)
    {
        var name = Path.GetRelativePath(project, output).Replace('\\', '/');
        var place = new SourceFile(name, "").Whole;
        var folder = Meant(output);
        if (File.Exists(folder) || Path.GetDirectoryName(folder) is null || IsInside(project, folder))
        {
            diagnostics.Report(PublishingRules.NoOutputFolder, place, name);
            return null;
        }

        var build = new BuildFolder(folder) { MayExchange = MayExchange };
        var waiting = Stopwatch.StartNew();
        try
        {
            using var held = BuildLock.Take(build.Root, Patience, WhenBusy, cancellation);
            if (held is null)
            {
                diagnostics.Report(PublishingRules.OutputBusy, place, $"{BuildLock.Holder(build.Root)}", $"{Patience.TotalSeconds:0.#}");
                return null;
            }

            try
            {
                return new Turn(this, build, plan, name, diagnostics, cancellation).Run(waiting.Elapsed);
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

    private static string Meant(string output) =>
        new DirectoryInfo(output).LinkTarget is null
            ? Path.TrimEndingDirectorySeparator(output)
            : Directory.ResolveLinkTarget(output, returnFinalTarget: true)!.FullName;

    private static bool IsInside(string inner, string outer) =>
        (Path.TrimEndingDirectorySeparator(inner) + Path.DirectorySeparatorChar)
        .StartsWith(Path.TrimEndingDirectorySeparator(outer) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
