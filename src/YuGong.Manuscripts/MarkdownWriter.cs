using System.Text;

namespace YuGong.Manuscripts;

/// <summary>
/// The body of an entry in the site's Markdown: headings from <c>##</c> down, notes as <c>[@s1]</c>, and no character that Markdown would
/// take for a mark.
/// </summary>
public static class MarkdownWriter
{
    /// <summary>Of the body; a line break is <c>\n</c>.</summary>
    public static string Write(IReadOnlyList<Block> blocks)
    {
        var highest = blocks.OfType<HeadingBlock>().Select(h => h.Level).DefaultIfEmpty(1).Min();
        var text = new StringBuilder();
        Write(text, blocks, "", highest);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The id of a source that stands for a note.</summary>
    public static string SourceOf(int note) => $"s{note}";

    /// <param name="indent">In front of every line but a list item's first.</param>
    private static void Write(StringBuilder text, IEnumerable<Block> blocks, string indent, int highest)
    {
        var first = true;
        foreach (var block in blocks)
        {
            var lines = Lines(block, highest);
            if (lines.Count == 0)
            {
                continue;
            }

            text.Append(first ? "" : indent.TrimEnd() + "\n");
            foreach (var line in lines)
            {
                text.Append(indent).Append(line).Append('\n');
            }

            first = false;
        }
    }

    private static IReadOnlyList<string> Lines(Block block, int highest) => block switch
    {
        HeadingBlock heading => [new string('#', Math.Clamp(heading.Level - highest + 2, 2, 6)) + " " + OneLine(heading.Inlines)],
        ParagraphBlock paragraph => Paragraph(paragraph.Inlines),
        QuoteBlock quote => [.. Inside(quote.Blocks, highest).Select(line => line.Length == 0 ? ">" : "> " + line)],
        ListBlock list => [.. list.Items.SelectMany((item, i) => Item(item, list.IsNumbered ? $"{i + 1}. " : "- ", highest))],
        TableBlock table => Table(table),
        FigureBlock figure => [Figure(figure)],
        _ => ["* * *"],
    };

    private static IReadOnlyList<string> Paragraph(IReadOnlyList<Inline> inlines)
    {
        // A backslash at the end of a line breaks it there.
        var lines = MarkdownInlines.Write(inlines).Split('\n');
        return [.. lines.Select((line, i) => MarkdownInlines.AtLineStart(line) + (i < lines.Length - 1 ? "\\" : ""))];
    }

    private static string OneLine(IReadOnlyList<Inline> inlines) => MarkdownInlines.Write(inlines).Replace('\n', ' ').Trim();

    private static List<string> Inside(IReadOnlyList<Block> blocks, int highest)
    {
        var text = new StringBuilder();
        Write(text, blocks, "", highest);
        return [.. text.ToString().TrimEnd('\n').Split('\n')];
    }

    private static IEnumerable<string> Item(ListItem item, string sign, int highest)
    {
        var indent = new string(' ', sign.Length);
        return Inside(item.Blocks, highest).Select((line, i) => i == 0 ? sign + line : line.Length == 0 ? "" : indent + line);
    }

    private static IReadOnlyList<string> Table(TableBlock table)
    {
        var width = table.Lines.Max(line => line.Cells.Count);
        string Row(TableLine line) => "| " + string.Join(" | ",
            Enumerable.Range(0, width).Select(i => i < line.Cells.Count ? OneLine(line.Cells[i]) : "")) + " |";
        return [Row(table.Lines[0]), "|" + string.Concat(Enumerable.Repeat("---|", width)), .. table.Lines.Skip(1).Select(Row)];
    }

    /// <summary>The title of a picture is its credit, which a caption of a manuscript usually ends with.</summary>
    private static string Figure(FigureBlock figure)
    {
        var caption = PlainText.Of(figure.Caption).Replace('\n', ' ').Replace('"', '”');
        var alt = (figure.Alt.Length > 0 ? figure.Alt : caption).Replace('\n', ' ').Replace('[', '［').Replace(']', '］');
        return $"![{alt}]({figure.Picture}" + (caption.Length > 0 ? $" \"{MarkdownInlines.Escape(caption)}\")" : ")");
    }
}
