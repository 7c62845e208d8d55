using Xunit;
using YuGong.Content;
using YuGong.Pages;
using YuGong.Text;

namespace YuGong.Tests.Sites;

/// <summary>Names and short quotations of a heading stay on one line.</summary>
public sealed class UnbrokenWordsTests
{
    private static readonly NoBreakTerms Words = NoBreakTerms.Of(Taxonomies.Empty with
    {
        Places = [Place("打枪坝"), Place("泸州洞窝", "洞窝"), Place("坝")],
        Districts = [new Term("yuzhong", "渝中区")],
    },
    ["工程师"]);

    [Theory]
    [InlineData("自来水从打枪坝流进山城", "自来水从|[打枪坝]|流进山城")]
    [InlineData("打枪坝", "[打枪坝]")]
    [InlineData("泸州洞窝和洞窝,在渝中区", "[泸州洞窝]|和|[洞窝]|,在|[渝中区]")]
    [InlineData("白鹤梁“无压容器”水下保护体", "白鹤梁|[“无压容器”]|水下保护体")]
    [InlineData("“打枪坝”", "[“打枪坝”]")]
    [InlineData("“一句很长很长的话不必留在一行”", "“一句很长很长的话不必留在一行”")]
    [InlineData("“没有合上的打枪坝", "“没有合上的|[打枪坝]")]
    [InlineData("一坝一水", "一坝一水")]
    [InlineData("", "")]
    public void A_heading_is_split(string heading, string parts) =>
        Assert.Equal(parts, string.Join('|', Words.Split(heading).Select(p => p.Together ? $"[{p.Text}]" : p.Text)));

    private static MapPlace Place(string name, params string[] named) =>
        new(name, name, 29.5, 106.5, named, new SourceFile("places.yaml", "").Whole);
}
