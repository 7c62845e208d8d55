using System.Xml.Linq;
using YuGong.Text;

namespace YuGong.Manuscripts;

/// <summary>Paragraphs, tables and lists of one story of a document: its body, a cell, a text box, a note.</summary>
internal sealed class WordBody(WordParts parts, ManuscriptParts gathered)
{
    public const string Footnote = "footnote ", Endnote = "endnote ";

    private static readonly Phrase Contents = new("目录", "the table of contents"),
        Flattened = new("表格里的表格,写成了格里的文字", "a table within a table, now text of its cell"),
        Merged = new("合并的单元格,拆开了", "merged cells, now separate"), Deleted = new("修订中删去的文字", "text deleted in a revision"),
        Foreign = new("嵌入的别种文件", "an embedded file of another kind"), Box = new("文本框,放到了它所在的段落后面", "a text box, now behind its paragraph");

    private readonly ListFolding blocks = new();
    private readonly WordFields fields = new();

    /// <summary>The first paragraph in the style of titles.</summary>
    public string? Title { get; private set; }

    public IReadOnlyList<Block> Read(XElement container)
    {
        ReadBlocks(container);
        return blocks.Finish();
    }

    private void ReadBlocks(XElement container)
    {
        foreach (var block in container.Elements())
        {
            switch (block.Name.LocalName)
            {
                case "p":
                    ReadParagraph(block);
                    break;
                case "tbl":
                    ReadTable(block);
                    break;
                case "sdt" when WordMarkup.IsPlaceholder(block):
                    break;
                case "sdt":
                    ReadBlocks(block.Child("sdtContent") ?? block);
                    break;
                case "del" or "moveFrom":
                    ListIfSaid(Deleted, block);
                    break;
                case "AlternateContent":
                    ReadBlocks(block.Child("Choice") ?? block.Child("Fallback") ?? block);
                    break;
                case "altChunk":
                    gathered.List(Foreign, "altChunk");
                    break;
                case "customXml" or "ins" or "moveTo" or "smartTag" or "txbxContent":
                    ReadBlocks(block);
                    break;
                case "oMathPara":
                    blocks.Add(new ParagraphBlock(new WordRuns(parts, gathered, fields).Read(block)));
                    break;
            }
        }
    }

    private void ReadParagraph(XElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        var role = parts.Styles.RoleOf(properties);
        var runs = new WordRuns(parts, gathered, fields);
        var wasInContents = fields.IsInContents;
        var inlines = runs.Read(paragraph);
        if (role.Kind == ParagraphKind.Contents || wasInContents || fields.IsInContents)
        {
            if (PlainText.Of(inlines).Trim() is { Length: > 0 } line)
            {
                gathered.List(Contents, line);
            }
        }
        else
        {
            var label = role.Numbering is { } numbering && (inlines.Count > 0 || runs.Figures.Count > 0)
                ? parts.Numbering.Next(numbering) : null;
            Place(role, label, inlines);
        }

        foreach (var figure in runs.Figures)
        {
            blocks.Add(figure);
        }

        foreach (var box in runs.Boxes)
        {
            ReadBox(box);
        }
    }

    private void Place(ParagraphRole role, NumberLabel? label, IReadOnlyList<Inline> inlines)
    {
        if (inlines.Count == 0)
        {
            return;
        }

        if (role.Kind == ParagraphKind.Text && label is not null
            && (label.IsBullet || (label.IsPlain && blocks.WouldNumber(label.Level, label.Number))))
        {
            blocks.AddItem(label.Level, label.IsBullet ? null : label.Number, new ParagraphBlock(inlines));
            return;
        }

        if (label is { Label.Length: > 0 })
        {
            // Word sets a tab behind it.
            inlines = [new TextInline(label.Label + (label.Label[^1] is '.' or ')' ? " " : "")), .. inlines];
        }

        switch (role.Kind)
        {
            case ParagraphKind.Title when Title is null:
                Title = PlainText.Of(inlines).Replace('\n', ' ');
                break;
            case ParagraphKind.Title or ParagraphKind.Heading:
                blocks.Add(new HeadingBlock(Math.Max(1, role.Level), inlines));
                break;
            case ParagraphKind.Caption when blocks.Last is FigureBlock { Caption.Count: 0 } figure:
                blocks.Replace(figure with { Caption = inlines });
                break;
            case ParagraphKind.Quote when blocks.Last is QuoteBlock quote:
                blocks.Replace(new QuoteBlock([.. quote.Blocks, new ParagraphBlock(inlines)]));
                break;
            case ParagraphKind.Quote:
                blocks.Add(new QuoteBlock([new ParagraphBlock(inlines)]));
                break;
            default:
                foreach (var part in AtIndents(inlines))
                {
                    blocks.Add(new ParagraphBlock(part));
                }

                break;
        }
    }

