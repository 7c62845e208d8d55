using System.Globalization;
using System.Xml.Linq;

namespace YuGong.Manuscripts;

/// <summary>The text of an article in WordprocessingML, with the footnotes and links that it mentions on the way.</summary>
internal sealed class WordTextWriter(Article article)
{
    /// <summary>Between the margins of an A4 page, in EMU (914,400 to the inch): 159 mm.</summary>
    private const long TextWidth = 5_724_000, MostHeight = 7_200_000, EmuPerPixel = 9525;

    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly XNamespace R = WordPackage.Office,
        Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        A = "http://schemas.openxmlformats.org/drawingml/2006/main",
        Pic = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    private readonly List<int> mentioned = [];
    private readonly List<string> links = [];
    private readonly List<ArticlePicture> shown = [];
    private int bookmark;

    /// <summary>Pictures of the text; known once the document is written.</summary>
    public IReadOnlyList<ArticlePicture> Shown => shown;

    public IReadOnlyList<string> Links => links;

    /// <summary>What is added for those who sign; null for everybody else.</summary>
    public WordReview? Review => article.Review is { } review ? new(review, article.Revision, NumberOf) : null;

    public static string IdOf(ArticlePicture picture) => $"rIdPicture{picture.Number}";

    public static string IdOfLink(int index) => $"rIdLink{index + 1}";

