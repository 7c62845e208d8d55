using System.Globalization;
using System.Text;

namespace YuGong.Text;

/// <summary>
/// Texts of strangers where people look at them. What a terminal would obey (C0 and C1 controls, ECMA-48) or what turns the order of
/// characters round (bidirectional formatting, UAX #9) is shown instead of being done.
/// </summary>
public static class VisibleText
{
    private const char Hidden = '\uFFFD';

    /// <summary>As one line: breaks and tabs become blanks.</summary>
    public static string Line(string text) => With(text, c => c is '\n' or '\r' or '\t' ? " " : Shown(c));

    /// <summary>As lines: breaks and tabs stay.</summary>
    public static string Lines(string text) => With(text, c => c is '\n' or '\t' ? c.ToString() : Shown(c));

    /// <summary>
    /// A JSON document of the same meaning: such characters stand within its strings only, and are escaped there (RFC 8259, 7).
    /// </summary>
    public static string Json(string document) => With(document, c => c is '\n' or '\r' or '\t' ? c.ToString() : $"\\u{(int)c:x4}");

    private static string With(string text, Func<char, string> instead)
    {
        StringBuilder? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (!isPair && !IsActive(c))
            {
                changed?.Append(c);
                continue;
            }

            if (isPair && CharUnicodeInfo.GetUnicodeCategory(text, i) != UnicodeCategory.Format)
            {
                changed?.Append(c).Append(text[i + 1]);
                i++;
                continue;
            }

            changed ??= new StringBuilder(text, 0, i, text.Length + 16);
            changed.Append(instead(c));
            if (isPair)
            {
                changed.Append(instead(text[++i]));
            }
        }

        return changed?.ToString() ?? text;
    }

    /// <summary>Controls by their pictures (U+2400), everything else by one sign.</summary>
    private static string Shown(char c) => (c < ' ' ? (char)(0x2400 + c) : c == '\u007F' ? '\u2421' : Hidden).ToString();

    /// <summary>Joiners stay: scripts and emoji are written with them.</summary>
    private static bool IsActive(char c) => c < ' ' || (c > '~' && c is not ('\u200C' or '\u200D') && CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate);
}
