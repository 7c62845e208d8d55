using YuGong.Content;

namespace YuGong.Publishing;

/// <summary>Which parts of a run of digits are private: by shape, or because the register knows them.</summary>
internal static class NumberShapes
{
    /// <param name="run">Digits in groups, with a character before and two behind.</param>
    /// <param name="known">Digits of the private register, with their kind.</param>
    public static IEnumerable<(int Start, int Length, string Kind)> Private(string run, IReadOnlyDictionary<string, string> known)
    {
        var groups = Groups(run);
        for (var first = 0; first < groups.Count; first++)
        {
            var digits = "";
            for (var last = first; last < groups.Count && digits.Length <= 20; last++)
            {
                digits += run.Substring(groups[last].Start, groups[last].Length);
                var start = groups[first].Start;
                var length = groups[last].Start + groups[last].Length - start;
                if (KindOf(run, groups, first, last, digits, known) is { } kind)
                {
                    yield return (start, length, kind);
                    first = last;
                    break;
                }
            }
        }
    }

    private static string? KindOf(
        string run, List<(int Start, int Length)> groups, int first, int last, string digits, IReadOnlyDictionary<string, string> known)
    {
        if (known.TryGetValue(digits, out var kind) || known.TryGetValue(WithoutCountry(digits), out kind))
        {
            return kind;
        }

        if (digits.Length is < 10 or > 20 || IsPartOfAWord(run, groups[first].Start, groups[last].Start + groups[last].Length))
        {
            return null;
        }

        if (first == last)
        {
            return Say(WithoutCountry(run.Substring(groups[first].Start, groups[first].Length)));
        }

        // A part of a longer run is private only when it is grouped as people group such numbers.
        return IsMobileInGroups(run, groups, first, last, digits) ? "手机号码"
            : IsLandline(run, groups, first, last) ? "电话号码"
            : first == 0 && last == groups.Count - 1 ? Say(run[groups[first].Start..(groups[last].Start + groups[last].Length)])
            : null;

        static string? Say(string text)
        {
            foreach (var (start, length, what) in PrivateData.Find(text, []))
            {
                if (start == 0 && length == text.Length)
                {
                    return what;
                }
            }

            return null;
        }
    }

    private static List<(int Start, int Length)> Groups(string run)
    {
        var groups = new List<(int, int)>();
        for (var i = 0; i < run.Length; i++)
        {
            if (!char.IsAsciiDigit(run[i]))
            {
                continue;
            }

            var start = i;
            while (i < run.Length && char.IsAsciiDigit(run[i]))
            {
                i++;
            }

            if (i < run.Length && run[i] is 'X' or 'x' && i - start == 17)
            {
                i++;
            }

            groups.Add((start, i - start));
        }

        return groups;
    }

    /// <summary>138 1234 5678 and 138-1234-5678; other groupings are as likely years and figures.</summary>
    private static bool IsMobileInGroups(string run, List<(int Start, int Length)> groups, int first, int last, string digits) =>
        digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9' && last - first == 2
        && groups[first].Length == 3 && groups[first + 1].Length == 4 && run[groups[first + 1].Start - 1] == run[groups[last].Start - 1];

    /// <summary>023-63612345, (023) 6361 2345.</summary>
    private static bool IsLandline(string run, List<(int Start, int Length)> groups, int first, int last)
    {
        var code = run.AsSpan(groups[first].Start, groups[first].Length);
        var rest = 0;
        for (var i = first + 1; i <= last; i++)
        {
            rest += groups[i].Length;
        }

        return code.Length is 3 or 4 && code[0] == '0' && code[1] is >= '1' and <= '9' && rest is 7 or 8
            && (last == first + 1 || (last == first + 2 && groups[first + 1].Length is 3 or 4 && groups[last].Length == 4))
            && run[groups[first].Start + groups[first].Length] is '-' or ')';
    }

    private static string WithoutCountry(string digits) =>
        digits.Length == 13 && digits.StartsWith("861", StringComparison.Ordinal) ? digits[2..]
        : digits.Length == 15 && digits.StartsWith("00861", StringComparison.Ordinal) ? digits[4..]
        : digits;

    /// <summary>Digits inside a hash are no number: a hexadecimal letter beside them says so.</summary>
    private static bool IsPartOfAWord(string run, int start, int end) =>
        (start > 0 && char.IsAsciiHexDigit(run[start - 1])) || (end < run.Length && char.IsAsciiHexDigit(run[end]));
}
