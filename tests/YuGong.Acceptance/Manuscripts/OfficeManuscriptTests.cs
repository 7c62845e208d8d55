using System.Text;
using Xunit;
using YuGong.Leads;
using YuGong.Manuscripts;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Manuscripts;

/// <summary>Manuscripts as LibreOffice writes them: everything that was said in the original is in the text, in order, or listed.</summary>
public sealed class OfficeManuscriptTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("yugong-manuscripts-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A text of LibreOffice's own, and what people save from a browser or a plain editor; the words in their order.</summary>
    private static readonly (string Name, string Text, string[] Said, string[] Aside)[] Sources =
    [
        ("own.fodt", FlatText.Of("""
            <text:h text:outline-level="1">甲地的水厂</text:h><text:h text:outline-level="2">一、开工</text:h>
            <text:p>　　段首两个全角空格，<text:span text:style-name="B">加粗</text:span>和<text:span text:style-name="I">倾斜</text:span>，<text:tab/>一个
            制表位，<text:s text:c="3"/>三个空格<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>
            <text:p>页下的第一条注</text:p></text:note-body></text:note>，还有<text:note text:note-class="endnote"><text:note-citation>i
            </text:note-citation><text:note-body><text:p>文末的一条注</text:p></text:note-body></text:note>尾注。</text:p>
            <text:list><text:list-item><text:p>单子第一项</text:p><text:list><text:list-item><text:p>里面一层</text:p></text:list-item>
            </text:list></text:list-item><text:list-item><text:p>单子第二项</text:p></text:list-item></text:list>
            <table:table table:name="t"><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell>
            <text:p>年份</text:p></table:table-cell><table:table-cell><text:p>事情</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell><text:p>1929</text:p></table:table-cell><table:table-cell><text:p>动工一行</text:p>
            <text:p>格里第二段</text:p></table:table-cell></table:table-row></table:table>
            <text:p>换行前<text:line-break/>换行后，<text:a xlink:href="https://example.org/">一个链接</text:a>。</text:p>
            <text:p><draw:frame text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>文本框里的话</text:p>
            </draw:text-box></draw:frame>框旁边的话。</text:p>
            <text:p>批注<office:annotation><dc:creator>某</dc:creator><text:p>批注里的话</text:p></office:annotation>所在的一段。</text:p>
            """),
            ["甲地的水厂", "一、开工", "段首两个全角空格，", "加粗", "倾斜", "三个空格", "尾注。", "单子第一项", "里面一层", "单子第二项", "年份", "事情", "1929",
                "动工一行", "格里第二段", "换行前", "换行后，", "一个链接", "框旁边的话。", "所在的一段。"],
            ["页下的第一条注", "文末的一条注", "文本框里的话", "批注里的话"]),
        ("page.html", """
            <html><head><meta charset="utf-8"></head><body><h1>网页存下的稿</h1><p>第一段，<b>粗</b>，<i>斜</i>。</p>
            <ol><li>一项</li><li>二项<ul><li>内项</li></ul></li></ol><blockquote><p>引来的一段。</p></blockquote>
            <table border="1"><tr><th>表头甲</th><th>表头乙</th></tr><tr><td colspan="2">合并的格</td></tr></table><p>末一段。</p></body></html>
            """,
            ["网页存下的稿", "第一段，", "粗", "斜", "一项", "二项", "内项", "引来的一段。", "表头甲", "表头乙", "合并的格", "末一段。"], []),
        ("plain.txt", "\uFEFF纯文本的第一行\n\n    空格缩进的一段，中间有\t制表位。\n问：第一问？\n答：第一答。\n",
            ["纯文本的第一行", "空格缩进的一段，中间有", "制表位。", "问：第一问？", "答：第一答。"], []),
    ];

    [Fact]
    public void What_LibreOffice_saves_as_Word_is_read_whole()
    {
        List<string> files = [.. Sources.Select(s => Path.Combine(folder, s.Name))];
        foreach (var (file, source) in files.Zip(Sources))
        {
            File.WriteAllText(file, source.Text, new UTF8Encoding(false));
        }

        Assert.Null(Office.Convert(Judge.Program("soffice"), "docx:MS Word 2007 XML", folder, files));
        foreach (var (name, _, said, aside) in Sources)
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, Path.ChangeExtension(name, "docx")));
            var read = ManuscriptFile.Read(name + ".docx", bytes, ReadingLimits.Ample);
            var (text, at) = (PlainText.Of(read), 0);
            foreach (var words in said)
            {
                var found = text.IndexOf(words, at, StringComparison.Ordinal);
                Assert.True(found >= 0, $"{name}: {words} is not in its place in\n{text}");
                at = found + words.Length;
            }

            var beside = string.Join('\n', [text, .. read.Notes, .. read.Unread.Select(u => u.Text)]);
            Assert.All(aside, words => Assert.Contains(words, beside, StringComparison.Ordinal));
        }
    }
}
