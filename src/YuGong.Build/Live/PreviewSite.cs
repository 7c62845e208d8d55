using System.Diagnostics;
using YuGong.Build.Faults;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Live;

/// <summary>What the preview shows at a moment.</summary>
/// <param name="Number">Counts rebuilds; open pages compare it.</param>
public sealed record PreviewMoment(
    int Number, IReadOnlyList<Diagnostic> Findings, IReadOnlyList<string> Changed, string LinkRoot, TimeSpan Took)
{
    /// <summary>Scheme and host that the site is made for.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Whether there ever was a site to show.</summary>
    public bool HasSite { get; init; }

    /// <param name="made">The settings of the site that was made; null when none was, and the last one stays.</param>
    public PreviewMoment Next(IReadOnlyList<Diagnostic> findings, IReadOnlyList<string> changed, TimeSpan took, Settings? made) =>
        new(Number + 1, findings, changed, made?.LinkRoot ?? LinkRoot, took)
        {
            Origin = made?.Origin ?? Origin, HasSite = HasSite || made is not null,
        };
}

/// <summary>A plan, published to memory again and again. One that cannot be made keeps the last good one and shows why.</summary>
public sealed class PreviewSite(RunOptions options)
{
    private readonly MemoryPublication publication = new();
    private readonly Lock building = new();
    private RunMemory? memory;

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
                var findings = new Diagnostics();
                var plan = SitePlanner.Plan(options, memory, findings);
                var changed = plan is null ? [] : publication.Update(plan.Publication);
                memory = plan?.Memory ?? memory;
                Now = Now.Next(findings.Sorted(), changed, watch.Elapsed, plan?.Site.Settings);
            }
            catch (Exception e) when (e is not StackOverflowException)
            {
                memory = null;
                Now = Now.Next([Fault.Of(e, "preview").ToDiagnostic()], [], watch.Elapsed, null);
            }
        }

        Tell();
    }

    /// <summary>
    /// Goes the way of a change once without one, so that the first edit finds it compiled. What is shown stays: an edit that comes
    /// meanwhile must still be told.
    /// </summary>
    public void Rehearse()
    {
        lock (building)
        {
            if (SitePlanner.Plan(options, memory, new()) is { } plan)
            {
                new MemoryPublication().Update(plan.Publication);
            }
        }
    }

    private void Tell()
    {
        try
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }
        catch (Exception e) when (e is not StackOverflowException)
        {
            // The mistake of a listener: a watcher that it reached would end the process.
            Now = Now with { Findings = [.. Now.Findings, Fault.Of(e, "preview").ToDiagnostic()] };
        }
    }
}
