namespace YuGong.Publishing;

/// <summary>
/// While files of a big build are still being rendered, those that are written go to the disk already, so that little is left to
/// wait for before the swap.
/// </summary>
/// <param name="sync">Brings to the disk what was written so far.</param>
internal sealed class EarlySync(Action sync)
{
    /// <summary>Fewer files reach the disk in a few milliseconds.</summary>
    private const int Batch = 128;

    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private int written;

    /// <summary>One more file was written; from any thread.</summary>
    public void Wrote()
    {
        if (Interlocked.Increment(ref written) % Batch != 0)
        {
            return;
        }

        lock (gate)
        {
            if (running.IsCompletedSuccessfully)
            {
                running = Task.Run(sync);
            }
        }
    }

    /// <summary>Waits for what is under way. The system tells a failure once only, so it is told on.</summary>
    /// <exception cref="IOException">Something did not reach the disk.</exception>
    public void Finish()
    {
        lock (gate)
        {
            running.GetAwaiter().GetResult();
        }
    }
}
