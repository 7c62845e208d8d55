using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>A blank beside a full-width mark, and one between Han in a paragraph. Names set to three characters (李　明) are left.</summary>
internal static class Blanks
{
    public static void Read(in Passage passage, CopyPass pass)
    {
        var text = passage.Text;
        for (var at = 1; at < text.Length - 1; at++)
        {
            if (!IsBlank(text[at]))
            {
                continue;
            }

            var end = at + 1;
            while (end < text.Length - 1 && IsBlank(text[end]))
            {
                end++;
            }

            var (before, behind) = (text[at - 1], text[end]);
            var isByMark = (IsMark(before) && (IsHan(behind) || IsMark(behind))) || (IsHan(before) && IsMark(behind));
            if (isByMark || (passage.Kind == PassageKind.Paragraph && IsHan(before) && IsHan(behind) && text[at] == ' ' && end == at + 1))
            {
                pass.Report(CopyRules.BlankBetweenHan, passage, at, end - at, "", isSafe: isByMark);
            }

            at = end;
        }
    }

    private static bool IsBlank(char c) => c is ' ' or '\u00A0' or '\u3000' or '\t';

    private static bool IsMark(char c) => IsStop(c) || IsOpening(c) || IsClosing(c);
}
