using System.Text;
using System.Xml.Linq;
using YuGong.Manuscripts;

namespace YuGong.Leads;

/// <summary>A cell of a table. Rows and columns count from 0; <paramref name="Span"/> is in grid columns.</summary>
/// <param name="Tag">The content control's tag, if one of ours is in it.</param>
/// <param name="Continues">It belongs to the cell above (vertical merge).</param>
internal sealed record WordCell(int Row, int Column, int Span, string Text, string? Tag, bool Continues);

/// <summary>A table with its place in the document, counted from 1.</summary>
internal sealed record WordTable(int Number, IReadOnlyList<IReadOnlyList<WordCell>> Rows);

/// <summary>What a document says: its tables, and the paragraphs outside them.</summary>
/// <param name="Pictures">How many pictures are in it.</param>
internal sealed record WordDocument(IReadOnlyList<WordTable> Tables, string Prose, int Pictures);

/// <summary>
/// Reads WordprocessingML (ISO/IEC 29500-1, 17) as Word, WPS and LibreOffice write it, transitional and strict alike
/// (elements are told by their local names). Deleted text, field codes and placeholders are not said by anybody.
/// </summary>
internal sealed class WordText
{
    private const int DeepestTable = 5;

    /// <summary>Cells of one row; Word itself allows 63. Each is compared with those above it.</summary>
    private const int MostColumns = 200;

    private readonly List<WordTable> tables = [];
    private readonly ReadingBudget budget;

    private WordText(ReadingBudget budget) => this.budget = budget;

    public static WordDocument Read(byte[] bytes, ReadingBudget budget)
    {
        var reading = new WordText(budget);
        var body = OfficePackage.MainPart(bytes, budget).Elements().FirstOrDefault(e => e.Name.LocalName == "body")
            ?? throw new ReadingException(new("文档里没有正文", "The document has no body"));
        var prose = new StringBuilder();
        reading.Blocks(body, prose, depth: 0);
        var pictures = body.Descendants().Count(e => e.Name.LocalName is "blip" or "imagedata");
        return new(reading.tables, prose.ToString(), pictures);
    }

    /// <summary>Paragraphs end in a line break; a table within a cell is a table of its own, and its text stands in the cell too.</summary>
    private void Blocks(XElement parent, StringBuilder text, int depth)
    {
        foreach (var block in parent.Elements())
        {
            switch (block.Name.LocalName)
            {
                case "p":
                    Runs(block, text, depth);
                    text.Append('\n');
                    break;
                case "tbl" when depth < DeepestTable:
                    Table(block, depth + 1, depth == 0 ? null : text);
                    break;
                case "tbl":
                    text.Append(block.Value).Append('\n');
                    break;
                case "sdt" when WordMarkup.IsPlaceholder(block):
                case "del" or "moveFrom":
                    break;
                case "sdt":
                    Blocks(block.Elements().FirstOrDefault(e => e.Name.LocalName == "sdtContent") ?? block, text, depth);
                    break;
                case "customXml" or "ins" or "moveTo" or "smartTag" or "AlternateContent" or "Choice":
                    Blocks(block, text, depth);
                    break;
            }
        }
    }

    private void Runs(XElement parent, StringBuilder text, int depth)
    {
        foreach (var run in parent.Elements())
        {
            switch (run.Name.LocalName)
            {
                case "t":
                    text.Append(run.Value);
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "tab" or "ptab":
                    text.Append(' ');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "sym" when run.Attributes().FirstOrDefault(a => a.Name.LocalName == "char")?.Value is { } code:
                    text.Append(WordMarkup.Symbol(code));
                    break;
                case "checkBox" or "checkbox" or "sdtPr" or "pPr" or "rPr" or "del" or "moveFrom" or "instrText" or "delText" or "Fallback"
                    or "rt" or "proofErr":
                    break;
                case "sdt" when WordMarkup.IsPlaceholder(run):
                    break;
                case "txbxContent":
                    text.Append('\n');
                    Blocks(run, text, depth);
                    break;
                default:
                    Runs(run, text, depth);
                    break;
            }
        }
    }

    private void Table(XElement table, int depth, StringBuilder? around)
    {
        // Outer tables come before those in their cells, as one reads them.
        var at = tables.Count;
        tables.Add(new(at + 1, []));
        var rows = new List<IReadOnlyList<WordCell>>();
        foreach (var row in WordMarkup.Inside(table, "tr"))
        {
            var cells = new List<WordCell>();
            var column = WordMarkup.Number(row.Elements().FirstOrDefault(e => e.Name.LocalName == "trPr"), "gridBefore") ?? 0;
            budget.Look();
            foreach (var cell in WordMarkup.Inside(row, "tc"))
            {
                if (cells.Count == MostColumns)
                {
                    throw new ReadingException(new($"表格有一行超过 {MostColumns} 格",
                        $"A row of a table has more than {MostColumns} cells"), tooMuch: true);
                }

                var properties = cell.Elements().FirstOrDefault(e => e.Name.LocalName == "tcPr");
                var span = Math.Max(1, WordMarkup.Number(properties, "gridSpan") ?? WordMarkup.Number(properties, "hMerge") ?? 1);
                var merge = properties?.Elements().FirstOrDefault(e => e.Name.LocalName == "vMerge");
                var continues = merge is not null && WordMarkup.Value(merge) is null or "continue";
                var text = new StringBuilder();
                Blocks(cell, text, depth);
                cells.Add(new(rows.Count, column, span, Words.Tidy(text.ToString()), TagOf(cell), merge is not null && continues));
                column += span;
            }

            rows.Add(cells);
        }

        tables[at] = new(at + 1, rows);
        around?.Append(string.Join('\n', rows.Select(r => string.Join(' ', r.Select(c => c.Text))))).Append('\n');
    }

    private static string? TagOf(XElement cell) =>
        // A control around the cell, or one in it.
        Tags(cell.Ancestors().TakeWhile(a => a.Name.LocalName is "sdtContent" or "sdt").Where(a => a.Name.LocalName == "sdt"))
            .FirstOrDefault()
        ?? Tags(cell.Descendants().Where(e => e.Name.LocalName == "sdt")).FirstOrDefault();

    private static IEnumerable<string> Tags(IEnumerable<XElement> controls) =>
        from control in controls
        let tag = control.Elements().FirstOrDefault(e => e.Name.LocalName == "sdtPr")?.Elements()
            .FirstOrDefault(e => e.Name.LocalName == "tag")
        let value = tag is null ? null : WordMarkup.Value(tag)
        where value is not null && value.StartsWith(FormWriter.TagPrefix, StringComparison.Ordinal)
        select value[FormWriter.TagPrefix.Length..];
}
