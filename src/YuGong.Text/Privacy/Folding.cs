using System.Globalization;

namespace YuGong.Text.Privacy;

/// <summary>
/// One character for all that are read alike: the part of NFKC that disguises use (Unicode 16, compatibility forms of digits,
/// letters and punctuation), and besides it the dashes, dots and blanks that people take for each other.
/// </summary>
internal static class Folding
{
    /// <summary>Stands for a character that nobody sees.</summary>
    public const char Nothing = '\0';

    /// <summary>Stands for a border that no number crosses, such as that of a table's cell.</summary>
    public const char Border = '\u0001';

    private const string HanDigits = "〇一二三四五六七八九";

    /// <summary>Pages of 256 characters, filled when one of them is met: most texts need three.</summary>
    private static readonly char[]?[] Pages = new char[256][];

    public static char Of(int rune)
    {
        if (rune > 0xFFFF)
        {
            return Fold(rune);
        }

        return (Pages[rune >> 8] ??= [.. Enumerable.Range(rune & 0xFF00, 256).Select(Fold)])[rune & 0xFF];
    }

    /// <summary>Whether a folded character is a digit in Chinese.</summary>
    public static bool IsHan(char folded) => folded is '〇' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九';

    private static char Fold(int rune) => rune switch
    {
        '\t' => '\t',
        '\r' or '\n' or 0x85 or 0x2028 or 0x2029 => '\n',
        < 0x80 => (char)rune,
        _ when IsInvisible(rune) => Nothing,
        '，' => '，', // between digits the half-width comma parts figures
        >= 0xFF01 and <= 0xFF5E => (char)(rune - 0xFEE0),
        _ when IsDot(rune) => '.',
        _ when IsMiddleDot(rune) => '·',
        _ when IsDash(rune) => '-',
        _ when IsBlank(rune) => ' ',
        0xFE6B => '@',
        0xFE59 or 0xFE35 => '(',
        0xFE5A or 0xFE36 => ')',
        0x3010 or 0x3014 or 0x3016 or 0xFE39 or 0xFE3B or 0xFE5D => '[',
        0x3011 or 0x3015 or 0x3017 or 0xFE3A or 0xFE3C or 0xFE5E => ']',
        0xFE55 or 0x2236 => ':',
        _ when Digit(rune) is >= 0 and var digit => (char)('0' + digit),
        _ when Letter(rune) is var letter and not '\0' => letter,
        _ when Han(rune) is >= 0 and var value => HanDigits[value],
        <= 0xFFFF => (char)rune,
        _ => '\uFFFD',
    };

    /// <summary>The value of a digit in Chinese, from the everyday, the financial and the spoken set; -1 for anything else.</summary>
    public static int Han(int rune) => rune switch
    {
        '〇' or '零' or '○' or '◯' or '洞' => 0,
        '一' or '壹' or '弌' or '幺' or '⼀' or '㈠' or '㊀' => 1,
        '二' or '贰' or '貳' or '弍' or '两' or '兩' or '㈡' or '㊁' => 2,
        '三' or '叁' or '參' or '弎' or '仨' or '㈢' or '㊂' => 3,
        '四' or '肆' or '㈣' or '㊃' => 4,
        '五' or '伍' or '㈤' or '㊄' => 5,
        '六' or '陆' or '陸' or '㈥' or '㊅' => 6,
        '七' or '柒' or '拐' or '㈦' or '㊆' => 7,
        '八' or '捌' or '㈧' or '㊇' => 8,
        '九' or '玖' or '勾' or '㈨' or '㊈' => 9,
        _ => -1,
    };

    /// <summary>Whether a number may be made of it: what the first look over a text stops at. Mathematical digits are pairs of
    /// surrogates.</summary>
    public static bool IsDigitish(char c) => c < 0x80
        ? c is >= '0' and <= '9'
        : c is '\uD835' or '\uD83C' or '\uD83E' || Of(c) is var folded && (folded is >= '0' and <= '9' || IsHan(folded));

    private static int Digit(int rune)
    {
        if (rune > 0xFFFF)
        {
            return CharUnicodeInfo.GetDigitValue(char.ConvertFromUtf32(rune), 0);
        }

        return char.IsSurrogate((char)rune) ? -1 : CharUnicodeInfo.GetDigitValue((char)rune);
    }

    private static char Letter(int rune) => rune switch
    {
        >= 0x24B6 and <= 0x24CF => (char)('A' + rune - 0x24B6),
        >= 0x24D0 and <= 0x24E9 => (char)('a' + rune - 0x24D0),
        >= 0x249C and <= 0x24B5 => (char)('a' + rune - 0x249C),
        >= 0x1D400 and <= 0x1D6A3 => (rune - 0x1D400) % 52 is var at && at < 26 ? (char)('A' + at) : (char)('a' + at - 26),
        >= 0x1F130 and <= 0x1F149 => (char)('A' + rune - 0x1F130),
        >= 0x1F150 and <= 0x1F169 => (char)('A' + rune - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => (char)('A' + rune - 0x1F170),
        0x2169 or 0x0425 or 0x03A7 or 0x00D7 => 'X',
        0x2179 or 0x0445 or 0x03C7 => 'x',
        _ => '\0',
    };

    /// <summary>Format characters, joiners, variation selectors, marks that are set over or around a digit.</summary>
    private static bool IsInvisible(int rune) => rune is 0xAD or 0x034F or 0x061C or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0xFEFF
        or (>= 0x0300 and <= 0x036F) or (>= 0x17B4 and <= 0x17B5) or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F)
        or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE00 and <= 0xFE0F)
        or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE01EF);

    private static bool IsDot(int rune) => rune is 0x3002 or 0xFF61 or 0xFE52 or 0x2024;

    private static bool IsMiddleDot(int rune) =>
        rune is 0xB7 or 0x2022 or 0x2027 or 0x2219 or 0x22C5 or 0x30FB or 0xFF65 or 0x25CF or 0x25E6 or 0x0387 or 0x2E31;

    private static bool IsDash(int rune) =>
        rune is 0x2212 or 0x2043 or 0x02D7 or 0x207B or 0x208B or 0x223C or 0x02DC or 0x30FC or 0xFF70 or 0x2500 or 0x2501 or 0xAF
        or 0x203E or 0xFFE3 || (rune <= 0xFFFF && CharUnicodeInfo.GetUnicodeCategory((char)rune) == UnicodeCategory.DashPunctuation);

    private static bool IsBlank(int rune) => rune == 0x2800 || (rune <= 0xFFFF
        && CharUnicodeInfo.GetUnicodeCategory((char)rune) == UnicodeCategory.SpaceSeparator);
}
