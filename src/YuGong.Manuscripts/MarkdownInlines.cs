using System.Globalization;
using System.Text;

namespace YuGong.Manuscripts;

/// <summary>Text within a block of Markdown.</summary>
internal static class MarkdownInlines
{
    /// <summary>What Markdown, its tables, footnotes and our citations read as marks wherever they stand.</summary>
    private const string Marks = "\\`*_[]<>|@&!#{}~^";

    private static readonly string[] Safe = ["https://", "http://", "mailto:", "/"];

    public static string Write(IReadOnlyList<Inline> inlines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < inlines.Count; i++)
        {
            switch (inlines[i])
            {
                case TextInline words:
                    Write(text, words);
                    break;
                case BreakInline:
                    text.Append('\n');
                    break;
                case NoteInline:
                    var ids = inlines.Skip(i).TakeWhile(n => n is NoteInline).Cast<NoteInline>().ToList();
                    text.Append("[@").Append(string.Join(',', ids.Select(n => MarkdownWriter.SourceOf(n.Number)))).Append(']');
                    i += ids.Count - 1;
                    break;
                case LinkInline link when Safe.Any(s => link.Address.StartsWith(s, StringComparison.OrdinalIgnoreCase)):
                    text.Append('[').Append(Write(link.Inlines).Replace('\n', ' ')).Append("](<").Append(AddressOf(link)).Append(">)");
                    break;
                case LinkInline link:
                    text.Append(Write(link.Inlines));
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>A line that would begin a heading, a list, a quotation or a rule begins with a backslash.</summary>
    public static string AtLineStart(string line)
    {
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return line.Length == 0 ? line
            : line[0] is '-' or '+' or '=' or ':' ? "\\" + line
            : digits is > 0 and <= 9 && line[digits] is '.' or ')' ? line.Insert(digits, "\\")
            : line;
    }

    public static string Escape(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            text.Append(Marks.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return text.ToString();
    }

    /// <summary>Blanks at the ends of what is strong stand outside it, or the marks would not be read.</summary>
    private static void Write(StringBuilder text, TextInline words)
    {
        var bare = words.Text.Trim();
        if (bare.Length == 0 || (!words.IsStrong && !words.IsEmphasised))
        {
            text.Append(Escape(words.Text));
            return;
        }

        var mark = (words.IsStrong ? "**" : "") + (words.IsEmphasised ? "*" : "");
        var start = words.Text.IndexOf(bare, StringComparison.Ordinal);
        text.Append(words.Text, 0, start).Append(mark).Append(Escape(bare)).Append(Reversed(mark))
            .Append(words.Text, start + bare.Length, words.Text.Length - start - bare.Length);
    }

    private static string Reversed(string mark) => string.Concat(mark.Reverse());

    private static string AddressOf(LinkInline link) =>
        link.Address.Replace("<", "%3C", false, CultureInfo.InvariantCulture).Replace(">", "%3E", false, CultureInfo.InvariantCulture)
            .Replace("\n", "", StringComparison.Ordinal);
}
