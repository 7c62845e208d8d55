using Xunit;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>Markdown as people type it with a Chinese input method: read as it is meant, or found.</summary>
public sealed class ChineseMarkdownTests
{
    private static readonly string[] Files =
        ["泵房 一.jpg", "泵房.jpg", "1#机组.jpg", "谁画的?.jpg", "开度50%.jpg", "图1).jpg", "a&b+c.png", "caf\u00E9.jpg", "图.jpg"];

    [Theory]
    [InlineData("把阀\n门关上，\n再看。", "把阀门关上，再看。")]
    [InlineData("型号是 SH\n型。", "型号是 SH\n型。")]
    [InlineData("到蓄水 \n  池边", "到蓄水池边")]
    [InlineData("看水位。[@s1]\n再看", "看水位。[1]再看")]
    [InlineData("甲\n**乙**\n`丙`\n[丁](/objects/x/)", "甲乙丙丁")]
    [InlineData("他说\n“走”，\n——于是走了", "他说“走”，——于是走了")]
    [InlineData("第一行，\nSecond line", "第一行，Second line")]
    [InlineData("one\ntwo", "one\ntwo")]
    [InlineData("> 引文一\n> 引文二", "引文一引文二")]
    [InlineData("甲  \n乙", "甲\n乙")]
    [InlineData("鿍\n𠮷\n〇", "鿍𠮷〇")]
    public void A_soft_break_between_Chinese_is_nothing(string markdown, string text) => Assert.Equal(text, Text(markdown));

    [Theory]
    [InlineData("门口写着**“先看水位。”**再写", "门口写着<strong>“先看水位。”</strong>再写")]
    [InlineData("把**《第三册》**交给", "把<strong>《第三册》</strong>交给")]
    [InlineData("**注意：**开机", "<strong>注意：</strong>开机")]
    [InlineData("表**（旧）**换了，*“轻放。”*是", "表<strong>（旧）</strong>换了，<em>“轻放。”</em>是")]
    [InlineData("共**“三不”**3条", "共<strong>“三不”</strong>3条")]
    [InlineData("A型**“水”**B", "A型<strong>“水”</strong>B")]
    [InlineData("用**PLC**控制第**3**号", "用<strong>PLC</strong>控制第<strong>3</strong>号")]
    [InlineData("***“强”***调", "<em><strong>“强”</strong></em>调")]
    [InlineData("说——**走**——", "说——<strong>走</strong>——")]
    public void Emphasis_may_stand_at_Chinese_marks(string markdown, string html)
    {
        Assert.Equal($"<p>{html}</p>", Html(markdown));
        Assert.Empty(Found(markdown));
    }

    [Theory]
    [InlineData("泵座 1200*800*600 毫米")]
    [InlineData("5*3=15，3*5=15")]
    [InlineData("长*宽*高，长1.2米*宽0.8米*高0.6米")]
    [InlineData("50 mm*30 mm*20 mm，5*(3+2)*4，2*φ12+3*φ16")]
    [InlineData("1.2*0.8*0.6，１２*３４*５６，2**3+2**4")]
    [InlineData("3人*5天*2班，a*b*c")]
    [InlineData("10~20~30，H~2~O，2^10^3，$5 和 $6，1_000_000，snake_case_name，型号_A_型")]
    public void A_figure_keeps_its_signs(string markdown)
    {
        Assert.Equal(markdown, Text(markdown));
        Assert.Empty(Found(markdown));
    }

