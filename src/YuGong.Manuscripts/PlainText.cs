using System.Text;

namespace YuGong.Manuscripts;

/// <summary>The text alone: a block a line, cells of a table separated by a tab, without marks of notes.</summary>
public static class PlainText
{
    public static string Of(Manuscript manuscript)
    {
        var lines = new List<string>();
        if (manuscript.Title is { } title)
        {
            lines.Add(title);
        }

        lines.AddRange(Lines(manuscript.Blocks));
        return string.Join('\n', lines);
    }

    public static string Of(IReadOnlyList<Inline> inlines)
    {
        var text = new StringBuilder();
        Append(text, inlines);
        return text.ToString();
    }

    public static IEnumerable<string> Lines(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        HeadingBlock heading => [Of(heading.Inlines)],
        ParagraphBlock paragraph => [Of(paragraph.Inlines)],
        QuoteBlock quote => Lines(quote.Blocks),
        ListBlock list => list.Items.SelectMany(item => Lines(item.Blocks)),
        TableBlock table => table.Lines.Select(line => string.Join('\t', line.Cells.Select(Of))),
        FigureBlock figure when figure.Caption.Count > 0 => [Of(figure.Caption)],
        _ => Array.Empty<string>(),
    });

    private static void Append(StringBuilder text, IReadOnlyList<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextInline words:
                    text.Append(words.Text);
                    break;
                case LinkInline link:
                    Append(text, link.Inlines);
                    break;
                case BreakInline:
                    text.Append('\n');
                    break;
            }
        }
    }
}
