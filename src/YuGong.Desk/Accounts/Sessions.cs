using System.Security.Cryptography;
using System.Text;

namespace YuGong.Desk;

/// <summary>A visit: who, since when, and by which password, so that a change of password or role ends it.</summary>
public sealed record Session(Account Account, DateTimeOffset Since, DateTimeOffset Seen);

/// <summary>
/// Who is logged in, by the token in their cookie. Tokens are 256 random bits, made here at every login and never taken from a browser
/// (session fixation); only their hashes are kept. In memory: a desk that was started anew asks everybody again.
/// </summary>
public sealed class Sessions
{
    /// <summary>Without a request for so long, a visit is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>And at the latest after a working day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Session> open = new(StringComparer.Ordinal);

    /// <summary>A new token. The visit that the browser had before, whoever's it was, is over.</summary>
    public string Begin(Account account, string? former, DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        lock (gate)
        {
            if (former is not null)
            {
                open.Remove(KeyOf(former));
            }

            foreach (var key in open.Where(s => IsOver(s.Value, now)).Select(s => s.Key).ToList())
            {
                open.Remove(key);
            }

            open.Add(KeyOf(token), new(account, now, now));
        }

        return token;
    }

    /// <summary>
    /// The visit a token stands for; null for any token that was not made here, or is over, or whose account has changed.
    /// </summary>
    /// <param name="accounts">As they are now.</param>
    public Session? Find(string token, AccountFile accounts, DateTimeOffset now)
    {
        lock (gate)
        {
            var key = KeyOf(token);
            if (!open.TryGetValue(key, out var session))
            {
                return null;
            }

            var account = accounts.Find(session.Account.Name);
            if (IsOver(session, now) || account is null || account.Role != session.Account.Role
                || account.State != AccountState.Active
                || account.Password.ToString() != session.Account.Password.ToString())
            {
                open.Remove(key);
                return null;
            }

            return open[key] = session with { Seen = now };
        }
    }

    public void End(string token)
    {
        lock (gate)
        {
            open.Remove(KeyOf(token));
        }
    }

    private static bool IsOver(Session session, DateTimeOffset now) => now - session.Seen > Idle || now - session.Since > Longest;

    private static string KeyOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
