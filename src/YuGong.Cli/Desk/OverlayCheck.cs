using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// What a check would say of the input with files laid over it that are not saved yet: the desk refuses what the next build would. What was
/// read before is not read again.
/// </summary>
internal sealed class OverlayCheck(ProjectFolder project, Func<DateOnly> today)
{
    private readonly Lock gate = new();
    private BuildState? known;
    private KnownEntries entries = KnownEntries.None;

    /// <summary>Sorted.</summary>
    /// <param name="unsaved">None for the input as it lies on the disk, which is remembered.</param>
    /// <exception cref="InputMovedException">A file was replaced while it was read; asking again helps.</exception>
    public IReadOnlyList<Diagnostic> Findings(UnsavedFiles unsaved)
    {
        using var laid = UnsavedFolder.Of(unsaved);
        return FindingsOf(laid.Files);
    }

    private IReadOnlyList<Diagnostic> FindingsOf(UnsavedFiles unsaved)
    {
        var findings = new Diagnostics();
        var request = Request(unsaved);
        var read = SiteBuild.Stamp(request);
        if (SiteBuild.Decide(request, read, findings) is { } decided)
        {
            // A folder that holds content alone gets no cache of ours: what was found clean is remembered where builds remember.
            var looked = SiteChecks.Run(request, decided, read, memory: Directory.Exists(project.Cache), findings);
            Scan(unsaved, looked.Privacy, findings);
            Keep(unsaved, decided);
        }

        return findings.Sorted();
    }

    private BuildRequest Request(UnsavedFiles unsaved)
    {
        lock (gate)
        {
            return new(project, today(), Edition.Release, Math.Max(1, Environment.ProcessorCount), [])
            {
                WithFonts = false, Known = known, Entries = entries, Unsaved = unsaved,
            };
        }
    }

    private void Keep(UnsavedFiles unsaved, DecidedSite decided)
    {
        if (!unsaved.Paths.Any())
        {
            lock (gate)
            {
                (known, entries) = (decided.State, decided.Entries);
            }
        }
    }

    /// <summary>Captions, vocabularies and settings that do not lie on the disk yet; the texts of entries were searched as they were read.</summary>
    private void Scan(UnsavedFiles unsaved, ProjectPrivacy privacy, Diagnostics findings)
    {
        foreach (var path in unsaved.Paths.Where(p => !p.EndsWith("/index.md", StringComparison.Ordinal)))
        {
            if (unsaved.Of(path) is { } bytes)
            {
                privacy.Scan($"{project.InputName}/{path}", bytes, findings);
            }
        }
    }
}
