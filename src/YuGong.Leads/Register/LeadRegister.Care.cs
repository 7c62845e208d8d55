using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using YuGong.Text;

namespace YuGong.Leads;

/// <content>Keys, backups, erasure, and whether all is whole.</content>
public sealed partial class LeadRegister
{
    private static readonly string[] Files = ["", "-wal", "-shm", ".anchor"];

    /// <summary>Numbers of erased leads with their day, one a line, beside the register: a restored backup forgets them again.</summary>
    private string ErasedPath => Path.Combine(Folder, "erased.txt");

    /// <summary>The same store under another passphrase or key file. The old one opens older backups only.</summary>
    public void ChangeKey(LeadKey key, AuditContext occasion) => store.InOne(() =>
    {
        WriteKeyring(key, vault, Passphrase.Rounds);
        journal.Write(occasion, "rekey", null, key.Kind);
    });

    /// <summary>A new data key: every value, original, print and entry is sealed anew, all or nothing.</summary>
    /// <param name="progress">Called with done and total.</param>
    public void Rotate(LeadKey key, AuditContext occasion, Action<int, int>? progress = null)
    {
#pragma warning disable CA2000 // it becomes the register's own, which disposes it
        var fresh = new Vault(Vault.NewKey());
#pragma warning restore CA2000
        store.InOne(() =>
        {
            var forms = store.Rows("SELECT lead FROM forms", r => r.GetInt64(0));
            var originals = store.Rows("SELECT id, print FROM originals", r => (Id: r.GetInt64(0), Print: (byte[])r[1]));
            var (done, total) = (0, forms.Count + originals.Count);
            foreach (var lead in forms)
            {
                store.Run("UPDATE forms SET sealed = $1 WHERE lead = $2",
                    fresh.Seal(PlaceOf(lead), vault.Open(PlaceOf(lead), BoxOf(lead)!)), lead);
                progress?.Invoke(++done, total);
            }

            foreach (var (id, print) in originals)
            {
                ResealOriginal(fresh, id, print);
                progress?.Invoke(++done, total);
            }

            foreach (var (number, box) in store.Rows("SELECT number, sealed FROM certificates", r => (r.GetString(0), (byte[])r[1])))
            {
                store.Run("UPDATE certificates SET sealed = $1 WHERE number = $2",
                    fresh.Seal("certificate/" + number, vault.Open("certificate/" + number, box)), number);
            }

            journal.Reseal(fresh);
            WriteKeyring(key, fresh, Passphrase.Rounds);
            var old = vault;
            (vault, journal, ledger) = (fresh, new(store, fresh), new(store, fresh));
            foreach (var lead in store.Rows("SELECT id FROM leads WHERE salt IS NOT NULL", r => r.GetInt64(0)))
            {
                WritePrints(lead, FormOf(lead));
            }

            journal.Write(occasion, "rotate");
            ledger.Clear();
            ledger.WriteAll();

            // Killed before the commit, the old key opens the old line; killed behind it, the new key the new one.
            Anchor.Write(AnchorPath, [.. Anchor.Lines(AnchorPath).Take(1), Anchor.Of(store).Line(fresh)]);
            links.OpenBy(old, fresh);
            old.Dispose();
        });
        links.OpenByFirst();
        Tidy();
    }

    /// <summary>
    /// Removes everything a lead said, its originals that no other lead needs, and the salt without which the journal's words on it stay
    /// closed; with it the leads that went into it, which are the same person's, and what experts' links show of any of them.
    /// </summary>
    /// <returns>The numbers of those that went into it.</returns>
    public IReadOnlyList<LeadNumber> Erase(LeadRow row, AuditContext occasion)
    {
        IReadOnlyList<LeadRow> all = [row, .. MergedInto(row)];

        // First outside: if we are killed now, the number stands there and the next restore erases it anyway.
        foreach (var one in all)
        {
            PrivateFile.AppendLine(ErasedPath, $"{one.Number} {Day(occasion.Day)}");
            links.Forget(one.Number, vault);
        }

        store.InOne(() =>
        {
            foreach (var one in all)
            {
                EraseRow(one.Id, occasion);
            }
        });
        Tidy();
        return [.. all.Skip(1).Select(o => o.Number)];
    }

    /// <summary>Removes a file that no lead came of.</summary>
    public void EraseHeld(StoredOriginal original, AuditContext occasion)
    {
        store.InOne(() =>
        {
            store.Run("DELETE FROM originals WHERE id = $1 AND id NOT IN (SELECT original FROM sources)", original.Id);
            journal.Write(occasion, "erase held");
        });
        Tidy();
    }

