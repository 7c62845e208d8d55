using System.Buffers;

namespace YuGong.Text.Privacy;

/// <summary>Numbers of a town without its area code, 6361 2345: seven or eight digits that nothing but the word before them
/// tells.</summary>
internal static class LocalNumbers
{
    private static readonly string[] Words = ["电话", "座机", "固话", "传真", "宅电", "热线", "電話", "tel", "phone", "fax", "办公电话", "家电"];

    private static readonly string[] Counted = ["户", "部", "台", "门", "线", "次", "万", "元", "个", "人", "年"];

    private static readonly SearchValues<char> Between = SearchValues.Create(" :=号码为是\t\"'(.");

    /// <summary>Behind the number that begins at a group; 0 when there is none.</summary>
    public static int EndAt(DigitRun run, int first)
    {
        var start = run.Groups[first].Start;
        if (!(run.Text[start] is >= '2' and <= '8') || !IsNamed(run.Text, start))
        {
            return 0;
        }

        for (var last = first; last <= Math.Min(run.Last, first + 1); last++)
        {
            var end = run.Groups[last].End;
            if (run.Shape(first, last) is "8" or "7" or "44" or "34"
                && !Array.Exists(Counted, u => run.Text.AsSpan(end).TrimStart(' ').StartsWith(u)))
            {
                return end;
            }
        }

        return 0;
    }

    private static bool IsNamed(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - 12), Math.Min(12, start));
        foreach (var word in Words)
        {
            var at = before.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && !before[(at + word.Length)..].ContainsAnyExcept(Between)
                && (at == 0 || !char.IsAsciiLetter(word[0]) || !char.IsAsciiLetter(before[at - 1])))
            {
                return true;
            }
        }

        return false;
    }
}
