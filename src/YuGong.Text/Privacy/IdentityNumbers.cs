using System.Globalization;

namespace YuGong.Text.Privacy;

/// <summary>GB 11643-1999: 18 digits with a province, a day of birth and a check digit; the 15 digits of before, with a plausible
/// day.</summary>
internal static class IdentityNumbers
{
    public const string Kind = "身份证号";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private static readonly string[] Words = ["身份证", "身份證", "证件号", "身份号码"];

    /// <summary>The end of a number that begins at a group, in the folded text; -1 when there is none.</summary>
    public static int EndOf(DigitRun run, int first, NumberContext context)
    {
        var digits = "";
        for (var last = first; last <= run.Last && digits.Length < 18; last++)
        {
            digits += run.Digits(last, last);
            var end = run.Groups[last].End;
            if (digits.Length == 18 && IsValid(digits))
            {
                return end;
            }

            if (digits.Length == 17 && CheckLetter(run.Text, end) is > 0 and var behind && IsValid(digits + "X"))
            {
                return behind;
            }

            var named = IsNamed(run.Text, run.Groups[first].Start);
            if ((digits.Length == 15 && IsOld(digits) && (first == last || run.OneSeparator(first, last) is not null)
                    && (named || (IsWhole(run, first, last) && !context.IsSomethingElse(run.Groups[first].Start, end))))
                || (named && digits.Length == 18))
            {
                return end;
            }
        }

        return -1;
    }

    private static bool IsWhole(DigitRun run, int first, int last) => first == 0 && last == run.Last
        && (first == last || run.Shape(first, last) is "663" or "6333" or "33333");

    private static bool IsNamed(string text, int start)
    {
        var before = text.Substring(Math.Max(0, start - 10), Math.Min(10, start));
        return Array.Exists(Words, w => before.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>Behind the X behind the seventeenth digit, with what may stand between; 0 when there is none.</summary>
    private static int CheckLetter(string text, int at)
    {
        for (var i = at; i < text.Length && i <= at + 3; i++)
        {
            if (text[i] is 'X' or 'x')
            {
                return i + 1;
            }

            if (text[i] is not (' ' or '-' or '.' or '·'))
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool IsValid(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (digits[i] - '0') * Weights[i];
        }

        return IsRegion(digits) && IsDay(digits.AsSpan(6, 4), digits.AsSpan(10, 4)) && "10X98765432"[sum % 11] == digits[17];
    }

    private static bool IsOld(string digits) =>
        IsRegion(digits) && digits[2..4] != "00" && digits[4..6] != "00" && digits[12..] != "000"
            && IsDay($"19{digits[6..8]}", digits.AsSpan(8, 4));

    private static bool IsRegion(string digits) =>
        digits[..2] is "11" or "12" or "13" or "14" or "15" or "21" or "22" or "23" or "31" or "32" or "33" or "34" or "35" or "36"
        or "37" or "41" or "42" or "43" or "44" or "45" or "46" or "50" or "51" or "52" or "53" or "54" or "61" or "62" or "63" or "64"
            or "65" or "71" or "81" or "82" or "83" or "91";

    private static bool IsDay(ReadOnlySpan<char> year, ReadOnlySpan<char> day)
    {
        var (y, m, d) = (Number(year), Number(day[..2]), Number(day[2..]));
        return y is >= 1850 and <= 2100 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m);
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
