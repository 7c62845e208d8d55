using Microsoft.Data.Sqlite;
using Xunit;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Tests.Leads;

/// <summary>
/// docs/leads.md: whatever is done to the register by other means than the program is found and named. Each attack here is made by
/// somebody who may write every file and has not the key.
/// </summary>
public sealed class ProofTests : IDisposable
{
    private const string NoTriggers =
        "DROP TRIGGER journal_stays; DROP TRIGGER journal_is_whole; DROP TRIGGER ledger_stays; DROP TRIGGER ledger_is_whole; PRAGMA "
            + "foreign_keys = OFF;";

    private readonly Registry registry = new();

    public ProofTests()
    {
        registry.Take();
        registry.Take((Field.Person, "测试乙"), (Field.Recommender, "第二位"), (Field.PersonPhone, "13900000001"), (Field.Birth, "1980-01"));
        registry.Take("held.docx", [1, 2, 3]);
        Assert.Empty(registry.Book.Faults());
    }

    public void Dispose() => registry.Dispose();

    [Theory]
    [InlineData(
        "DELETE FROM forms WHERE lead = 1; DELETE FROM sources WHERE lead = 1; DELETE FROM prints WHERE lead = 1; DELETE FROM leads "
        + "WHERE id = 1", "线索 YG-2026-0001 不见了")]
    [InlineData("DELETE FROM forms WHERE lead = 2", "线索 YG-2026-0002 的征集表的内容被改过或换过")]
    [InlineData("UPDATE leads SET state = 'selected' WHERE id = 1", "线索 YG-2026-0001 的状态、归类或编号被改过或换过")]
    [InlineData("UPDATE leads SET since = '2020-01-01', district = 'yuzhong' WHERE id = 2", "线索 YG-2026-0002 的状态、归类或编号被改过或换过")]
    [InlineData("UPDATE leads SET salt = NULL WHERE id = 1", "线索 YG-2026-0001 的状态、归类或编号被改过或换过")]
    [InlineData("UPDATE leads SET count = 9 WHERE id = 1", "线索 YG-2026-0001 不见了")]
    [InlineData("UPDATE forms SET sealed = (SELECT sealed FROM forms WHERE lead = 1) WHERE lead = 2", "线索 YG-2026-0002 的征集表的内容被改过或换过")]
    [InlineData("DELETE FROM sources WHERE lead = 1", "线索 YG-2026-0001 的来源、联系或查重指纹被改过或换过")]
    [InlineData("INSERT INTO links VALUES (1, 2)", "线索 YG-2026-0001 的来源、联系或查重指纹被改过或换过")]
    [InlineData("INSERT INTO leads (year, count, received, state, since) VALUES (2026, 7, '2026-03-01', 'received', '2026-03-01')",
        "线索 YG-2026-0007 不是程序写进去的")]
    [InlineData("DELETE FROM originals WHERE id = 3", "第 3 号原件不见了")]
    [InlineData("DELETE FROM sources; DELETE FROM originals WHERE id = 1", "第 1 号原件不见了")]
    [InlineData("UPDATE originals SET held = NULL WHERE id = 3", "第 3 号原件被改过或换过")]
    [InlineData("UPDATE originals SET sealed = substr(sealed, 1, length(sealed) - 1) || x'00' WHERE id = 1", "第 1 号原件被改过或换过")]
    [InlineData("UPDATE counters SET last = 1 WHERE name = 'leads 2026'", "编号的计数(leads 2026)被改过或换过")]
    [InlineData("UPDATE keyring SET rounds = rounds; UPDATE keyring SET salt = salt, wrapped = wrapped; DELETE FROM counters",
        "编号的计数(leads 2026)不见了")]
    [InlineData("DELETE FROM journal WHERE id = 2", "第 2 条流水记录对不上前一条")]
    [InlineData("UPDATE journal SET at = '2020-01-01T00:00:00+08:00' WHERE id = 3", "第 3 条流水记录对不上前一条")]
    [InlineData(
        "DELETE FROM journal WHERE id = (SELECT max(id) FROM journal); UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'journal'",
        "锚记着 3 条流水,库里只有 2 条")]
    [InlineData("DELETE FROM ledger WHERE id = 2", "第 2 条登记记录对不上前一条")]
    [InlineData(
        "DELETE FROM ledger WHERE id = (SELECT max(id) FROM ledger); UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'ledger'",
        "条登记,库里只有")]
    [InlineData("DELETE FROM ledger; DELETE FROM sqlite_sequence WHERE name = 'ledger'", "条登记,库里只有 0 条")]
    [InlineData("DROP TABLE ledger; PRAGMA user_version = 2", "库里的登记被拿掉了")]
    public void Whatever_is_done_to_a_row_is_found_and_named(string sql, string named)
    {
        registry.Book.Dispose();
        Tamper(NoTriggers + sql);
        var findings = new Diagnostics();
        using var opened = LeadRegister.Open(registry.Leads, Registry.Key, findings, whateverItsAnchor: true)!;
        Assert.Contains(opened.Faults(), f => f.Zh.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void An_older_copy_of_the_database_is_refused()
    {
        var old = Path.Combine(registry.Root, "old.db");
        registry.Book.Dispose();
        File.Copy(LeadRegister.PathIn(registry.Leads), old);
        registry.Reopen();
        registry.Book.Move(registry.Book.Rows()[0], LeadState.Declined, "测试理由", Registry.Today);
        registry.Book.Dispose();
        File.Copy(old, LeadRegister.PathIn(registry.Leads), overwrite: true);
        var findings = new Diagnostics();
        Assert.Null(LeadRegister.Open(registry.Leads, Registry.Key, findings));
        Assert.Equal(LeadsRules.NotAnchored, Assert.Single(findings.Sorted()).Rule);

        // Once it is explained it may be taken, and the journal says that it was.
        using (var looked = LeadRegister.Open(registry.Leads, Registry.Key, findings, whateverItsAnchor: true)!)
        {
            Assert.Contains("锚记着", looked.WhyBroken()!.Zh);
            looked.Accept(Registry.Today);
        }

        registry.Reopen();
        Assert.Null(registry.Book.WhyBroken());
        Assert.Contains(registry.Book.ReadJournal(),
            e => e.Act == "anchor accepted" && e.Detail!.Contains("锚记着", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_anchor_or_another_registers_is_refused()
    {
        using var other = new Registry();
        registry.Book.Dispose();
        other.Book.Dispose();
        var path = LeadRegister.PathIn(registry.Leads) + ".anchor";
        var own = File.ReadAllBytes(path);
        foreach (var bytes in new[] { null, File.ReadAllBytes(LeadRegister.PathIn(other.Leads) + ".anchor"), own[..20], [] })
        {
            File.Delete(path);
            if (bytes is not null)
            {
                File.WriteAllBytes(path, bytes);
            }

            var findings = new Diagnostics();
            Assert.Null(LeadRegister.Open(registry.Leads, Registry.Key, findings));
            Assert.Equal(LeadsRules.NotAnchored, Assert.Single(findings.Sorted()).Rule);
        }

        File.WriteAllBytes(path, own);
        registry.Reopen();
        other.Reopen();
    }

    [Fact]
    public void An_anchor_that_falls_behind_is_no_fault_and_is_said()
    {
        var path = LeadRegister.PathIn(registry.Leads) + ".anchor";
        var old = File.ReadAllBytes(path);
        registry.Book.Note(Registry.Today, "show");
        registry.Book.Dispose();
        File.WriteAllBytes(path, old);
        registry.Reopen();
        Assert.Equal(new(1, null), registry.Book.Anchored);
        Assert.Null(registry.Book.WhyBroken());
        registry.Book.Note(Registry.Today, "show");
        Assert.Equal("1", registry.Book.ReadJournal().Single(e => e.Act == "anchor behind").Detail);
        registry.Reopen();
        Assert.Equal(new(0, null), registry.Book.Anchored);
    }

    [Fact]
    public void An_anchor_kept_elsewhere_shows_that_both_were_put_back()
    {
        var (early, late) = (Path.Combine(registry.Root, "early"), Path.Combine(registry.Root, "late"));
        registry.Book.Backup(early, Registry.Today);
        registry.Book.Note(Registry.Today, "show");
        registry.Book.Backup(late, Registry.Today);
        Assert.Null(registry.Book.HoldTo(early + ".anchor").Fault);
        registry.Book.Dispose();
        File.Copy(early, LeadRegister.PathIn(registry.Leads), overwrite: true);
        File.Copy(early + ".anchor", LeadRegister.PathIn(registry.Leads) + ".anchor", overwrite: true);
        registry.Reopen();
        Assert.Null(registry.Book.WhyBroken()); // what cannot be known from inside
        Assert.Contains("锚记着", registry.Book.HoldTo(late + ".anchor").Fault!.Zh);
    }

    [Fact]
    public void A_passphrase_of_before_put_back_is_found()
    {
        var rings = new List<byte[]>();
        Ring(r => rings.AddRange([(byte[])r[0], (byte[])r[1]]));
        registry.Book.ChangeKey(new Passphrase("另一个只在测试里用的口令"), Registry.Today);
        registry.Book.Dispose();
        using (var connection = new SqliteConnection($"Data Source={LeadRegister.PathIn(registry.Leads)};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE keyring SET salt = $1, rounds = 1000, wrapped = $2";
            command.Parameters.AddWithValue("$1", rings[0]);
            command.Parameters.AddWithValue("$2", rings[1]);
            command.ExecuteNonQuery();
        }

        registry.Reopen();
        Assert.Contains("钥匙环被改过或换过", registry.Book.Faults().Select(f => f.Zh));
    }

    [Fact]
    public void A_lead_that_was_altered_is_not_written_anew()
    {
        registry.Book.Dispose();
        Tamper(NoTriggers + "UPDATE leads SET state = 'selected' WHERE id = 1");
        registry.Reopen();
        var refused = Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => registry.Book.Find(new(2026, 1)));
        Assert.Contains("YG-2026-0001", LeadRegister.DamageOf(refused)!.Zh);
        Assert.NotNull(registry.Book.Find(new(2026, 2)));
    }

    [Fact]
    public void A_register_of_before_gets_its_ledger_and_the_journal_says_so()
    {
        registry.Book.Dispose();
        MakeOld();
        registry.Reopen();
        Assert.Null(registry.Book.WhyBroken());
        Assert.Equal(("ledger begun", "2 leads, 3 originals"),
            registry.Book.ReadJournal()[^1] is var e ? (e.Act, e.Detail!.Split(':')[0]) : default);
        registry.Reopen();
        Assert.Null(registry.Book.WhyBroken());

        // Begun once: who takes it away again does not get another.
        registry.Book.Dispose();
        MakeOld(init: false);
        var findings = new Diagnostics();
        Assert.Null(LeadRegister.Open(registry.Leads, Registry.Key, findings));
        Assert.Equal(LeadsRules.NotAnchored, Assert.Single(findings.Sorted()).Rule);
    }

    [Fact]
    public void A_backup_whose_end_was_cut_off_is_refused()
    {
        var backup = Path.Combine(registry.Root, "backup");
        registry.Book.Backup(backup, Registry.Today);
        registry.Book.Dispose();
        Tamper(NoTriggers
            + "DELETE FROM journal WHERE id = (SELECT max(id) FROM journal); UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = "
            + "'journal'", backup);
        Assert.Contains("锚记着", Refused(backup));
        File.Delete(backup + ".anchor");
        Assert.Contains("锚的文件不见了", Refused(backup));
        using (var restored = LeadRegister.Restore(backup, registry.Leads, Registry.Key, Registry.Today, new(), withoutAnchor: true))
        {
            Assert.NotNull(restored);
            Assert.Null(restored.WhyBroken());
        }

        registry.Reopen();
        Assert.Equal(new(0, null), registry.Book.Anchored);
    }

    [Fact]
    public void A_changed_key_keeps_the_proof()
    {
        registry.Book.Rotate(Registry.Key, Registry.Today);
        Assert.Null(registry.Book.WhyBroken());
        registry.Reopen();
        Assert.Equal(new(0, null), registry.Book.Anchored);
        Assert.Null(registry.Book.WhyBroken());
        registry.Book.Dispose();
        Tamper(NoTriggers + "UPDATE leads SET state = 'selected' WHERE id = 1");
        registry.Reopen();
        Assert.Contains("YG-2026-0001", registry.Book.WhyBroken()!.Zh);
    }

    [Fact]
    public void Nobody_else_may_read_the_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a file has the rights of its folder there");
        var backup = Path.Combine(registry.Root, "backup");
        registry.Book.Backup(backup, Registry.Today);
        registry.Book.Erase(registry.Book.Rows()[0], Registry.Today);
        foreach (var file in Directory.GetFiles(registry.Root, "*", SearchOption.AllDirectories))
        {
#pragma warning disable CA1416 // The tests run where there are such modes.
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
#pragma warning restore CA1416
        }
    }

    private void Ring(Action<SqliteDataReader> read)
    {
        using var connection = new SqliteConnection($"Data Source={LeadRegister.PathIn(registry.Leads)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT salt, wrapped FROM keyring";
        using var reader = command.ExecuteReader();
        reader.Read();
        read(reader);
    }

    private string Refused(string backup)
    {
        var findings = new Diagnostics();
        Assert.Null(LeadRegister.Restore(backup, registry.Leads, Registry.Key, Registry.Today, findings));
        var refused = Assert.Single(findings.Sorted());
        Assert.Equal(LeadsRules.NoBackup, refused.Rule);
        return refused.Details[0].Zh;
    }

    /// <summary>The files of the program before it had a ledger.</summary>
    private void MakeOld(bool init = true)
    {
        File.Delete(LeadRegister.PathIn(registry.Leads) + ".anchor");
        Tamper(NoTriggers + "DROP TABLE ledger; DELETE FROM sqlite_sequence WHERE name = 'ledger'; PRAGMA user_version = 2");
        if (init)
        {
            OldJournal.Write(LeadRegister.PathIn(registry.Leads), Registry.Key);
        }
    }

    private void Tamper(string sql, string? file = null)
    {
        using var connection = new SqliteConnection($"Data Source={file ?? LeadRegister.PathIn(registry.Leads)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts stand above
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
