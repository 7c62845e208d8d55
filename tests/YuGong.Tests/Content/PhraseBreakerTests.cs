using System.Text.RegularExpressions;
using Xunit;
using YuGong.Tests.Support;
using YuGong.Text.Segmentation;

namespace YuGong.Tests.Content;

/// <summary>A line of large type ends between phrases; the same on posters and pages.</summary>
public sealed partial class PhraseBreakerTests
{
    private static readonly PhraseBreaker Breaker = new(["打枪坝", "洞窝", "望龙门", "海孔洞", "白鹤梁", "桃花溪"]);

    [Theory]
    [InlineData("自来水从打枪坝流进山城", "自来水|从打枪坝|流进山城")]
    [InlineData("长寿：一台292千瓦的水轮发电机", "长寿：|一台|292千瓦的|水轮发电机")]
    [InlineData("长寿：一台 292 千瓦的水轮发电机", "长寿：|一台 292 千瓦的|水轮发电机")]
    [InlineData("没有风洞，首飞时他就在机上", "没有|风洞，|首飞时|他就在机上")]
    [InlineData("春节前后，带队上山采覆冰数据", "春节|前后，|带队|上山|采覆冰|数据")]
    [InlineData("造桥的人，来造望龙门缆车", "造桥的人，|来造望龙门|缆车")]
    [InlineData("穹顶上的七万五千多枚铆钉", "穹顶上的|七万五千多枚|铆钉")]
    [InlineData("白鹤梁参观廊道与观察窗", "白鹤梁|参观廊道|与观察窗")]
    [InlineData("白鹤梁“无压容器”水下保护体", "白鹤梁|“无压容器”|水下|保护体")]
    [InlineData("重庆35千瓦短波台（XGOY）", "重庆|35千瓦|短波台|（XGOY）")]
    [InlineData("重庆大学高电压实验室", "重庆大学|高电压|实验室")]
    [InlineData("1950年6月15日开工", "1950年|6月15日|开工")]
    [InlineData("中运一号", "中|运一号")]
    [InlineData("打枪坝", "打枪坝")]
    [InlineData("……", "……")]
    [InlineData("", "")]
    public void A_text_is_cut_into_phrases(string text, string phrases) => Assert.Equal(phrases, string.Join('|', Breaker.Phrases(text)));

    [Fact]
    public void A_typed_blank_between_a_number_and_its_unit_parts_nothing()
    {
        var joints = Breaker.Joints("一台 292 千瓦的水轮发电机");
        Assert.All(Enumerable.Range(4, 5), at => Assert.Equal(PhraseJoint.Inside, joints[at]));
    }

    /// <summary>At whatever place of whatever title, headline or summary of the stories a word stands, it stays whole.</summary>
    [Fact]
    public void No_word_of_the_stories_is_cut()
    {
        var words = File.ReadAllLines(Repository.At("tests", "Support", "unbroken-words.txt")).Where(l => !l.StartsWith('#')).ToList();
        Assert.True(words.Count >= 60);
        var lines = Directory.EnumerateFiles(Repository.At("input"), "*.md", SearchOption.AllDirectories).SelectMany(File.ReadLines)
            .Select(l => Line().Match(l)).Where(m => m.Success).Select(m => Blank().Replace(m.Groups["words"].Value, "")).ToList();
        var cut =
            from line in lines
            let phrases = Breaker.Phrases(line).ToList()
            from word in words
            where Count(line, word) != phrases.Sum(p => Count(p, word))
            select $"{word}: {string.Join('|', phrases)}";
        Assert.Empty(cut);
        Assert.All(words, word => Assert.Equal([word], Breaker.Phrases(word)));
    }

    [Fact]
    public void No_line_is_a_single_character_or_begins_with_a_closing_mark()
    {
        string[] texts = ["他在山上。", "一，二，三。", "这是“一”个", "第一百九十九", "水", "水。"];
        Assert.All(texts.SelectMany(Breaker.Phrases), p => Assert.DoesNotContain(p[0], "，。”"));
        Assert.Equal(["他在山上。"], Breaker.Phrases("他在山上。"));
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    [GeneratedRegex("^(title|headline|name|summary): *(?<words>.+)|^##+ (?<words>.+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();

    [GeneratedRegex("(?<=[\u4e00-\u9fff]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=[\u4e00-\u9fff])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank();
}
