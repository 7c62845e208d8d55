namespace YuGong.Desk;

/// <summary>
/// How often somebody may fail with a password in 15 minutes: 5 times for one name from one address, 20 times from one address whatever the
/// name. Right passwords do not count. Failures from elsewhere lock nobody out; a name that fails 10 times from anywhere is answered two
/// seconds late, so that a stranger with many machines wins little and whoever knows the password loses little.
/// </summary>
public sealed class LoginLimit
{
    public const int PerPair = 5;
    public const int PerAddress = 20;
    public const int PerName = 10;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>How late a name is answered that many tries failed for.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    /// <summary>Counters that are kept; beyond, the oldest windows go first.</summary>
    private const int Most = 20_000;

    private const int LongestKey = 100;

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> failures = new(StringComparer.Ordinal);

    /// <summary>
    /// Notes an attempt as failed before it is judged, so that many at once count as many; <see cref="Succeeded"/> takes it back.
    /// How long to wait instead, or null when it may be made.
    /// </summary>
    public TimeSpan? Try(string name, string address, DateTimeOffset now)
    {
        lock (gate)
        {
            TimeSpan? wait = null;
            foreach (var (key, limit) in (ReadOnlySpan<(string, int)>)[(Pair(name, address), PerPair), (From(address), PerAddress)])
            {
                var times = At(key, now);
                if (times.Count >= limit && times[0] + Window - now is var left && (wait is null || left > wait))
                {
                    wait = left;
                }
            }

            if (wait is not null)
            {
                return wait;
            }

            foreach (var key in (ReadOnlySpan<string>)[Pair(name, address), From(address), Named(name)])
            {
                At(key, now).Add(now);
            }

            Forget(now);
            return null;
        }
    }

    /// <summary>How late an attempt that may be made is to be answered.</summary>
    public TimeSpan Delay(string name, DateTimeOffset now)
    {
        lock (gate)
        {
            return At(Named(name), now).Count > PerName ? Late : TimeSpan.Zero;
        }
    }

    /// <summary>The right password: this attempt was no failure, and those of this name from this address are forgotten.</summary>
    /// <param name="tried">When <see cref="Try"/> was asked.</param>
    public void Succeeded(string name, string address, DateTimeOffset tried)
    {
        lock (gate)
        {
            failures.Remove(Pair(name, address));
            foreach (var key in (ReadOnlySpan<string>)[From(address), Named(name)])
            {
                failures.GetValueOrDefault(key)?.Remove(tried);
            }
        }
    }

    private static string Pair(string name, string address) => Cut($"pair {address} {name}");

    private static string From(string address) => Cut($"from {address}");

    private static string Named(string name) => Cut($"name {name}");

    private static string Cut(string key) => key.Length <= LongestKey ? key : key[..LongestKey];

    private List<DateTimeOffset> At(string key, DateTimeOffset now)
    {
        if (!failures.TryGetValue(key, out var times))
        {
            failures.Add(key, times = []);
        }

        times.RemoveAll(t => now - t >= Window);
        return times;
    }

    private void Forget(DateTimeOffset now)
    {
        if (failures.Count <= Most)
        {
            return;
        }

        foreach (var key in failures.Keys.Where(k => At(k, now).Count == 0).ToList())
        {
            failures.Remove(key);
        }

        foreach (var key in failures.OrderBy(f => f.Value.Count == 0 ? DateTimeOffset.MinValue : f.Value[0])
            .Take(Math.Max(0, failures.Count - Most)).Select(f => f.Key).ToList())
        {
            failures.Remove(key);
        }
    }
}