    /// <summary>A whole copy in one file, with its anchor beside it, while others may be reading. It opens with today's key.</summary>
    /// <exception cref="IOException">There is a file of this name, or it cannot be written.</exception>
    public void Backup(string path, AuditContext occasion)
    {
        if (File.Exists(path))
        {
            throw new IOException($"{path} is there already.");
        }

        Note(occasion, "backup");
        var draft = path + ".draft";
        File.Delete(draft);
        PrivateFile.Create(draft).Dispose();
        using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = draft, Pooling = false }.ToString()))
        {
            copy.Open();
            store.Connection.BackupDatabase(copy);
        }

        using (var copied = new Store(draft, create: false))
        {
            Anchor.Write(Anchor.PathOf(path), Anchor.Of(copied).Line(vault));
        }

        File.Move(draft, path);
    }

    /// <summary>
    /// Puts a backup in the register's place, after it has opened and proven whole; what was erased since is erased again.
    /// The register that stood there is kept beside as <c>register.before-restore.db</c>. Null when the backup is no good.
    /// </summary>
    /// <param name="withoutAnchor">Also when no anchor lies beside the backup; that its end was cut off is not seen then.</param>
    public static LeadRegister? Restore(string backup, string folder, LeadKey key, AuditContext occasion, Diagnostics findings,
        bool withoutAnchor = false)
    {
        var place = new SourceFile(backup, "").Whole;
        PrivateFile.Folder(folder);
        var trial = PrivateFile.Folder(Path.Combine(folder, "restoring"));
        var lacksAnchor = !File.Exists(Anchor.PathOf(backup));
        try
        {
            PrivateFile.Copy(backup, PathIn(trial));
            if (!lacksAnchor)
            {
                PrivateFile.Copy(Anchor.PathOf(backup), Anchor.PathOf(PathIn(trial)));
            }

            var found = new Diagnostics();
            using (var opened = Open(trial, key, found, withoutAnchor && lacksAnchor))
            {
                if (opened is not null && withoutAnchor && lacksAnchor)
                {
                    opened.Anchored = new(0, null);
                }

                var why = opened is null ? found.Sorted()[0].Words.WithoutFullStop() : opened.WhyBroken();
                if (why is not null)
                {
                    findings.Report(LeadsRules.NoBackup, place, why);
                    return null;
                }

                opened!.Tidy();
            }

            lacksAnchor = !File.Exists(Anchor.PathOf(PathIn(trial)));

            if (IsIn(folder))
            {
                SetAside(folder);
            }

            if (!lacksAnchor)
            {
                File.Move(Anchor.PathOf(PathIn(trial)), Anchor.PathOf(PathIn(folder)));
            }

            File.Move(PathIn(trial), PathIn(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Report(LeadsRules.NoBackup, place, new Phrase("文件读不了或者写不进去", "A file cannot be read or written"));
            return null;
        }
        finally
        {
            Directory.Delete(trial, recursive: true);
        }

        var register = Open(folder, key, findings, lacksAnchor)!;
        register.Anchored = new(0, null);
        register.store.InOne(() =>
        {
            register.EraseAgain(occasion);
            register.journal.Write(occasion, "restore");
        });
        register.Tidy();
        return register;
    }

    /// <summary>What an exception on the way says of the store, for people; null when it is none of the store's.</summary>
    public static Phrase? DamageOf(Exception e) => e switch
    {
        AlteredException altered => altered.Words,
        CryptographicException => new("有一个值被换过或者损坏", "a value was exchanged or is damaged"),
        SqliteException { SqliteErrorCode: 5 or 6 } => new("另一个程序占着它", "another program holds it"),
        SqliteException { SqliteErrorCode: 13 } => new("磁盘满了", "the disk is full"),
        SqliteException => Damaged,
        InvalidCastException => StrangeRow,
        _ => null,
    };

    /// <summary>Nothing deleted stays in the log or in free pages.</summary>
    private void Tidy()
    {
        store.One("PRAGMA wal_checkpoint(TRUNCATE)");
        store.Script("VACUUM");
        store.One("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>A damaged one may be set aside too: that is when a backup is wanted.</summary>
    private static void SetAside(string folder)
    {
        try
        {
            using var last = new Store(PathIn(folder), create: false);
            last.One("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // Its log goes with it.
        }

        foreach (var end in Files.Where(end => File.Exists(PathIn(folder) + end)))
        {
            File.Move(PathIn(folder) + end, Path.Combine(folder, "register.before-restore.db" + end), overwrite: true);
        }
    }

    private void ResealOriginal(Vault fresh, long id, byte[] print)
    {
        var (name, box) = store.Rows("SELECT name, sealed FROM originals WHERE id = $1", r => ((byte[])r[0], (byte[])r[1]), id)[0];
        var place = "original/" + Convert.ToHexStringLower(print);
        var bytes = vault.Open(place, box);
        var anew = fresh.Print("file", bytes);
        var there = "original/" + Convert.ToHexStringLower(anew);
        store.Run(
            "UPDATE originals SET print = $1, name = $2, sealed = $3 WHERE id = $4",
            anew, fresh.Seal(there + "/name", vault.Open(place + "/name", name)), fresh.Seal(there, bytes), id);
    }

    private void EraseRow(long id, AuditContext occasion)
    {
        journal.Write(occasion, "erase", id);
        store.Run("DELETE FROM forms WHERE lead = $1", id);
        store.Run("DELETE FROM prints WHERE lead = $1", id);
        store.Run("DELETE FROM links WHERE lead = $1 OR other = $1", id);
        var own =
            store.Rows(
            "SELECT original FROM sources s WHERE lead = $1 AND NOT EXISTS (SELECT 1 FROM sources o WHERE o.original = s.original AND "
            + "o.lead <> $1)", r => r.GetInt64(0), id);
        store.Run("DELETE FROM sources WHERE lead = $1", id);
        foreach (var original in own)
        {
            store.Run("DELETE FROM originals WHERE id = $1", original);
        }

        store.Run("DELETE FROM certificates WHERE lead = $1", id);
        store.Run("UPDATE leads SET salt = NULL, state = 'declined', channel = NULL, direction = NULL, district = NULL WHERE id = $1", id);
    }

    private void EraseAgain(AuditContext occasion)
    {
        foreach (var line in File.Exists(ErasedPath) ? File.ReadAllLines(ErasedPath) : [])
        {
            if (LeadNumber.Parse(line.Split(' ')[0]) is { } number && Find(number) is { } row)
            {
                EraseRow(row.Id, occasion);
            }
        }
    }
}
