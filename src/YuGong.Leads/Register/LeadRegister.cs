using Microsoft.Data.Sqlite;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>
/// The private register: <c>register.db</c> in a folder that no git knows. Everything that a lead says is sealed; see
/// <see cref="Vault"/> for how and <see cref="RegisterSchema"/> for what. One thread at a time.
/// </summary>
public sealed partial class LeadRegister : IDisposable
{
    private readonly Store store;
    private Vault vault;
    private Journal journal;

    private LeadRegister(string folder, Store store, Vault vault)
    {
        Folder = folder;
        this.store = store;
        this.vault = vault;
        journal = new(store, vault);
    }

    public string Folder { get; }

    public static string PathIn(string folder) => Path.Combine(folder, "register.db");

    public static bool IsIn(string folder) => File.Exists(PathIn(folder));

    /// <summary>Makes an empty register.</summary>
    /// <exception cref="IOException">There is one already, or the folder cannot be written.</exception>
    public static LeadRegister Create(string folder, LeadKey key, Occasion occasion) => Create(folder, key, occasion, Passphrase.Rounds);

    internal static LeadRegister Create(string folder, LeadKey key, Occasion occasion, int rounds)
    {
        if (IsIn(folder))
        {
            throw new IOException($"{PathIn(folder)} is there already.");
        }

        var options = OperatingSystem.IsWindows() ? (UnixFileMode?)null : UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        _ = options is { } mode && !OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder, mode) : Directory.CreateDirectory(folder);
        var file = new Store(PathIn(folder), create: true);
        var fresh = new Vault(Vault.NewKey());
        var register = new LeadRegister(folder, file, fresh);
        file.InOne(() =>
        {
            file.Script(RegisterSchema.Sql);
            file.Script(RegisterSchema.AppendOnly);
            file.Script($"PRAGMA user_version = {RegisterSchema.Version}");
            register.WriteKeyring(key, fresh, rounds);
            register.journal.Write(occasion, "init");
        });
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PathIn(folder), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return register;
    }

    /// <summary>Null when there is no register, or the key is not its key; a finding says which.</summary>
    public static LeadRegister? Open(string folder, LeadKey key, Diagnostics findings)
    {
        var place = new SourceFile(PathIn(folder), "").Whole;
        if (!IsIn(folder))
        {
            findings.Report(LeadsRules.NoRegister, place, folder);
            return null;
        }

        Store? file = null;
        try
        {
            file = new(PathIn(folder), create: false);
            if ((long)file.One("PRAGMA user_version")! != RegisterSchema.Version)
            {
                findings.Report(LeadsRules.Broken, place, "文件不是这一版程序的线索库");
            }
            else if (Unlock(file, key) is var (opened, why))
            {
                if (opened is not null)
                {
                    return new(folder, file, opened);
                }

                findings.Report(LeadsRules.WrongKey, place, why);
            }
            else
            {
                findings.Report(LeadsRules.Broken, place, "库里没有钥匙环");
            }
        }
        catch (SqliteException e)
        {
            findings.Report(LeadsRules.Broken, place, e.SqliteErrorCode == 5 ? "另一个程序占着它" : "文件不是数据库,或者已经损坏");
        }

        file?.Dispose();
        return null;
    }

    public void Dispose()
    {
        store.Dispose();
        vault.Dispose();
    }

    private static (Vault? Vault, string Why)? Unlock(Store file, LeadKey key)
    {
        var rings = file.Rows(
            "SELECT kind, salt, rounds, wrapped FROM keyring", r => (Kind: r.GetString(0), Salt: (byte[])r[1], Rounds: r.GetInt32(2), Wrapped: (byte[])r[3]));
        return rings is not [var ring] ? null
            : ring.Kind != key.Kind ? (null, ring.Kind == "file" ? "它要钥匙文件,不要口令" : "它要口令,不要钥匙文件")
            : (Vault.Unwrap(key.Derive(ring.Salt, ring.Rounds), ring.Wrapped), key.Kind == "file" ? "这不是它的钥匙文件" : "口令不对");
    }

    private void WriteKeyring(LeadKey key, Vault wrapped, int rounds)
    {
        var salt = System.Security.Cryptography.RandomNumberGenerator.GetBytes(16);
        store.Run("DELETE FROM keyring");
        store.Run("INSERT INTO keyring (id, kind, salt, rounds, wrapped) VALUES (1, $1, $2, $3, $4)", key.Kind, salt, rounds, wrapped.Wrap(key.Derive(salt, rounds)));
    }
}
