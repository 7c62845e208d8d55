using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Tests.Leads;

/// <summary>From received to published, one signed step after the other; experts judge without knowing whom.</summary>
public sealed class WorkflowTests : IDisposable
{
    private readonly Registry registry = new();

    public void Dispose() => registry.Dispose();

    [Fact]
    public void A_lead_is_verified_when_everything_is_signed_and_figures_by_two()
    {
        var row = registry.Take((Field.Deeds, Sample.Deeds + "获测试奖 3 次，节省 400 万元。"));
        Assert.Equal(["YG631"], Try(row, LeadState.Verified));
        Sign(row, "测试甲乙", CheckItem.Authentic, CheckItem.Typical, CheckItem.Detailed, CheckItem.Figures, CheckItem.Honours);
        Assert.Equal(["YG632", "YG632"], Try(row, LeadState.Verified));
        Sign(row, "测试甲乙", CheckItem.Figures, CheckItem.Honours);
        Assert.Equal(["YG632", "YG632"], Try(row, LeadState.Verified));
        Sign(row, "测试丙丁", CheckItem.Figures, CheckItem.Honours);
        Assert.Empty(Try(row, LeadState.Verified));
    }

    [Fact]
    public void Steps_are_taken_one_by_one_and_back_with_a_reason()
    {
        var row = registry.Take((Field.Deeds, "一句话。"), (Field.Highlights, "攻坚克难"));
        Assert.Equal(["YG630"], Try(row, LeadState.Published));
        Assert.Equal(["YG633"], Try(row, LeadState.Returned));
        Sign(row, "测试甲乙", CheckItem.Authentic, CheckItem.Typical, CheckItem.Detailed);
        foreach (var state in new[] { LeadState.Verified, LeadState.Shortlisted, LeadState.Selected, LeadState.Interviewed,
            LeadState.Published })
        {
            Assert.Empty(Try(row, state));
            row = registry.Book.Find(row.Number)!;
        }

        Assert.Equal(["YG633"], Try(row, LeadState.Withdrawn));
        Assert.Empty(Try(row, LeadState.Withdrawn, "本人要求（测试）"));
        Assert.Equal(
            ["received", "verify", "move received verified", "move verified shortlisted", "move shortlisted selected",
                "move selected interviewed", "move interviewed published", "move published withdrawn"],
            registry.Book.ReadJournal(row).Select(e => e.Act));
        Assert.Equal("本人要求（测试）", registry.Book.ReadJournal(row)[^1].Detail);
    }

