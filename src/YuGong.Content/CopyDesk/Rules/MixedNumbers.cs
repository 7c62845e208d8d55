using System.Globalization;
using System.Text.RegularExpressions;

namespace YuGong.Content.CopyDesk;

/// <summary>3千5百, 3万五千, 百分之30, 2011年十一月, 二〇一一年11月.</summary>
internal static partial class MixedNumbers
{
    /// <summary>Where a month may be of the old calendar, which has Han digits.</summary>
    private static readonly string[] OldCalendar = ["农历", "阴历", "旧历", "夏历"];

    public static void Read(in Passage passage, CopyPass pass)
    {
        var text = passage.Text;
        foreach (var match in Any().EnumerateMatches(text))
        {
            var found = text.Slice(match.Index, match.Length).ToString();
            var (made, isSafe) = found.StartsWith("百分之", StringComparison.Ordinal) ? (found[3..].TrimStart() + "%", true)
                : found[0] > '9' ? (Year(found), true)
                : found.Contains('年', StringComparison.Ordinal) ? (OfOldCalendar(text) ? null : Date(found), false)
                : (Number(found), true);
            if (made is not null && !CopyPass.IsQuoted(text, match.Index))
            {
                pass.Report(CopyRules.MixedNumber, passage, match.Index, match.Length, made, isSafe);
            }
        }
    }

    private static bool OfOldCalendar(ReadOnlySpan<char> text)
    {
        foreach (var word in OldCalendar)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>二〇一一年11月.</summary>
    private static string Year(string found) =>
        string.Concat(found.Select(c => HanText.ValueOf(c) is >= 0 and var digit ? (char)('0' + digit) : c));

    /// <summary>2011年十一月, 2011年十一月二十五日.</summary>
    private static string Date(string found)
    {
        var month = found[5..found.IndexOf('月', StringComparison.Ordinal)];
        var day = found[(found.IndexOf('月', StringComparison.Ordinal) + 1)..];
        return $"{found[..5]}{Centuries.Arabic(month)}月{(day.Length > 0 ? Centuries.Arabic(day[..^1]) + "日" : "")}";
    }

    /// <summary>3千5百 is 3500, 3万五千 is 3.5万; null for what is no number that way.</summary>
    private static string? Number(string found)
    {
        var high = found.IndexOfAny(['万', '亿']);
        if (high > 0)
        {
            return found[high] == '万' && found[^1] == '千' && !found.Contains('.', StringComparison.Ordinal)
                ? $"{found[..high]}.{HanText.ValueOf(found[high + 1])}万" : null;
        }

        var (sum, part, last) = (0m, "", decimal.MaxValue);
        foreach (var c in found)
        {
            if (c is not ('十' or '百' or '千'))
            {
                part += c;
                continue;
            }

            var factor = c switch { '十' => 10m, '百' => 100m, _ => 1000m };
            if (part.Length == 0 || factor >= last)
            {
                return null;
            }

            (sum, part, last) = (sum + (decimal.Parse(part, CultureInfo.InvariantCulture) * factor), "", factor);
        }

        return sum == decimal.Truncate(sum) ? sum.ToString("0", CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(
        """
        百分之\ ?[0-9]+(?:\.[0-9]+)?
        |[一二〇零三四五六七八九]{4}年[0-9]{1,2}月
        |(?<![0-9])[12][0-9]{3}年(?:十[一二]?|[一二三四五六七八九])月(?!革命)(?:(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日)?
        |(?<![0-9A-Za-z.第])[0-9]{1,9}(?:\.[0-9]{1,9})?[千百十](?:[0-9][百十]){0,2}(?![瓦米克伏安赫焦帕卡牛里分货姓日周兆欧乏斤吨位字比流])
        |(?<![0-9A-Za-z.])[0-9]+万[一二三四五六七八九]千(?![瓦米克伏安])
        """, RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Any();
}
