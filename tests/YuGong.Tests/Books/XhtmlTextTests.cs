using System.Xml.Linq;
using Xunit;
using YuGong.Books.Epub;
using YuGong.Manuscripts;

namespace YuGong.Tests.Books;

public sealed class XhtmlTextTests
{
    [Fact]
    public void A_mark_leads_to_its_source_and_the_source_back_to_its_first_mark()
    {
        var text = new XhtmlText(withNotes: true, address => address);
        var paragraphs = text.Of(
        [
            new ParagraphBlock([new TextInline("通水"), new NoteInline(2), new TextInline(" "), new NoteInline(1), new TextInline(" 以后")]),
            new ParagraphBlock([new TextInline("再说"), new NoteInline(2)]),
        ], _ => null).ToList();
        Assert.Equal(["通水[2][1]以后", "再说[2]"], paragraphs.Select(p => p.Value));

        var notes = text.Notes(["《甲》，乙社。https://example.org/a", "《丙》，丁社。", "《没有提到》，戊社。"]);
        var marks = paragraphs.Concat([notes]).SelectMany(e => e.Descendants()).Where(e => e.Attribute("role") is not null)
            .Select(e => $"{e.Attribute("role")!.Value} {e.Attribute("id")?.Value} {e.Attribute("href")?.Value}");
        Assert.Equal(
        [
            "doc-noteref r2 #n2", "doc-noteref r1 #n1", "doc-noteref  #n2", "doc-backlink  #r1", "doc-backlink  #r2",
        ], marks);
        Assert.Equal(["n1", "n2", "n3"], notes.Descendants().Where(e => e.Name.LocalName == "li").Select(e => e.Attribute("id")!.Value));
        Assert.Contains("https://example.org/a", notes.Descendants().Attributes("href").Select(a => a.Value));
    }

    /// <summary>竖排: one or two digits stand upright, and nothing else of another script does.</summary>
    [Theory]
    [InlineData("3月12日", "<span class=\"upright\">3</span>月<span class=\"upright\">12</span>日")]
    [InlineData("1932年，No.7，3.5米", "1932年，No.7，3.5米")]
    [InlineData("他说“图‘上’差一丝”", "他说『图「上」差一丝』")]
    public void Words_of_columns_stand_as_on_paper(string words, string expected)
    {
        var paragraph = Xhtml.Of("p", words, Xhtml.Of("sup", "[3]"));
        ColumnText.Turn(paragraph);
        var text = string.Concat(paragraph.Nodes()).Replace(" xmlns=\"http://www.w3.org/1999/xhtml\"", "", StringComparison.Ordinal);
        Assert.Equal(expected + "<sup>[3]</sup>", text);
    }

    [Fact]
    public void Without_sources_there_are_no_marks_and_links_into_the_book_stay_in_it()
    {
        var text = new XhtmlText(withNotes: false, address => address == "https://example.org/people/a/" ? "person-a.xhtml" : address);
        var paragraph = Assert.Single(text.Of(
            [new ParagraphBlock([new LinkInline("https://example.org/people/a/", [new TextInline("甲")]), new NoteInline(1)])], _ => null));
        Assert.Equal("甲", paragraph.Value);
        Assert.Equal("person-a.xhtml", paragraph.Elements().Single().Attribute("href")?.Value);
    }

    [Fact]
    public void The_index_leads_to_the_paragraph_that_says_it_first()
    {
        EpubDocument Chapter(string id, string title, params string[] words) =>
            new(id, title, Xhtml.Of("section", words.Select(w => Xhtml.Of("p", w))));
        EpubDocument[] chapters = [Chapter("person-a", "甲", "没有", "在测试城", "又在测试城"), Chapter("person-b", "乙", "甲到过测试城")];
        var index = new EpubIndex(chapters).Of([new("测试城", "ce shi cheng", null), new("甲", "jia", (1, 1)), new("没见过", "mei", null)]);
        var lines = index.Content.Descendants().Where(e => e.Name.LocalName == "li")
            .Select(li => li.Value + " " + string.Join(' ', li.Descendants().Attributes("href").Select(a => a.Value)));
        Assert.Equal(["测试城　甲，乙 person-a.xhtml#t1 person-b.xhtml#t2", "甲　乙 person-a.xhtml person-b.xhtml#t2"], lines);
        Assert.Equal(["", "t1", ""], chapters[0].Content.Elements().Select(e => e.Attribute("id")?.Value ?? ""));
    }
}
