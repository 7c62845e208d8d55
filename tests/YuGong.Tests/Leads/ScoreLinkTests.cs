using System.Text;
using Xunit;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Tests.Leads;

/// <summary>Experts score by a link: it opens while the register is closed, and its folder alone opens nothing.</summary>
public sealed class ScoreLinkTests : IDisposable
{
    private static readonly DateTimeOffset Now = Registry.Today.At;
    private static readonly SourceSpan Place = new SourceFile("link", "").Whole;

    private readonly Registry registry = new();

    private ScoreLinks Outside => new(registry.Leads);

    public void Dispose() => registry.Dispose();

    [Fact]
    public void An_expert_scores_while_the_register_is_closed_and_the_register_takes_it_by_the_rules_of_sheets()
    {
        var (row, token) = Linked();
        var shown = Outside.Open(token, Now)!;
        Assert.Equal("专家甲", shown.Expert);
        Assert.Equal([row.Number], shown.Rows.Select(r => r.Number));
        Assert.Contains("〔某人〕", shown.Rows[0].Deeds);
        Assert.DoesNotContain("测试甲", shown.Rows[0].Deeds);
        Assert.True(Outside.Give(token, [new($"{row.Number}", "８８.5", "写得实在")], Now));
        Assert.Equal("88.5", $"{Taken(token)[0].Points:0.#}");
        Assert.False(registry.Book.ScoreLinksAt(Now)[0].IsWaiting);

        // The same again is nothing new; another figure takes the place of their own.
        Outside.Give(token, [new($"{row.Number}", "88.5", "写得实在")], Now.AddMinutes(1));
        Assert.Single(Taken(token));
        Outside.Give(token, [new($"{row.Number}", "70", "")], Now.AddMinutes(2));
        Assert.Equal(70, Taken(token)[0].Points);
        Assert.Equal("70", Outside.Open(token, Now.AddMinutes(3))!.Given[0].Points);
        Assert.Null(registry.Book.WhyBroken());
        Assert.Equal(["score link", "score sheet", "score sheet"], registry.Book.ReadJournal().Select(e => e.Act)
            .Where(a => a is "score link" or "score sheet"));
    }

    [Fact]
    public void What_a_sheet_said_is_replaced_only_where_that_is_asked_for()
    {
        var (row, token) = Linked();
        registry.Book.TakeScores("专家 甲", [new(2, $"{row.Number}", "60", "")], "sheet"u8.ToArray(), new(), Place, Registry.Today, new());
        Outside.Give(token, [new($"{row.Number}", "90", "")], Now);
        var findings = new Diagnostics();
        Assert.Equal(0, registry.Book.TakeLinked(LinkToken.HashOf(token), replaces: false, Place, Registry.Today, findings));
        Assert.Equal([LeadsRules.ScoredBefore.Code], findings.Sorted().Select(f => f.Rule.Code));
        Assert.True(registry.Book.ScoreLinksAt(Now)[0].IsWaiting);
        Assert.Equal(1, registry.Book.TakeLinked(LinkToken.HashOf(token), replaces: true, Place, Registry.Today, new()));
        Assert.Equal([90m], registry.Book.ScoresOf(row).Select(s => s.Points));
    }

    [Fact]
    public void The_folder_alone_says_nothing()
    {
        var (row, token) = Linked();
        Outside.Give(token, [new($"{row.Number}", "91.25", "只有专家知道")], Now);
        var files = Directory.GetFiles(Path.Combine(registry.Leads, "experts"));
        Assert.Equal(2, files.Length);
        Assert.All(files, file =>
        {
            var text = File.ReadAllText(file);
            Assert.All((string[])["泥浆", "专家", "91.25", token, "YG-"], s => Assert.DoesNotContain(s, text));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        });
        Assert.Null(Outside.Open(new string('0', 64), Now));
        Assert.Null(Outside.Open("../register", Now));
    }

