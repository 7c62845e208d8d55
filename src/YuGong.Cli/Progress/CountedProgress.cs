namespace YuGong.Cli;

/// <summary>How many of many are done, for work that takes longer than a moment.</summary>
internal sealed class CountedProgress(string what, int total, bool quiet) : IDisposable
{
    /// <summary>Fewer are done before anybody could read the line.</summary>
    private const int WorthShowing = 200;

    private readonly ProgressLine line = new(quiet);
    private int last = -1;

    /// <summary>Shown whatever the total.</summary>
    public bool IsLong { get; init; }

    public void Set(int done)
    {
        var percent = total == 0 ? 100 : done * 100 / total;
        if ((IsLong || total > WorthShowing) && percent != last)
        {
            last = percent;
            line.Show($"{what} {done}/{total} ({percent}%)");
        }
    }

    public void Dispose() => line.Dispose();
}
