using System.Text;
using Microsoft.Data.Sqlite;
using Xunit;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Tests.Leads;

/// <summary>The register keeps what it is given, gives it to nobody else, and forgets what it must.</summary>
public sealed class RegisterTests : IDisposable
{
    private readonly Registry registry = new();

    public void Dispose() => registry.Dispose();

    [Fact]
    public void A_form_becomes_a_lead_with_all_it_says()
    {
        var row = registry.Take();
        Assert.Equal("YG-2026-0001", row.Number.ToString());
        Assert.Equal((LeadState.Received, Channel.Unit, "first"), (row.State, row.Channel!.Value, row.Batch));
        registry.Reopen();
        var lead = registry.Book.Open(row.Number)!;
        Assert.Equal(Sample.Person.OrderBy(p => p.Key), lead.Form.Written);
    }

    [Fact]
    public void The_original_comes_back_byte_for_byte()
    {
        var bytes = FormWriter.Write(null, Sample.Form());
        registry.Take("a.docx", bytes);
        var original = Assert.Single(registry.Book.OriginalsOf(registry.Book.Rows()[0]));
        Assert.Equal(("a.docx", null), (original.Name, original.Held));
        Assert.Equal(bytes, registry.Book.BytesOf(original));
    }

    [Fact]
    public void The_same_form_is_registered_once_whatever_program_saved_it()
    {
        var first = registry.Take("a.docx", FormWriter.Write(null, Sample.Form()));
        var again = registry.Take("b.docx", FormWriter.Write(null, Sample.Form()));
        Assert.Equal((first.Numbers[0], 0), (again.Numbers[0], again.New));
        var saved = registry.Take("c.docx",
            WordOdditiesTests.Docx(string.Concat(
            Sample.Person.Select(p => $"<w:p><w:r><w:t>{LeadFormFields.LabelOf(p.Key)}：{p.Value.Replace("\n", "")}</w:t></w:r></w:p>"))));
        Assert.Equal((first.Numbers[0], 0), (saved.Numbers[0], saved.New));
        Assert.Contains(registry.Findings.Sorted(), f => f.Rule == LeadsRules.SameAgain);
        Assert.Equal(2, registry.Book.OriginalsOf(registry.Book.Rows()[0]).Count);
    }

    [Fact]
    public void The_same_person_from_another_recommender_is_linked()
    {
        var (one, two, three) = (registry.Take(), registry.Take((Field.Recommender, "另一位测试者"), (Field.Unit, "换了写法的单位")),
            registry.Take((Field.Person, "测试乙"), (Field.Recommender, "第三位")));
        Assert.Equal([two.Number], registry.Book.Open(one.Number)!.Links);
        Assert.Equal([one.Number], registry.Book.Open(two.Number)!.Links);
        Assert.Empty(registry.Book.Open(three.Number)!.Links);
    }

    [Fact]
    public void A_file_that_no_lead_came_of_is_kept_and_listed()
    {
        var done = registry.Take("x.docx", [1, 2, 3]);
        Assert.Empty(done.Numbers);
        Assert.Equal("damaged", Assert.Single(registry.Book.Held()).Held);
        Assert.Equal([1, 2, 3], registry.Book.BytesOf(registry.Book.Held()[0]));
    }

