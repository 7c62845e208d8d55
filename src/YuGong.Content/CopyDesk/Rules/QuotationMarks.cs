using YuGong.Text;
using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>" and ' around Han. An odd one out may be a measure in inches, and is left to the reader.</summary>
internal static class QuotationMarks
{
    public static void Read(in Passage passage, CopyPass pass)
    {
        Pairs(passage, '"', pass);
        Pairs(passage, '\'', pass);
    }

    private static void Pairs(in Passage passage, char mark, CopyPass pass)
    {
        var text = passage.Text;
        var places = new List<int>();
        for (var at = 0; at < text.Length; at++)
        {
            // It's, O'Brien, 5'
            if (text[at] == mark && !(mark == '\'' && char.IsAsciiLetterOrDigit(At(text, at - 1))))
            {
                places.Add(at);
            }
            else if (text[at] == mark && places.Count % 2 == 1 && IsHan(text[places[^1] + 1]))
            {
                places.Add(at);
            }
        }

        if (places.Count % 2 == 1)
        {
            return;
        }

        for (var i = 0; i < places.Count; i += 2)
        {
            var (open, close) = (places[i], places[i + 1]);
            if (!HasHan(text[(open + 1)..close]) && !IsHan(At(text, open - 1)) && !IsHan(At(text, close + 1)))
            {
                continue;
            }

            var isWithin = CopyPass.IsQuoted(text, open);
            TextEdit[] edits = [new(open, 1, isWithin ? "‘" : "“"), new(close, 1, isWithin ? "’" : "”")];
            pass.Report(CopyRules.StraightQuotes, passage, open, close + 1 - open, edits, isSafe: mark == '"' || isWithin);
        }
    }
}
