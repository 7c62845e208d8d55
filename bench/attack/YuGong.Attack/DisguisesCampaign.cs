using System.Text;
using YuGong.Text.Privacy;

namespace YuGong.Attack;

/// <summary>
/// 500 private values, made up and then written as people write who want to be found by readers and not by programs: grouped,
/// widened, spelt out, taken apart by what nobody sees. The matcher must find at least 99 of a hundred.
/// </summary>
internal static class DisguisesCampaign
{
    private static readonly string[] Before = ["请联系", "有事找", "", "老王 ", "（", "传话给", "：", "线索提供人", "by ", "x", "tel", "加我", "询"];
    private static readonly string[] Behind = ["。", "，谢谢", "", "）", " 王工", "联系", "\n", "!", "a"];

    private static readonly string[] Separators =
        [" ", "-", ".", "·", "—", "–", "‐", "‑", "−", "－", "\u00A0", "\u3000", "\u200B", "\u2009", "\u2060", "\uFEFF", " - ", "/", "・",
            "~", "～", "_", "&nbsp;", "&#8203;", "\u00AD"];

    private static readonly string[] AreaCodes = ["010", "020", "021", "023", "024", "025", "027", "028", "029", "0311", "0571", "0831",
        "0816", "0755", "0898", "0931"];

    public static Verdict Run(AttackRun attack)
    {
        var dice = new Random(attack.Seed);
        var whole = attack.Some(500);
        var missed = new List<string>();
        for (var i = 0; i < whole; i++)
        {
            var value = Value(dice, i % 12);
            var ofNumbers = i % 12 < 5; // a letter glued to a word would only be another word
            var text = Of(dice, Before[..(ofNumbers ? 13 : 8)]) + value + Of(dice, Behind[..(ofNumbers ? 9 : 8)]);
            if (PrivacyMatcher.Plain.Find(text).Count == 0)
            {
                missed.Add(text.Replace("\n", "⏎", StringComparison.Ordinal));
            }
        }

        var share = 100.0 * (whole - missed.Count) / whole;
        return new(whole, share >= 99 ? [] : missed) { Figures = [$"{share:0.0} % found", .. missed.Select(m => "missed: " + m)] };
    }

    private static string Value(Random dice, int kind) => kind switch
    {
        0 => Spread(dice, Mobile(dice), 3, 7),
        1 => Every(dice, Mobile(dice)),
        2 => (dice.Next(3) switch { 0 => "+86", 1 => "0086-", _ => "86 " }) + Spread(dice, Mobile(dice), 3, 7),
        3 => Wide(dice, Mobile(dice)),
        4 => Han(dice, Mobile(dice)),
        5 => Landline(dice),
        6 => Identity(dice),
        7 => Old(dice),
        8 => Mail(dice),
        9 => "卡号" + Spread(dice, Card(dice), 4, 8, 12, 16),
        10 => Account(dice),
        _ => dice.Next(2) == 0 ? $"护照号 {"EGDSP"[dice.Next(5)]}{Digits(dice, 8)}" : Escaped(dice, Mobile(dice)),
    };

    private static string Mobile(Random dice) => $"1{dice.Next(3, 10)}{Digits(dice, 9)}";

    private static string Landline(Random dice)
    {
        var code = Of(dice, AreaCodes);
        var number = $"{dice.Next(2, 9)}{Digits(dice, code.Length == 3 ? 7 : 6)}";
        var dash = Of(dice, ["-", "—", "–", " ", "－", "‐", "―", " - ", "\u3000"]);
        return dice.Next(8) switch
        {
            0 => $"({code}){number}",
            1 => $"（{code}）{number}",
            2 => $"({code}) {number[..4]} {number[4..]}",
            3 => $"+86 {code[1..]} {number[..4]} {number[4..]}",
            4 => $"0086-{code[1..]}-{number}",
            5 => $"{code}{dash}{number}转{dice.Next(100, 9999)}",
            6 => $"400{dash}{dice.Next(100, 1000)}{dash}{dice.Next(1001, 10000)}",
            _ => $"{code}{dash}{number}",
        };
    }

    private static string Identity(Random dice)
    {
        var digits =
            $"{Of(dice, ["500103", "510212", "110105", "310101", "420106"])}{dice.Next(1930, 2005)}{dice.Next(1, 13):00}"
                + $"{dice.Next(1, 29):00}{Digits(dice, 3)}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var check = "10X98765432"[digits.Select((c, i) => (c - '0') * weights[i]).Sum() % 11];
        var tail = check == 'X' ? Of(dice, ["X", "x", "Ｘ", "ｘ"]) : check.ToString();
        return dice.Next(4) switch
        {
            0 => digits + tail,
            1 => Spread(dice, digits, 6, 14) + tail,
            2 => Wide(dice, digits) + tail,
            _ => $"{digits[..6]} {digits[6..10]} {digits[10..14]} {digits[14..]}{tail}",
        };
    }

