using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>，， 、、 ，。 。”。 and four exclamation marks.</summary>
internal static class DoubledMarks
{
    public static void Read(in Passage passage, CopyPass pass)
    {
        var text = passage.Text;
        for (var at = 0; at < text.Length - 1; at++)
        {
            if (!IsStop(text[at]))
            {
                continue;
            }

            var end = at + 1;
            while (end < text.Length && IsStop(text[end]))
            {
                end++;
            }

            if (end - at > 1)
            {
                Run(passage, at, end, pass);
            }
            else if (text[at] == '。' && At(text, at + 1) is '”' or '’' && At(text, at + 2) == '。')
            {
                pass.Report(CopyRules.DoubledMark, passage, at, 3, [new(at + 2, 1, "")]);
            }

            at = end - 1;
        }
    }

    private static void Run(in Passage passage, int at, int end, CopyPass pass)
    {
        var run = passage.Text[at..end];
        var isSame = run.IndexOfAnyExcept(run[0]) < 0;
        if (isSame && (run is "。。。" || (run[0] == '。' && run.Length > 2)))
        {
            return; // an ellipsis
        }

        if (run.IndexOfAnyExcept('？', '！') < 0 && run.Length <= 3)
        {
            return; // ？！ and up to three
        }

        var kept = isSame ? run[0] is '！' or '？' ? new string(run[0], 3) : run[..1].ToString()
            : run.IndexOfAny("？！") is >= 0 and var strong ? run.Slice(strong, 1).ToString()
            : run.Contains('。') ? "。" : run[..1].ToString();
        pass.Report(CopyRules.DoubledMark, passage, at, run.Length, kept, isSafe: isSame);
    }
}
