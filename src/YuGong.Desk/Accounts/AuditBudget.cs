namespace YuGong.Desk;

/// <summary>
/// How much of the log one client may fill with what changes nothing (failed logins, refusals, looking): 60 lines in 15 minutes for an
/// address that nobody logged in from, 600 for an account, 2,000 for all strangers together. What is more is counted.
/// What was changed is always written and is not counted here.
/// </summary>
public sealed class AuditBudget
{
    public const int PerStranger = 60;
    public const int PerAccount = 600;
    public const int AllStrangers = 2000;

    private const int MostClients = 5000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Spent> clients = new(StringComparer.Ordinal);
    private Spent strangers;

    /// <param name="account">Null for a stranger.</param>
    /// <param name="address">Where the request came from.</param>
    /// <param name="now">When.</param>
    /// <returns>Whether to write the line; and how many of this client were left out before, to be said first.</returns>
    public (bool Write, int LeftOut) Spend(string? account, string address, DateTimeOffset now)
    {
        lock (gate)
        {
            var key = account is null ? "from " + address : "who " + account;
            if (clients.Count >= MostClients && !clients.ContainsKey(key))
            {
                clients.Remove(clients.MinBy(c => c.Value.Since).Key);
            }

            var (mine, leftOut) = clients.GetValueOrDefault(key).At(now);
            var isOver = mine.Lines >= (account is null ? PerStranger : PerAccount);
            if (account is null)
            {
                (strangers, _) = strangers.At(now);
                isOver |= strangers.Lines >= AllStrangers;
                strangers = strangers with { Lines = strangers.Lines + (isOver ? 0 : 1) };
            }

            clients[key] = isOver ? mine with { LeftOut = mine.LeftOut + 1 } : mine with { Lines = mine.Lines + 1 };
            return (!isOver, leftOut);
        }
    }

    private readonly record struct Spent(DateTimeOffset Since, int Lines, int LeftOut)
    {
        /// <summary>As it stands at a time: after the window it begins anew, and what was left out is said.</summary>
        public (Spent Now, int LeftOut) At(DateTimeOffset now) => now - Since < LoginLimit.Window ? (this, 0) : (new(now, 0, 0), LeftOut);
    }
}
