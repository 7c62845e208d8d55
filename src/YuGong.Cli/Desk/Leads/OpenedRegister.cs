using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// The private register while somebody at the desk reads it. Whoever gives the passphrase may read for a quarter of an hour after they
/// last did; then it is closed. The passphrase is used once and kept nowhere.
/// </summary>
internal sealed class OpenedRegister(string folder, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> readers = new(StringComparer.Ordinal);
    private LeadRegister? register;

    public bool IsThere => LeadRegister.IsIn(folder);

    /// <summary>Whether the passphrase was right.</summary>
    public bool Unlock(string reader, string passphrase)
    {
        lock (gate)
        {
            var findings = new Diagnostics();
#pragma warning disable CA2000 // Kept, and closed by the last reader or with this.
            var opened = LeadRegister.Open(folder, new Passphrase(passphrase), findings);
#pragma warning restore CA2000
            if (opened is null)
            {
                return false;
            }

            register?.Dispose();
            register = opened;
            readers[reader] = clock.GetUtcNow();
            return true;
        }
    }

    /// <summary>What <paramref name="read"/> makes of the register; the type's default for who has not opened it.</summary>
    public T? Read<T>(string reader, Func<LeadRegister, T> read)
        where T : class
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            foreach (var late in readers.Where(r => now - r.Value > Idle).Select(r => r.Key).ToList())
            {
                readers.Remove(late);
            }

            if (readers.Count == 0)
            {
                register?.Dispose();
                register = null;
            }

            if (register is null || !readers.ContainsKey(reader))
            {
                return null;
            }

            readers[reader] = now;
            return read(register);
        }
    }

    public void Close(string reader)
    {
        lock (gate)
        {
            readers.Remove(reader);
        }
    }

    public void Dispose() => register?.Dispose();
}
