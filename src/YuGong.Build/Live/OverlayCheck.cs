using YuGong.Content;
using YuGong.Text;

namespace YuGong.Build.Live;

/// <summary>
/// What a check would say of the input with files laid over it that are not saved yet: the desk refuses what the next build would. What was
/// read before is not read again.
/// </summary>
public sealed class OverlayCheck(ProjectFolder project, Func<DateOnly> today)
{
    private readonly Lock gate = new();
    private RunMemory? memory;

    /// <summary>Sorted.</summary>
    /// <param name="overlay">None for the input as it lies on the disk, which is remembered.</param>
    /// <exception cref="InputChangedException">A file was replaced while it was read; asking again helps.</exception>
    public IReadOnlyList<Diagnostic> Findings(FileOverlay overlay)
    {
        using var laid = UnsavedFolder.Of(overlay);
        return Check(laid.Files);
    }

    private IReadOnlyList<Diagnostic> Check(FileOverlay overlay)
    {
        var findings = new Diagnostics();
        var options = new RunOptions(project, today(), Edition.Release) { WithFonts = false, Overlay = overlay };
        var plan = SitePlanner.Plan(options, Memory, findings);
        if (plan is not null && !overlay.Paths.Any())
        {
            Memory = plan.Memory;
        }

        return findings.Sorted();
    }

    private RunMemory? Memory
    {
        get
        {
            lock (gate)
            {
                return memory;
            }
        }

        set
        {
            lock (gate)
            {
                memory = value;
            }
        }
    }
}