    /// <summary>A line break with an indent behind it is how many write a new paragraph.</summary>
    private static IEnumerable<IReadOnlyList<Inline>> AtIndents(IReadOnlyList<Inline> inlines)
    {
        var run = new InlineRun();
        for (var i = 0; i < inlines.Count; i++)
        {
            if (inlines[i] is BreakInline && i + 1 < inlines.Count && inlines[i + 1] is TextInline next
                && (next.Text.StartsWith('\u3000') || next.Text.StartsWith("  ", StringComparison.Ordinal)))
            {
                if (run.Take() is { Count: > 0 } part)
                {
                    yield return part;
                }
            }
            else
            {
                run.Add(inlines[i]);
            }
        }

        if (run.Take() is { Count: > 0 } last)
        {
            yield return last;
        }
    }

    private void ReadBox(XElement box)
    {
        var inside = new WordBody(parts, gathered).Read(box);
        if (inside.Count > 0)
        {
            gathered.List(Box, string.Join(' ', PlainText.Lines(inside)));
        }

        foreach (var block in inside)
        {
            blocks.Add(block);
        }
    }

    private void ReadTable(XElement table)
    {
        foreach (var gone in table.Elements().Where(r => r.Name.LocalName == "tr" && r.Child("trPr").Child("del") is not null))
        {
            ListIfSaid(Deleted, gone);
        }

        var rows = WordMarkup.Inside(table, "tr").ToList();
        if (rows is [var only] && WordMarkup.Inside(only, "tc").ToList() is [var cell])
        {
            ReadBlocks(cell); // a frame around a text is no table
            return;
        }

        var lines = new List<TableLine>();
        var figures = new List<Block>();
        foreach (var row in rows)
        {
            var before = WordMarkup.Number(row.Child("trPr"), "gridBefore") ?? 0;
            var cells = Enumerable.Repeat<IReadOnlyList<Inline>>([], before).ToList();
            foreach (var tc in WordMarkup.Inside(row, "tc"))
            {
                cells.Add(CellOf(tc, figures));
                var span = WordMarkup.Number(tc.Child("tcPr"), "gridSpan") ?? 1;
                cells.AddRange(Enumerable.Repeat<IReadOnlyList<Inline>>([], Math.Min(Math.Max(0, span - 1), 62)));
                if (span > 1 || tc.Child("tcPr").Child("vMerge") is not null)
                {
                    gathered.ListOnce(Merged, "");
                }
            }

            lines.Add(new(lines.Count == 0, cells));
        }

        if (lines.Any(line => line.Cells.Any(c => c.Count > 0)))
        {
            blocks.Add(new TableBlock(lines));
        }

        foreach (var figure in figures)
        {
            blocks.Add(figure);
        }
    }

    /// <summary>A cell of Markdown holds a line; its paragraphs follow one another there.</summary>
    private IReadOnlyList<Inline> CellOf(XElement cell, List<Block> figures)
    {
        var inlines = new List<Inline>();
        foreach (var block in new WordBody(parts, gathered).Read(cell))
        {
            if (block is FigureBlock)
            {
                figures.Add(block);
                continue;
            }

            if (block is TableBlock)
            {
                gathered.ListOnce(Flattened, "");
            }

            if (inlines.Count > 0)
            {
                inlines.Add(new BreakInline());
            }

            inlines.AddRange(block switch
            {
                ParagraphBlock paragraph => paragraph.Inlines,
                HeadingBlock heading => heading.Inlines,
                _ => [new TextInline(string.Join(' ', PlainText.Lines([block])).Replace('\t', ' '))],
            });
        }

        return inlines;
    }

    private void ListIfSaid(Phrase what, XElement element)
    {
        var said = string.Concat(element.Descendants().Where(e => e.Name.LocalName is "t" or "delText").Select(e => e.Value));
        if (said.Trim().Length > 0)
        {
            gathered.List(what, said);
        }
    }
}
