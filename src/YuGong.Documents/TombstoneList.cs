using YuGong.Content;

namespace YuGong.Documents;

/// <summary>Documents that are no more: what was withdrawn, by its ledger, and what has another id now, by its aliases.</summary>
internal static class TombstoneList
{
    /// <param name="linkTo">The entry as a link.</param>
    public static IReadOnlyList<TombstoneDocument> Of(
        Site site, IEnumerable<Withdrawal> withdrawals, Func<Entry, LinkDocument> linkTo, Func<string, Uri> page)
    {
        var withdrawn = withdrawals.Select(w => Stone(w.Address, "withdrawn", w.Day, null, null));
        var moved = site.Entries.SelectMany(e => e.Header.Aliases.Select(a => Stone(a.Id, "moved", null, page(a.Id), linkTo(e))));
        return
        [
            .. withdrawn.Concat(moved).OfType<TombstoneDocument>().OrderByDescending(t => t.Date ?? DateOnly.MinValue)
                .ThenBy(t => t.Key, StringComparer.Ordinal),
        ];
    }

    private static TombstoneDocument? Stone(string address, string reason, DateOnly? date, Uri? page, LinkDocument? successor) =>
        NameOf(address) is var (type, id) ? new(type, DocumentAddresses.KeyOf(type, id), reason, date, page, successor) : null;

    /// <summary>Null where the address is not one that an entry's page has.</summary>
    private static (string Type, string Id)? NameOf(string address) => address.Split('/') switch
    {
        ["", var section, var id, ""] when EntryKind.Exhibits.FirstOrDefault(k => k.Section == section) is { } kind =>
            (DocumentAddresses.TypeOf(kind), id),
        ["", var id, ""] when id.Length > 0 => (DocumentAddresses.TypeOf(EntryKind.Page), id),
        _ => null,
    };
}
