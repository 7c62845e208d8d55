using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>A decided site that was held against everything that may forbid its publication.</summary>
/// <param name="Claims">What <c>input/claims.txt</c> will say when it is published.</param>
internal sealed record CheckedSite(DecidedSite Decided, ClaimUpdate Claims, ProjectPrivacy Privacy);

/// <summary>What stands between a decided site and the public. A check, a build and the desk ask it; none of them knows a rule of its own.</summary>
internal static class SiteChecks
{
    /// <summary>Holds the site against the ledgers and searches the input for what is private; findings name the input.</summary>
    /// <param name="memory">Whether files that were found clean are remembered; whoever writes nothing says no.</param>
    public static CheckedSite Run(
        BuildRequest request, DecidedSite decided, (Fingerprint, IReadOnlyList<Content.InputFile>, IReadOnlyList<Content.InputFile>) read, bool memory, Diagnostics findings)
    {
        var project = request.Project;
        AddressLedger.Check(request, decided, findings);
        var claims = ClaimLedger.In(project.Input, project.InputName, findings).Check(decided.Site, request.Jobs, findings);
        var privacy = new ProjectPrivacy(project, decided.Site, read, request.PrivateValues);
        privacy.ScanInput(request.Jobs, memory, findings);
        return new(decided, claims, privacy);
    }

    /// <summary>
    /// Renders every text of the site to nowhere and searches it, as a build would: what cannot be rendered and what only a page says is told
    /// too. Pictures, films and posters are not made; their originals were searched where they lie.
    /// </summary>
    public static void Render(CheckedSite site, int jobs, Diagnostics findings, CancellationToken cancel)
    {
        var gate = site.Privacy.Gate();
        var texts = gate.Over(site.Decided.Plan).Files.Where(f => IsText(f.Path.Value));
        Parallel.ForEach(texts, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel }, file =>
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
        gate.Report(site.Privacy.Places, findings);
    }

    private static bool IsText(string path) => Path.GetExtension(path) is ".html" or ".json" or ".ndjson" or ".xml" or ".txt" or ".css" or ".js" or ".vtt" or "";
}