    [Fact]
    public void A_link_ends_with_its_day_and_when_it_is_taken_back()
    {
        var (row, token) = Linked();
        Assert.Null(Outside.Open(token, Now.AddDays(7)));
        Assert.False(Outside.Give(token, [], Now.AddDays(7)));
        Outside.Give(token, [new($"{row.Number}", "50", "")], Now.AddDays(6));
        Assert.True(Assert.Single(registry.Book.ScoreLinksAt(Now.AddDays(8))).IsWaiting); // said in time, and not lost
        Assert.Single(Taken(token));
        Assert.Empty(registry.Book.ScoreLinksAt(Now.AddDays(8)));
        Assert.Empty(Directory.GetFiles(Path.Combine(registry.Leads, "experts")));

        var second = registry.Book.LinkScores("专家乙", Rows(), Now.AddDays(1), Registry.Today)!;
        Assert.True(registry.Book.TakeBackLink(LinkToken.HashOf(second), Registry.Today));
        Assert.False(registry.Book.TakeBackLink(LinkToken.HashOf(second), Registry.Today));
        Assert.Null(Outside.Open(second, Now));
    }

    [Fact]
    public void Who_is_erased_or_declined_is_gone_from_every_link()
    {
        var (row, token) = Linked();
        var other = registry.Take((Field.Person, "测试乙"), (Field.PersonPhone, "13900000009"));
        var both = registry.Book.LinkScores("专家乙", Rows(), Now.AddDays(7), Registry.Today)!;
        Outside.Give(both, [new($"{row.Number}", "60", ""), new($"{other.Number}", "61", "")], Now);
        registry.Book.Erase(row, Registry.Today);
        Assert.Empty(Outside.Open(token, Now)!.Rows);
        var left = Outside.Open(both, Now)!;
        Assert.Equal([other.Number], left.Rows.Select(r => r.Number));
        Assert.Equal([$"{other.Number}"], left.Given.Select(g => g.Number));
        registry.Book.Move(other, LeadState.Declined, "不合征集范围", Registry.Today);
        Assert.Empty(Outside.Open(both, Now)!.Rows);
    }

    [Fact]
    public void Another_data_key_opens_the_links_too()
    {
        var (row, token) = Linked();
        Outside.Give(token, [new($"{row.Number}", "77", "")], Now);
        registry.Book.Rotate(Registry.Key, Registry.Today);
        Assert.Equal(77, Taken(token)[0].Points);
        Assert.Equal("专家甲", Outside.Open(token, Now)!.Expert);
    }

    [Fact]
    public void A_file_that_was_changed_opens_nothing_and_can_be_taken_back()
    {
        var (_, token) = Linked();
        var file = Directory.GetFiles(Path.Combine(registry.Leads, "experts"), "*.link")[0];
        var text = File.ReadAllText(file);
        File.WriteAllText(file, System.Text.RegularExpressions.Regex.Replace(text, "\"Content\":\"....", "\"Content\":\"AAAA"),
            new UTF8Encoding(false));
        Assert.Null(Outside.Open(token, Now));
        var seen = Assert.Single(registry.Book.ScoreLinksAt(Now));
        Assert.Null(seen.Expert);
        Assert.True(registry.Book.TakeBackLink(seen.Hash, Registry.Today));
    }

    private (LeadRow Row, string Token) Linked()
    {
        var row = registry.Take();
        return (row, registry.Book.LinkScores("专家甲", Rows(), Now.AddDays(7), Registry.Today)!);
    }

    private IReadOnlyList<ScoreRow> Rows() => registry.Book.ScoreRows(new(), Registry.Taxonomies);

    private IReadOnlyList<Score> Taken(string token)
    {
        var findings = new Diagnostics();
        registry.Book.TakeLinked(LinkToken.HashOf(token), replaces: false, Place, Registry.Today, findings);
        Assert.Empty(findings.Sorted());
        return registry.Book.ScoresOf(registry.Book.Rows()[0]);
    }
}