    [Fact]
    public void Every_state_can_be_left_and_reached()
    {
        var all = Enum.GetValues<LeadState>();
        Assert.All(all, s => Assert.NotEmpty(LeadTransitions.From(s)));
        Assert.All(all, s => Assert.Contains(all, other => LeadTransitions.From(other).Contains(s)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sheets_tell_experts_nothing_of_who_it_is_and_come_back(bool csv)
    {
        var one = registry.Take((Field.Deeds, "测试甲在重庆虚构桥梁有限公司（测试）干了一辈子，电话 138 0000 0001，信箱 ceshi@example.org，" + Sample.Deeds));
        var two = registry.Take((Field.Person, "测试乙"), (Field.Recommender, "=cmd|测试"), (Field.Deeds, "=1+1 也只是一句话。"));
        var rows = registry.Book.ScoreRows(new(), Registry.Taxonomies);
        var bytes = csv ? ScoreCsv.Write(rows) : ScoreWorkbook.Write(rows);
        var words = csv ? System.Text.Encoding.UTF8.GetString(bytes) : Unpacked(bytes);
        foreach (var field in new[] { Field.Person, Field.Unit, Field.PersonPhone, Field.RecommenderPhone, Field.Recommender, Field.Party,
            Field.Birth })
        {
            Assert.DoesNotContain(Sample.Person[field], words);
        }

        Assert.DoesNotContain("0000 0001", words);
        Assert.DoesNotContain("@example", words);
        Assert.Contains("泥浆比重", words);

        var back = (csv ? ScoreCsv.Read(bytes) : ScoreSheets.Read("a.xlsx", bytes, out _))!;
        Assert.Equal(rows.Select(r => r.Number.ToString()), back.Select(b => b.Number));
        var filled = new List<ReturnedScore> { back[0] with { Score = "88.5", Remark = "好" }, back[1] };
        Assert.Equal(1, Score("专家一（测试）", filled));
        Assert.Equal(["YG642"], registry.Findings.Sorted().Select(f => f.Rule.Code));
        Score("专家二（测试）", [back[0] with { Score = "91" }, back[1] with { Score = "７０" }]);
        Score("专家一（测试）", [back[0] with { Score = "80" }, back[1] with { Score = "60" }], replaces: true);
        Assert.Equal([91, 80], registry.Book.ScoresOf(one).Select(s => s.Points));
        Assert.Equal([70, 60], registry.Book.ScoresOf(two).Select(s => s.Points));
        Assert.Equal(0, Score("专家三（测试）", [back[0] with { Score = "101" }, back[1] with { Score = "50" }]));
        Assert.Equal(2, registry.Book.ScoresOf(two).Count);
    }

    [Fact]
    public void An_expert_scores_a_lead_once()
    {
        var one = registry.Take();
        var two = registry.Take((Field.Person, "测试乙"), (Field.Recommender, "第二位"));
        ReturnedScore Row(int row, LeadRow lead, string score) => new(row, lead.Number.ToString(), score, "");
        Assert.Equal(2, Score("专家一", [Row(2, one, "80"), Row(3, two, "70")], isTrial: true));
        Assert.Empty(registry.Book.ScoresOf(one));
        Assert.Equal(1, Score("专家一", [Row(2, one, "80")]));
        Assert.Equal(0, Score("专家一", [Row(2, one, "80")]));
        Assert.Equal(["YG645"], registry.Findings.Sorted().Select(f => f.Rule.Code));
        Assert.Equal(0, Score(" 专家　一 ", [Row(2, one, "90"), Row(3, two, "60")]));
        Assert.Equal(["YG643"], registry.Findings.Sorted().Select(f => f.Rule.Code));
        Assert.Equal(0, Score("专家二", [Row(2, one, "90"), Row(3, two, "60"), Row(4, one, "91")]));
        Assert.Equal(["YG644"], registry.Findings.Sorted().Select(f => f.Rule.Code));
        Assert.Empty(registry.Book.ScoresOf(two));
        Assert.Equal(2, Score("专家一", [Row(2, one, "90"), Row(3, two, "60")], replaces: true));
        Assert.Equal([90], registry.Book.ScoresOf(one).Select(s => s.Points));
    }

    private const string Head =
        "<row r='1'><c r='A1' t='inlineStr'><is><t>编号</t></is></c><c r='B1' t='inlineStr'><is><t>评分（0–100）</t></is></c></row>";

    [Theory]
    [InlineData("<row r='99999999'/>", "行号")]
    [InlineData("<row r='99999999999999999999'/>", "行号")]
    [InlineData("<row r='-1'/>", "行号")]
    [InlineData("<row r='3'/><row r='2'/>", "行号")]
    [InlineData("<row r='2'><c r='XFE2'/></row>", "列号")]
    [InlineData("<row r='2'><c r='ZZZZZZZZ2'/></row>", "列号")]
    [InlineData("<row r='2'><c r='A2'/><c r='A2'/></row>", "同一列")]
    public void A_sheet_that_no_program_writes_is_a_finding(string rows, string why)
    {
        Assert.Null(ScoreSheets.Read("a.xlsx", HostileFiles.Workbook(Head + rows), out var said));
        Assert.Contains(why, said.Zh);
    }

    [Fact]
    public void A_sheet_that_unpacks_without_end_is_read_to_a_bound()
    {
        var cell = "<c t='inlineStr'><is><t>" + HostileFiles.Repeat("0", 5_000_000) + "</t></is></c>";
        Assert.Null(ScoreSheets.Read("a.xlsx", HostileFiles.Workbook("<row>" + HostileFiles.Repeat(cell, 45) + "</row>"), out var why));
        Assert.Contains("大得不正常", why.Zh);
        Assert.Null(ScoreSheets.Read("a.xlsx", HostileFiles.Workbook("<row/>", HostileFiles.Repeat("<si>", 100_000)), out why));
        Assert.Contains("层", why.Zh);
        Assert.Null(ScoreSheets.Read("a.xlsx", HostileFiles.Docx("<w:p/>"), out _));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86 138", "'+86 138")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("＝cmd", "'＝cmd")]
    [InlineData("＠x", "'＠x")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("'quoted", "''quoted")]
    [InlineData("测试-1", "测试-1")]
    [InlineData("O'Neil", "O'Neil")]
    [InlineData("", "")]
    public void A_cell_is_no_formula_and_comes_back_as_it_was(string text, string cell)
    {
        Assert.Equal(cell, SheetCell.Guard(text));
        Assert.Equal(text, SheetCell.Open(cell));
    }

    [Fact]
    public void Sheets_are_valid_workbooks()
    {
        registry.Take();
        using var book =
            SpreadsheetDocument.Open(new MemoryStream(ScoreWorkbook.Write(registry.Book.ScoreRows(new(), Registry.Taxonomies))), false);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(e => e.Description));
        Assert.Null(ScoreSheets.Read("a.xlsx", [1, 2, 3], out _));
        Assert.Null(ScoreCsv.Read("a,b\n1,2"u8.ToArray()));
    }

    [Fact]
    public void Our_form_is_a_valid_document_and_always_the_same()
    {
        foreach (var form in new[] { LeadForm.Empty, Sample.Form() })
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(FormWriter.Write(null, form)), false);
            Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
        }

        Assert.Equal(FormWriter.Write(null), FormWriter.Write(null));
    }

    [Fact]
    public void Statistics_count_and_name_nobody()
    {
        registry.Take((Field.Unit, "重庆渝中区虚构一厂"));
        registry.Take((Field.Person, "测试乙"), (Field.Recommender, "测试乙"), (Field.Unit, "万州虚构二厂"));
        registry.Take((Field.Person, "测试丙"), (Field.Recommender, "测试推荐者"), (Field.Unit, "别处"));
        var statistics = Statistics.Of(registry.Book.Rows(), Registry.Taxonomies);
        Assert.Equal(3, statistics.Total);
        Assert.Equal(["单位推荐 1", "自荐 1", "他荐 1"], statistics.Channels.Select(t => $"{t.Name} {t.Count}"));
        Assert.Equal(["渝中区 1", "万州区 1", "（未定） 1"], statistics.Districts.Select(t => $"{t.Name} {t.Count}"));
        Assert.Equal(["第一批 3"], statistics.Batches.Select(t => $"{t.Name} {t.Count}"));
    }

    private string[] Try(LeadRow row, LeadState to, string reason = "")
    {
        var findings = new Diagnostics();
        registry.Book.TryMove(registry.Book.Find(row.Number)!, to, reason, Registry.Today, new SourceFile("x", "").Whole, findings);
        return [.. findings.Sorted().Select(f => f.Rule.Code)];
    }

    private void Sign(LeadRow row, string by, params CheckItem[] items) =>
        registry.Book.Sign(row, [.. items.Select(i => new Signature(i, by, Registry.Today.Day, "测试依据"))], Registry.Today);

    private int Score(string expert, IReadOnlyList<ReturnedScore> sheet, bool replaces = false, bool isTrial = false)
    {
        var findings = new Diagnostics();
        var bytes = System.Text.Encoding.UTF8.GetBytes(expert + string.Join('\n', sheet));
        var taken = registry.Book.TakeScores(expert, sheet, bytes, new(replaces, isTrial), new SourceFile("x", "").Whole, Registry.Today,
            findings);
        registry.Heard(findings);
        return taken;
    }

    private static string Unpacked(byte[] bytes)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        return string.Concat(zip.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }
}
