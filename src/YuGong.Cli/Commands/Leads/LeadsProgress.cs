namespace YuGong.Cli;

/// <summary>One line that counts, on a terminal and for long work only.</summary>
internal sealed class LeadsProgress(string what, int total, bool quiet) : IDisposable
{
    /// <summary>Fewer are done before anybody could read the line.</summary>
    private const int WorthShowing = 200;

    /// <summary>Shown whatever the total.</summary>
    public bool Long { get; init; }

    private int last = -1;

    public void Set(int done)
    {
        var percent = total == 0 ? 100 : done * 100 / total;
        if (!quiet && !Console.IsErrorRedirected && (Long || total > WorthShowing) && percent != last)
        {
            last = percent;
            Console.Error.Write($"\r{what} {done}/{total}({percent}%)");
        }
    }

    public void Dispose()
    {
        if (last >= 0)
        {
            Console.Error.Write("\r\e[K");
            last = -1;
        }
    }
}
