using System.Text;

namespace YuGong.Manuscripts;

/// <summary>
/// Blanks of a page: one each, whatever they are written with. Word breaks the lines of its HTML between any two characters; between two
/// Chinese ones that is no blank at all.
/// </summary>
internal static class HtmlBlanks
{
    private const char HardBlank = '\u00A0';

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (!IsBlank(text[at]))
            {
                folded.Append(text[at++]);
                continue;
            }

            var (start, isBroken) = (at, false);
            while (at < text.Length && IsBlank(text[at]))
            {
                isBroken |= text[at++] is '\n' or '\r';
            }

            var isBetweenChinese = start > 0 && at < text.Length && IsChinese(text[start - 1]) && IsChinese(text[at]);
            folded.Append(isBroken && isBetweenChinese ? "" : " ");
        }

        return folded.ToString();
    }

    private static bool IsBlank(char c) => c is ' ' or '\n' or '\r' or '\t' or '\f' or HardBlank;

    private static bool IsChinese(char c) =>
        c is >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFFEF' or '“' or '”' or '‘' or '’' or '—' or '…';
}
