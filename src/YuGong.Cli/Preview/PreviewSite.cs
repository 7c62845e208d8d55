using System.Diagnostics;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What the preview shows at a moment.</summary>
/// <param name="Number">Counts rebuilds; open pages compare it.</param>
internal sealed record PreviewMoment(int Number, IReadOnlyList<Diagnostic> Findings, IReadOnlyList<string> Changed, string LinkRoot, TimeSpan Took)
{
    /// <summary>Scheme and host that the site is made for.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Whether there ever was a site to show.</summary>
    public bool HasSite { get; init; }

    /// <param name="made">The settings of the site that was made; null when none was, and the last one stays.</param>
    public PreviewMoment Next(IReadOnlyList<Diagnostic> findings, IReadOnlyList<string> changed, TimeSpan took, Settings? made) =>
        new(Number + 1, findings, changed, made?.LinkRoot ?? LinkRoot, took) { Origin = made?.Origin ?? Origin, HasSite = HasSite || made is not null };
}

/// <summary>The site in memory. A rebuild that cannot be loaded keeps the last good one and shows why.</summary>
internal sealed class PreviewSite(BuildRequest request)
{
    private readonly MemoryPublication publication = new();
    private readonly Lock building = new();
    private BuildState? known;
    private KnownEntries entries = KnownEntries.None;

    public event EventHandler? Changed;

    public PreviewMoment Now { get; private set; } = new(0, [], [], "", TimeSpan.Zero);

    public ReadOnlyMemory<byte>? Get(string path) => publication.Get(path);

    /// <summary>Throws nothing: whatever goes wrong is a finding, and the last good site stays.</summary>
    public void Rebuild()
    {
        lock (building)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                var (decided, findings) = Decide();
                var changed = decided is null ? [] : publication.Update(decided.Plan);
                (known, entries) = (decided?.State ?? known, decided?.Entries ?? entries);
                Now = Now.Next(findings.Sorted(), changed, watch.Elapsed, decided?.Site.Settings);
            }
            catch (Exception e) when (e is not StackOverflowException)
            {
                (known, entries) = (null, KnownEntries.None);
                Now = Now.Next([Fault.Of(e, "preview").ToDiagnostic()], [], watch.Elapsed, null);
            }
        }

        Guard.Run("preview", () => Changed?.Invoke(this, EventArgs.Empty));
    }

    /// <summary>Goes the way of a change once without one, so that the first edit finds it compiled. What is shown stays: an edit that comes meanwhile must still be told.</summary>
    public void Rehearse()
    {
        lock (building)
        {
            if (Decide().Site is { } decided)
            {
                new MemoryPublication().Update(decided.Plan);
            }
        }
    }

    private (DecidedSite? Site, Diagnostics Findings) Decide()
    {
        var findings = new Diagnostics();
        return (SiteBuild.Decide(request with { Known = known, Entries = entries }, SiteBuild.Stamp(request), findings), findings);
    }
}
