using System.Security.Cryptography;
using System.Text;
using YuGong.Content;

namespace YuGong.Documents;

/// <summary>Documents that are no more: what was withdrawn, by its ledger, and what has another id now, by its aliases.</summary>
internal static class TombstoneList
{
    /// <param name="linkTo">The entry as a link.</param>
    public static IReadOnlyList<TombstoneDocument> Of(
        Site site, IEnumerable<Withdrawal> withdrawals, Func<Entry, LinkDocument> linkTo, Func<string, Uri> page)
    {
        var withdrawn =
            from w in withdrawals
            let named = NameOf(w.Address)
            where named is not null
            select new TombstoneDocument(named.Value.Type, KeyOf(named.Value), "withdrawn", w.Day, null, null);
        var moved =
            from e in site.Entries
            from alias in e.Header.Aliases
            let named = NameOf(alias.Id)
            where named is not null
            select new TombstoneDocument(named.Value.Type, KeyOf(named.Value), "moved", null, page(alias.Id), linkTo(e));
        return [.. withdrawn.Concat(moved).OrderByDescending(t => t.Date ?? DateOnly.MinValue).ThenBy(t => t.Key, StringComparer.Ordinal)];
    }

    /// <summary>SHA-256 of <c>type/id</c>, lower-case hexadecimal.</summary>
    public static string KeyOf((string Type, string Id) name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name.Type}/{name.Id}")));

    /// <summary>Null where the address is not one that an entry's page has.</summary>
    private static (string Type, string Id)? NameOf(string address) => address.Split('/') switch
    {
        ["", var section, var id, ""] when EntryKind.Exhibits.FirstOrDefault(k => k.Section == section) is { } kind =>
            (DocumentAddresses.TypeOf(kind), id),
        ["", var id, ""] when id.Length > 0 => (DocumentAddresses.TypeOf(EntryKind.Page), id),
        _ => null,
    };
}