    private static string Old(Random dice) =>
        $"{Of(dice, ["500103", "510212", "110105"])}{dice.Next(20, 80):00}{dice.Next(1, 13):00}{dice.Next(1, 29):00}"
            + $"{dice.Next(1, 1000):000}";

    private static string Mail(Random dice)
    {
        var name = Of(dice, ["zhangsan", "li.si", "wang_wu", "zhao-liu88", "qian7"]);
        var (host, end) = (Of(dice, ["163", "example", "qq", "gmail", "cqu.edu"]), Of(dice, ["com", "cn", "org"]));
        return dice.Next(9) switch
        {
            0 => $"邮箱{name}@{host}.{end}请写信",
            1 => $"{name} @ {host}.{end}",
            2 => $"{name}(at){host}.{end}",
            3 => $"{name}＠{host}．{end}",
            4 => $"{name}@{host}。{end}",
            5 => $"{name}[at]{host}[dot]{end}",
            6 => $"{name} at {host} dot {end}",
            7 => Wide(dice, $"{name}@{host}.{end}"),
            _ => $"{name}&#64;{host}.{end}",
        };
    }

    private static string Card(Random dice)
    {
        var digits = $"62{Digits(dice, 16)}";
        return digits + Enumerable.Range(0, 10).First(c => Sum($"{digits}{c}") % 10 == 0);

        static int Sum(string s) => s.Reverse().Select((c, i) => (c - '0') * ((i % 2) + 1)).Sum(v => v > 9 ? v - 9 : v);
    }

    private static string Account(Random dice) => dice.Next(5) switch
    {
        0 => $"QQ：{dice.Next(1, 10)}{Digits(dice, dice.Next(5, 10))}",
        1 => $"qq号{dice.Next(1, 10)}{Digits(dice, dice.Next(5, 10))}",
        2 => $"微信号：yugong_{dice.Next(10, 9999)}",
        3 => $"VX {Of(dice, ["gong", "li", "zhao"])}{Digits(dice, 6)}",
        _ => $"加微信 wxid_{Digits(dice, 5)}a",
    };

    private static string Spread(Random dice, string digits, params int[] places)
    {
        var separator = Of(dice, Separators);
        var text = new StringBuilder();
        for (var i = 0; i < digits.Length; i++)
        {
            text.Append(places.Contains(i) ? separator : "").Append(digits[i]);
        }

        return text.ToString();
    }

    private static string Every(Random dice, string digits)
    {
        var one = dice.Next(3) > 0 ? Of(dice, Separators) : null;
        return string.Concat(digits.Select((c, i) => (i == 0 ? "" : one ?? Of(dice, [" ", "-", ".", "·", "\u200B", "—", "\u00A0"])) + c));
    }

    private static string Wide(Random dice, string text) => dice.Next(3) switch
    {
        0 => string.Concat(text.Select(c => (char)(c + 0xFEE0))),
        1 when text.All(char.IsAsciiDigit) => string.Concat(text.Select(c => char.ConvertFromUtf32(0x1D7CE + c - '0'))),
        2 when text.All(char.IsAsciiDigit) => string.Concat(text.Select(c => c == '0' ? '⓪' : (char)('①' + c - '1'))),
        _ => string.Concat(text.Select((c, i) => i % 2 == 0 ? (char)(c + 0xFEE0) : c)),
    };

    private static string Han(Random dice, string digits)
    {
        var numerals = Of(dice, ["零一二三四五六七八九", "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "零幺二三四五六七八九"]);
        var mixed = dice.Next(3) == 0;
        return string.Concat(digits.Select((c, i) => mixed && i % 2 == 1 ? c : numerals[c - '0']));
    }

    private static string Escaped(Random dice, string digits) => dice.Next(3) switch
    {
        0 => string.Concat(digits.Select(c => $"&#{(int)c};")),
        1 => string.Concat(digits.Select(c => $"\\u{(int)c:x4}")),
        _ => string.Concat(digits.Select(c => $"%{(int)c:X2}")),
    };

    private static string Digits(Random dice, int count) => string.Concat(Enumerable.Range(0, count)
        .Select(_ => (char)('0' + dice.Next(10))));

    private static string Of(Random dice, string[] some) => some[dice.Next(some.Length)];
}