    [Fact]
    public void Nothing_private_can_be_read_in_the_files()
    {
        registry.Take("测试甲.docx", FormWriter.Write(null, Sample.Form()));
        var row = registry.Book.Rows()[0];
        registry.Book.Sign(row, [new(CheckItem.Authentic, "测试核实者", Registry.Today.Day, "测试依据若干字")], Registry.Today);
        registry.Book.Move(row, LeadState.Declined, "测试理由若干字", Registry.Today);
        registry.Book.Backup(Path.Combine(registry.Root, "backup"), Registry.Today);
        string[] secrets = [.. Sample.Person.Where(p => p.Value.Length > 1).SelectMany(p => p.Value.Split('\n')), "测试编辑", "测试核实者",
            "测试依据若干字", "测试理由若干字", Registry.Words];
        foreach (var file in Directory.GetFiles(registry.Root, "*", SearchOption.AllDirectories))
        {
            var bytes = ReadShared(file);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, CodePagesEncodingProvider.Instance.GetEncoding("gb18030")! })
            {
                Assert.All(secrets, secret => Assert.True(bytes.AsSpan().IndexOf(encoding.GetBytes(secret)) < 0,
                    $"{Path.GetFileName(file)} holds a secret"));
            }
        }
    }

    [Fact]
    public void A_wrong_key_opens_nothing_and_breaks_nothing()
    {
        registry.Take();
        var findings = new Diagnostics();
        using var opened = LeadRegister.Open(registry.Leads, new Passphrase("另一个口令另一个口令"), findings);
        Assert.Null(opened);
        Assert.Equal(LeadsRules.WrongKey, Assert.Single(findings.Sorted()).Rule);
        findings = new();
        using var file = LeadRegister.Open(registry.Leads, KeyFile.Create(Path.Combine(registry.Root, "k")), findings);
        Assert.Null(file);
        Assert.Equal(LeadsRules.WrongKey, Assert.Single(findings.Sorted()).Rule);
        registry.Reopen();
        Assert.Null(registry.Book.WhyBroken());
    }

    [Fact]
    public void A_value_moved_to_another_lead_or_an_entry_changed_is_noticed()
    {
        var (one, two) = (registry.Take(), registry.Take((Field.Person, "测试乙"), (Field.Recommender, "第二位")));
        Assert.Null(registry.Book.WhyBroken());
        Tamper($"UPDATE forms SET sealed = (SELECT sealed FROM forms WHERE lead = {one.Id}) WHERE lead = {two.Id}");
        Assert.NotNull(registry.Book.WhyBroken());
    }

    [Theory]
    [InlineData("UPDATE journal SET act = 'nothing' WHERE id = 2")]
    [InlineData("DELETE FROM journal WHERE id = 2")]
    [InlineData("DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)")]
    public void The_journal_cannot_be_changed(string sql)
    {
        registry.Take();
        registry.Take((Field.Person, "测试乙"), (Field.Recommender, "第二位"));
        Assert.Throws<SqliteException>(() => Tamper(sql));
        Assert.Null(registry.Book.WhyBroken());
        Tamper("DROP TRIGGER journal_stays; DROP TRIGGER journal_is_whole; " + sql);
        Assert.Contains("记录", registry.Book.WhyBroken()!.Zh);
    }

    [Fact]
    public void Keys_can_be_changed()
    {
        registry.Take();
        var box = BoxOf();
        registry.Book.ChangeKey(KeyFile.Create(Path.Combine(registry.Root, "k")), Registry.Today);
        var key = KeyFile.Read(Path.Combine(registry.Root, "k"))!;
        registry.Reopen(key);
        Assert.Equal(box, BoxOf());
        registry.Book.Rotate(key, Registry.Today);
        Assert.NotEqual(box, BoxOf());
        registry.Reopen(key);
        Assert.Null(registry.Book.WhyBroken());
        Assert.Equal("测试甲", registry.Book.Open(registry.Book.Rows()[0].Number)!.Form[Field.Person]);
        Assert.Equal(0, registry.Take("a.docx", FormWriter.Write(null, Sample.Form())).New);
        Assert.Equal(["init", "received", "rekey", "rotate"], registry.Book.ReadJournal().Select(e => e.Act));
        Assert.Throws<InvalidOperationException>(() => registry.Reopen());
        registry.Reopen(key);
    }

    [Fact]
    public void What_is_erased_is_gone_from_register_backup_and_journal()
    {
        var row = registry.Take();
        var other = registry.Take((Field.Person, "测试乙"), (Field.Recommender, "第二位"));
        registry.Book.Move(row, LeadState.Declined, "测试理由", Registry.Today);
        var backup = Path.Combine(registry.Root, "backup");
        registry.Book.Backup(backup, Registry.Today);
        registry.Book.Erase(row, Registry.Today);
        Assert.Null(registry.Book.Open(row.Number));
        Assert.Null(registry.Book.WhyBroken());
        Assert.DoesNotContain(registry.Book.ReadJournal(), e => e.Lead == row.Number && e.Detail is not null);
        Assert.Equal(other.Number, Assert.Single(registry.Book.List(new())).Row.Number);
        Assert.Equal("YG-2026-0003", registry.Take((Field.Person, "测试丙"), (Field.Recommender, "第三位")).Number.ToString());

        registry.Book.Dispose();
        using (var restored = LeadRegister.Restore(backup, registry.Leads, Registry.Key, Registry.Today, registry.Findings)!)
        {
            Assert.Equal(other.Number, Assert.Single(restored.Rows()).Number);
            Assert.Null(restored.WhyBroken());
        }

        registry.Reopen();
    }

    [Fact]
    public void A_bad_backup_does_not_take_the_place()
    {
        var row = registry.Take();
        var backup = Path.Combine(registry.Root, "backup");
        registry.Book.Backup(backup, Registry.Today);
        var bytes = File.ReadAllBytes(backup);
        bytes.AsSpan(bytes.Length / 2, 4096).Fill(0x5A);
        File.WriteAllBytes(backup, bytes);
        registry.Book.Dispose();
        var findings = new Diagnostics();
        Assert.Null(LeadRegister.Restore(backup, registry.Leads, Registry.Key, Registry.Today, findings));
        Assert.Equal(LeadsRules.NoBackup, Assert.Single(findings.Sorted()).Rule);
        registry.Reopen();
        Assert.Equal("测试甲", registry.Book.Open(row.Number)!.Form[Field.Person]);
    }

    [Fact]
    public void The_clock_tells_what_was_kept_long_enough()
    {
        var row = registry.Take();
        registry.Book.Move(row, LeadState.Declined, "测试", Registry.Today);
        row = registry.Book.Find(row.Number)!;
        Assert.Equal(new DateOnly(2026, 8, 28), new Retention().DueOf(row));
        File.WriteAllText(Path.Combine(registry.Leads, "settings.json"),
            """{ "keepDays": { "open": 700, "chosen": 1000, "ended": 30 } }""");
        Assert.Equal(new DateOnly(2026, 3, 31), Retention.In(registry.Leads).DueOf(row));
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private byte[] BoxOf()
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sealed FROM forms";
        return (byte[])command.ExecuteScalar()!;
    }

    private void Tamper(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts stand above
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={LeadRegister.PathIn(registry.Leads)};Pooling=False");
        connection.Open();
        return connection;
    }
}
