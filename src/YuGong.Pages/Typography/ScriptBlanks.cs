using System.Text;

namespace YuGong.Pages.Typography;

/// <summary>
/// Blanks between Han and letters or digits, which writers type for the gap between scripts (中西间距): on pages the style sheet makes it
/// (<c>text-autospace</c>), so that no line begins with it and nobody copies it.
/// </summary>
internal static class ScriptBlanks
{
    private static readonly Rune[] Closing = [.. "，。、；：！？”’》〉」』）〕】".EnumerateRunes()];

    private static readonly Rune[] Opening = [.. "“‘《〈「『（〔【".EnumerateRunes()];

    public static string Without(string text)
    {
        for (var at = text.IndexOf(' ', StringComparison.Ordinal); at > 0 && at + 1 < text.Length; at = text.IndexOf(' ', at + 1))
        {
            if (Meet(text[at - 1], text[at + 1]))
            {
                text = text.Remove(at, 1);
                at--;
            }
        }

        return text;
    }

    /// <summary>Whether a blank between these is only the gap between scripts.</summary>
    /// <param name="before">A character of Unicode, or half of one that is neither.</param>
    public static bool Meet(int before, int after) => (IsHan(before) && IsWestern(after)) || (IsWestern(before) && IsHan(after));

    /// <summary>Whether a blank between these is the end of a template's line: no mark of Chinese has one beside it.</summary>
    public static bool IsAtMark(Rune before, Rune after) =>
        (Closing.Contains(after) && (IsHan(before.Value) || IsWestern(before.Value) || Closing.Contains(before)))
        || (Opening.Contains(before) && (IsHan(after.Value) || IsWestern(after.Value)));

    /// <summary>
    /// Whether a blank between these stands behind a stop, which has its own gap: writers of Latin type one there by habit.
    /// </summary>
    public static bool IsBehindStop(Rune before, Rune after) =>
        IsStop(before) && (IsHan(after.Value) || IsWestern(after.Value) || Opening.Contains(after));

    /// <summary>Full stops and commas that a citation stands before (GB/T 7714).</summary>
    public static bool IsStop(Rune mark) => mark.Value is '。' or '，' or '、' or '；' or '：' or '！' or '？';

    private static bool IsHan(int c) => c is (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFD);

    private static bool IsWestern(int c) => c < 0x80 && char.IsAsciiLetterOrDigit((char)c);
}
