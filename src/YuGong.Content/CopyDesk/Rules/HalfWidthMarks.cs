using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>
/// , . : ; ? ! behind Han, and brackets around Han or behind it; between Han, a comma and a semicolon behind a number or a name in Latin
/// letters too: 发电 30 kW,后来.
/// </summary>
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
            else if (Half.Contains(text[at]) && (IsBehindHan(At(text, at - 1)) || IsBetweenHan(text, at))
                && LengthOf(text, at) is > 0 and var length)
            {
                var marks = string.Concat(text.Slice(at, length).ToString().Where(c => c != ' ').Select(FullOf));
                pass.Report(CopyRules.HalfWidthMark, passage, at, length, marks);
                at += length - 1;
            }
        }
    }

    private static char FullOf(char half) => Full[Half.IndexOf(half, StringComparison.Ordinal)];

    /// <summary>
    /// With one word or number before it, and Han on both sides of the two. Behind two of them it may be part of an enumeration (A,B,丙) or
    /// of a foreign sentence.
    /// </summary>
    private static bool IsBetweenHan(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is not (',' or ';') || !IsOfWord(At(text, at - 1)))
        {
            return false;
        }

        var next = at + 1 + (At(text, at + 1) == ' ' ? 1 : 0);
        var start = at;
        while (IsOfWord(At(text, start - 1)) || At(text, start - 1) is '.' or '/' or '-')
        {
            start--;
        }

        // 30 kW: the number belongs to its unit.
        if (At(text, start - 1) == ' ' && char.IsAsciiDigit(At(text, start - 2)) && char.IsAsciiLetter(text[start]))
        {
            start -= 2;
            while (char.IsAsciiDigit(At(text, start - 1)) || At(text, start - 1) == '.')
            {
                start--;
            }
        }

        start -= At(text, start - 1) == ' ' ? 1 : 0;
        return IsHan(At(text, next)) && (IsHan(At(text, start - 1)) || IsStop(At(text, start - 1)));
    }

    private static bool IsOfWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '%' or '℃' or '²' or '³';

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
