using System.Text;
using YuGong.Content.Writing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What fixes would change, as a unified diff without context (GNU diffutils, <c>-U0</c>).</summary>
internal static class FixDiff
{
    public static string Of(FixedText made)
    {
        var (before, after) = (new SourceFile(made.Path, made.Before), new SourceFile(made.Path, made.Text));
        var diff = new StringBuilder();
        var name = VisibleText.Line(made.Path);
        diff.Append("--- a/").Append(name).Append("\n+++ b/").Append(name).Append('\n');
        var shift = 0; // of everything behind, by the edits so far
        for (var i = 0; i < made.Edits.Count;)
        {
            var (first, last) = (before.At(made.Edits[i].Start).Line, LastLine(before, made.Edits[i]));
            var newStart = made.Edits[i].Start + shift;
            var newEnd = newStart;
            for (; i < made.Edits.Count && before.At(made.Edits[i].Start).Line <= last; i++)
            {
                last = Math.Max(last, LastLine(before, made.Edits[i]));
                newEnd = made.Edits[i].Start + shift + made.Edits[i].Replacement.Length;
                shift += made.Edits[i].Replacement.Length - made.Edits[i].Length;
            }

            Hunk(diff, before, after, (first, last), (after.At(newStart).Line, after.At(newEnd).Line));
        }

        return diff.ToString();
    }

    private static int LastLine(SourceFile file, TextEdit edit) => file.At(edit.End).Line;

    private static void Hunk(StringBuilder diff, SourceFile before, SourceFile after, (int From, int To) old, (int From, int To) now)
    {
        diff.Append("@@ -").Append(Range(old)).Append(" +").Append(Range(now)).Append(" @@\n");
        Lines(diff, '-', before, old);
        Lines(diff, '+', after, now);
    }

    private static string Range((int From, int To) lines) => $"{lines.From},{lines.To - lines.From + 1}";

    private static void Lines(StringBuilder diff, char sign, SourceFile file, (int From, int To) lines)
    {
        for (var line = lines.From; line <= lines.To; line++)
        {
            diff.Append(sign).Append(VisibleText.Lines(file.Line(line).ToString())).Append('\n');
        }
    }
}
