using Xunit;
using YuGong.Content;
using YuGong.Content.CopyDesk;
using YuGong.Content.Schemas;
using YuGong.Content.Writing;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>What the copy desk says, and above all what it does not say.</summary>
public sealed class CopyDeskTests
{
    private const string Table = "重\t重\n慶\t庆\n這\t这\n圖\t图\n紙\t纸\n還\t还\n學\t学\n大\t大\n乾\t干 乾\n著\t着 著\n";

    private static readonly HanVariants Variants = HanVariants.Read(new StringReader(Table));

    private static string Sentences => Repository.At("tests", "YuGong.Tests", "Content", "copydesk.txt");

    public static TheoryData<string> Codes => [.. Rows().Select(r => r.Code).Distinct()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_is_wrong_is_told_once_and_mended_as_the_table_says(string code)
    {
        var wrong = Rows().Where(r => r.Code == code && r.Right is not null).ToList();
        Assert.Equal(wrong.Select(r => $"{code} {r.Right}"), wrong.Select(r =>
        {
            var found = Read(r.Text).ToList();
            return string.Join(' ', found.Select(d => d.Rule.Code)) + " "
                + FixedText.Of(new("x.txt", Entry(r.Text)), found.Select(d => d.Fix).OfType<Fix>()).Text[Entry("").Length..];
        }));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_is_right_is_not_told(string code)
    {
        var right = Rows().Where(r => r.Code == code && r.Right is null).ToList();
        Assert.True(right.Count >= 6, "at least six");
        Assert.Equal([], right.SelectMany(r => Read(r.Text).Select(d => $"{d.Rule.Code} {r.Text}")));
    }

    [Fact]
    public void Every_rule_about_a_sentence_has_its_rows() => Assert.Equal(
        CopyRules.All.Except([CopyRules.TwoSpellings, CopyRules.KnownName]).Select(r => r.Code).Order(StringComparer.Ordinal),
        Rows().Select(r => r.Code).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("`春节,前后`是代码。")]
    [InlineData("见[水位](/a,b(c)/)一页。")]
    [InlineData("```\n春节,前后\n```")]
    [InlineData("> 春节,前后")]
    [InlineData("石刻写作[重慶,江北]{.sic}。")]
    [InlineData("春节,前后,带队上山。{.sic}")]
    [InlineData("<https://example.org/春节,前后>")]
    public void What_is_no_text_of_ours_is_left(string body) => Assert.Equal([], Read(body).Select(d => d.Rule.Code));

    [Theory]
    [InlineData("**春节,前后**带队。", "**春节，前后**带队。")]
    [InlineData("## 春节,前后", "## 春节，前后")]
    [InlineData("- 春节,前后", "- 春节，前后")]
    [InlineData("[春节,前后](/a/)带队。", "[春节，前后](/a/)带队。")]
    [InlineData("![春节,前后](a.svg \"编辑部,绘\")", "![春节，前后](a.svg \"编辑部，绘\")")]
    [InlineData("春节前后,\n带队上山。", "春节前后，\n带队上山。")]
    [InlineData("| 春节,前后 | 上山 |\n|---|---|\n| 一 | 二 |", "| 春节，前后 | 上山 |\n|---|---|\n| 一 | 二 |")]
    public void Markup_stays_where_the_words_are_mended(string body, string mended) =>
        Assert.Equal(mended, FixedText.Of(new("x.md", Entry(body)), Read(body).Select(d => d.Fix).OfType<Fix>()).Text[Entry("").Length..]);

    [Fact]
    public void A_rule_can_be_silent_or_graver()
    {
        var settings = new CopySettings(new Dictionary<string, Severity?> { ["YG250"] = null, ["YG253"] = Severity.Error }, ["水位,"]);
        Assert.Equal([Severity.Error], Read("春节,前后，，上山。", settings).Select(d => d.Severity));
    }

    [Fact]
    public void Words_that_stand_as_they_are_are_left_wherever_the_site_or_the_entry_says_so()
    {
        Assert.Equal([], Read("水位,先看。", new(new Dictionary<string, Severity?>(), ["水位,"])).Select(d => d.Rule.Code));
        Assert.Equal([], Read("水位,先看。", sic: "水位,先").Select(d => d.Rule.Code));
    }

    internal static IEnumerable<Diagnostic> Read(string body, CopySettings? settings = null, params IReadOnlyList<string> sic)
    {
        var found = new Diagnostics();
        var block = FrontMatterBlock.Read(new("input/pages/x/index.md", Entry(body)), found)!;
        new CopyReader(settings ?? CopySettings.Default, Variants, new(() => new HashSet<string>()))
            .ReadEntry(block, EntrySchemas.Page, sic, "/x/", found);
        return found.Sorted();
    }

    private static string Entry(string body) => "---\nid: x\ntitle: 题\nsummary: 提要\n---\n" + body;

    private static IEnumerable<(string Code, string Text, string? Right)> Rows()
    {
        var code = "";
        foreach (var line in File.ReadLines(Sentences).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.StartsWith("YG", StringComparison.Ordinal) && line.Length == 5)
            {
                code = line;
            }
            else if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                yield return (code, line[2..], null);
            }
            else if (line.Split(" → ") is [var wrong, var right])
            {
                yield return (code, wrong, right);
            }
        }
    }
}
