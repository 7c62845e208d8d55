using Xunit;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>From Markdown to the HTML of a page.</summary>
public sealed class BodyTests
{
    private static readonly Settings Site = Settings.Default with { LinkRoot = "/yugong" };

    [Theory]
    [InlineData("山。[@s1]", "<p>山。<sup class=\"cite\"><a href=\"#source-s1\">[1]</a></sup></p>")]
    [InlineData("山。[@s2,s1]", "<p>山。<sup class=\"cite\"><a href=\"#source-s2\">[2]</a><a href=\"#source-s1\">[1]</a></sup></p>")]
    [InlineData("山。[@s2, @s1]", "<p>山。<sup class=\"cite\"><a href=\"#source-s2\">[2]</a><a href=\"#source-s1\">[1]</a></sup></p>")]
    [InlineData("山。[@s9]", "<p>山。<sup class=\"cite\"></sup></p>")]
    [InlineData("山。[@S 1]", "<p>山。[@S 1]</p>")]
    [InlineData("山。[@s1", "<p>山。[@s1</p>")]
    [InlineData("`[@s1]`", "<p><code>[@s1]</code></p>")]
    [InlineData("**山。[@s1]**", "<p><strong>山。<sup class=\"cite\"><a href=\"#source-s1\">[1]</a></sup></strong></p>")]
    [InlineData("[井](/objects/x/)", "<p><a href=\"/yugong/objects/x/\">井</a></p>")]
    [InlineData("[井](/objects/x/#a)", "<p><a href=\"/yugong/objects/x/#a\">井</a></p>")]
    [InlineData("[井](#a)", "<p><a href=\"#a\">井</a></p>")]
    [InlineData("[井][1]\n\n[1]: /objects/x/", "<p><a href=\"/yugong/objects/x/\">井</a></p>")]
    [InlineData("[外](https://example.org/a?b=1&c=2)",
        "<p><a href=\"https://example.org/a?b=1&amp;c=2\" class=\"outward\" rel=\"noopener\">外</a></p>")]
    [InlineData("[信](mailto:a@b.cn)", "<p><a href=\"mailto:a@b.cn\">信</a></p>")]
    [InlineData("![井口](well.jpg \"编辑部摄\")",
        "<figure><img loading=\"lazy\" src=\"/yugong/people/x/well.jpg\" alt=\"井口\"><figcaption>编辑部摄</figcaption></figure>")]
    [InlineData("![\"<b>\"](well.jpg \"<i>\")",
        "<figure><img loading=\"lazy\" src=\"/yugong/people/x/well.jpg\" alt=\"&quot;&quot;\"><figcaption>&lt;i&gt;</figcaption></figure>")]
    [InlineData("山 <script>alert(1)</script> 水", "<p>山 alert(1) 水</p>")]
    [InlineData("山<br>水", "<p>山水</p>")]
    [InlineData("<div onclick=\"x\">\n山\n</div>", "")]
    [InlineData("<!-- 山 -->", "")]
    [InlineData("山 \\<b> 水 & <", "<p>山 &lt;b&gt; 水 &amp; &lt;</p>")]
    [InlineData("## 小标题", "<h2 id=\"小标题\">小标题</h2>")]
    [InlineData("| a | b |\n|---|---|\n| c | d |",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
            + "<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>")]
    public void A_body_becomes(string markdown, string html) => Assert.Equal(html, Of(markdown, Site).Html.TrimEnd('\n'));

    [Theory]
    [InlineData(true, "", "/objects/x/", "/objects/x/")]
    [InlineData(true, "/sub", "/objects/x/#a", "/sub/objects/x/#a")]
    [InlineData(false, "", "/objects/x/", "/objects/x/index.html")]
    [InlineData(false, "/sub", "/objects/x/#a", "/sub/objects/x/index.html#a")]
    [InlineData(false, "/sub", "/", "/sub/index.html")]
    [InlineData(false, "/sub", "well.jpg", "/sub/people/x/well.jpg")]
    [InlineData(false, "/sub", "#a", "#a")]
    [InlineData(false, "/sub", "https://example.org/", "https://example.org/")]
    [InlineData(false, "/sub", "mailto:a@b.cn", "mailto:a@b.cn")]
    public void Addresses_follow_the_settings(bool hideIndex, string root, string written, string address)
    {
        var settings = Settings.Default with { LinkHideIndexPages = hideIndex, LinkRoot = root };
        Assert.Equal(address, settings.LinkRewriter("/people/x/")(written));
        Assert.Contains($"href=\"{address}\"", Of($"[x]({written})", settings).Html);
    }

    [Fact]
    public void What_rules_need_stands_where_it_stands()
    {
        const string markdown = "## 税西恒的井[@s1]\n\n见[水塔](/objects/tower/#顶)。[@s2,s1]\n\n![井](well.jpg \"摄\")\n";
        var body = Of(markdown, Site);
        Assert.Equal(["/objects/tower/#顶"], body.Links.Select(l => Text(l.Span)));
        Assert.Equal(["s1", "s2", "s1"], body.Cites.Select(c => Text(c.Span)));
        Assert.Equal(["well.jpg"], body.Pictures.Select(p => Text(p.Span)));
        Assert.Equal("税西恒的井", Assert.Single(body.Headings).Text);
        Assert.Empty(body.Findings);
        Assert.DoesNotContain("[@", body.Html);
    }

    [Fact]
    public void An_empty_body_is_empty()
    {
        Assert.True(Of("", Site).IsEmpty);
        Assert.True(Of(" \n\t\u3000\n", Site).IsEmpty);
        Assert.False(Of("。", Site).IsEmpty);
    }

    private static string Text(SourceSpan span) => span.File.Text.Substring(span.Start, span.Length);

    private static Body Of(string markdown, Settings settings, params string[] files)
    {
        const string before = "---\nid: x\n---\n";
        var file = new SourceFile("input/stories/x/index.md", before + markdown);
        Source Source(string id) => new()
        {
            Id = new(id, file.Whole), Title = "题", Author = null, Publisher = "社", Date = null, Url = null, Archive = "档",
            Grade = Grade.A, Group = null, ReadInFull = false,
        };
        return new(file, before.Length, new([Source("s1"), Source("s2")], files, settings.LinkRewriter("/people/x/")));
    }
}
