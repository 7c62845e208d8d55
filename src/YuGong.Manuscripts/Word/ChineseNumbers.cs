using System.Globalization;
using System.Text;

namespace YuGong.Manuscripts;

/// <summary>Numbers as Word writes them by their format's name (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59).</summary>
internal static class ChineseNumbers
{
    private const string Digits = "〇一二三四五六七八九", Legal = "零壹贰叁肆伍陆柒捌玖", Stems = "甲乙丙丁戊己庚辛壬癸",
        Branches = "子丑寅卯辰巳午未申酉戌亥";

    private static readonly string[] Places = ["", "十", "百", "千"], LegalPlaces = ["", "拾", "佰", "仟"];

    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
        (4, "IV"), (1, "I"),
    ];

    /// <summary>Arabic where the format is unknown.</summary>
    public static string Format(string format, int number) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand"
            or "koreanCounting" => Counted(number, Digits, Places).Replace("〇", "零", StringComparison.Ordinal),
        "chineseLegalSimplified" or "ideographLegalTraditional" => Counted(number, Legal, LegalPlaces),
        "ideographDigital" or "japaneseDigitalTenThousand" => EachDigit(number, Digits),
        "ideographTraditional" => Stems[(number - 1) % Stems.Length].ToString(),
        "ideographZodiac" => Branches[(number - 1) % Branches.Length].ToString(),
        "decimalFullWidth" or "decimalFullWidth2" => EachDigit(number, "０１２３４５６７８９"),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => $"{(char)('①' + number - 1)}",
        "decimalEnclosedParen" when number is >= 1 and <= 20 => $"{(char)('⑴' + number - 1)}",
        "upperLetter" => Letter(number, 'A'),
        "lowerLetter" => Letter(number, 'a'),
        "upperRoman" => RomanOf(number),
        "lowerRoman" => RomanOf(number).ToLowerInvariant(),
        "none" => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>一百零三; below twenty without 一 in front of 十.</summary>
    private static string Counted(int number, string digits, string[] places)
    {
        if (number is <= 0 or > 9999)
        {
            return EachDigit(Math.Max(0, number), digits);
        }

        var text = new StringBuilder();
        var isGap = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = number / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                isGap = text.Length > 0;
                continue;
            }

            text.Append(isGap ? digits[0] : "").Append(digits[digit]).Append(places[place]);
            isGap = false;
        }

        return number is >= 10 and < 20 && places == Places ? text.ToString()[1..] : text.ToString();
    }

    private static string EachDigit(int number, string digits) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => digits[c - '0']));

    /// <summary>A to Z, then AA, BB … (17.18.59, upperLetter).</summary>
    private static string Letter(int number, char first) =>
        number < 1 ? "" : new((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string RomanOf(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }
}
