using static YuGong.Tests.Manuscripts.Docx;

namespace YuGong.Tests.Manuscripts;

/// <summary>A manuscript as somebody might send it. Nobody in them exists.</summary>
internal sealed record WordCase(string Name, byte[] Bytes);

/// <summary>The habits of Word and WPS, one or two in each.</summary>
internal static class WordCases
{
    private const string Ins = """<w:ins w:id="1" w:author="某人" w:date="2026-01-01T00:00:00Z">""", Del = """<w:del w:id="2" w:author="某人">""";

    public static IReadOnlyList<WordCase> All { get; } =
    [
        new("paragraphs", Make(Say("愚公移山。") + Say("") + Say("智叟笑他。"))),
        new("headings of WPS", Make(Say("起因", "2") + Say("山在门前。") + Say("细节", "3") + Say("两座。") + Say("再细", "4") + Say("太行。"))),
        new("title", Make(Say("一座山的故事", "5") + Say("文 / 某人") + Say("开头", "2") + Say("正文。"))),
        new("outline without a style", Make(P(T("起因"), null, """<w:outlineLvl w:val="0"/>""") + Say("正文。"))),
        new("tabs as indents", Make(P("<w:r><w:tab/></w:r>" + T("第一段。"))
            + P("<w:r><w:tab/><w:tab/><w:t>第二</w:t><w:tab/><w:t>段。</w:t></w:r>"))),
        new("full-width blanks", Make(Say("　　第一段，前面空两格。") + Say("　　　 第二段。　　"))),
        new("line breaks for paragraphs",
            Make(P("<w:r><w:t>　　第一段。</w:t><w:br/><w:t>　　第二段。</w:t><w:br/><w:t>诗的一行</w:t></w:r>"))),
        new("runs cut in a sentence",
            Make(P(T("愚公", "<w:b/>") + T("移山", "<w:b/>") + T("九十", """<w:b w:val="0"/>""") + T("岁", "<w:i/>") + T("。")
                + T("强调", """<w:rStyle w:val="10"/>""")))),
        new("points", Make(Say("工具：") + Item(1, 0, "锄头") + Item(1, 1, "木柄") + Item(1, 1, "铁头") + Item(1, 0, "畚箕") + Say("如此。"))),
        new("numbers", Make(Item(2, 0, "先挖") + Item(2, 1, "挖土") + Item(2, 0, "再运"))),
        new("numbers of Chinese",
            Make(P(T("起因"), "9") + Say("正文。") + P(T("经过"), "9") + P(T("开工"), "3", Level(3, 1)) + P(T("挖山"), "3", Level(3, 1))
                + P(T("结果"), "9") + P(T("搬走"), "3", Level(3, 1)) + Item(3, 2, "太行山"))),
        new("chapters", Make(P(T("来历"), "2", Level(4, 0)) + Say("山。") + P(T("去处"), "2", Level(4, 0)))),
        new("a list that starts at four", Make(Item(5, 0, "第四件") + Item(5, 0, "第五件") + Say("完。"))),
        new("a table", Make(Table(Cell(Say("年")) + Cell(Say("事")), Cell(Say("一")) + Cell(Say("挖土") + Say("运土")),
            Cell(Say("二")) + Cell(Say("|"))) + Say("以上。"))),
        new("merged cells",
            Make(Table(Cell(Say("表头"), """<w:gridSpan w:val="2"/>"""), Cell(Say("左"), """<w:vMerge w:val="restart"/>""") + Cell(Say("右")),
                Cell(Say(""), "<w:vMerge/>") + Cell(Say("下"))))),
        new("a table in a table", Make(Table(Cell(Say("外")) + Cell(Table(Cell(Say("里一")) + Cell(Say("里二"))) + Say("后")),
            Cell(Say("甲")) + Cell(Say("乙"))))),
        new("a frame of one cell", Make(Table(Cell(Say("框里的话。") + Say("第二句。"))) + Say("框外。"))),
        new("a text box", Make(P(T("段落。") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wps:wsp>"
            + "<wps:txbx>"
            + $"<w:txbxContent>{Say("框里的话。")}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            + $"<v:shape><v:textbox><w:txbxContent>{Say("框里的话。")}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
            + "</mc:AlternateContent></w:r>"))),
        new("a text box of an old WPS",
            Make(P("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + Say("老框。")
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>" + T("段落。")))),
        new("pictures in the line and floating",
            Make(P(T("图前。") + Picture("rId21", "一座山")) + Say("图 1　太行山（某人 摄）", "6") + P(Picture("rId21", "", floats: true) + T("图后。")))),
        new("pictures that cannot be shown", Make(P(T("图。") + Picture("rId22") + Picture("rId23")))),
        new("a picture of VML",
            Make(P("<w:r><w:pict><v:shape><v:imagedata r:id=\"rId21\" o:title=\"山\"/></v:shape></w:pict></w:r>") + Say("文。"))),
        With("notes", P(T("愚公九十岁。") + Note("foot", 2) + T("他的儿孙。") + Note("end", 3) + T("又见。")
            + """<w:fldSimple w:instr=" NOTEREF _a \h "><w:r><w:t>1</w:t></w:r></w:fldSimple>"""), ("footnotes", NoteText("foot", 2, "《列子·汤问》，某书局。")),
            ("endnotes", NoteText("end", 3, "口述，未刊。"))),
        With("comments", P("""<w:commentRangeStart w:id="0"/>""" + T("这里要核实。") + """<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>"""),
            ("comments", $"""<w:comment w:id="0" w:author="编辑">{Say("年份对吗？")}</w:comment>""")),
        new("tracked changes",
            Make(P(T("愚公") + Ins + T("移山") + "</w:ins>" + Del + "<w:r><w:delText>搬山</w:delText></w:r></w:del>" + T("。"))
                + P("<w:moveTo>" + T("移来的。") + "</w:moveTo><w:moveFrom>" + T("移走的。") + "</w:moveFrom>")
                + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + Cell(Say("删去的行")) + Cell(Say("二")) + "</w:tr><w:tr>" + Cell(Say("留"))
                + Cell(Say("下")) + "</w:tr></w:tbl>")),
        new("links", Make(P(T("见") + $"""<w:hyperlink r:id="rId24">{T("网页")}</w:hyperlink>""" + $"""<w:hyperlink w:anchor="x">{T("下文")}</w:hyperlink>"""
            + Field("HYPERLINK \"https://example.org/e\"", T("另一页")) + T("。")))),
        new("a table of contents", Make(Say("目录一 …… 1", "8")
            + P(Fld("begin") + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>" + Fld("separate") + T("起因　1"))
            + P(T("经过　2") + Fld("end")) + Say("正文开始。"))),
        new("controls", Make("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + Say("点击此处输入") + "</w:sdtContent></w:sdt>"
            + "<w:sdt><w:sdtPr/><w:sdtContent>" + Say("填好的。") + "</w:sdtContent></w:sdt>")),
        new("hidden text and signs", Make(P(T("看得见") + T("看不见", "<w:vanish/>") + "<w:r><w:noBreakHyphen/></w:r>"
            + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>"
            + "<w:r><w:ruby><w:rt><w:r><w:t>yú</w:t></w:r></w:rt><w:rubyBase>" + T("愚")
            + "</w:rubyBase></w:ruby></w:r>"))),
        With("margins", Say("正文。"), ("header1", Say("某报社稿纸") + Say("1"))),
        new("a formula", Make(P(T("力") + "<m:oMath><m:r><m:t>F=ma</m:t></m:r></m:oMath>" + T("。")))),
        new("charts and objects", Make(P(T("图表。") + "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"c\"/><a:graphic>"
            + "<a:graphicData><c:chart/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
            + "<w:r><w:object><o:OLEObject/></w:object></w:r>") + "<w:altChunk/>")),
        new("a group of shapes", Make(P("<w:r><w:drawing><wp:anchor><wpg:wgp><pic:pic><pic:blipFill><a:blip r:embed=\"rId21\"/>"
            + "</pic:blipFill></pic:pic><wps:wsp><wps:txbx><w:txbxContent>"
            + Say("图上的字。") + "</w:txbxContent></wps:txbx></wps:wsp></wpg:wgp></wp:anchor></w:drawing></w:r>") + Say("文。"))),
        new("quotations", Make(Say("他说：") + Say("子又有子。", "7") + Say("子又有孙。", "7") + Say("完。"))),
        new("marks of Markdown", Make(Say("# 不是标题 *星* _线_ [括号](x) `码` &amp;lt; @s1 1") + Say("1. 不是列表") + Say("- 也不是") + Say("> 不是引语")
            + Say("| 不是表 |") + Say("[@s1] ~~删~~ **不粗**") + Say("---"))),
        new("the strict kind", Make(Say("严格格式。", "2") + Say("正文。"),
            spaces: Spaces.Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main"))),
    ];

    private static byte[] Make(string body, string spaces = Spaces) => Docx.Make(body, null, spaces);

    private static WordCase With(string name, string body, params (string Part, string Inside)[] others) =>
        new(name, Docx.Make(body, others.ToDictionary(o => o.Part, o => o.Inside)));

    private static string NoteText(string kind, int id, string text) => $"""<w:{kind}note w:id="{id}">{Say(text)}</w:{kind}note>""";

    private static string Level(int list, int level) => $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""";

    private static string Note(string kind, int id) => $"""<w:r><w:{kind}noteReference w:id="{id}"/></w:r>""";

    private static string Fld(string kind) => $"""<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>""";

    private static string Field(string instruction, string result) =>
        Fld("begin") + $"<w:r><w:instrText>{instruction}</w:instrText></w:r>" + Fld("separate") + result + Fld("end");
}
