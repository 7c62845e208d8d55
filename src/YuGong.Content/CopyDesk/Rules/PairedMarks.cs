using YuGong.Text;
using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>“ ” ‘ ’ 《 》 （ ）: that they pair, and differ within each other.</summary>
internal static class PairedMarks
{
    private const string Openings = "“‘《（", Closings = "”’》）";

    public static void Read(in Passage passage, CopyPass pass)
    {
        var text = passage.Text;
        var open = new List<int>();
        var hasHalf = text.IndexOfAny('(', ')') >= 0; // of a pair of which one is half-width, another rule speaks
        for (var at = 0; at < text.Length; at++)
        {
            if (hasHalf && text[at] is ('（' or '）'))
            {
                continue;
            }

            if (Openings.Contains(text[at]))
            {
                open.Add(at);
            }
            else if (Closings.IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var kind && !Close(passage, open, at, Openings[kind], pass))
            {
                return; // what follows a slip is no second one
            }
        }

        if (open.Count > 0)
        {
            Unclosed(passage, open, pass);
        }
    }

    private static bool Close(in Passage passage, List<int> open, int at, char opening, CopyPass pass)
    {
        var text = passage.Text;
        if (open.Count > 0 && text[open[^1]] == opening)
        {
            var start = open[^1];
            open.RemoveAt(open.Count - 1);
            if (open.Count > 0 && text[open[^1]] == opening && opening is '“' or '《')
            {
                Nested(passage, start, at, pass);
            }

            return true;
        }

        if ((opening == '（' && IsLabel(text, at)) || (opening == '‘' && char.IsAsciiLetterOrDigit(At(text, at - 1))))
        {
            return true; // 1） and an apostrophe
        }

        // ”先看“: the other way round.
        var isTurned = opening == '“' && open.Count == 0 && text[(at + 1)..].IndexOfAny("“”") is > 0 and var next
            && text[at + 1 + next] == '“' && text[(at + next + 2)..].IndexOfAny("“”") < 0;
        var to = isTurned ? at + 1 + text[(at + 1)..].IndexOf('“') : at;
        IReadOnlyList<TextEdit> edits = isTurned ? [new(at, 1, "“"), new(to, 1, "”")] : [];
        pass.Report(CopyRules.UnpairedMarks, passage, at, to + 1 - at, edits);
        return false;
    }

    private static void Nested(in Passage passage, int start, int end, CopyPass pass)
    {
        var (left, right) = passage.Text[start] == '“' ? ("‘", "’") : ("〈", "〉");
        pass.Report(CopyRules.UnpairedMarks, passage, start, end + 1 - start, [new(start, 1, left), new(end, 1, right)]);
    }

    private static void Unclosed(in Passage passage, List<int> open, CopyPass pass)
    {
        var text = passage.Text;
        if (open is [0] && text[0] == '“')
        {
            return; // words that go on over several paragraphs open in each and close in the last
        }

        // “先看“: both open.
        var isTwice = open is [_, var second] && text[open[0]] == '“' && text[second] == '“' && second > open[0] + 1
            && !text[(open[0] + 1)..second].ContainsAny("“”");
        var at = isTwice ? open[1] : open[^1];
        pass.Report(CopyRules.UnpairedMarks, passage, at, 1, isTwice ? [new(at, 1, "”")] : []);
    }

    /// <summary>1）, （1 a）, 甲）: the label of an item, which has one half.</summary>
    private static bool IsLabel(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiLetterOrDigit(At(text, at - 1)) || IsNumeral(At(text, at - 1)) || at < 4;
}
