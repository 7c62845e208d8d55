using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What the list shows somebody: kept in memory with their reading, because what is searched for may be a name.</summary>
/// <param name="IsDue">Only what was kept long enough.</param>
internal sealed record LeadsView(LeadFilter Filter, bool IsDue = false)
{
    public static LeadsView All { get; } = new(new LeadFilter());
}

/// <summary>
/// The private register while somebody at the desk reads it. Whoever gives its key may read for a quarter of an hour after they
/// last did; then it is closed. The passphrase or the key file is used once and kept nowhere. One thing at a time.
/// </summary>
internal sealed class OpenedRegister(string folder, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Reader> readers = new(StringComparer.Ordinal);
    private LeadRegister? register;

    public string Folder => folder;

    public bool IsThere => LeadRegister.IsIn(folder);

    /// <summary>Null when it is open; otherwise why not, in words that say nothing of the key.</summary>
    public string? Unlock(string reader, LeadKey key)
    {
        lock (gate)
        {
            var findings = new Diagnostics();
#pragma warning disable CA2000 // Kept, and closed by the last reader or with this.
            var opened = LeadRegister.Open(folder, key, findings);
#pragma warning restore CA2000
            if (opened is null)
            {
                return LeadsAnswer.Messages(findings);
            }

            register?.Dispose();
            register = opened;
            readers[reader] = new(clock.GetUtcNow());
            return null;
        }
    }

    /// <summary>What <paramref name="read"/> makes of the register; the type's default for who has not opened it.</summary>
    public T? Read<T>(string reader, Func<LeadRegister, T> read)
        where T : class?
    {
        lock (gate)
        {
            return Present(reader) is { } opened ? read(opened) : null;
        }
    }

    public LeadsView ViewOf(string reader)
    {
        lock (gate)
        {
            return readers.TryGetValue(reader, out var known) ? known.View : LeadsView.All;
        }
    }

    public void Look(string reader, LeadsView view)
    {
        lock (gate)
        {
            if (readers.TryGetValue(reader, out var known))
            {
                known.View = view;
            }
        }
    }

    /// <summary>A sentence for the next page that somebody opens.</summary>
    public void Tell(string reader, string words)
    {
        lock (gate)
        {
            if (readers.TryGetValue(reader, out var known))
            {
                known.Told = words;
            }
        }
    }

    /// <summary>Such a sentence, once.</summary>
    public string? Told(string reader)
    {
        lock (gate)
        {
            if (!readers.TryGetValue(reader, out var known))
            {
                return null;
            }

            var told = known.Told;
            known.Told = null;
            return told;
        }
    }

    public void Close(string reader)
    {
        lock (gate)
        {
            readers.Remove(reader);
        }
    }

    /// <summary>Closed for everybody: it is another one now, or not what it was.</summary>
    public void CloseForAll()
    {
        lock (gate)
        {
            readers.Clear();
            register?.Dispose();
            register = null;
        }
    }

    public void Dispose() => register?.Dispose();

    private LeadRegister? Present(string reader)
    {
        var now = clock.GetUtcNow();
        foreach (var late in readers.Where(r => now - r.Value.Last > Idle).Select(r => r.Key).ToList())
        {
            readers.Remove(late);
        }

        if (readers.Count == 0)
        {
            register?.Dispose();
            register = null;
        }

        if (register is null || !readers.TryGetValue(reader, out var known))
        {
            return null;
        }

        known.Last = now;
        return register;
    }

    private sealed class Reader(DateTimeOffset last)
    {
        public DateTimeOffset Last { get; set; } = last;

        public LeadsView View { get; set; } = LeadsView.All;

        public string? Told { get; set; }
    }
}
