using System.Text;
using System.Xml.Linq;
using YuGong.Content;
using YuGong.Manuscripts;

namespace YuGong.Leads;

/// <summary>
/// The annex of the notice, 线索征集表, as a .docx (ISO/IEC 29500 transitional): A4, the notice's table cell by cell, each
/// answer a content control whose tag <see cref="FormReader"/> knows again. The same call gives the same bytes.
/// </summary>
public static class FormWriter
{
    private const string Styles = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:docDefaults><w:rPrDefault><w:rPr>
        <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>
        <w:sz w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>
        </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        </w:styles>
        """;

    /// <summary>In front of a field's tag in content controls, so that foreign controls are not taken for ours.</summary>
    public const string TagPrefix = "yg:";

    public const string FileName = "线索征集表.docx";

    /// <summary>What the law asks to be said where personal data is collected (个人信息保护法第十七条).</summary>
    internal static string Notice(string mail) =>
        $"个人信息说明：本表信息只用于线索的核实、遴选、采访和致谢联系，由主办方加密保管，联系方式、党派和出生年月不公开。填表前请征得被推荐人同意；要查询、更正、撤回或删除，请写信到{mail}。";

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Widths of the grid's columns in twips (1/20 pt): 166 mm in all, between margins of 22 mm.</summary>
    private static readonly int[] Grid = [1960, 1500, 1000, 1400, 1250, 2301];

    private static readonly string[] Sexes = ["男", "女"];

    public static byte[] Write(Call? call, LeadForm? filled = null) => Package(Document(call, filled ?? LeadForm.Empty), TitleOf(call));

    private static XElement Document(Call? call, LeadForm filled)
    {
        var mail = call?.Mail ?? "主办方";
        var hints = call?.FormFields.Where(f => f.Text is not null).ToDictionary(f => f.Name, f => f.Text!) ?? [];
        XElement Cell(Field field, int span) =>
            AnswerCell(LeadFormFields.Of(field), filled[field], hints.GetValueOrDefault(LeadFormFields.Of(field).Label), span);
        XElement Label(Field field, int span = 1) => LabelCell(LeadFormFields.Of(field).Label, span);
        return new(
            W + "document",
            new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
            new XElement(
                W + "body",
                Paragraph("附件：", 28, "left", after: 120),
                Paragraph(TitleOf(call), 36, "center", after: 240, bold: true),
                new XElement(
                    W + "tbl",
                    TableProperties(),
                    new XElement(W + "tblGrid", Grid.Select(width => new XElement(W + "gridCol", Val("w", width)))),
                    Row(620, Label(Field.Person), Cell(Field.Person, 1), Label(Field.Sex), Cell(Field.Sex, 1), Label(Field.Birth),
                        Cell(Field.Birth, 1)),
                    Row(620, Label(Field.Unit), Cell(Field.Unit, 3), Label(Field.Party), Cell(Field.Party, 1)),
                    Row(620, Label(Field.Years), Cell(Field.Years, 1), Label(Field.Post), Cell(Field.Post, 1), Label(Field.Title),
                        Cell(Field.Title, 1)),
                    Row(620, Label(Field.PersonPhone), Cell(Field.PersonPhone, 2), Label(Field.RecommenderPhone, 2),
                        Cell(Field.RecommenderPhone, 1)),
                    Row(6200, Label(Field.Deeds), Cell(Field.Deeds, 5)),
                    Row(2500, Label(Field.Highlights), Cell(Field.Highlights, 5)),
                    Row(620, Label(Field.Recommender), Cell(Field.Recommender, 2), Label(Field.Relation, 2), Cell(Field.Relation, 1))),
                Paragraph(Notice(mail), 18, "both", before: 120),
                new XElement(
                    W + "sectPr",
                    new XElement(W + "pgSz", Val("w", 11906), Val("h", 16838)),
                    new XElement(W + "pgMar", Val("top", 1247), Val("right", 1247), Val("bottom", 1134), Val("left", 1247),
                        Val("header", 851), Val("footer", 851), Val("gutter", 0)))));
    }

    private static XElement TableProperties()
    {
        XElement Line(string side) => new(W + side, Val("val", "single"), Val("sz", 6), Val("space", 0), Val("color", "14171A"));
        return new(
            W + "tblPr",
            new XElement(W + "tblW", Val("w", Grid.Sum()), Val("type", "dxa")),
            new XElement(W + "jc", Val("val", "center")),
            new XElement(W + "tblBorders", Line("top"), Line("left"), Line("bottom"), Line("right"), Line("insideH"), Line("insideV")),
            new XElement(W + "tblLayout", Val("type", "fixed")),
            new XElement(W + "tblCellMar", new XElement(W + "left", Val("w", 85), Val("type", "dxa")),
                new XElement(W + "right", Val("w", 85), Val("type", "dxa"))));
    }

    /// <param name="height">At least so many twips; it grows with what is written.</param>
    private static XElement Row(int height, params XElement[] cells)
    {
        var column = 0;
        foreach (var cell in cells)
        {
            var properties = cell.Element(W + "tcPr")!;
            var span = (int?)properties.Element(W + "gridSpan")?.Attribute(W + "val") ?? 1;
            properties.AddFirst(new XElement(W + "tcW", Val("w", Grid.Skip(column).Take(span).Sum()), Val("type", "dxa")));
            column += span;
        }

        return new(
            W + "tr",
            new XElement(W + "trPr", height > 2000 ? null : new XElement(W + "cantSplit"),
                new XElement(W + "trHeight", Val("val", height), Val("hRule", "atLeast"))),
            cells);
    }

    private static XElement LabelCell(string label, int span) => new(
        W + "tc", CellProperties(span, "center", "F5EFE2"), Paragraph(label, 22, "center", bold: true));

    private static XElement AnswerCell(FormField field, string said, string? hint, int span)
    {
        var tall = field.Field is Field.Deeds or Field.Highlights;
        var empty = said.Length == 0;
        var control = new XElement(
            W + "sdt",
            new XElement(
                W + "sdtPr",
                new XElement(W + "alias", Val("val", field.Label)), new XElement(W + "tag", Val("val", TagPrefix + field.Tag)),
                new XElement(W + "id", Val("val", 1_710_000 + (int)field.Field)),
                empty ? new XElement(W + "showingPlcHdr") : null,
                field.Field == Field.Sex
                    ? new XElement(W + "comboBox",
                        Sexes.Select(word => new XElement(W + "listItem", Val("displayText", word), Val("value", word))))
                    : null), // a plain-text control would do, but LibreOffice 7.4 repeats its words and drops its line breaks
            new XElement(W + "sdtContent", Run(empty ? hint ?? "　　　　" : said, tall ? 21 : 22, bold: false, grey: empty)));
        return new(
            W + "tc", CellProperties(span, tall ? "top" : "center", null),
            new XElement(W + "p", ParagraphProperties(tall ? "both" : "left", tall ? 60 : 0, 0), control));
    }

    private static XElement CellProperties(int span, string vertical, string? fill) => new(
        W + "tcPr",
        span > 1 ? new XElement(W + "gridSpan", Val("val", span)) : null,
        fill is null ? null : new XElement(W + "shd", Val("val", "clear"), Val("color", "auto"), Val("fill", fill)),
        new XElement(W + "vAlign", Val("val", vertical)));

    private static XElement Paragraph(string text, int halfPoints, string align, int before = 0, int after = 0, bool bold = false) =>
        new(W + "p", ParagraphProperties(align, before, after), Run(text, halfPoints, bold, grey: false));

    private static XElement ParagraphProperties(string align, int before, int after) => new(
        W + "pPr", new XElement(W + "spacing", Val("before", before), Val("after", after)), new XElement(W + "jc", Val("val", align)));

    private static XElement Run(string text, int halfPoints, bool bold, bool grey) => new(
        W + "r",
        new XElement(
            W + "rPr", bold ? new XElement(W + "b") : null, grey ? new XElement(W + "color", Val("val", "6B6459")) : null,
            new XElement(W + "sz", Val("val", halfPoints)), new XElement(W + "szCs", Val("val", halfPoints))),
        text.Split('\n').SelectMany((line, i) => new[]
        {
            i == 0 ? null : new XElement(W + "br"), new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), line),
        }));

    private static XAttribute Val(string name, object value) => new(W + name, value);

    private static string TitleOf(Call? call) => call?.FormTitle ?? "线索征集表";

    private static byte[] Package(XElement document, string title) => WordPackage.Write(document, title, "zh-CN",
        [new("rId1", "styles", "styles.xml", "styles+xml", Encoding.UTF8.GetBytes(Styles))], []);
}
