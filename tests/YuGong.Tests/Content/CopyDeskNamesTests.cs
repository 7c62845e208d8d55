using Xunit;
using YuGong.Content;
using YuGong.Content.CopyDesk;
using YuGong.Content.Schemas;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>Names that are nearly one that the site knows.</summary>
public sealed class CopyDeskNamesTests
{
    private static readonly Taxonomies Known = Taxonomies.Empty with
    {
        Names =
        [
            new("ceaq", "重庆市工程师协会", ["市工程师协会"], ["重庆工程师协会", "重庆市工程师学会"]), new("scx", "孙才新", [], []), new("dw", "洞窝水电站", [], []),
            new("wjg", "王建国", [], []), new("wjg-2", "王健国", [], []),
        ],
    };

    [Theory]
    [InlineData("据孙才欣的同事说。", "YG268 孙才新")]
    [InlineData("洞窝的水。硐窝水电站发电。", "YG268 洞窝水电站")]
    [InlineData("硐窝的水。", "YG268 洞窝")]
    [InlineData("重庆工程师协会发文。", "YG269 重庆市工程师协会")]
    [InlineData("重庆市工程师学会发文。", "YG269 重庆市工程师协会")]
    public void A_name_with_one_character_that_sounds_or_looks_alike_is_told(string body, string expected) =>
        Assert.Equal(expected, Assert.Single(Read(body).Select(d => $"{d.Rule.Code} {d.Fix!.Edits[0].Replacement}")));

    [Theory]
    [InlineData("孙才新说。")]
    [InlineData("孙才干了活。")]
    [InlineData("王建国和王健国。")]
    [InlineData("重庆市工程师协会和市工程师协会。")]
    [InlineData("题为“孙才欣”的文章。")]
    [InlineData("[孙才欣]{.sic}另有其人。")]
    [InlineData("洞窝和洞庭湖。")]
    public void Names_that_are_right_or_somebody_elses_are_not(string body) => Assert.Equal([], Read(body).Select(d => d.Rule.Code));

    private static IReadOnlyList<Diagnostic> Read(string body)
    {
        var found = new Diagnostics();
        var block = FrontMatterBlock.Read(new("input/pages/x/index.md", "---\nid: x\ntitle: 题\n---\n" + body), found)!;
        new CopyReader(CopySettings.Default, new(HanVariants.None), new(() => new HashSet<string>()))
            .ReadNames(block, EntrySchemas.Page, new([], Known), "/x/", found);
        return found.Sorted();
    }
}
