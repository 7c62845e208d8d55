using Microsoft.Data.Sqlite;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>
/// The private register: <c>register.db</c> in a folder that no git knows. Everything that a lead says is sealed; see
/// <see cref="Vault"/> for how and <see cref="RegisterSchema"/> for what. One thread at a time.
/// </summary>
public sealed partial class LeadRegister : IDisposable
{
    private const string AskVersion = "PRAGMA user_version";

    private readonly Store store;
    private readonly ScoreLinks links;
    private Vault vault;
    private Journal journal;
    private Ledger ledger;

    private LeadRegister(string folder, Store store, Vault vault)
    {
        Folder = folder;
        this.store = store;
        this.vault = vault;
        journal = new(store, vault);
        ledger = new(store, vault);
        links = new(folder);
        store.Script(RegisterSchema.Touching);
        store.BeforeCommit = WriteLedger;
        store.AfterCommit = WriteAnchor;
    }

    public string Folder { get; }

    /// <summary>How the anchor stood to the database when this was opened.</summary>
    public AnchorState Anchored { get; private set; } = new(0, null);

    public static string PathIn(string folder) => Path.Combine(folder, "register.db");

    public static bool IsIn(string folder) => File.Exists(PathIn(folder));

    /// <summary>Makes an empty register.</summary>
    /// <exception cref="IOException">There is one already, or the folder cannot be written.</exception>
    public static LeadRegister Create(string folder, LeadKey key, AuditContext occasion) =>
        Create(folder, key, occasion, Passphrase.Rounds);

    internal static LeadRegister Create(string folder, LeadKey key, AuditContext occasion, int rounds)
    {
        if (IsIn(folder))
        {
            throw new IOException($"{PathIn(folder)} is there already.");
        }

        PrivateFile.Folder(folder);
        PrivateFile.Create(PathIn(folder)).Dispose(); // its log and its index get the mode of the file
        var file = new Store(PathIn(folder), create: true);
        file.InOne(() =>
        {
            file.Script(RegisterSchema.Sql + RegisterSchema.Ledger);
            file.Script(RegisterSchema.AppendOnly + RegisterSchema.LedgerStays);
            file.Script($"PRAGMA user_version = {RegisterSchema.Version}");
        });
        var register = new LeadRegister(folder, file, new Vault(Vault.NewKey()));
        file.InOne(() =>
        {
            register.WriteKeyring(key, register.vault, rounds);
            register.journal.Write(occasion, "init", null, Journal.BeginsLedger);
        });
        return register;
    }

    /// <summary>
    /// Null when there is no register, the key is not its key, or it is not the one that was last written; a finding says which.
    /// </summary>
    public static LeadRegister? Open(string folder, LeadKey key, Diagnostics findings) =>
        Open(folder, key, findings, whateverItsAnchor: false);

    /// <param name="whateverItsAnchor">Opened also when its anchor does not fit: to be looked at, or accepted.</param>
    /// <inheritdoc cref="Open(string, LeadKey, Diagnostics)"/>
    public static LeadRegister? Open(string folder, LeadKey key, Diagnostics findings, bool whateverItsAnchor)
    {
        var place = new SourceFile(PathIn(folder), "").Whole;
        if (!IsIn(folder))
        {
            findings.Report(LeadsRules.NoRegister, place, folder);
            return null;
        }

        LeadRegister? register = null;
        try
        {
            register = Open(folder, key, place, findings);
            if (register?.Settle() is { } fault && !whateverItsAnchor)
            {
                findings.Report(LeadsRules.NotAnchored, place, fault);
                register.Dispose();
                register = null;
            }
        }
        catch (SqliteException e)
        {
            findings.Report(LeadsRules.Broken, place, DamageWhileOpening(e));
            register?.Dispose();
            register = null;
        }

        return register;
    }

    private static Phrase DamageWhileOpening(SqliteException e) => e.SqliteErrorCode == 5
        ? new("另一个程序占着它", "another program holds it")
        : new("文件不是数据库,或者已经损坏", "the file is no database, or damaged");

    public void Dispose()
    {
        store.Dispose();
        vault.Dispose();
    }

    private static LeadRegister? Open(string folder, LeadKey key, SourceSpan place, Diagnostics findings)
    {
#pragma warning disable CA2000 // It becomes the register's own, which disposes it.
        var file = new Store(PathIn(folder), create: false);
#pragma warning restore CA2000
        try
        {
            if (Unlocked(file, key, place, findings) is { } opened)
            {
                return new(folder, file, opened);
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        file.Dispose();
        return null;
    }

    /// <summary>Null, with a finding, when this is no register of ours or the key is not its key.</summary>
    private static Vault? Unlocked(Store file, LeadKey key, SourceSpan place, Diagnostics findings)
    {
        if ((long)file.One(AskVersion)! is not (RegisterSchema.Version or RegisterSchema.BeforeLedger))
        {
            findings.Report(LeadsRules.Broken, place, new Phrase("文件不是这一版程序的线索库", "the file is no register of this version"));
            return null;
        }

        if (Unlock(file, key) is not var (opened, why))
        {
            findings.Report(LeadsRules.Broken, place, new Phrase("库里没有钥匙环", "there is no keyring in it"));
            return null;
        }

        if (opened is null)
        {
            findings.Report(LeadsRules.WrongKey, place, why);
        }

        return opened;
    }

    private static (Vault? Vault, Phrase Why)? Unlock(Store file, LeadKey key)
    {
        var rings = file.Rows(
            "SELECT kind, salt, rounds, wrapped FROM keyring",
            r => (Kind: r.GetString(0), Salt: (byte[])r[1], Rounds: r.GetInt32(2), Wrapped: (byte[])r[3]));
        return rings is not [var ring] ? null
            : ring.Kind != key.Kind ? (null, ring.Kind == "file" ? new("它要钥匙文件,不要口令", "it wants a key file, not a passphrase")
                : new("它要口令,不要钥匙文件", "it wants a passphrase, not a key file"))
            : (Vault.Unwrap(key.Derive(ring.Salt, ring.Rounds), ring.Wrapped), 
                key.Kind == "file" ? new("这不是它的钥匙文件", "this is not its key file") : new("口令不对", "the passphrase is wrong"));
    }

    private void WriteKeyring(LeadKey key, Vault wrapped, int rounds)
    {
        var salt = System.Security.Cryptography.RandomNumberGenerator.GetBytes(16);
        store.Run("DELETE FROM keyring");
        store.Run("INSERT INTO keyring (id, kind, salt, rounds, wrapped) VALUES (1, $1, $2, $3, $4)", key.Kind, salt, rounds,
            wrapped.Wrap(key.Derive(salt, rounds)));
    }
}
