using System.Text;

namespace YuGong.Posters.Svg;

/// <summary>The text of a style sheet, read from front to back (CSS Syntax 3, as far as drawings need it); offsets are its own.</summary>
internal sealed class CssText
{
    private readonly string text;
    private int at;

    public CssText(string css) => text = WithoutComments(css);

    public bool IsAtEnd => SkipBlanks() >= text.Length;

    /// <summary>Where the next word stands.</summary>
    public int Offset => SkipBlanks();

    public char Next => text[SkipBlanks()];

    /// <summary>Up to one of the characters, outside quotes and brackets; it is taken too, and told.</summary>
    public (string Words, char End) Until(ReadOnlySpan<char> ends)
    {
        var from = SkipBlanks();
        var depth = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (depth == 0 && ends.Contains(c))
            {
                return (text[from..at++].Trim(), c);
            }

            switch (c)
            {
                case '"' or '\'':
                    var end = text.IndexOf(c, at + 1);
                    at = end < 0 ? text.Length - 1 : end;
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case '\\':
                    at++;
                    break;
            }
        }

        at = text.Length;
        return (text[Math.Min(from, at)..].Trim(), '\0');
    }

    /// <summary>Words between commas, or other characters, that stand in no quotes or brackets.</summary>
    public static IEnumerable<string> Split(string words, char between)
    {
        var rest = new CssText(words);
        while (!rest.IsAtEnd)
        {
            yield return rest.Until([between]).Words;
        }
    }

    /// <summary>A comment is as good as a blank, and as long as it was.</summary>
    private static string WithoutComments(string css)
    {
        if (!css.Contains("/*", StringComparison.Ordinal))
        {
            return css;
        }

        var clean = new StringBuilder(css);
        for (var start = css.IndexOf("/*", StringComparison.Ordinal); start >= 0;)
        {
            var end = css.IndexOf("*/", start + 2, StringComparison.Ordinal) is >= 0 and var found ? found + 2 : css.Length;
            for (var i = start; i < end; i++)
            {
                clean[i] = css[i] == '\n' ? '\n' : ' ';
            }

            start = css.IndexOf("/*", end, StringComparison.Ordinal);
        }

        return clean.ToString();
    }

    private int SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
