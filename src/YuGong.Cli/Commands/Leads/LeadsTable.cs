using System.Text;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Columns that stand straight on a terminal, where Chinese characters take two places; tabs where nobody looks.</summary>
internal static class LeadsTable
{
    public static string Format(IReadOnlyList<Phrase> heads, IReadOnlyList<IReadOnlyList<string>> rows, bool terminal)
    {
        List<string> head = [.. heads.Select(Terminal.Words)];
        rows = [.. rows.Select(r => (IReadOnlyList<string>)[.. r.Select(VisibleText.Line)])];
        if (!terminal)
        {
            return string.Concat(rows.Prepend(head).Select(r => string.Join('\t', r) + "\n"));
        }

        var widths = head.Select((h, i) => rows.Select(r => FindingsPrinter.Width(r[i])).Append(FindingsPrinter.Width(h)).Max()).ToList();
        var text = new StringBuilder();
        Line(head);
        text.Append(string.Join("  ", widths.Select(w => new string('─', w)))).Append('\n');
        foreach (var row in rows)
        {
            Line(row);
        }

        return text.ToString();

        void Line(IReadOnlyList<string> cells)
        {
            for (var i = 0; i < cells.Count; i++)
            {
                text.Append(cells[i]).Append(' ', i == cells.Count - 1 ? 0 : widths[i] - FindingsPrinter.Width(cells[i]) + 2);
            }

            text.Append('\n');
        }
    }

    /// <summary>At most so many places wide, with an ellipsis where something was cut.</summary>
    public static string Cut(string text, int width)
    {
        if (FindingsPrinter.Width(text) <= width)
        {
            return text;
        }

        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (FindingsPrinter.Width(cut + rune.ToString()) > width - 1)
            {
                break;
            }

            cut.Append(rune);
        }

        return cut + "…";
    }
}
