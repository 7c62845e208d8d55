namespace YuGong.Desk;

/// <summary>One turn after the other for each name; names do not wait for each other.</summary>
internal sealed class KeyedLocks
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (SemaphoreSlim Turn, int Users)> turns = new(StringComparer.Ordinal);

    /// <summary>Does the work once all names are free. Whoever needs several names them in the same order as everybody else.</summary>
    public async Task<T> RunAsync<T>(IReadOnlyList<string> names, Func<T> work)
    {
        var held = new List<string>();
        try
        {
            foreach (var name in names)
            {
                await Enter(name).WaitAsync();
                held.Add(name);
            }

            return await Task.Run(work);
        }
        finally
        {
            foreach (var name in held)
            {
                Leave(name);
            }
        }
    }

    private SemaphoreSlim Enter(string name)
    {
        lock (gate)
        {
            var (turn, users) = turns.GetValueOrDefault(name);
#pragma warning disable CA2000 // Disposed of by the last one to leave.
            turns[name] = (turn ??= new(1, 1), users + 1);
#pragma warning restore CA2000
            return turn;
        }
    }

    private void Leave(string name)
    {
        lock (gate)
        {
            var (turn, users) = turns[name];
            turn.Release();
            if (users == 1)
            {
                turns.Remove(name);
                turn.Dispose();
            }
            else
            {
                turns[name] = (turn, users - 1);
            }
        }
    }
}
