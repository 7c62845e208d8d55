using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>... 。。。 ··· … for ……, and -- －－ ―― for ——, beside Han.</summary>
internal static class DotsAndDashes
{
    public static void Read(in Passage passage, CopyPass pass)
    {
        var text = passage.Text;
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && text[end] == text[at])
            {
                end++;
            }

            if (FullOf(text[at], end - at) is { } full && (IsBesideHan(text, at - 1) || IsBesideHan(text, end)))
            {
                pass.Report(CopyRules.DotsAndDashes, passage, at, end - at, full);
            }

            at = end;
        }
    }

    private static string? FullOf(char c, int count) => c switch
    {
        '.' or '。' or '·' or '．' when count >= 3 => "……",
        '…' when count % 2 == 1 => "……",
        '-' or '－' or '―' or '─' or '–' when count is 2 or 3 => "——",
        '—' when count == 3 => "——",
        _ => null,
    };

    private static bool IsBesideHan(ReadOnlySpan<char> text, int at) =>
        At(text, at) is var c && (IsHan(c) || IsClosing(c) || IsOpening(c) || IsStop(c));
}
