using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace YuGong.Leads;

/// <summary>What was done, when, by whom. <paramref name="Detail"/> is null once the lead it speaks of was erased.</summary>
public sealed record JournalEntry(long Id, string At, LeadNumber? Lead, string Act, string By, string? Detail);

/// <summary>
/// The append-only trail. Each entry is chained to the one before it with the store's key, so that an entry that was
/// changed or taken out by other means shows. What an entry says of a lead is sealed with that lead's own salt.
/// </summary>
internal sealed class Journal(Store store, Vault vault)
{
    /// <summary>The act, or the detail of the first act, with which the ledger begins.</summary>
    public const string BeginsLedger = "ledger begun";

    public void Write(AuditContext occasion, string act, long? lead = null, string detail = "")
    {
        var salt = lead is null ? null : (byte[]?)store.One("SELECT salt FROM leads WHERE id = $1", lead);
        var said = salt is null ? vault.Seal("journal", detail) : vault.SealFor(salt, "journal", detail);
        Append(occasion.Stamp, lead, act, vault.Seal("journal/by", occasion.By), said);
    }

    /// <summary>What the program itself has to say, which nobody did: in the moment of the entry before it.</summary>
    public void Note(string act, string detail)
    {
        var at = (string)(store.One("SELECT at FROM journal ORDER BY id DESC LIMIT 1") ?? "");
        Append(at, null, act, vault.Seal("journal/by", ""), vault.Seal("journal", detail));
    }

    /// <summary>Whether it says that a ledger was begun.</summary>
    public bool TellsOfLedger() =>
        store.Rows("SELECT act, detail FROM journal WHERE act IN ($1, 'init')", r => (Act: r.GetString(0), Detail: (byte[])r[1]),
        BeginsLedger)
        .Any(e => e.Act == BeginsLedger || vault.OpenText("journal", e.Detail) == BeginsLedger);

    /// <summary>Null when the chain holds; otherwise the first entry that does not.</summary>
    public long? FirstBroken()
    {
        byte[] before = [];
        long last = 0;
        foreach (var row in store.Rows(
            "SELECT id, at, lead, act, by, detail, chain FROM journal ORDER BY id",
            r => (Id: r.GetInt64(0), At: r.GetString(1), Lead: r.IsDBNull(2) ? (long?)null : r.GetInt64(2), Act: r.GetString(3),
                By: (byte[])r[4], Detail: (byte[])r[5], Chain: (byte[])r[6])))
        {
            if (row.Id != last + 1
                || !CryptographicOperations.FixedTimeEquals(vault.Chain(before, Bytes(row.At, row.Lead, row.Act, row.By, row.Detail)),
                row.Chain))
            {
                return last + 1;
            }

            (before, last) = (row.Chain, row.Id);
        }

        // Entries cut off at the end leave the sequence's memory of them.
        var counted = (long)(store.One("SELECT seq FROM sqlite_sequence WHERE name = 'journal'") ?? 0L);
        return counted == last ? null : last + 1;
    }

    public IReadOnlyList<JournalEntry> Read(long? lead) => store.Rows(
        "SELECT j.id, j.at, l.year, l.count, j.act, j.by, j.detail, j.lead, l.salt FROM journal j LEFT JOIN leads l ON l.id = j.lead "
            + "WHERE $1 IS NULL OR j.lead = $1 ORDER BY j.id",
        r =>
        {
            var number = r.IsDBNull(2) ? (LeadNumber?)null : new LeadNumber(r.GetInt32(2), r.GetInt32(3));
            var detail = r.IsDBNull(7)
                ? vault.OpenText("journal", (byte[])r[6]) : r.IsDBNull(8) ? null : vault.OpenFor((byte[])r[8], "journal", (byte[])r[6]);
            return new JournalEntry(r.GetInt64(0), r.GetString(1), number, r.GetString(4), vault.OpenText("journal/by", (byte[])r[5]),
                detail);
        },
        lead);

    /// <summary>Writes every entry anew under another key; what was erased stays closed.</summary>
    public void Reseal(Vault fresh)
    {
        var rows = store.Rows(
            "SELECT j.id, j.at, j.lead, j.act, j.by, j.detail, l.salt FROM journal j LEFT JOIN leads l ON l.id = j.lead ORDER BY j.id",
            r => (Id: r.GetInt64(0), At: r.GetString(1), Lead: r.IsDBNull(2) ? (long?)null : r.GetInt64(2), Act: r.GetString(3),
                By: (byte[])r[4], Detail: (byte[])r[5], Salt: r.IsDBNull(6) ? null : (byte[])r[6]));
        store.Script(RegisterSchema.Rewritable);
        byte[] before = [];
        foreach (var row in rows)
        {
            var by = fresh.Seal("journal/by", vault.OpenText("journal/by", row.By));
            var detail = row.Lead is null ? fresh.Seal("journal", vault.OpenText("journal", row.Detail))
                : row.Salt is null ? row.Detail
                : fresh.SealFor(row.Salt, "journal", vault.OpenFor(row.Salt, "journal", row.Detail));
            before = fresh.Chain(before, Bytes(row.At, row.Lead, row.Act, by, detail));
            store.Run("UPDATE journal SET by = $1, detail = $2, chain = $3 WHERE id = $4", by, detail, before, row.Id);
        }

        store.Script(RegisterSchema.AppendOnly);
    }

    private void Append(string at, long? lead, string act, byte[] by, byte[] detail)
    {
        var before = (byte[])(store.One("SELECT chain FROM journal ORDER BY id DESC LIMIT 1") ?? Array.Empty<byte>());
        store.Run(
            "INSERT INTO journal (at, lead, act, by, detail, chain) VALUES ($1, $2, $3, $4, $5, $6)",
            at, lead, act, by, detail, vault.Chain(before, Bytes(at, lead, act, by, detail)));
    }

    private static byte[] Bytes(string at, long? lead, string act, byte[] by, byte[] detail) =>
    [
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at}\n{lead}\n{act}\n{by.Length}\n{detail.Length}\n")),
        .. by, .. detail,
    ];
}
