using System.Xml.Linq;
using YuGong.Text;

namespace YuGong.Manuscripts;

/// <summary>What stands in one paragraph: its text, and the pictures and text boxes that are anchored in it.</summary>
internal sealed class WordRuns(WordParts parts, ManuscriptParts gathered, WordFields fields)
{
    private static readonly Phrase Deleted = new("修订中删去的文字", "text deleted in a revision"), Hidden = new("隐藏的文字", "hidden text"),
        Formula = new("公式,只留下了文字", "a formula, of which only the text was kept"), Reading = new("注音", "a reading above the text"),
        Chart = new("图表或智能图形", "a chart or diagram"), Foreign = new("嵌入的别种文件", "an embedded file of another kind"),
        Art = new("艺术字", "WordArt"), Unknown = new("没有读懂的内容", "content that was not understood");

    /// <summary>Marks, settings and the twin that Word writes for old programs: none of it is text.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "pPr", "rPr", "sdtPr", "sdtEndPr", "Fallback", "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
        "commentReference", "permStart", "permEnd", "lastRenderedPageBreak", "softHyphen", "footnoteRef", "endnoteRef", "annotationRef",
        "separator", "continuationSeparator", "smartTagPr", "customXmlPr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd", "ffData", "fldData", "rubyPr", "pgNum", "dayLong", "ctrlPr", "oMathParaPr",
    };

    private readonly List<FigureBlock> figures = [];
    private readonly List<XElement> boxes = [];
    private readonly Stack<(WordFields.Field Field, InlineRun Around)> links = new();
    private InlineRun run = new();

    public IReadOnlyList<FigureBlock> Figures => figures;

    /// <summary>Each holds blocks.</summary>
    public IReadOnlyList<XElement> Boxes => boxes;

    /// <param name="paragraph">A <c>w:p</c>, or a formula.</param>
    public IReadOnlyList<Inline> Read(XElement paragraph)
    {
        ReadRuns(paragraph, isStrong: false, isEmphasised: false);
        while (links.Count > 0)
        {
            EndLink(); // a link that goes on in the next paragraph
        }

        return run.Take();
    }

    private void ReadRuns(XElement parent, bool isStrong, bool isEmphasised)
    {
        foreach (var part in parent.Elements())
        {
            ReadPart(part, isStrong, isEmphasised);
        }
    }

    private void ReadPart(XElement part, bool isStrong, bool isEmphasised)
    {
        switch (part.Name.LocalName)
        {
            case "r":
                ReadRun(part);
                break;
            case "t":
                Say(part.Value, isStrong, isEmphasised);
                break;
            case "tab" or "ptab":
                Say(" ", isStrong, isEmphasised);
                break;
            case "noBreakHyphen":
                Say("-", isStrong, isEmphasised);
                break;
            case "sym":
                Say(WordMarkup.Symbol(part.Said("char") ?? ""), isStrong, isEmphasised);
                break;
            case "br" when part.Said("type") is null or "textWrapping":
            case "cr":
                run.Add(new BreakInline());
                break;
            case "br":
                break; // the next page, or column
            case "footnoteReference":
                run.Add(new NoteInline(gathered.NoteOf(WordBody.Footnote + part.Said("id"))));
                break;
            case "endnoteReference":
                run.Add(new NoteInline(gathered.NoteOf(WordBody.Endnote + part.Said("id"))));
                break;
            case "hyperlink":
                ReadLink(part, isStrong, isEmphasised);
                break;
            case "fldChar":
                MeetField(part.Said("fldCharType"));
                break;
            case "instrText":
                fields.Instruct(part.Value);
                break;
            case "fldSimple":
                ReadSimpleField(part, isStrong, isEmphasised);
                break;
            case "del" or "moveFrom":
                List(Deleted, part);
                break;
            case "ruby":
                ReadRuns(part.Child("rubyBase") ?? part, isStrong, isEmphasised);
                List(Reading, part.Child("rt"));
                break;
            case "oMath":
                Say(TextIn(part), isStrong, isEmphasised);
                List(Formula, part);
                break;
            case "AlternateContent":
                ReadRuns(part.Child("Choice") ?? part.Child("Fallback") ?? part, isStrong, isEmphasised);
                break;
            case "sdt" when WordMarkup.IsPlaceholder(part):
                break;
            case "drawing" or "pict" or "object":
                ReadDrawing(part);
                break;
            case var name when Silent.Contains(name):
                break;
            case "sdt" or "sdtContent" or "ins" or "moveTo" or "smartTag" or "customXml" or "dir" or "bdo" or "rubyBase" or "oMathPara"
                or "Choice":
                ReadRuns(part, isStrong, isEmphasised);
                break;
            default:
                List(Unknown, part);
                break;
        }
    }

    private void ReadRun(XElement element)
    {
        var properties = element.Child("rPr");
        if (WordMarkup.IsOn(properties.Child("vanish")))
        {
            List(Hidden, element);
            return;
        }

        var style = WordMarkup.Value(properties.Child("rStyle"));
        if (TextIn(element) is "," or "、" or "，" && parts.Styles.IsNoteMark(style))
        {
            return; // between the numbers of two notes
        }

        var bold = properties.Child("b");
        var isStrong = bold is null ? parts.Styles.IsStrong(style) : WordMarkup.IsOn(bold);
        ReadRuns(element, isStrong, WordMarkup.IsOn(properties.Child("i")));
    }

    private void Say(string words, bool isStrong, bool isEmphasised)
    {
        if (!fields.IsInstruction)
        {
            run.Add(new TextInline(words, isStrong, isEmphasised));
        }
    }

    private void ReadLink(XElement part, bool isStrong, bool isEmphasised)
    {
        var target = parts.Relation(part.Said("id")) is { IsOutside: true } outside ? outside.Target : null;
        if (target is null)
        {
            ReadRuns(part, isStrong, isEmphasised); // a place in the same document
            return;
        }

        var around = run;
        run = new();
        ReadRuns(part, isStrong, isEmphasised);
        around.Add(new LinkInline(target, run.Take()));
        run = around;
    }

    private void ReadSimpleField(XElement part, bool isStrong, bool isEmphasised)
    {
        var around = run;
        run = new();
        ReadRuns(part, isStrong, isEmphasised);
        var inside = run.Take();
        run = around;
        if (WordFields.AddressIn(part.Said("instr") ?? "") is { } address)
        {
            run.Add(new LinkInline(address, inside));
            return;
        }

        if (WordFields.IsNote(part.Said("instr") ?? "") && int.TryParse(PlainText.Of(inside), out var number)
            && number <= gathered.NoteCount)
        {
            run.Add(new NoteInline(number)); // mentioned before
            return;
        }

        foreach (var inline in inside)
        {
            run.Add(inline);
        }
    }

    private void MeetField(string? kind)
    {
        if (kind == "end" && links.TryPeek(out var link) && link.Field == fields.Current)
        {
            EndLink();
        }

        _ = fields.Meet(kind);
        if (kind == "separate" && fields.Current is { } field && WordFields.AddressIn(field.Instruction) is not null)
        {
            links.Push((field, run));
            run = new();
        }
    }

    private void EndLink()
    {
        var (field, around) = links.Pop();
        var inside = run.Take();
        run = around;
        if (inside.Count > 0)
        {
            run.Add(new LinkInline(WordFields.AddressIn(field.Instruction)!, inside));
        }
    }

    /// <summary>Shapes in shapes: pictures and text boxes, whatever they are grouped in.</summary>
    private void ReadDrawing(XElement drawing)
    {
        var (found, isObject) = (figures.Count + boxes.Count, drawing.Name.LocalName == "object");
        var said = drawing.Descendants().FirstOrDefault(e => e.Name.LocalName is "docPr" or "cNvPr" && (e.Said("descr") ?? "").Length > 0);
        ReadShapes(drawing, said.Said("descr") ?? "");
        if (isObject || (figures.Count + boxes.Count == found && IsForeign(drawing)))
        {
            gathered.List(isObject ? Foreign : Chart, TextIn(drawing));
        }
    }

    private void ReadShapes(XElement parent, string alt)
    {
        foreach (var shape in parent.Elements())
        {
            switch (shape.Name.LocalName)
            {
                case "txbxContent":
                    boxes.Add(shape);
                    break;
                case "blip" when parts.Relation(shape.Said("embed") ?? shape.Said("link")) is { } relation:
                    Show(relation, alt);
                    break;
                case "imagedata" when parts.Relation(shape.Said("id") ?? shape.Said("href")) is { } relation:
                    Show(relation, shape.Said("title") is { Length: > 0 } title ? title : alt);
                    break;
                case "textpath":
                    gathered.List(Art, shape.Said("string") ?? "");
                    break;
                case "AlternateContent":
                    ReadShapes(shape.Child("Choice") ?? shape.Child("Fallback") ?? shape, alt);
                    break;
                case "Fallback" or "extLst":
                    break;
                default:
                    ReadShapes(shape, alt);
                    break;
            }
        }
    }

    private void Show(OfficeRelation relation, string alt)
    {
        if (gathered.PictureOf(relation.Target, parts.Picture(relation)) is { } name)
        {
            figures.Add(new(name, alt, []));
        }
    }

    private static bool IsForeign(XElement drawing) =>
        drawing.Descendants().Any(e => e.Name.LocalName is "chart" or "relIds" or "OLEObject" or "inkML");

    private void List(Phrase what, XElement? element)
    {
        if (element is not null && TextIn(element).Trim() is { Length: > 0 } said)
        {
            gathered.List(what, said);
        }
    }

    private static string TextIn(XElement element) =>
        string.Concat(element.Descendants().Where(e => e.Name.LocalName is "t" or "delText").Select(e => e.Value));
}
