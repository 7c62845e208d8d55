namespace YuGong.Cli;

/// <summary>One line that is written over, on a terminal only.</summary>
internal sealed class ProgressLine(bool quiet) : IDisposable
{
    private readonly Lock drawing = new();
    private bool drawn;

    /// <summary>Whether anybody would see it.</summary>
    public bool IsShown { get; } = !quiet && !Console.IsErrorRedirected;

    public void Show(string words)
    {
        if (!IsShown)
        {
            return;
        }

        lock (drawing)
        {
            Console.Error.Write($"\r\u001b[K{words}");
            drawn = true;
        }
    }

    public void Clear()
    {
        lock (drawing)
        {
            if (drawn)
            {
                Console.Error.Write("\r\u001b[K");
                drawn = false;
            }
        }
    }

    public void Dispose() => Clear();
}
