using System.Text;
using YuGong.Manuscripts;

namespace YuGong.Tests.Manuscripts;

/// <summary>Hand-written Open XML, as Word and WPS write it, for one manuscript at a time.</summary>
internal static class Docx
{
    public const string Spaces =
        """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
        """;

    /// <summary>A picture of one pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly string[] Always = ["styles", "numbering"];

    /// <summary>WPS numbers its styles: 1 is the text, 2 to 4 are headings.</summary>
    private const string Styles =
        """
        <w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>
        <w:style w:type="paragraph" w:styleId="4"><w:name w:val="heading 3"/><w:basedOn w:val="1"/></w:style>
        <w:style w:type="paragraph" w:styleId="5"><w:name w:val="Title"/><w:basedOn w:val="1"/></w:style>
        <w:style w:type="paragraph" w:styleId="6"><w:name w:val="caption"/><w:basedOn w:val="1"/></w:style>
        <w:style w:type="paragraph" w:styleId="7"><w:name w:val="Quote"/><w:basedOn w:val="1"/></w:style>
        <w:style w:type="paragraph" w:styleId="8"><w:name w:val="toc 1"/><w:basedOn w:val="1"/></w:style>
        <w:style w:type="paragraph" w:styleId="9"><w:name w:val="章标题"/><w:basedOn w:val="2"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
        <w:style w:type="character" w:styleId="10"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="11"><w:name w:val="footnote reference"/></w:style>
        """;

    /// <summary>1 points, 2 numbers, 3 一、 and （一）, 4 第一章.</summary>
    private static readonly string Numbering =
        Abstract(0, ("bullet", "\uF06C"), ("bullet", "o")) + Abstract(1, ("decimal", "%1."), ("lowerLetter", "%2)"))
        + Abstract(2, ("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3．"))
        + Abstract(3, ("chineseCounting", "第%1章　"))
        + Num(1, 0) + Num(2, 1) + Num(3, 2) + Num(4, 3)
        + """<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>""";

    public static string P(string inside, string? style = null, string more = "") =>
        $"<w:p><w:pPr>{(style is null ? "" : $"""<w:pStyle w:val="{style}"/>""")}{more}</w:pPr>{inside}</w:p>";

    public static string T(string text, string look = "") => $"""<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>""";

    public static string Say(string text, string? style = null) => P(T(text), style);

    /// <summary>A paragraph of a list.</summary>
    public static string Item(int list, int level, string text) =>
        P(T(text), null, $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""");

    public static string Cell(string inside, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>";

    public static string Table(params string[] rows) => $"<w:tbl><w:tblPr/>{string.Concat(rows.Select(r => $"<w:tr>{r}</w:tr>"))}</w:tbl>";

    /// <summary>Pictures by relationship: rId21 a PNG, rId22 a metafile, rId23 one that lies elsewhere.</summary>
    public static string Picture(string id, string descr = "", bool floats = false)
    {
        var kind = floats ? "anchor" : "inline";
        return $"""<w:r><w:drawing><wp:{kind}><wp:docPr id="1" name="图片 1" descr="{descr}"/><a:graphic><a:graphicData uri="p"><pic:pic><pic:blipFill><a:blip r:embed="{id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>""";
    }

    /// <param name="others">Parts beside the body, by their name.</param>
    public static byte[] Make(string body, IReadOnlyDictionary<string, string>? others = null, string spaces = Spaces)
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        others ??= new Dictionary<string, string>();
        var relations = string.Concat(Always.Concat(others.Keys)
            .Select((part, i) => $"""<Relationship Id="rId{i + 1}" Type="{Office}{part.TrimEnd('1')}" Target="{part}.xml"/>"""))
            + $"""<Relationship Id="rId21" Type="{Office}image" Target="media/a.png"/><Relationship Id="rId22" Type="{Office}image" Target="media/b.emf"/><Relationship Id="rId23" Type="{Office}image" Target="https://example.org/c.png" TargetMode="External"/><Relationship Id="rId24" Type="{Office}hyperlink" Target="https://example.org/d" TargetMode="External"/>""";
        string Part(string root, string inside) => $"<w:{root} {spaces}>{inside}</w:{root}>";
        return ZipBytes.Write(
        [
            ("_rels/.rels", Bytes($"""<Relationships xmlns="r"><Relationship Id="rId1" Type="{Office}officeDocument" Target="word/document.xml"/></Relationships>""")),
            ("word/document.xml", Bytes(Part("document", $"<w:body>{body}<w:sectPr/></w:body>"))),
            ("word/_rels/document.xml.rels", Bytes($"""<Relationships xmlns="r">{relations}</Relationships>""")),
            ("word/styles.xml", Bytes(Part("styles", Styles))), ("word/numbering.xml", Bytes(Part("numbering", Numbering))),
            ("word/media/a.png", Png), ("word/media/b.emf", [1, 0, 0, 0, 9]),
            .. others.Select(o => ($"word/{o.Key}.xml", Bytes(Part(o.Key.TrimEnd('1') is "header" ? "hdr" : o.Key, o.Value)))),
        ]);
    }

    private static string Abstract(int id, params (string Format, string Text)[] levels) =>
        $"""<w:abstractNum w:abstractNumId="{id}">"""
        + string.Concat(levels.Select((l, i) =>
            $"""<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{l.Format}"/><w:lvlText w:val="{l.Text}"/></w:lvl>"""))
        + "</w:abstractNum>";

    private static string Num(int id, int kind) => $"""<w:num w:numId="{id}"><w:abstractNumId w:val="{kind}"/></w:num>""";

    private static byte[] Bytes(string xml) => Encoding.UTF8.GetBytes(xml);
}
