namespace YuGong.Content.CopyDesk;

/// <summary>Kinds of characters as a copy editor sees them.</summary>
internal static class HanText
{
    /// <summary>Stands for what is not read: code, an address, what was marked as in the original.</summary>
    public const char Opaque = '\uFFFC';

    private const string Openings = "“‘《〈（【「『〔", Closings = "”’》〉）】」』〕";

    /// <summary>Planes 2 and 3 are Han altogether; their surrogates are D840 to D8BF.</summary>
    public static bool IsHan(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uD840' and <= '\uD8BF') or '〇';

    public static bool IsOpening(char c) => Openings.Contains(c);

    public static bool IsClosing(char c) => Closings.Contains(c);

    /// <summary>A full-width mark that stands between words.</summary>
    public static bool IsStop(char c) => c is '，' or '。' or '、' or '；' or '：' or '？' or '！';

    public static bool IsNumeral(char c) => c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '〇' or '零';

    public static bool HasHan(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (IsHan(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The character there; NUL before the beginning and behind the end.</summary>
    public static char At(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length ? text[at] : '\0';

    /// <summary>The digit's value; -1 for what is none.</summary>
    public static int ValueOf(char numeral) => numeral is '零' ? 0 : "〇一二三四五六七八九".IndexOf(numeral, StringComparison.Ordinal);
}
