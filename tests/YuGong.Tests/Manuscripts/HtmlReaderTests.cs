using Xunit;
using YuGong.Manuscripts;

namespace YuGong.Tests.Manuscripts;

/// <summary>What lies on the clipboard when somebody copies from Word, WPS or WeChat.</summary>
public sealed class HtmlReaderTests
{
    [Fact]
    public void Word_numbers_its_lists_in_paragraphs_and_breaks_its_lines_between_any_characters()
    {
        var read = Read("""
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body lang=ZH-CN>
            <p class=MsoTitle>一座山的故事<o:p></o:p></p><h2>起因</h2>
            <p class=MsoNormal style='text-indent:21.0pt'>愚公九
            十岁，想移<b>山</b>。<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"
            title=""><span class=MsoFootnoteReference>[1]</span></a></p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
            style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>锄头</p>
            <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>木柄</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>一、</span>挖山</p>
            <div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1"
            name="_ftn1">[1]</a> 《列子》，某书局。</p></div></div>
            </body></html>
            """);
        Assert.Equal("一座山的故事", read.Title);
        Assert.Equal("## 起因\n\n愚公九十岁，想移**山**。[@s1]\n\n- 锄头\n  - 木柄\n\n一、挖山\n", Spaced(MarkdownWriter.Write(read.Blocks)));
        Assert.Equal("《列子》，某书局。", Assert.Single(read.Notes));
    }

    /// <summary>The site's own bodies: citations name sources by number, and footnotes of the text come behind them.</summary>
    [Fact]
    public void A_footnote_of_the_text_is_none_of_its_sources()
    {
        var read = HtmlReader.Read("""
            <p>甲<sup class="cite"><a href="#source-s2">[2]</a></sup>乙<a id="fnref:1" href="#fn:1" class="footnote-ref"><sup>1</sup></a>。</p>
            <div class="footnotes"><hr /><ol><li id="fn:1"><p>另一句话。<a href="#fnref:1"
            class="footnote-back-ref">&#8617;</a></p></li></ol></div>
            """, sources: 3);
        var paragraph = Assert.IsType<ParagraphBlock>(Assert.Single(read.Blocks));
        Assert.Equal([2, 4], paragraph.Inlines.OfType<NoteInline>().Select(n => n.Number));
        Assert.Equal(["另一句话。"], read.Notes);
    }

    [Fact]
    public void WeChat_nests_sections_and_says_in_styles_what_is_bold()
    {
        var read = Read("""
            <section style="margin:0"><section><p style="text-align:center"><img data-src="https://mmbiz.qpic.cn/a"
            data-type="jpeg"></p></section>
            <section><span style="font-weight: 700;">起因</span></section><p><span>愚公&nbsp;移山。</span><br></p>
            <mp-common-profile data-nickname="某号"></mp-common-profile><iframe data-src="https://v.qq.com/x"></iframe></section>
            <p style="display:none">藏起来的话</p>
            """);
        Assert.Equal("**起因**\n\n愚公 移山。\n", MarkdownWriter.Write(read.Blocks));
        Assert.Equal(["a picture that cannot be had:https://mmbiz.qpic.cn/a", "media or a control of a page:mp-common-profile",
            "media or a control of a page:iframe https://v.qq.com/x", "hidden text:藏起来的话"], Listed(read));
    }

    [Fact]
    public void WPS_puts_tables_into_divs_and_pictures_into_addresses()
    {
        var picture = Convert.ToBase64String(Docx.Png);
        var read = Read($"""
            <div class="Section0"><table><tbody><tr><td><p>年</p></td><td><p>事</p></td></tr>
            <tr><td colspan=2><p>一</p></td></tr></tbody></table>
            <p><img src="data:image/png;base64,{picture}" alt="山"><img src="file:///C:/a.png"></p><p><s>删去</s>留下</p></div>
            """);
        Assert.Equal("| 年 | 事 |\n|---|---|\n| 一 |  |\n\n![山](picture-01.png)\n\n留下\n", Moved(MarkdownWriter.Write(read.Blocks)));
        Assert.Single(read.Pictures);
        Assert.Equal(["merged cells, now separate:", "a picture that cannot be had:file:///C:/a.png", "text struck out:删去"], Listed(read));
    }

    [Fact]
    public void What_is_nested_too_deep_is_refused() => Assert.Throws<ReadingException>(() =>
        Read(string.Concat(Enumerable.Repeat("<div>", 500)) + "x"));

    [Theory]
    [InlineData("<ul><li>一<ul><li>二</li></ul></li></ul>", "- 一\n\n  - 二\n")]
    [InlineData("<ol><li><p>一</p><p>续</p></li><li>二</li></ol>", "1. 一\n\n   续\n2. 二\n")]
    [InlineData("<blockquote><p>甲</p><p>乙</p></blockquote><hr>", "> 甲\n>\n> 乙\n\n* * *\n")]
    [InlineData("<p>见<a href='https://example.org/a_b'>网<b>页</b></a>，<a href='javascript:x()'>坏</a></p>",
        "见[网**页**](<https://example.org/a_b>)，坏\n")]
    [InlineData("一<br>二<p>三</p>四", "一\\\n二\n\n三\n\n四\n")]
    [InlineData("<pre>a\n  b</pre>", "a\\\n  b\n")]
    public void Layout_becomes_Markdown(string html, string markdown) => Assert.Equal(markdown, MarkdownWriter.Write(Read(html).Blocks));

    private static Manuscript Read(string html) => HtmlReader.Read(html);

    private static IEnumerable<string> Listed(Manuscript read) => read.Unread.Select(u => $"{u.What.En}:{u.Text}");

    private static string Spaced(string markdown) => markdown.Replace("- 锄头\n\n", "- 锄头\n", StringComparison.Ordinal);

    private static string Moved(string markdown) => markdown;
}
