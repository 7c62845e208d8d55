using System.Net;
using System.Text;

namespace YuGong.Documents;

/// <summary>
/// The words of a body as a reader sees them: one block a line, without marks, tags and the numbers of citations.
/// </summary>
public static class HtmlText
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks = new HashSet<string>(
        ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "tr", "figure", "figcaption", "ul", "ol", "table", "pre", "hr", "div",
            "br"], StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at);
            Append(text, tag < 0 ? html.AsSpan(at) : html.AsSpan(at, tag - at));
            if (tag < 0)
            {
                break;
            }

            var end = html.IndexOf('>', tag);
            var inside = html.AsSpan(tag + 1, end - tag - 1);
            if (inside.StartsWith("sup class=\"cite\"", StringComparison.Ordinal))
            {
                end = html.IndexOf("</sup>", end, StringComparison.Ordinal) + "</sup".Length;
                // The blank belonged to the number
                end += text.Length > 0 && text[^1] >= '\u2e80' && end + 1 < html.Length && html[end + 1] == ' ' ? 1 : 0;
            }
            else
            {
                Break(text, inside);
            }

            at = end + 1;
        }

        while (text.Length > 0 && text[^1] is '\n' or ' ')
        {
            text.Length--;
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> words)
    {
        if (words.Contains('&'))
        {
            words = WebUtility.HtmlDecode(words.ToString());
        }

        // White space in a page is one blank at most, and none at the start of a line.
        while (!words.IsEmpty)
        {
            var space = words.IndexOfAny(" \n\r\t");
            text.Append(space < 0 ? words : words[..space]);
            if (space < 0)
            {
                return;
            }

            if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            {
                text.Append(' ');
            }

            words = words[(space + 1)..].TrimStart(" \n\r\t");
        }
    }

    private static void Break(StringBuilder text, ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/');
        var end = name.IndexOfAny(" /");
        name = end < 0 ? name : name[..end];
        if (name is "td" or "th")
        {
            if (text.Length > 0 && text[^1] is not ('\n' or ' '))
            {
                text.Append(' ');
            }

            return;
        }

        if (!Blocks.Contains(name))
        {
            return;
        }

        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }
}
