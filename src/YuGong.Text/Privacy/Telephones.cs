namespace YuGong.Text.Privacy;

/// <summary>
/// Mainland numbers: mobiles (11 digits, 13 to 19), subscribers behind an area code (7 or 8 digits, from 2 to 8), 400 and 800,
/// all with or without +86, and numbers of Hong Kong, Macao and Taiwan with their codes.
/// </summary>
internal static class Telephones
{
    public const string Mobile = "手机号码";
    public const string Landline = "电话号码";

    /// <summary>Separators that people write within a number; the others are met only in the usual groups.</summary>
    private const string Usual = " -.·";

    /// <summary>A number that begins at a group; the last group of it, or -1.</summary>
    public static (int Last, string Kind) At(DigitRun run, int first, NumberContext context)
    {
        var last = MobileAt(run, first, context);
        if (last >= 0)
        {
            return (last, Mobile);
        }

        last = run.HasHan && run.Groups.Count > 1 && run.Last - first < 1 ? -1 : LandlineAt(run, first, context);
        last = last < 0 ? ServiceAt(run, first, context) : last;
        return (last, Landline);
    }

    private static int MobileAt(DigitRun run, int first, NumberContext context)
    {
        var digits = "";
        for (var last = first; last <= run.Last && digits.Length < 15; last++)
        {
            digits += run.Digits(last, last);
            var national = WithoutCountry(digits);
            var fraction = digits.Length == 12 && run.Groups[first].Length == 1; // 0.13812345678
            if (national.Length == 11 && national[0] == '1' && national[1] >= '3' && !fraction
                && IsMobile(run, first, last, national.Length == digits.Length, context))
            {
                return last;
            }
        }

        return -1;
    }

    private static bool IsMobile(DigitRun run, int first, int last, bool bare, NumberContext context)
    {
        var (start, end) = (run.Groups[first].Start, run.Groups[last].End);
        if (context.IsSomethingElse(start, end))
        {
            return false;
        }

        // 0086 and 86 before it do not count among its groups.
        var outer = first;
        first += !bare && run.Groups[first].Length <= 4 && first < last ? 1 : 0;
        if (first == last)
        {
            return true;
        }

        var one = run.OneSeparator(first, last);
        if (run.Shape(first, last) == "344" && IsYear(run.Digits(last - 1, last - 1)) && IsYear(run.Digits(last, last))
            && !context.IsContact(start))
        {
            return false;
        }

        if (run.Shape(first, last) == "344" || (!bare && first == outer && run.Shape(first, last) is "544" or "744")
            || run.Groups.Count == last - first + 1 && last - first == 10)
        {
            return one is { } same ? !IsChained(run, first, last, same) : outer == 0 || run.Separator(outer - 1) == ' ';
        }

        var whole = (first == 0 || IsForeign(run, first - 1, one)) && (last == run.Last || IsForeign(run, last, one));
        var usual = one is { } kind ? Usual.Contains(kind, StringComparison.Ordinal) || run.Shape(first, last) is "38" or "74"
            : outer == 0 && last == run.Last && IsMixed(run, first, last);
        return whole && usual && (context.IsContact(start) || !LooksLikeFigures(run, first, last, one ?? ' '));
    }

    /// <summary>Several kinds of separators: between nearly all digits and in no order, or between a few long groups; others are ranges in
    /// a list.</summary>
    private static bool IsMixed(DigitRun run, int first, int last)
    {
        var kinds = string.Concat(Enumerable.Range(first, last - first).Select(run.Separator));
        var shape = run.Shape(first, last);
        var alternating = Enumerable.Range(2, Math.Max(0, kinds.Length - 2)).All(i => kinds[i] == kinds[i - 2]);
        return kinds.All(k => Usual.Contains(k, StringComparison.Ordinal)) && !alternating
            && (shape.Length >= 8 || (shape.Length <= 5 && shape.Max() >= '4' && !kinds.Contains('.', StringComparison.Ordinal)));
    }

    /// <summary>Whether another separator stands there: the group beyond belongs to something else.</summary>
    private static bool IsForeign(DigitRun run, int gap, char? own) => run.Separator(gap) != own;

    /// <summary>138-1234-5678 in the middle of 2013-138-1234-5678-02 is a part of a drawing's number; blanks part numbers, too.</summary>
    private static bool IsChained(DigitRun run, int first, int last, char kind) =>
        kind is not (' ' or '\n' or '\t') && ((first > 0 && run.Separator(first - 1) == kind && !IsCountry(run, first - 1))
            || (last < run.Last && run.Separator(last) == kind && run.Groups[last + 1].Length > 1));

    private static bool IsCountry(DigitRun run, int group) => run.Digits(group, group) is "86" or "0086";

    /// <summary>Years, days, thousands in threes, measures in round figures, a decimal fraction.</summary>
    private static bool LooksLikeFigures(DigitRun run, int first, int last, char kind)
    {
        var groups = Enumerable.Range(first, last - first + 1).Select(g => run.Digits(g, g)).ToList();
        var thousands = groups[0].Length <= 3 && groups.Skip(1).All(g => g.Length == 3);
        var round = groups.TrueForAll(g => g.Length >= 3 && g.EndsWith('0'));
        var fraction = kind == '.' && groups.Count == 2;
        return thousands || round || fraction || groups.Where((g, i) => IsYear(g) && i + 1 < groups.Count
            && (IsYear(groups[i + 1]) || groups[i + 1].Length <= 2)).Any()
            || (groups.Exists(IsYear) && kind == ' ' && groups.Count > 2);
    }