    public XElement Document()
    {
        List<XElement> body = [Paragraph("Title", [Run(article.Title)])];
        if (article.Byline is { } byline)
        {
            body.Add(Paragraph("Subtitle", [Run(byline)]));
        }

        body.Add(Paragraph("Lead", [Run(article.Summary)]));
        body.AddRange(Blocks(article.Text.Blocks, level: 0));
        body.AddRange(Review?.Body() ?? []);
        body.AddRange(Back());
        body.Add(new(W + "sectPr",
            Review is null ? null
                : new XElement(W + "headerReference", Val("type", "default"), new XAttribute(R + "id", WordReview.HeaderId)),
            new XElement(W + "pgSz", Val("w", 11906), Val("h", 16838)),
            new XElement(W + "pgMar", Val("top", 1440), Val("right", 1440), Val("bottom", 1440), Val("left", 1440), Val("header", 851),
                Val("footer", 992), Val("gutter", 0)),
            Review is null ? null : WordReview.Numbers()));
        return new(W + "document", new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName), new XElement(W + "body", body));
    }

    /// <summary>Each source once, in the order of its first mention; the two lines in front of them are Word's own.</summary>
    public XElement Footnotes() => new(W + "footnotes", new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
        Separator(-1, "separator"), Separator(0, "continuationSeparator"),
        mentioned.Select((note, i) => new XElement(W + "footnote", Val("id", i + 1), Paragraph("FootnoteText",
        [
            Raised(new XElement(W + "footnoteRef")),
            Run(" " + article.Text.Notes[note - 1]),
        ]))));

    /// <summary>Of a note on paper: as the text mentions them, then those that it does not.</summary>
    private int NumberOf(int note) => mentioned.IndexOf(note) is >= 0 and var place ? place + 1
        : mentioned.Count + Enumerable.Range(1, note).Count(other => !mentioned.Contains(other));

    private static XElement Separator(int id, string kind) => new(W + "footnote", Val("type", kind), Val("id", id),
        new XElement(W + "p",
            new XElement(W + "pPr", new XElement(W + "spacing", Val("after", 0), Val("line", 240), Val("lineRule", "auto"))),
            new XElement(W + "r", new XElement(W + kind))));

    private IEnumerable<XElement> Back()
    {
        var others = article.Text.Notes.Where((_, i) => !mentioned.Contains(i + 1)).ToList();
        if (others.Count > 0)
        {
            yield return Paragraph("Heading1", [Run("其他来源")]);
            foreach (var (other, i) in others.Select((other, i) => (other, i)))
            {
                yield return Paragraph("Plain", [Run(article.Review is null ? other : $"{mentioned.Count + i + 1}　{other}")]);
            }
        }

        if (article.Pictures.Count > 0)
        {
            yield return Paragraph("Heading1", [Run("图片清单")]);
            yield return PictureList();
        }

        yield return Paragraph("Heading1", [Run("说明")]);
        foreach (var statement in article.Statements)
        {
            yield return Paragraph("Plain", [Run(statement)]);
        }

        if (article.Rights is { } rights)
        {
            yield return Paragraph("Plain", [Run(rights)]);
        }

        yield return Paragraph("Plain", [Run($"依据 {article.Page.AbsoluteUri}，内容修订号 {article.Revision}。")]);
    }

    private XElement PictureList()
    {
        string[] head = ["文件", "说明", "署名", "权利", "像素"];
        var rows = article.Pictures.Select(p => new[]
        {
            p.Name, p.Caption, p.Label is { } label ? $"{p.Credit}（{label}）" : p.Credit, p.Rights ?? "",
            string.Create(CultureInfo.InvariantCulture, $"{p.Size.Width} × {p.Size.Height}"),
        });
        return Table([head, .. rows], cell => [Run(cell)]);
    }

    private IEnumerable<XElement> Blocks(IEnumerable<Block> blocks, int level) => blocks.SelectMany(b => Write(b, level));

    /// <param name="level">How deep in lists.</param>
    private IEnumerable<XElement> Write(Block block, int level) => block switch
    {
        HeadingBlock heading => [Paragraph($"Heading{Math.Clamp(heading.Level - 1, 1, 3)}", Inlines(heading.Inlines))],
        ParagraphBlock paragraph => [Paragraph(null, Inlines(paragraph.Inlines))],
        QuoteBlock quote =>
            [.. quote.Blocks.SelectMany(b => b is ParagraphBlock p ? [Paragraph("Quote", Inlines(p.Inlines))] : Write(b, level))],
        ListBlock list => [.. list.Items.SelectMany(item => Item(item, list.IsNumbered, level))],
        TableBlock table => [Table(table.Lines.Select(l => l.Cells), Inlines), Paragraph("Plain", [])],
        FigureBlock figure when article.Pictures.FirstOrDefault(p => p.Name == figure.Picture) is { } picture => Figure(picture),
        DividerBlock => [Paragraph("Plain", [Run("* * *")])],
        _ => [],
    };

    private IEnumerable<XElement> Item(ListItem item, bool isNumbered, int level)
    {
        foreach (var (block, i) in item.Blocks.Select((b, i) => (b, i)))
        {
            if (i == 0 && block is ParagraphBlock first)
            {
                var paragraph = Paragraph("ListParagraph", Inlines(first.Inlines));
                paragraph.Element(W + "pPr")!.Add(new XElement(W + "numPr", new XElement(W + "ilvl", Val("val", Math.Min(level, 8))),
                    new XElement(W + "numId", Val("val", isNumbered ? 2 : 1))));
                yield return paragraph;
                continue;
            }

            foreach (var inner in Write(block, level + 1))
            {
                yield return inner;
            }
        }
    }

    private IEnumerable<XElement> Figure(ArticlePicture picture)
    {
        if (!shown.Contains(picture))
        {
            shown.Add(picture);
        }

        yield return Paragraph("Picture", [new(W + "r", Drawing(picture))]);
        yield return Paragraph("Caption", [Run(picture.Line)]);
    }

    /// <summary>As wide as the text at most, never larger than its pixels at 96 to the inch.</summary>
    private static XElement Drawing(ArticlePicture picture)
    {
        var (width, height) = (picture.Size.Width * EmuPerPixel, picture.Size.Height * EmuPerPixel);
        var scale = Math.Min(1, Math.Min((double)TextWidth / width, (double)MostHeight / height));
        (width, height) = ((long)(width * scale), (long)(height * scale));
        XElement Extent(XName name) => new(name, new XAttribute("cx", width), new XAttribute("cy", height));
        string[] distances = ["distT", "distB", "distL", "distR"];
        return new(W + "drawing", new XElement(Wp + "inline", distances.Select(d => new XAttribute(d, 0)), Extent(Wp + "extent"),
            new XElement(Wp + "docPr", new XAttribute("id", picture.Number), new XAttribute("name", picture.Name),
                new XAttribute("descr", picture.Alt)),
            new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", Pic.NamespaceName),
                new XElement(Pic + "pic",
                    new XElement(Pic + "nvPicPr",
                        new XElement(Pic + "cNvPr", new XAttribute("id", picture.Number), new XAttribute("name", picture.Name)),
                        new XElement(Pic + "cNvPicPr")),
                    new XElement(Pic + "blipFill", new XElement(A + "blip", new XAttribute(R + "embed", IdOf(picture))),
                        new XElement(A + "stretch", new XElement(A + "fillRect"))),
                    new XElement(Pic + "spPr",
                        new XElement(A + "xfrm",
                            new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)), Extent(A + "ext")),
                        new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst"))))))));
    }

    /// <param name="widths">Of the columns, in hundredths of the text's width; null for all alike.</param>
    public static XElement Table<T>(
        IEnumerable<IReadOnlyList<T>> lines, Func<T, IEnumerable<XElement>> cell, IReadOnlyList<int>? widths = null)
    {
        var rows = lines.ToList();
        var columns = rows.Max(r => r.Count);
        int Width(int column) => widths is null ? 9026 / columns : 9026 * widths[column] / 100;
        XElement Line(string side) => new(W + side, Val("val", "single"), Val("sz", 4), Val("space", 0), Val("color", "9A9284"));
        return new(W + "tbl",
            new XElement(W + "tblPr", new XElement(W + "tblW", Val("w", 5000), Val("type", "pct")),
                new XElement(W + "tblBorders", Line("top"), Line("left"), Line("bottom"), Line("right"), Line("insideH"), Line("insideV"))),
            new XElement(W + "tblGrid", Enumerable.Range(0, columns).Select(c => new XElement(W + "gridCol", Val("w", Width(c))))),
            rows.Select((row, i) => new XElement(W + "tr", i == 0 ? new XElement(W + "trPr", new XElement(W + "tblHeader")) : null,
                Enumerable.Range(0, columns).Select(c => new XElement(W + "tc",
                    new XElement(W + "tcPr", new XElement(W + "tcW", Val("w", Width(c)), Val("type", "dxa"))),
                    Paragraph("Cell", c < row.Count ? cell(row[c]) : []))))));
    }

    private IEnumerable<XElement> Inlines(IReadOnlyList<Inline> inlines)
    {
        var runs = new List<XElement>();
        foreach (var (inline, before) in inlines.Zip(inlines.Prepend(null)))
        {
            if (inline is NoteInline && before is NoteInline)
            {
                runs.Add(Raised(new XElement(W + "t", ","))); // or 1 and 2 would be read as 12
            }

            switch (inline)
            {
                case TextInline text:
                    runs.Add(Run(text.Text, text.IsStrong, text.IsEmphasised));
                    break;
                case BreakInline:
                    runs.Add(new(W + "r", new XElement(W + "br")));
                    break;
                case NoteInline note when note.Number <= article.Text.Notes.Count:
                    runs.AddRange(Mention(note.Number));
                    break;
                case LinkInline link:
                    links.Add(link.Address);
                    runs.Add(new(W + "hyperlink", new XAttribute(R + "id", IdOfLink(links.Count - 1)), Inlines(link.Inlines)));
                    break;
            }
        }

        return runs;
    }

    /// <summary>A source that is cited again refers to the note it has already (NOTEREF, ISO/IEC 29500-1, 17.16.5.40).</summary>
    private IEnumerable<XElement> Mention(int note)
    {
        var known = mentioned.IndexOf(note);
        if (known >= 0)
        {
            return [new(W + "fldSimple", Val("instr", $" NOTEREF _source{note} \\h "),
                Raised(new XElement(W + "t", (known + 1).ToString(CultureInfo.InvariantCulture))))];
        }

        mentioned.Add(note);
        bookmark++;
        return
        [
            new(W + "bookmarkStart", Val("id", bookmark), Val("name", $"_source{note}")),
            Raised(new XElement(W + "footnoteReference", Val("id", mentioned.Count))),
            new(W + "bookmarkEnd", Val("id", bookmark)),
        ];
    }

    private static XElement Raised(XElement mark) =>
        new(W + "r", new XElement(W + "rPr", new XElement(W + "rStyle", Val("val", "FootnoteReference"))), mark);

    public static XElement Paragraph(string? style, IEnumerable<XElement> runs) => new(W + "p",
        style is null ? null : new XElement(W + "pPr", new XElement(W + "pStyle", Val("val", style))), runs);

    public static XElement Run(string text, bool isStrong = false, bool isEmphasised = false) => new(W + "r",
        isStrong || isEmphasised
            ? new XElement(W + "rPr", isStrong ? new XElement(W + "b") : null, isEmphasised ? new XElement(W + "i") : null) : null,
        new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    public static XAttribute Val(string name, object value) => new(W + name, value);
}
