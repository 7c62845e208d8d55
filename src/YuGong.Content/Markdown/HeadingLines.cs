using System.Net;
using System.Text;

namespace YuGong.Content;

/// <summary>
/// Lines that a parser may take for headings, found without one: a build that cuts fonts needs the characters of all headings, and no
/// other part of a body.
/// </summary>
internal static class HeadingLines
{
    public static string In(ReadOnlySpan<char> body)
    {
        if (body.IndexOfAny("#＃=-") < 0)
        {
            return "";
        }

        var found = new StringBuilder();
        var paragraph = new List<(int Start, int Length)>();
        foreach (var range in body.Split('\n'))
        {
            var line = body[range];
            if (MayBeHeading(line))
            {
                Add(found, line);
            }

            if (IsUnderline(line))
            {
                foreach (var (start, length) in paragraph)
                {
                    Add(found, body.Slice(start, length));
                }
            }

            if (line.IsWhiteSpace() || IsUnderline(line))
            {
                paragraph.Clear();
            }
            else
            {
                paragraph.Add((range.Start.Value, line.Length));
            }
        }

        return found.ToString();
    }

    /// <summary>A number sign with no Han before it: in lists and quotations marks and numbers stand in front.</summary>
    private static bool MayBeHeading(ReadOnlySpan<char> line)
    {
        var mark = line.IndexOfAny('#', '＃');
        return mark == 0 || (mark > 0 && !line[..mark].ContainsAnyInRange('\u3400', '\u9FFF'));
    }

    private static bool IsUnderline(ReadOnlySpan<char> line)
    {
        line = line.Trim(" \t\r>＞\u3000");
        return !line.IsEmpty && (line[0] is '-' or '=') && !line.ContainsAnyExcept(line[0]);
    }

    private static void Add(StringBuilder found, ReadOnlySpan<char> line)
    {
        found.Append(line).Append('\n');
        if (line.Contains('&'))
        {
            found.Append(WebUtility.HtmlDecode(line.ToString())).Append('\n');
        }
    }
}