    private static bool IsYear(string group) => group.Length == 4 && group[..2] is "18" or "19" or "20";

    private static string WithoutCountry(string digits) =>
        digits.Length == 13 && digits.StartsWith("861", StringComparison.Ordinal) ? digits[2..]
        : digits.Length == 15 && digits.StartsWith("00861", StringComparison.Ordinal) ? digits[4..]
        : digits.Length == 12 && digits.StartsWith("01", StringComparison.Ordinal) && digits[2] >= '3' ? digits[1..]
        : digits;

    private static int LandlineAt(DigitRun run, int first, NumberContext context)
    {
        var digits = "";
        var longest = -1;
        for (var last = first; last <= run.Last && digits.Length < 18; last++)
        {
            digits += run.Digits(last, last);
            if (AreaCode(digits) is > 0 and var code && digits.Length - code is 7 or 8
                && IsLandline(run, first, last, digits, code, context))
            {
                longest = last;
            }
        }

        return longest < 0 ? -1 : WithExtension(run, longest);
    }

    /// <summary>How many digits stand before the subscriber's: area code and, where it is written, the country's; 0 when none.</summary>
    private static int AreaCode(string digits)
    {
        var country = digits.StartsWith("0086", StringComparison.Ordinal) ? 4 : digits.StartsWith("86", StringComparison.Ordinal) ? 2 : 0;
        var at = country < digits.Length && digits[country] == '0' ? country + 1 : country;
        if (at == 0 || at + 7 > digits.Length)
        {
            return 0;
        }

        var length = digits[at] switch
        {
            '1' when digits[at + 1] == '0' => 2,
            '2' when digits[at + 1] != '6' => 2,
            >= '3' and <= '9' => 3,
            _ => 0,
        };
        var subscriber = at + length;
        return length > 0 && subscriber < digits.Length && digits[subscriber] is >= '2' and <= '8' ? subscriber : 0;
    }

    private static bool IsLandline(DigitRun run, int first, int last, string digits, int code, NumberContext context)
    {
        var (start, end) = (run.Groups[first].Start, run.Groups[last].End);
        if (context.IsSomethingElse(start, end))
        {
            return false;
        }

        if (first == last)
        {
            return (digits[0] == '0' && digits.Length >= 11) || context.IsContact(start) || (start > 0 && run.Text[start - 1] == '+');
        }

        // The area code ends with a group, or the country's code stands before it in one.
        var counted = 0;
        var group = first;
        while (group < last && counted < code)
        {
            counted += run.Groups[group++].Length;
        }

        var behind = group;
        var split = counted == code || run.Groups[last].Length >= 7;
        var inner = behind < last ? run.Separator(behind) : '\0';
        if (!split || (first > 0 && run.Separator(first - 1) == '-' && run.Separator(first) == '-')
            || (behind <= last && last - behind > 3 && last - behind < digits.Length - code - 1))
        {
            return false;
        }

        var next = behind <= last ? run.Digits(behind, behind) : "";
        var archival = IsYear(next) && behind < last && run.Digits(behind + 1, behind + 1)[0] == '0' && inner == '-';
        var followed = last < run.Last && run.Separator(last) == '-' && run.Groups[last + 1].Length > 5;
        return !archival && !followed && (run.Groups[last].Length > 1 || last - behind > 4);
    }

    /// <summary>023-63612345-801: what follows with a dash, up to five digits.</summary>
    private static int WithExtension(DigitRun run, int last) =>
        last < run.Last && run.Separator(last) is '-' or '*' && run.Groups[last + 1].Length <= 5 ? last + 1 : last;

    /// <summary>400-812-3456, and +852 2123 4567.</summary>
    private static int ServiceAt(DigitRun run, int first, NumberContext context)
    {
        var digits = "";
        for (var last = first; last <= run.Last && digits.Length < 13; last++)
        {
            digits += run.Digits(last, last);
            var start = run.Groups[first].Start;
            var abroad = start > 0 && run.Text[start - 1] == '+' && digits.Length is 11 or 12 && digits[..3] is "852" or "853" or "886";
            var service = digits.Length == 10 && digits[..3] is "400" or "800" && digits[..3] != digits[3..6];
            if ((abroad || (service && IsService(run, first, last, context))) && !context.IsSomethingElse(start, run.Groups[last].End))
            {
                return last;
            }
        }

        return -1;
    }

    private static bool IsService(DigitRun run, int first, int last, NumberContext context)
    {
        var groups = Enumerable.Range(first, last - first + 1).Select(g => run.Digits(g, g)).ToList();
        if (context.IsContact(run.Groups[first].Start))
        {
            return true;
        }

        var usual = run.Shape(first, last) is "334" or "343" or "433" or "37" or "46" or "9" or "3322" or "322" or "4222";
        return usual && run.OneSeparatorOrNone(first, last) is '\0' or '-' or ' ' or '.' && first == 0 && last == run.Last
            && !groups.TrueForAll(g => g.EndsWith('0')) && !groups[^1].EndsWith("000", StringComparison.Ordinal);
    }
}
