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

    [Theory]
    [InlineData("石刻写作[硐窝,洞]{.sic}。", "<p>石刻写作硐窝,洞。</p>")]
    [InlineData("石刻写作硐窝。{.sic}", "<p>石刻写作硐窝。</p>")]
    [InlineData("[硐窝](/a/)和[洞]。{.class}", "<p><a href=\"/a/\">硐窝</a>和[洞]。{.class}</p>")]
    public void Readers_see_nothing_of_the_mark_that_words_stand_as_they_are(string body, string html) =>
        Assert.Equal(html, new Body(new("x.md", body), 0, new([], [], address => address)).Html.Trim());

    [Fact]
    public void Whatever_is_written_is_read_without_an_exception()
    {
        const string Alphabet = "山水的地得约近千百万年月世纪和等、，。；：？！“”‘’《》（）…—·,.:;?!()\"'-~*_`[]{}<>|\\&#@=/ \t\n\u3000\u00A0"
            + "0123456789KWm２Ａ㎡這圖\uD83D\uDE00\uD800\uFFFC\u200B";
        var random = new Random(22);
        for (var i = 0; i < 500; i++)
        {
            var body = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var found = Read(body).Concat(Read("水" + body.Replace('\n', '水'), sic: "山水")).ToList();
            Assert.All(found, d => Assert.InRange(d.Span.Start + d.Span.Length, 0, d.Span.File.Text.Length));
            FixedText.Of(new("x.md", Entry(body)), Read(body).Select(d => d.Fix).OfType<Fix>());
        }
    }

    [Fact]
    public void A_word_twice_in_a_row_is_found_wherever_it_stands_and_however_long_it_is() => Assert.All(
        from length in Enumerable.Range(3, 6) from before in Enumerable.Range(0, 14) select (length, before),
        place => Assert.Equal(["YG266"], Read("轮发机组安装好了以后大家开会"[..place.before] + "山路坡桥塘坝闸渠"[..place.length]
            + "山路坡桥塘坝闸渠"[..place.length]).Select(d => d.Rule.Code)));

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

    [Theory]
    [InlineData("/people/x/", false)]
    [InlineData("/people/y/", true)]
    public void A_claim_that_is_published_is_mended_by_people_who_tell_of_it(string published, bool isSafe)
    {
        var found = new Diagnostics();
        var block = FrontMatterBlock.Read(new("input/stories/x/index.md",
            "---\nid: x\nevents:\n  - { date: 1940, text: 春节前后，，上山, cite: [s1] }\n---\n"), found)!;
        new CopyReader(CopySettings.Default, new(Variants), new(() => new HashSet<string> { published }))
            .ReadEntry(block, EntrySchemas.Story, [], "/people/x/", found);
        Assert.Equal(isSafe, Assert.Single(found.Sorted()).Fix!.IsSafe);
    }

    internal static IEnumerable<Diagnostic> Read(string body, CopySettings? settings = null, params IReadOnlyList<string> sic)
    {
        var found = new Diagnostics();
        var block = FrontMatterBlock.Read(new("input/pages/x/index.md", Entry(body)), found)!;
        new CopyReader(settings ?? CopySettings.Default, new(Variants), new(() => new HashSet<string>()))
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
