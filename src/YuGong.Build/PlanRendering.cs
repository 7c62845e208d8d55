using System.Collections.Concurrent;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>Renders a plan to nowhere: what only a rendered page can tell is told, and nothing is written.</summary>
public static class PlanRendering
{
    /// <summary>
    /// Searches every text of the site as a publication would: what cannot be rendered and what only a page says is told too. Pictures,
    /// films and posters are not made; their originals were searched where they lie.
    /// </summary>
    public static void Check(SitePlan plan, Diagnostics findings, CancellationToken cancel = default)
    {
        if (plan.Checks is { } checks)
        {
            var gate = checks.Privacy.Gate();
            Render(plan, gate.Over(plan.Publication).Files.Where(f => IsText(f.Path.Value)), (_, _) => { }, findings, cancel);
            gate.Report(checks.Privacy.Places, findings);
        }
    }

    /// <summary>
    /// The same for every file, pictures and posters too: by its path in the site the print of what a build would publish now, with the
    /// assets that it would keep from the build before.
    /// </summary>
    /// <param name="compress">See <see cref="PublishOptions.Compress"/>.</param>
    /// <param name="print">Of a file's bytes.</param>
    public static IReadOnlyDictionary<string, string> Prints(
        SitePlan plan, bool compress, Func<ReadOnlyMemory<byte>, string> print, Diagnostics findings, CancellationToken cancel = default)
    {
        var prints = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        if (plan.Checks is { } checks)
        {
            var gate = checks.Privacy.Gate();
            var searched = gate.Over(plan.Publication);
            var all = compress ? PublicationPlan.Check(PrecompressedFiles.With(searched.Files), findings)! : searched;
            var project = plan.Options.Project;
            var before = RunMemoryFile.Of(project).Read()?.Retained ?? RetainedAssets.None;
            var (whole, _) = RetainedAssets.Over(all, project.Output, before, plan.Options.Today);
            Render(plan, whole.Files, (path, bytes) => prints[path] = print(bytes), findings, cancel);
            gate.Report(checks.Privacy.Places, findings);
        }

        return prints;
    }

    private static void Render(SitePlan plan, IEnumerable<OutputFile> files, Action<string, ReadOnlyMemory<byte>> rendered,
        Diagnostics findings, CancellationToken cancel)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = plan.Options.Jobs, CancellationToken = cancel };
        Parallel.ForEach(files, options, file =>
        {
            try
            {
                rendered(file.Path.Value, file.Render());
            }
            catch (CannotRenderException e)
            {
                findings.Add([e.Finding]);
            }
        });
    }

    private static bool IsText(string path) =>
        Path.GetExtension(path) is ".html" or ".json" or ".ndjson" or ".xml" or ".txt" or ".css" or ".js" or ".vtt" or "";
}
