using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace YuGong.Leads;

/// <summary>Puts an answer into the form in which the register keeps it; what is not understood stays as it was written.</summary>
internal static partial class Answers
{
    private const string Digits = "〇一二三四五六七八九";

    public static string Put(Field field, string raw) => field switch
    {
        Field.Deeds or Field.Highlights => Words.Tidy(raw),
        Field.Person => Name(raw),
        Field.Sex => Sex(raw) ?? Words.OneLine(raw),
        Field.Birth => Birth(raw) ?? Words.OneLine(raw),
        Field.PersonPhone or Field.RecommenderPhone => Phones(raw),
        _ => Words.OneLine(raw),
    };

    /// <summary>Names of two characters are often spread: 张　三. Latin names keep their blanks.</summary>
    private static string Name(string raw) => Words.OneLine(raw);

    /// <summary>男 or 女, also where one of two boxes is ticked; null when neither can be told.</summary>
    public static string? Sex(string raw)
    {
        var text = string.Concat(Words.Narrow(raw).Where(c => !char.IsWhiteSpace(c)));
        var (man, woman) = (text.Contains('男'), text.Contains('女'));
        if (man != woman)
        {
            return man ? "男" : "女";
        }

        if (!man)
        {
            return text.ToUpperInvariant() switch { "M" or "MALE" => "男", "F" or "FEMALE" => "女", _ => null };
        }

        // Both are printed: which has the tick? It stands right before or right after its word, all the same way round.
        var ticks = Tick().Matches(text).Select(m => m.Index).ToList();
        var boxes = Box().Matches(text).Select(m => m.Index).ToList();
        if (ticks.Count != 1)
        {
            return null;
        }

        var marksFirst = ticks.Concat(boxes).Min() < Math.Min(text.IndexOf('男'), text.IndexOf('女'));
        var beside = marksFirst ? ticks[0] + 1 : ticks[0] - 1;
        return beside >= 0 && beside < text.Length && text[beside] is '男' or '女' ? text[beside].ToString() : null;
    }

    /// <summary>1970-05 or 1970, from 1970年5月, 1970.05, 1970/5/12, 197005, 一九七〇年五月; null when it cannot be told.</summary>
    public static string? Birth(string raw)
    {
        var text = string.Concat(Words.Narrow(raw).Where(c => !char.IsWhiteSpace(c)));
        text = Chinese(text).TrimEnd('生', '出');
        var match = Month().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var year = match.Groups["year"].Value;
        if (match.Groups["month"] is not { Success: true } month)
        {
            return year;
        }

        var number = int.Parse(month.Value, CultureInfo.InvariantCulture);
        return number is >= 1 and <= 12 ? $"{year}-{number:D2}" : null;
    }

    /// <summary>Each number by itself, digits only, a landline with its hyphen; parted by 、.</summary>
    public static string Phones(string raw)
    {
        var parts = Words.Narrow(raw).Split(['、', '/', ',', '，', ';', '；', '\n', '或'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join('、', parts.SelectMany(SplitAtBlanks).Select(Phone));
    }

    /// <summary>Mobile, landline with its area code, or the seven or eight digits of one in the same city.</summary>
    public static bool IsPhone(string number) => Number().IsMatch(number);

    /// <summary>“138 0013 8000” is one number, “023-12345678 13800138000” are two.</summary>
    private static IEnumerable<string> SplitAtBlanks(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words.All(w => IsPhone(Phone(w))) ? words : [part];
    }

    private static string Phone(string text)
    {
        var digits = string.Concat(text.Where(c => char.IsAsciiDigit(c) || c == '+'));
        digits = digits.StartsWith("+86", StringComparison.Ordinal) ? digits[3..] : digits.StartsWith("86", StringComparison.Ordinal)
            && digits.Length == 13 ? digits[2..] : digits;
        var strange = text.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-' or '—' or '–' or '(' or ')' or '+' or '－' or '.'));
        return strange ? Words.OneLine(text)
            : digits.Length is 10 or 11 or 12 && digits[0] == '0'
                ? (digits[1] is '1' or '2' ? $"{digits[..3]}-{digits[3..]}" : $"{digits[..4]}-{digits[4..]}")
            : digits;
    }

    private static string Chinese(string text)
    {
        if (!text.Any(c => Digits.Contains(c) || c is '零' or '○' or '十'))
        {
            return text;
        }

        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] is '零' or '○' ? '〇' : text[i];
            if (c == '十')
            {
                var (left, right) = (i > 0 && Digits.Contains(text[i - 1]), i + 1 < text.Length && Digits.Contains(text[i + 1]));
                plain.Append(left ? "" : "1").Append(right ? "" : "0");
            }
            else
            {
                plain.Append(Digits.IndexOf(c) is >= 0 and var digit ? (char)('0' + digit) : c);
            }
        }

        return plain.ToString();
    }

    [GeneratedRegex("[☑√✓✔■●☒]|V(?=[男女]|$)", RegexOptions.None, 1000)]
    private static partial Regex Tick();

    [GeneratedRegex("[□○☐◻]", RegexOptions.None, 1000)]
    private static partial Regex Box();

    [GeneratedRegex(@"^(?<year>(18|19|20)\d\d)(?:[年.\-/、,](?<month>\d{1,2})(?:[月.\-/](?:\d{1,2}日?)?)?|(?<month>\d\d)(?:\d\d)?|年)?$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(1[3-9]\d{9}|0(10|2\d|[3-9]\d\d)-\d{7,8}|[2-9]\d{6,7})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}

/// <summary>The same for values that staff type.</summary>
public static class FormValues
{
    public static string Put(Field field, string raw) => Answers.Put(field, raw);
}
