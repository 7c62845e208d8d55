using System.Text;
using Xunit;
using YuGong.Pages.Typography;
using YuGong.Text.Segmentation;

namespace YuGong.Tests.Sites;

/// <summary>What a page's text looks like when editors typed blanks and templates ended lines.</summary>
public sealed class PageTextTests
{
    [Theory]
    [InlineData("<p>1950 年 6 月 15 日，共 Word 文档 3 份。</p>", "<p>1950年6月15日，共Word文档3份。</p>")]
    [InlineData("<p><a href=\"x y\">无线电</a>\n、<a>工程教育</a></p>", "<p><a href=\"x y\">无线电</a>、<a>工程教育</a></p>")]
    [InlineData("<dd><b>10</b> 位</dd>", "<dd><b>10</b>位</dd>")]
    [InlineData("<a>搜索</a> <a>IIIF</a>", "<a>搜索</a> <a>IIIF</a>")]
    [InlineData("<p>一个 人 two words</p>", "<p>一个 人two words</p>")]
    [InlineData("<pre>第 1 行</pre><code>第 1 行</code><script>第 1 行</script>", "<pre>第 1 行</pre><code>第 1 行</code><script>第 1 行</script>")]
    [InlineData("<p>张</p>\n<p>3 人</p>", "<p>张</p>\n<p>3人</p>")]
    [InlineData("<i title=\"第 1 页\">“ 引”</i>", "<i title=\"第 1 页\">“引”</i>")]
    [InlineData("<p>任教； 1932年， 在重庆。 “好”</p>", "<p>任教；1932年，在重庆。“好”</p>")]
    [InlineData("<b>任教。</b> <a>全文</a>", "<b>任教。</b> <a>全文</a>")]
    [InlineData("", "")]
    public void Blanks_that_no_Chinese_text_has_go(string page, string settled) => Assert.Equal(settled, Settled(page));

    [Theory]
    [InlineData("<p>任教。@</p>", "<p>任教&@。</p>")]
    [InlineData("<p>任教。@@他</p>", "<p>任教&@&@。他</p>")]
    [InlineData("<p>他说“好。”@</p>", "<p>他说“好。”&@</p>")]
    [InlineData("<dd>1980 年@</dd>", "<dd>1980年&@</dd>")]
    [InlineData("<p>@</p>", "<p>@</p>")]
    public void A_citation_is_bound_to_its_word_and_stands_before_the_stop(string page, string settled)
    {
        const string Cite = "<sup class=\"cite\"><a href=\"#source-s1\">[1]</a></sup>";
        Assert.Equal(settled.Replace("@", Cite, StringComparison.Ordinal).Replace("&", "\u2060", StringComparison.Ordinal),
            Settled(page.Replace("@", Cite, StringComparison.Ordinal)));
    }

    [Fact]
    public void Large_type_ends_its_lines_between_phrases()
    {
        var breaker = new PhraseBreaker(["白鹤梁"]);
        Assert.Equal("<span class=\"unbroken\">把白鹤梁<wbr>留在<wbr>江底</span>", PhraseMarkup.Of(breaker, "把白鹤梁留在江底"));
        Assert.Equal("<h2 id=\"a\"><span class=\"unbroken\">留在<wbr>江底 &amp; <b>首飞时</b></span></h2><p>留在江底</p>",
            PhraseMarkup.InBody(breaker, "<h2 id=\"a\">留在江底 &amp; <b>首飞时</b></h2><p>留在江底</p>"));
        Assert.Equal("<span class=\"unbroken\">第<span class=\"upright\">1</span>批<wbr><span class=\"upright-long\">2026</span>年</span>",
            PhraseMarkup.Upright(breaker, "第1批2026 年"));
    }

    private static string Settled(string page) => Encoding.UTF8.GetString(PageText.Settled(Encoding.UTF8.GetBytes(page)).Span);
}
