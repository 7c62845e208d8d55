using System.Text.Json;
using Xunit;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Tests.Leads;
using YuGong.Text;

namespace YuGong.Tests.DeskFront;

/// <summary>The register's pages at the desk, without a server: what stands in them, for whom, and what never does.</summary>
public sealed class LeadsPagesTests : IDisposable
{
    private static readonly Editor Wang = new("王编", "w@example.org", Role.Editor), Li = new("李发", "l@example.org", Role.Publisher);
    private static readonly DateTimeOffset Now = Registry.Today.At;
    private static readonly DateOnly Day = Registry.Today.Day;

    private readonly Registry registry = new();

    public void Dispose() => registry.Dispose();

    [Fact]
    public void A_lead_is_shown_beside_what_came_in_and_markup_of_strangers_is_text()
    {
        var row = registry.Take((Field.Unit, "<script>alert(1)</script>"), (Field.Highlights, "攻坚克难\u202e反写"));
        var page = Page(row, Wang);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page);
        Assert.DoesNotContain("<script>", page);
        Assert.DoesNotContain("\u202e", page);
        Assert.Contains("泥浆比重", page.Split("id=\"originals\"")[1]);
        Assert.Contains($"/desk/leads/{row.Number}/original/1", page);
        Assert.Contains("看过", page); // that it was looked at is already in its history
        Assert.Equal("show", registry.Book.ReadJournal(row)[^1].Act);
    }

    [Fact]
    public void Erasing_and_handing_over_are_for_who_keeps_the_register()
    {
        var row = registry.Take();
        Assert.All((string[])["/erase", "all.zip"], place => Assert.DoesNotContain(place, Page(row, Wang)));
        Assert.All((string[])["/erase", "all.zip"], place => Assert.Contains(place, Page(row, Li)));
    }

    [Fact]
    public void Others_scores_are_closed_to_who_has_still_to_score()
    {
        var row = registry.Take();
        registry.Book.Move(row, LeadState.Verified, "", Registry.Today);
        Score(row, "王编", "91", "王的意见");
        Assert.DoesNotContain("王的意见", Page(row, Li));
        Assert.Contains("自己评过", Page(row, Li));
        Assert.Contains("王的意见", Page(row, Wang));
        var scored = new ScoredLead(registry.Book.Open(row.Number)!, registry.Book.ScoresOf(row));
        Assert.DoesNotContain("91.0", LeadsScoresPage.Render(new([scored], [], Now), Registry.Taxonomies, Li).Text);
        Assert.Contains("91.0", LeadsScoresPage.Render(new([scored], [], Now), Registry.Taxonomies, Wang).Text);
        registry.Book.Move(row, LeadState.Shortlisted, "", Registry.Today);
        Assert.Contains("王的意见", Page(registry.Book.Find(row.Number)!, Li));
    }

    [Fact]
    public void Whoever_scores_sees_nobody()
    {
        registry.Take((Field.Deeds, "测试甲在重庆虚构桥梁有限公司（测试），电话 13800000001。" + Sample.Deeds));
        var page = LeadsScoresPage.Mine([.. registry.Book.ScoreRows(new(), Registry.Taxonomies).Select(r => new OwnScore(r, null))]).Text;
        Assert.Contains("泥浆比重", page);
        foreach (var field in (Field[])[Field.Person, Field.Unit, Field.PersonPhone, Field.RecommenderPhone, Field.Recommender])
        {
            Assert.DoesNotContain(Sample.Person[field], page);
        }
    }

    [Fact]
    public void Two_leads_lie_side_by_side_and_only_differences_are_chosen()
    {
        var one = registry.Take();
        var two = registry.Take((Field.Unit, "虚构设计院"));
        var page = new SamePersonPage(Open(one), Open(two), mayWork: true).Render().Text;
        Assert.Equal(2, page.Split("name=\"take:unit\"").Length - 1);
        Assert.DoesNotContain("take:person\"", page);
        Assert.DoesNotContain("data-leads", new SamePersonPage(Open(one), Open(two), mayWork: false).Render().Text
            .Replace($"data-leads=\"/desk/leads/{one.Number}/merge\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_says_what_is_due_and_keeps_what_was_looked_for_out_of_addresses()
    {
        registry.Take();
        var view = new LeadsView(new(Text: "13800000001"));
        var listing = new LeadsListing(view, registry.Book.List(view.Filter), ["王编"], new());
        var page = LeadsListPage.Render(listing, Registry.Taxonomies, Day).Text;
        Assert.Contains("测试甲", page);
        Assert.DoesNotContain("已到期</span>", page);
        Assert.Contains("已到期</span>", LeadsListPage.Render(listing, Registry.Taxonomies, Day.AddDays(800)).Text);
        Assert.DoesNotMatch("(href|action)=\"[^\"]*13800000001", page);
        Assert.Contains("超过保存期", LeadsCarePage.Due(registry.Book.Rows(), new(), Day).Text);
        Assert.Contains("YG-2026-0001", LeadsCarePage.Due(registry.Book.Rows(), new(), Day.AddDays(800)).Text);
    }

    [Fact]
    public void Statistics_name_nobody()
    {
        registry.Take();
        var page = LeadsStatisticsPage.Render(registry.Book.Rows(), Registry.Taxonomies, Day).Text;
        Assert.All(Sample.Person.Values, said => Assert.False(said.Length > 4 && page.Contains(said, StringComparison.Ordinal), said));
        Assert.DoesNotContain("测试甲", page);
        Assert.Contains("class=\"mark\" width=\"100\"", page); // one of one
        Assert.DoesNotContain("style=", page);
    }

    [Theory]
    [InlineData("move received verified", "", "收到 → 已核实", "")]
    [InlineData("set", "person_phone", "改栏目", "被推荐人联系电话")]
    [InlineData("verify", "Authentic Figures", "核实", "真实性、数字")]
    [InlineData("erase", null, "删除", "（已删除）")]
    [InlineData("something new", "x", "something new", "x")]
    public void The_journal_speaks_words(string act, string? detail, string said, string about)
    {
        Assert.Equal(said, JournalTable.ActOf(act));
        Assert.Equal(about, JournalTable.DetailOf(act, detail));
    }

    [Fact]
    public void What_a_file_became_is_said()
    {
        var form = FormWriter.Write(null, Sample.Form());
        Assert.StartsWith("新登记 YG-2026-0001。", Told("a.docx", form));
        Assert.StartsWith("收过了，是 YG-2026-0001", Told("a.docx", form));
        Assert.Contains("YG-2026-0001", Told("b.docx", FormWriter.Write(null, Sample.Form((Field.Unit, "虚构设计院")))));
        Assert.Equal("收存了，读不出线索：不认识的文件。", Told("a.zip", "PK\u0003\u0004zzzz"u8.ToArray()).Split('\n')[0]);
        Assert.Contains("第 1 号", LeadsIntakePage.Render([new(1, Day, "zip", "unknown kind", "a.zip")], hasPdf: false).Text);
    }

    [Fact]
    public void Only_texts_are_read_and_files_have_a_limit()
    {
        Assert.Null(LeadsFields.Of(JsonDocument.Parse("[]")));
        Assert.Null(LeadsFields.Of(JsonDocument.Parse("{\"a\":1}")));
        var said = LeadsFields.Of(JsonDocument.Parse("{\"set:unit\":\" x \",\"content\":\"YWJj\"}"))!;
        Assert.Equal([("unit", "x")], said.Under("set:"));
        Assert.Equal("abc"u8.ToArray(), said.File(out _));
        Assert.Null(LeadsFields.Of(JsonDocument.Parse("{\"content\":\"%%%\"}"))!.File(out var broken));
        Assert.Contains("没有传完整", broken);
        var large = new LeadsFields(new Dictionary<string, string> { ["content"] = new('A', (LeadsDoor.MostFileBytes / 3 * 4) + 8) });
        Assert.Null(large.File(out var why));
        Assert.Contains("30 MB", why);
    }

    [Fact]
    public void Only_who_gave_the_passphrase_reads_and_it_closes_by_itself()
    {
        registry.Take();
        var clock = new Hand();
        using var opened = new OpenedRegister(registry.Leads, clock);
        Assert.Contains("口令不对", opened.Unlock("王编", new Passphrase("不是这个口令")));
        Assert.Null(opened.Read("王编", r => r.Rows()));
        Assert.Null(opened.Unlock("王编", Registry.Key));
        Assert.Single(opened.Read("王编", r => r.Rows())!);
        Assert.Null(opened.Read("李发", r => r.Rows()));
        opened.Look("王编", new(new(Text: "测试甲")));
        opened.Tell("王编", "记下了。");
        Assert.Equal(("测试甲", "记下了。", (string?)null), (opened.ViewOf("王编").Filter.Text, opened.Told("王编"), opened.Told("王编")));
        clock.Now += OpenedRegister.Idle + TimeSpan.FromSeconds(1);
        Assert.Null(opened.Read("王编", r => r.Rows()));
        Assert.Null(opened.ViewOf("王编").Filter.Text); // what was looked for is forgotten too
    }

    private string Page(LeadRow row, Editor editor) => new LeadPage(Open(row), editor, Registry.Taxonomies, ["王编"], Day).Render().Text;

    private LeadDossier Open(LeadRow row) => LeadDossier.Open(registry.Book, row.Number.ToString(), Registry.Today)!;

    private string Told(string name, byte[] bytes)
    {
        var taken = registry.Take(name, bytes);
        return LeadsIntakePage.Told(taken, registry.Findings);
    }

    private void Score(LeadRow row, string expert, string points, string remark) => Assert.Equal(1, registry.Book.TakeScores(
        expert, [new ReturnedScore(2, row.Number.ToString(), points, remark)], System.Text.Encoding.UTF8.GetBytes(expert),
        new ScoreTaking(), new SourceFile("sheet", "").Whole, Registry.Today, new Diagnostics()));

    private sealed class Hand : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Registry.Today.At;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
