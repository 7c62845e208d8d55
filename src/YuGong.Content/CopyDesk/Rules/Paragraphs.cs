using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>A paragraph of sentences whose last one has no mark.</summary>
internal static class Paragraphs
{
    private const int Shortest = 20;

    public static void Read(in Passage passage, CopyPass pass)
    {
        var text = passage.Text.TrimEnd();
        if (passage.Kind == PassageKind.Paragraph && text.Length >= Shortest && IsHan(text[^1]) && text.IndexOfAny("。？！") >= 0)
        {
            pass.Report(CopyRules.NoFullStop, passage, text.Length - 1, 1, [new(text.Length, 0, "。")], isSafe: false);
        }
    }
}
