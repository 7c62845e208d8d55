using Xunit;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Tests.Publishing;

public sealed class UrlLedgerTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();
    private readonly Diagnostics findings = new();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void An_address_that_vanished_is_told_with_its_line_and_the_nearest_living_one()
    {
        var ledger = Parse("# 台账\n/\n/people/shui-xihang/\n  /stories/feng-jian/\r\n/old/\n");
        ledger.Check(["/", "/people/shui-xiheng/", "/people/feng-jian/"], findings);
        Assert.Equal(
            [("/people/shui-xihang/", 3, 1, "/people/shui-xiheng/"), ("/stories/feng-jian/", 4, 3, "/people/feng-jian/"),
                ("/old/", 5, 1, "–")],
            findings.Sorted()
                .Select(d => (d.Details[0].Zh, d.Span.File.At(d.Span.Start).Line, d.Span.File.At(d.Span.Start).Column, d.Details[1].Zh)));
        Assert.All(findings.Sorted(), d => Assert.Equal("YG208", d.Rule.Code));
    }

    [Fact]
    public void A_redirect_page_keeps_an_address_alive()
    {
        var plan = PublicationPlan.Check([OutputFile.Of("people/old/index.html", default), OutputFile.Of("feed.xml", default)], findings)!;
        Parse("/people/old/\n").Check(plan.Addresses(), findings);
        Assert.Equal(0, findings.Count);
    }

    [Fact]
    public void A_line_that_is_no_address_is_told()
    {
        Parse("people/x/\n# fine\n\n/people/x/");
        Assert.Equal("YG210", Assert.Single(findings.Sorted()).Rule.Code);
    }

    [Fact]
    public void New_addresses_go_in_sorted_and_comments_stay_above_theirs()
    {
        Assert.True(Parse("# all addresses\n\n/b/\n# printed on poster 7\n/z/\n/c/\n# the end\n").Append(path, ["/people/", "/a/", "/b/"]));
        Assert.Equal("# all addresses\n/a/\n/b/\n/c/\n/people/\n# printed on poster 7\n/z/\n# the end\n", File.ReadAllText(path));
    }

    [Fact]
    public void Without_new_addresses_the_file_is_not_written()
    {
        File.Delete(path);
        Assert.False(Parse("/z/\n/a/\n").Append(path, ["/a/"]));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_ledger_that_is_a_link_stays_one()
    {
        var link = path + ".link";
        try
        {
            File.CreateSymbolicLink(link, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Assert.Skip("no links here");
        }

        try
        {
            Assert.True(Parse("").Append(link, ["/a/"]));
            Assert.NotNull(new FileInfo(link).LinkTarget);
            Assert.Contains("/a/", File.ReadAllText(path), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(link);
        }
    }

    private UrlLedger Parse(string text) => UrlLedger.Parse(new SourceFile("input/urls.txt", text), findings);
}
