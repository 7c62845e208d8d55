namespace YuGong.Text.Privacy;

/// <summary>Digits that stand side by side.</summary>
internal readonly record struct DigitGroup(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>Groups of digits with little between them, in a folded text: a number, several, or figures that happen to be
/// neighbours.</summary>
/// <param name="hasHan">Whether 一 二 三 are digits here; otherwise 一 between digits is a dash.</param>
internal sealed class DigitRun(string text, IReadOnlyList<DigitGroup> groups, bool hasHan)
{
    /// <summary>Characters between two groups of one number: " - ", ") ".</summary>
    private const int WidestGap = 4;

    private const string Between = " \t\n-~_.·/|*()[]:'\\，…";

    public string Text => text;

    public IReadOnlyList<DigitGroup> Groups => groups;

    public bool HasHan => hasHan;

    public int Last => groups.Count - 1;

    /// <param name="fewest">A run with fewer digits is none.</param>
    public static IEnumerable<DigitRun> In(string text, bool withHan, int fewest)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsDigit(text[at], withHan))
            {
                continue;
            }

            var groups = new List<DigitGroup>();
            var count = 0;
            for (var next = at; next >= 0; next = NextGroup(text, at, withHan))
            {
                at = next;
                while (at < text.Length && IsDigit(text[at], withHan))
                {
                    at++;
                }

                groups.Add(new(next, at));
                count += at - next;
            }

            if (count >= fewest)
            {
                yield return new(text, groups, withHan);
            }
        }
    }

    /// <summary>What stands between a group and the next: one character for its kind.</summary>
    public char Separator(int group)
    {
        var kind = ' ';
        for (var i = groups[group].End; i < groups[group + 1].Start; i++)
        {
            var here = text[i] == '一' ? '-' : text[i] is '~' ? '-' : text[i] is '\t' or '\n' && kind != ' ' ? kind : text[i];
            kind = here == ' ' ? kind : here;
        }

        return kind;
    }

    public string Digits(int first, int last)
    {
        var digits = new System.Text.StringBuilder();
        for (var g = first; g <= last; g++)
        {
            for (var i = groups[g].Start; i < groups[g].End; i++)
            {
                digits.Append(DigitAt(i));
            }
        }

        return digits.ToString();
    }

    public char DigitAt(int at) => text[at] is >= '0' and <= '9' ? text[at] : (char)('0' + Folding.Han(text[at]));

    /// <summary>How many digits each group from one to another has: <c>344</c>; a group of more than nine is <c>9</c>.</summary>
    public string Shape(int first, int last) => string.Concat(Enumerable.Range(first, last - first + 1)
        .Select(g => Math.Min(9, groups[g].Length)));

    /// <summary>The one kind of separator between two groups; null when they differ.</summary>
    public char? OneSeparator(int first, int last)
    {
        for (var g = first + 1; g < last; g++)
        {
            if (Separator(g) != Separator(first))
            {
                return null;
            }
        }

        return Separator(first);
    }

    /// <summary>As <see cref="OneSeparator"/>; NUL for a single group.</summary>
    public char? OneSeparatorOrNone(int first, int last) => first == last ? '\0' : OneSeparator(first, last);

    private static bool IsDigit(char c, bool withHan) => c is >= '0' and <= '9' || (withHan && Folding.IsHan(c));

    private static int NextGroup(string text, int from, bool withHan)
    {
        for (var i = from; i < text.Length && i <= from + WidestGap; i++)
        {
            if (IsDigit(text[i], withHan))
            {
                return i;
            }

            if (!Between.Contains(text[i], StringComparison.Ordinal) && !(text[i] == '一' && !withHan))
            {
                return -1;
            }
        }

        return -1;
    }
}
