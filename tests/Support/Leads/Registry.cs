using YuGong.Content;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Tests.Leads;

/// <summary>A register in a folder of its own, with a key whose derivation is quick.</summary>
internal sealed class Registry : IDisposable
{
    public const string Words = "只在测试里用的口令";

    public static readonly AuditContext Today = new(new(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)), "测试编辑");

    public Registry() => Book = LeadRegister.Create(Leads, Key, Today, rounds: 1000);

    public string Root { get; } = Directory.CreateTempSubdirectory("yugong-leads-").FullName;

    public string Leads => Path.Combine(Root, "leads");

    public static LeadKey Key => new Passphrase(Words);

    public LeadRegister Book { get; private set; }

    public Diagnostics Findings { get; private set; } = new();

    public static Taxonomies Taxonomies { get; } = Taxonomies.Empty with
    {
        Traits = [new("perseverance", "攻坚克难"), new("precision", "精益求精")],
        Batches = [new Batch("first", "第一批", new(2026, 1, 26), new(2026, 3, 31))],
        Districts = [new("yuzhong", "渝中区"), new("wanzhou", "万州区")],
        Directions = [new Direction("builder", "攻坚克难的建设者", "建设者", "攻", "", "", "")],
    };

    public Imported Take(string path, byte[] bytes)
    {
        Findings = new();
        var import = new Import(Book, Taxonomies, Today);
        Imported? done = null;
        Book.Together(() => done = import.Take(Reading.Read(path, bytes), Findings));
        return done!;
    }

    public LeadRow Take(params (Field, string)[] changes) =>
        Book.Find(Take($"{changes.Length}.docx", FormWriter.Write(null, Sample.Form(changes))).Numbers[0])!;

    public void Heard(Diagnostics findings) => Findings = findings;

    public void Reopen(LeadKey? key = null)
    {
        Book.Dispose();
        var findings = new Diagnostics();
        Book = LeadRegister.Open(Leads, key ?? Key, findings)
            ?? throw new InvalidOperationException(findings.Sorted()[0].Message(Language.Chinese));
    }

    /// <summary>A new register in the place of the old one.</summary>
    public void Empty()
    {
        Book.Dispose();
        Directory.Delete(Leads, recursive: true);
        Book = LeadRegister.Create(Leads, Key, Today, rounds: 1000);
    }

    public void Dispose()
    {
        Book.Dispose();
        Directory.Delete(Root, recursive: true);
    }
}
