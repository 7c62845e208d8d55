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
            Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var before, out _);
            Rune.DecodeFromUtf16(text.AsSpan(at + 1), out var after, out _);
            if (Meet(before, after))
            {
                text = text.Remove(at, 1);
                at--;
            }
        }

        return text;
    }

    /// <summary>Whether a blank between these is only the gap between scripts.</summary>
    public static bool Meet(Rune before, Rune after) => (IsHan(before) && IsWestern(after)) || (IsWestern(before) && IsHan(after));

    /// <summary>Whether a blank between these is the end of a template's line: no mark of Chinese has one beside it.</summary>
    public static bool IsAtMark(Rune before, Rune after) =>
        (Closing.Contains(after) && (IsHan(before) || IsWestern(before) || Closing.Contains(before)))
        || (Opening.Contains(before) && (IsHan(after) || IsWestern(after)));

    /// <summary>Full stops and commas that a citation stands before (GB/T 7714).</summary>
    public static bool IsStop(Rune mark) => mark.Value is '。' or '，' or '、' or '；' or '：' or '！' or '？';

    private static bool IsHan(Rune c) => c.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFD);

    private static bool IsWestern(Rune c) => c.IsAscii && Rune.IsLetterOrDigit(c);
}
