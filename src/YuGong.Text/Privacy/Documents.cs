namespace YuGong.Text.Privacy;

/// <summary>Numbers of bank cards and of passports.</summary>
internal static class Documents
{
    public const string Card = "银行卡号";
    public const string Passport = "护照号";

    private static readonly string[] CardWords = ["卡号", "账号", "帐号", "银行卡", "储蓄卡", "信用卡", "账户", "帐户", "card", "account"];

    private static readonly string[] PassportWords = ["护照", "護照", "通行证", "回乡证", "台胞证", "军官证", "passport"];

    /// <summary>ISO/IEC 7812: 16 to 19 digits of an issuer of ours with a right check digit; the last group of it, or -1.</summary>
    public static int CardAt(DigitRun run, int first, NumberContext context)
    {
        var digits = "";
        for (var last = first; last <= run.Last && digits.Length < 19; last++)
        {
            digits += run.Digits(last, last);
            var (start, end) = (run.Groups[first].Start, run.Groups[last].End);
            var whole = first == 0 && last == run.Last;
            if (whole && digits.Length is >= 16 and <= 19 && HasRightCheck(digits)
                && (IsNamed(run.Text, start, CardWords) || (IsIssued(digits) && !context.IsSomethingElse(start, end))))
            {
                return last;
            }
        }

        return -1;
    }

    /// <summary>UnionPay, the Industrial and Commercial Bank, Visa, MasterCard; JCB.</summary>
    private static bool IsIssued(string digits) => digits.StartsWith("62", StringComparison.Ordinal)
        || (digits.Length == 19 && digits.StartsWith("9558", StringComparison.Ordinal))
        || (digits.Length == 16 && (digits[0] == '4' || digits[..2] is "51" or "52" or "53" or "54" or "55" or "35"));

    /// <summary>ISO/IEC 7812-1, annex B: the Luhn formula.</summary>
    private static bool HasRightCheck(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[digits.Length - 1 - i] - '0';
            value *= (i % 2) + 1;
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }

    /// <summary>
    /// Behind its word: one or two letters and seven or eight digits. Without a word: E and eight digits, or E, a letter and seven,
    /// standing alone; and the second line of a passport's machine-readable zone (ICAO 9303), whose check digits are right.
    /// </summary>
    public static IEnumerable<(int Start, int End)> Passports(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetter(text[at]) || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])))
            {
                continue;
            }

            if (ZoneAt(text, at))
            {
                yield return (at, at + 9);
                continue;
            }

            var digits = at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]) ? at + 2 : at + 1;
            var (end, count) = (digits, 0);
            while (end < text.Length && (char.IsAsciiDigit(text[end])
                || (text[end] is ' ' or '-' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            {
                count += char.IsAsciiDigit(text[end++]) ? 1 : 0;
            }

            if (count is not (7 or 8))
            {
                continue;
            }

            var alone = end - at == 9 && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])) && text[at] == 'E'
                && IsApart(text, at - 1) && IsApart(text, end) && !IsDay(text.AsSpan(at + 1, 8))
                && !new NumberContext(text, TextForm.Plain).IsSomethingElse(at, end);
            if (alone || IsNamed(text, at, PassportWords))
            {
                yield return (at, end);
            }
        }
    }

    /// <summary>E20230815 is a day with a letter before it.</summary>
    private static bool IsDay(ReadOnlySpan<char> digits) => digits[..2] is "18" or "19" or "20" && digits[4] is '0' or '1'
        && digits[6] is >= '0' and <= '3';

    private static bool IsApart(string text, int at) => at < 0 || at >= text.Length
        || text[at] is not ('-' or '/' or '_' or '.' or '#' or '+' or '=' or '%' or '&');

    private static bool ZoneAt(string text, int at) =>
        at + 28 <= text.Length && text[at + 9] == Check(text.AsSpan(at, 9)) && text.AsSpan(at + 10, 3).IndexOfAnyExceptInRange('A', 'Z') < 0
        && text[at + 19] == Check(text.AsSpan(at + 13, 6)) && text[at + 20] is 'M' or 'F' or '<'
            && text[at + 27] == Check(text.AsSpan(at + 21, 6));

    /// <summary>ICAO 9303-3, 4.9: weights 7, 3, 1; '\0' when a character has no place there.</summary>
    private static char Check(ReadOnlySpan<char> field)
    {
        var sum = 0;
        for (var i = 0; i < field.Length; i++)
        {
            var value = char.IsAsciiDigit(field[i]) ? field[i] - '0' : char.IsAsciiLetterUpper(field[i]) ? field[i] - 'A' + 10
                : field[i] == '<' ? 0 : -1;
            if (value < 0)
            {
                return '\0';
            }

            sum += value * (i % 3) switch { 0 => 7, 1 => 3, _ => 1 };
        }

        return (char)('0' + (sum % 10));
    }

    private static bool IsNamed(string text, int start, string[] words)
    {
        var before = text.AsSpan(Math.Max(0, start - 14), Math.Min(14, start));
        foreach (var word in words)
        {
            if (before.LastIndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
                && before[(at + word.Length)..].IndexOfAny("。;；\n") < 0)
            {
                return true;
            }
        }

        return false;
    }
}
