using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>, . : ; ? ! behind Han, and brackets around Han or behind it.</summary>
internal static class HalfWidthMarks
{
    private const string Half = ",.:;?!", Full = "，。：；？！";

    /// <summary>Longer insertions between brackets are something else.</summary>
    private const int Longest = 80;

    public static void Read(in Passage passage, CopyPass pass)
    {
        var text = passage.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '(' or '（')
            {
                Brackets(passage, at, pass);
            }
            else if (Half.Contains(text[at]) && IsBehindHan(At(text, at - 1)) && LengthOf(text, at) is > 0 and var length)
            {
                var marks = string.Concat(text.Slice(at, length).ToString().Where(c => c != ' ').Select(FullOf));
                pass.Report(CopyRules.HalfWidthMark, passage, at, length, marks);
                at += length - 1;
            }
        }
    }

    private static char FullOf(char half) => Full[Half.IndexOf(half, StringComparison.Ordinal)];

    private static bool IsBehindHan(char before) => IsHan(before) || IsClosing(before);

    /// <summary>How many characters become full-width, with the blanks behind them; 0 when the mark may be right.</summary>
    private static int LengthOf(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (text[at] is '?' or '!' && At(text, end) is '?' or '!')
        {
            end++;
        }

        var next = end;
        while (At(text, next) == ' ')
        {
            next++;
        }

        var behind = At(text, next);
        var endsSentence = behind is '\0' or '"' or '\'' or Opaque || IsHan(behind) || IsOpening(behind) || IsClosing(behind);
        if (text[at] == '.')
        {
            // 1. and 一. count; 中国.北京 and 列奥纳多.达 are names, whose dot is another.
            var isMark = endsSentence && !IsOpaqueOrHanAtOnce(text, end, next) && !(at == 1 && IsNumeral(text[0]));
            return isMark ? next - at : 0;
        }

        return endsSentence || (char.IsAsciiLetterOrDigit(behind) && text[at] is not '.') ? next - at : 0;
    }

    private static bool IsOpaqueOrHanAtOnce(ReadOnlySpan<char> text, int end, int next) => end == next && IsHan(At(text, end));

    private static void Brackets(in Passage passage, int open, CopyPass pass)
    {
        var text = passage.Text;
        var length = text[(open + 1)..].IndexOfAny("()（）");
        if (length is < 1 or > Longest)
        {
            return;
        }

        var close = open + 1 + length;
        if (text[close] is '(' or '（' || (text[open] == '（' && text[close] == '）'))
        {
            return;
        }

        var before = At(text, open - 1);
        var isHan = HasHan(text.Slice(open + 1, length));
        if (text[open] == '(' && text[close] == ')' && !isHan && !IsBehindHan(before))
        {
            return;
        }

        if (text[open] != '（' && !isHan && before == '\0')
        {
            return; // (1) at the beginning
        }

        var edits = new List<Text.TextEdit>();
        if (text[open] == '(')
        {
            edits.Add(new(open, 1, "（"));
        }

        if (text[close] == ')')
        {
            edits.Add(new(close, 1, "）"));
        }

        pass.Report(CopyRules.HalfWidthMark, passage, open, close + 1 - open, edits);
    }
}
