using Xunit;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Tests.Publishing;

public sealed class PublicationPlanTests
{
    [Theory]
    [InlineData("a/index.html b/index.html", "")]
    [InlineData("a/index.html b.html a/index.html a/index.html", "YG201 a/index.html")]
    [InlineData("a/index.html A/index.html", "YG202 a")]
    [InlineData("a/x.html a/X.html a/y.html", "YG202 a/x.html")]
    [InlineData("a a/index.html", "YG202 a")]
    [InlineData("b/c B/d/e B/c x x", "YG201 x, YG202 b")]
    public void Every_clash_of_places_is_told_once(string paths, string expected)
    {
        Diagnostics findings = new();
        var plan = PublicationPlan.Check(paths.Split(' ').Select(path => OutputFile.Of(path, default)), findings);
        Assert.Equal(expected, string.Join(", ", findings.Sorted().OrderBy(d => d.Rule.Code).Select(d => $"{d.Rule.Code} {d.Details[0]}")));
        Assert.Equal(expected.Length == 0, plan is not null);
    }

    [Theory]
    [InlineData("index.html", "/")]
    [InlineData("people/x/index.html", "/people/x/")]
    [InlineData("print/x.html", "/print/x.html")]
    [InlineData("people/myindex.html", "/people/myindex.html")]
    [InlineData("404.html", null)]
    [InlineData("feed.xml", null)]
    public void A_page_has_an_address(string path, string? address) => Assert.Equal(address, OutputPath.Of(path).Address);
}
