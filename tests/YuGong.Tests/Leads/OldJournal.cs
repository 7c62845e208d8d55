using YuGong.Leads;

namespace YuGong.Tests.Leads;

/// <summary>A journal as it was before there was a ledger: its first entry does not tell of one.</summary>
internal static class OldJournal
{
    public static void Write(string database, LeadKey key)
    {
        _ = SqliteBinding.IsBound;
        using var store = new Store(database, create: false);
        var ring = store.Rows("SELECT salt, rounds, wrapped FROM keyring", r => ((byte[])r[0], r.GetInt32(1), (byte[])r[2]))[0];
        using var vault = Vault.Unwrap(key.Derive(ring.Item1, ring.Item2), ring.Item3)!;
        store.Script(RegisterSchema.AppendOnly);
        store.Script(RegisterSchema.Rewritable);
        store.Run("UPDATE journal SET detail = $1 WHERE act = 'init'", vault.Seal("journal", ""));
        new Journal(store, vault).Reseal(vault);
    }
}
