namespace YuGong.Desk;

/// <summary>
/// How often somebody may try a password: 5 failures in 15 minutes for one name from one address, 20 from one address whatever the name,
/// 50 for one name from everywhere. A stranger can so lock out himself, and others only with a network of machines.
/// </summary>
public sealed class LoginLimit
{
    public const int PerPair = 5;
    public const int PerAddress = 20;
    public const int PerName = 50;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Counters that are kept; beyond, the oldest windows go first.</summary>
    private const int Most = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> failures = new(StringComparer.Ordinal);

    /// <summary>
    /// Notes an attempt before it is judged, so that many at once count as many. How long to wait instead, or null when it may be made.
    /// </summary>
    public TimeSpan? Try(string name, string address, DateTimeOffset now)
    {
        lock (gate)
        {
            (string Key, int Limit)[] counters = [($"pair {address} {name}", PerPair), ($"from {address}", PerAddress), ($"name {name}", PerName)];
            TimeSpan? wait = null;
            foreach (var (key, limit) in counters)
            {
                var times = Of(key, now);
                if (times.Count >= limit && times.Peek() + Window - now is var left && (wait is null || left > wait))
                {
                    wait = left;
                }
            }

            if (wait is not null)
            {
                return wait;
            }

            foreach (var (key, _) in counters)
            {
                failures[key].Enqueue(now);
            }

            Forget(now);
            return null;
        }
    }

    /// <summary>The right password: the attempts of this name from this address are forgotten, those from the address are not.</summary>
    public void Succeeded(string name, string address)
    {
        lock (gate)
        {
            failures.Remove($"pair {address} {name}");
        }
    }

    private Queue<DateTimeOffset> Of(string key, DateTimeOffset now)
    {
        if (!failures.TryGetValue(key, out var times))
        {
            failures.Add(key, times = new());
        }

        while (times.TryPeek(out var first) && now - first >= Window)
        {
            times.Dequeue();
        }

        return times;
    }

    private void Forget(DateTimeOffset now)
    {
        if (failures.Count <= Most)
        {
            return;
        }

        foreach (var key in failures.Keys.Where(k => Of(k, now).Count == 0).ToList())
        {
            failures.Remove(key);
        }

        foreach (var key in failures.OrderBy(f => f.Value.Count == 0 ? DateTimeOffset.MinValue : f.Value.Peek()).Take(Math.Max(0, failures.Count - Most)).Select(f => f.Key).ToList())
        {
            failures.Remove(key);
        }
    }
}