    [Theory]
    [InlineData("［@s1］")]
    [InlineData("【@s1】")]
    [InlineData("〔@s1〕")]
    [InlineData("[＠s1]")]
    [InlineData("[ @s1 ]")]
    [InlineData("【@s1]")]
    [InlineData("[@s1］")]
    [InlineData("［　＠ｓ１　］")]
    [InlineData("（@s1）")]
    [InlineData("[@s1，s2]", "s1", "s2")]
    [InlineData("[@s1、s2]", "s1", "s2")]
    [InlineData("［＠s1；＠s2］", "s1", "s2")]
    [InlineData("[@s1 @s2]", "s1", "s2")]
    public void A_citation_in_full_width_is_a_citation(string written, params string[] ids)
    {
        var body = Of($"甲{written}乙");
        Assert.Equal(ids.Length == 0 ? ["s1"] : ids, body.Cites.Select(c => c.Id));
        Assert.DoesNotContain("@", Html($"甲{written}乙").Replace("＠", "@", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(Found($"甲{written}乙"));
    }

    [Theory]
    [InlineData("甲[@S1]乙", "YG220")]
    [InlineData("甲[@s1，第3页]乙", "YG220")]
    [InlineData("甲[@来源]乙", "YG220")]
    [InlineData("甲[@s1", "YG220")]
    [InlineData("甲[s1]乙", "YG220")]
    [InlineData("甲@s1，乙", "YG220")]
    [InlineData("##\\# 甲\n\n甲\n---", "YG221")]
    [InlineData("#甲", "YG222")]
    [InlineData("####### 甲", "YG222")]
    [InlineData("    ## 甲", "YG223")]
    [InlineData("　　- 甲", "YG223")]
    [InlineData("- 甲\n\n        - 乙", "YG223")]
    [InlineData("水泵[^9]。", "YG224")]
    [InlineData("水泵［^9］。", "YG224")]
    [InlineData("甲\n\n[^x]: 乙", "YG225")]
    [InlineData("甲[^1]\n\n[^1]: 乙\n\n[^1]: 丙", "YG225")]
    [InlineData("1. 甲\n  - 乙", "YG226")]
    [InlineData("1. 甲\n  2. 乙", "YG226")]
    [InlineData("10. 甲\n   - 乙", "YG226")]
    [InlineData("这是**重点", "YG227")]
    [InlineData("__重点__是", "YG227")]
    [InlineData("这是 ** 重点 ** 的", "YG227")]
    [InlineData("＊＊重点＊＊", "YG227")]
    [InlineData("| 年 | 事 |\n| 1950 | 甲 |", "YG228")]
    [InlineData("｜ 年 ｜ 事 ｜\n｜ 1950 ｜ 甲 ｜", "YG228")]
    [InlineData("［井］（/objects/x/）", "YG229")]
    [InlineData("[井] (https://example.org/)", "YG229")]
    [InlineData("[井](/objects/x y/)", "YG229")]
    [InlineData("```\n甲", "YG230")]
    [InlineData("![[泵房.jpg]]", "YG178")]
    [InlineData("!(泵房)[泵房.jpg]", "YG178")]
    [InlineData("![泵房](泵房.jpg", "YG178")]
    [InlineData("![泵房]：泵房.jpg", "YG178")]
    public void What_cannot_be_read_as_it_looks_is_found_once(string markdown, string code) => Assert.Equal([code], Found(markdown));

    [Theory]
    [InlineData("a@s1.cn，\\[@s1]，（@某人），`[@S1]`，[@某人](https://example.org/)")]
    [InlineData("#话题#和 #1 机组\n\n#2 机组")]
    [InlineData("3 * 5，带 \\* 号，** 之外**甲**")]
    [InlineData("甲[^1]\n\n[^1]: 乙")]
    [InlineData("- 甲\n  - 乙\n    - 丙\n\n1. 甲\n   - 乙")]
    [InlineData("[甲](/objects/x/) （/objects/）[注]（见下）")]
    [InlineData("```\n[@s1\n##甲\n```")]
    [InlineData("惊！（图.jpg）好！")]
    public void What_is_meant_as_it_stands_is_not_found(string markdown) =>
        Assert.Empty(Found(markdown).Except(["YG227"]));

    [Theory]
    [InlineData("##没有空格", "<h2 id=\"没有空格\">没有空格</h2>")]
    [InlineData("＃＃ 全角", "<h2 id=\"全角\">全角</h2>")]
    [InlineData("＃＃＃全角", "<h3 id=\"全角\">全角</h3>")]
    [InlineData("##　全角空格　##", "<h2 id=\"全角空格\">全角空格</h2>")]
    [InlineData("甲\n##乙", "<p>甲</p>\n<h2 id=\"乙\">乙</h2>")]
    [InlineData("## C#", "<h2 id=\"c\">C#</h2>")]
    [InlineData("## \\#1", "<h2 id=\"1\">#1</h2>")]
    public void Headings_are_headings(string markdown, string html) => Assert.Equal(html, Html(markdown));

    [Theory]
    [InlineData("一、甲；\n二、乙；\n三、丙。", 2)]
    [InlineData("1、甲\n2、乙", 1)]
    [InlineData("１．甲\n２．乙", 1)]
    [InlineData("(1) 甲\n(2) 乙", 1)]
    [InlineData("步骤：\n（一）甲", 1)]
    [InlineData("①甲\n②乙\n③丙", 2)]
    [InlineData("•甲\n•乙", 1)]
    [InlineData("“话。”\n——某人", 1)]
    [InlineData("他在\n一年后，到\n二、三个地方去", 0)]
    [InlineData("长 1\n.5 米", 0)]
    public void A_numbered_line_stands_on_its_own(string markdown, int breaks) =>
        Assert.Equal(breaks, Html(markdown).Split("<br>").Length - 1);

    [Theory]
    [InlineData("· 甲\n· 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>")]
    [InlineData("－ 甲\n－ 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>")]
    [InlineData("＞ 甲", "<blockquote>\n<p>甲</p>\n</blockquote>")]
    [InlineData("    甲", "<p>甲</p>")]
    [InlineData("\t甲", "<p>甲</p>")]
    [InlineData("　　甲\n　　乙", "<p>甲</p>\n<p>乙</p>")]
    [InlineData("甲\n    乙", "<p>甲</p>\n<p>乙</p>")]
    [InlineData("\u00A0\u00A0甲", "<p>甲</p>")]
    [InlineData("- 甲\n　　乙", "<ul>\n<li>甲</li>\n</ul>\n<p>乙</p>")]
    [InlineData("| 年 | 事 | 数 |\n|:-|:-:|-:|\n| 1 | 2 | 3 |",
        "<table>\n<thead>\n<tr>\n<th class=\"align-left\">年</th>\n<th class=\"align-center\">事</th>\n<th class=\"align-right\">数</th>\n"
        + "</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"align-left\">1</td>\n<td class=\"align-center\">2</td>\n"
        + "<td class=\"align-right\">3</td>\n</tr>\n</tbody>\n</table>")]
    [InlineData("甲\n\n[^x]: 乙", "<p>甲</p>")]
    public void Blocks_are_what_they_look_like(string markdown, string html) => Assert.Equal(html, Html(markdown));

    [Theory]
    [InlineData("![甲](泵房 一.jpg \"摄\")", "泵房 一.jpg")]
    [InlineData("![甲](%E6%B3%B5%E6%88%BF%20%E4%B8%80.jpg \"摄\")", "泵房 一.jpg")]
    [InlineData("![甲](泵房%20一.jpg \"摄\")", "泵房 一.jpg")]
    [InlineData("![甲](<泵房 一.jpg> \"摄\")", "泵房 一.jpg")]
    [InlineData("![甲](./泵房.jpg \"摄\")", "泵房.jpg")]
    [InlineData("![甲](.\\泵房.jpg \"摄\")", "泵房.jpg")]
    [InlineData("![甲](1#机组.jpg \"摄\")", "1#机组.jpg")]
    [InlineData("![甲](谁画的?.jpg \"摄\")", "谁画的?.jpg")]
    [InlineData("![甲](开度50%.jpg \"摄\")", "开度50%.jpg")]
    [InlineData("![甲](开度50%25.jpg \"摄\")", "开度50%.jpg")]
    [InlineData("![甲](图1).jpg \"摄\")", "图1).jpg")]
    [InlineData("![甲](a&b+c.png '摄')", "a&b+c.png")]
    [InlineData("![甲](cafe%CC%81.jpg \"摄\")", "caf\u00E9.jpg")]
    [InlineData("！［甲］（泵房.jpg “摄”）", "泵房.jpg")]
    [InlineData("![甲] (泵房.jpg \"摄\")", "泵房.jpg")]
    [InlineData("![甲](泵房.jpg\"摄\")", "泵房.jpg")]
    [InlineData("![甲][1]\n\n[1]: ./泵房.jpg \"摄\"", "泵房.jpg")]
    public void A_picture_is_found_by_any_way_of_writing_its_name(string markdown, string file)
    {
        Assert.Equal([file], Of(markdown).Pictures.Select(p => p.Id));
        Assert.Equal($"<figure><img loading=\"lazy\" src=\"/people/x/{Uri.EscapeDataString(file)}\" alt=\"甲\">"
            + "<figcaption>摄</figcaption></figure>", Html(markdown));
        Assert.Empty(Found(markdown));
    }

    [Theory]
    [InlineData("文 ![甲](泵房.jpg \"摄\") 字")]
    [InlineData("- 文\n\n  ![甲](泵房.jpg \"摄\")")]
    [InlineData("| 图 |\n|---|\n| ![甲](泵房.jpg \"摄\") |")]
    [InlineData("[![甲](泵房.jpg \"摄\")](/people/x/)")]
    public void A_picture_anywhere_is_lazy_and_has_its_credit(string markdown)
    {
        Assert.Contains("<img loading=\"lazy\" src=\"/people/x/%E6%B3%B5%E6%88%BF.jpg\" alt=\"甲\">", Html(markdown),
            StringComparison.Ordinal);
        Assert.Contains(">摄<", Html(markdown), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_pictures_in_one_paragraph_are_two_figures() =>
        Assert.Equal(2, Html("![甲](泵房.jpg \"摄\")\n![乙](图.jpg \"摄\")").Split("<figure>").Length - 1);

    [Theory]
    [InlineData("## 鲫鲤")]
    [InlineData("鳜鲈\n鳊鲢\n----")]
    [InlineData("  ## 鲟鲵")]
    [InlineData("> - ### 鲳鲷")]
    [InlineData("1. ## 鲽鳗")]
    [InlineData("### &#x9CB8;&#x9CB6;")]
    [InlineData("##鳙鲂\n\n＃＃ 鳅鳝")]
    [InlineData("> 鲨鱼\n> ===")]
    public void Every_character_of_a_heading_is_known_before_it_is_parsed(string markdown)
    {
        var body = Of(markdown);
        Assert.NotEmpty(body.Headings);
        Assert.Empty(string.Concat(body.Headings.Select(h => h.Text)).Where(c => !char.IsWhiteSpace(c)).Except(body.BodyDigest.Headings));
    }

    [Fact]
    public void Prose_adds_nothing_to_the_characters_of_headings() =>
        Assert.Equal("", Of("甲\n\n- 乙 1#机组\n\n第 1# 机组\n\n丙 - 丁 = 戊").BodyDigest.Headings);

    private static string Html(string markdown) => Of(markdown).Html.TrimEnd('\n');

    private static string Text(string markdown)
    {
        var html = Html(markdown).Replace("<br>", "", StringComparison.Ordinal);
        return System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "</?[a-z][^>]*>", "")).Trim('\n');
    }

    private static IReadOnlyList<string> Found(string markdown) => [.. Of(markdown).Findings.Select(f => f.Rule.Code)];

    private static Body Of(string markdown)
    {
        const string before = "---\nid: x\n---\n";
        var file = new SourceFile("input/stories/x/index.md", before + markdown);
        Source Source(string id) => new()
        {
            Id = new(id, file.Whole), Title = "题", Author = null, Publisher = "社", Date = null, Url = null, Archive = "档",
            Grade = Grade.A, Group = null, ReadInFull = false,
        };
        return new(file, before.Length,
            new([Source("s1"), Source("s2")], Files, Settings.Default.LinkRewriter("/people/x/")));
    }
}
