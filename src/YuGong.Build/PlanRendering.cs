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
        if (plan.Checks is not { } checks)
        {
            return;
        }

        var gate = checks.Privacy.Gate();
        var texts = gate.Over(plan.Publication).Files.Where(f => IsText(f.Path.Value));
        var options = new ParallelOptions { MaxDegreeOfParallelism = plan.Options.Jobs, CancellationToken = cancel };
        Parallel.ForEach(texts, options, file =>
        {
            try
            {
                file.Render();
            }
            catch (CannotRenderException e)
            {
                findings.Add([e.Finding]);
            }
        });
        gate.Report(checks.Privacy.Places, findings);
    }

    private static bool IsText(string path) =>
        Path.GetExtension(path) is ".html" or ".json" or ".ndjson" or ".xml" or ".txt" or ".css" or ".js" or ".vtt" or "";
}
