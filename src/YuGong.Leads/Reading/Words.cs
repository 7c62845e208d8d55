using System.Text;
using YuGong.Text.Intake;

namespace YuGong.Leads;

/// <summary>The small differences between how people, Word and WPS write the same thing.</summary>
internal static class Words
{
    /// <summary>
    /// Full-width letters, digits and punctuation (U+FF01–FF5E) become ASCII, every kind of blank a space; what has no width goes.
    /// </summary>
    /// <param name="punctuation">False: Chinese punctuation stays as it was written.</param>
    public static string Narrow(string text, bool punctuation = true)
    {
        StringBuilder? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var narrow = Narrow(c, punctuation);
            if (narrow != c)
            {
                changed ??= new StringBuilder(text, 0, i, text.Length);
            }

            if (changed is not null && narrow != '\0')
            {
                changed.Append(narrow);
            }
        }

        return changed?.ToString() ?? text;
    }

    /// <summary>One character so; NUL for what has no width.</summary>
    public static char Narrow(char c, bool punctuation = true) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' when punctuation || char.IsLetterOrDigit(c) => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\t' => ' ',
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' => '\0',
        '\r' or '\u2028' or '\u2029' or '\v' => '\n',
        _ => c,
    };

    /// <summary>A text as people meant it: blanks at the ends of lines and empty lines around it go, its own characters stay.</summary>
    public static string Tidy(string text)
    {
        var lines = Whole(text).Split('\n').Select(line => line.Trim()).ToList();
        return string.Join('\n', Squeeze(lines)).Trim('\n');

        static IEnumerable<string> Squeeze(List<string> lines)
        {
            for (var i = 0; i < lines.Count; i++)
            {
                if (lines[i].Length > 0 || (i > 0 && lines[i - 1].Length > 0))
                {
                    yield return lines[i];
                }
            }
        }
    }

    /// <summary>As every text that comes in; Word's soft returns end lines.</summary>
    private static string Whole(string text) => TextIntake.Clean(text.Replace('\v', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n'));

    /// <summary>One line: inner blanks and breaks become one space, or nothing between Chinese characters and marks.</summary>
    public static string OneLine(string text)
    {
        var parts = Narrow(Whole(text), punctuation: false).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var line = new StringBuilder();
        foreach (var part in parts)
        {
            if (line.Length > 0 && !(IsHan(line[^1]) && IsHan(part[0])))
            {
                line.Append(' ');
            }

            line.Append(part);
        }

        return line.ToString();
    }

    /// <summary>Only what tells one label from another: no blanks, no punctuation.</summary>
    public static string Bare(string text) => string.Concat(Narrow(text).Where(char.IsLetterOrDigit));

    /// <summary>Characters as an editor counts them: blanks and breaks do not count, a surrogate pair counts once.</summary>
    public static int Count(string text) => text.EnumerateRunes().Count(r => !Rune.IsWhiteSpace(r));

    public static bool IsHan(char c) =>
        c is (>= '\u3001' and <= '\u303F') or (>= '\uFF01' and <= '\uFF0F') or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(c);
}
