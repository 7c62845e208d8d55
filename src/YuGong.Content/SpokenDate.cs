using System.Globalization;
using System.Text.RegularExpressions;

namespace YuGong.Content;

/// <summary>
/// A date as people say it: 1956年3月, 约1935年, 20世纪40年代, 1937年冬, 1921—1922年, 民国二十六年. What it means is a
/// <see cref="HistoricalDate"/>, which can be said back to whoever typed it.
/// </summary>
public static partial class SpokenDate
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Seasons = "春夏秋冬";
    private const int BeforeRepublic = 1911;

    /// <summary>In the file's own notation (EDTF); null when it is no date that we understand.</summary>
    public static string? ToEdtf(string said)
    {
        var text = Plain(said);
        if (HistoricalDate.Parse(text) is not null)
        {
            return text;
        }

        var edtf = One(text) ?? (Span().Match(text) is { Success: true } span ? Two(span) : null);
        return edtf is not null && HistoricalDate.Parse(edtf) is not null ? edtf : null;
    }

    /// <summary>As it is said back, or null.</summary>
    public static string? Understood(string said) => ToEdtf(said) is { } edtf ? HistoricalDate.Parse(edtf)!.Chinese : null;

    /// <summary>As a form shows what a file says: in Chinese where that means the same, else as it stands.</summary>
    public static string Shown(string edtf) =>
        HistoricalDate.Parse(edtf)?.Chinese is { } words && ToEdtf(words) == edtf ? words : edtf;

    private static string? Two(Match span)
    {
        var (from, to) = (span.Groups["from"].Value, span.Groups["to"].Value);
        from = from.EndsWith('年') || !to.EndsWith('年') ? from : from + "年";
        if (to.Length is 2 or 3 && to.TrimEnd('年') is { Length: 2 } end && end.All(char.IsAsciiDigit) && from.Length >= 4)
        {
            to = from[..2] + end + "年"; // 1921—22年
        }

        return (One(from), One(to)) is ({ } a, { } b) ? $"{a}/{b}" : null;
    }

    private static string? One(string text)
    {
        if (HistoricalDate.Parse(text) is not null)
        {
            return text;
        }

        if (Decade().Match(text) is { Success: true } decade)
        {
            var century = decade.Groups["c"].Value is { Length: > 0 } c ? int.Parse(c, CultureInfo.InvariantCulture) - 1 : 19;
            return $"{(century * 10) + (int.Parse(decade.Groups["d"].Value, CultureInfo.InvariantCulture) / 10)}X"
                + (decade.Groups["about"].Success ? "~" : "");
        }

        if (Day().Match(text) is not { Success: true } day)
        {
            return null;
        }

        var year = int.Parse(day.Groups["y"].Value, CultureInfo.InvariantCulture)
            + (day.Groups["republic"].Success ? BeforeRepublic : 0);
        var edtf = year.ToString("0000", CultureInfo.InvariantCulture);
        if (day.Groups["season"].Value is { Length: 1 } season)
        {
            edtf += $"-{21 + Seasons.IndexOf(season[0], StringComparison.Ordinal)}";
        }

        edtf += Part(day, "m") + Part(day, "d");
        return edtf + (day.Groups["about"].Success || day.Groups["about2"].Success ? "~" : "");
    }

    private static string Part(Match day, string name) => day.Groups[name].Value is { Length: > 0 } said
        ? "-" + int.Parse(said, CultureInfo.InvariantCulture).ToString("00", CultureInfo.InvariantCulture) : "";

    /// <summary>Half-width, without blanks, in Arabic digits; 初, 元月 and dots mean what they mean.</summary>
    private static string Plain(string said)
    {
        var text = string.Concat(said.Where(c => !char.IsWhiteSpace(c))
            .Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c is '○' or '零' ? '〇' : c));
        text = text.Replace("元年", "1年", StringComparison.Ordinal).Replace("元月", "1月", StringComparison.Ordinal)
            .Replace('号', '日');
        text = Numeral().Replace(text, n => Value(n.Value));
        text = Dotted().Replace(text, m => m.Groups["d"].Success
            ? $"{m.Groups["y"].Value}年{m.Groups["m"].Value}月{m.Groups["d"].Value}日" : $"{m.Groups["y"].Value}年{m.Groups["m"].Value}月");
        return text;
    }

    /// <summary>一九五六 digit by digit; 二十六, 十二 as numbers.</summary>
    private static string Value(string numeral)
    {
        var ten = numeral.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
        {
            return string.Concat(numeral.Select(c => Digits.IndexOf(c, StringComparison.Ordinal)));
        }

        var tens = ten == 0 ? 1 : Digits.IndexOf(numeral[ten - 1], StringComparison.Ordinal);
        var ones = ten == numeral.Length - 1 ? 0 : Digits.IndexOf(numeral[ten + 1], StringComparison.Ordinal);
        return ((tens * 10) + ones).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[〇一二三四五六七八九]?十[一二三四五六七八九]?|[〇一二三四五六七八九]+", RegexOptions.None, 1000)]
    private static partial Regex Numeral();

    /// <summary>1956.3, 1956/3/17, 1956-3-7.</summary>
    [GeneratedRegex(@"^(?<y>[0-9]{4})(?<s>[./-])(?<m>0?[1-9]|1[0-2])(\k<s>(?<d>[0-9]{1,2}))?$", RegexOptions.None, 1000)]
    private static partial Regex Dotted();

    [GeneratedRegex("^(?<about>约|大约)?((?<c>[0-9]{2})世纪|上世纪)(?<d>[0-9]0)年代$", RegexOptions.None, 1000)]
    private static partial Regex Decade();

    [GeneratedRegex("^(?<about>约|大约|大概)?(公元)?(?<republic>民国)?(?<y>[0-9]{1,4})年?(?<about2>前后|左右)?"
        + "((?<season>[春夏秋冬])(季|天)?|((?<m>[0-9]{1,2})月(份)?((?<d>[0-9]{1,2})日)?)?)(?<about2>前后|左右)?$", RegexOptions.None, 1000)]
    private static partial Regex Day();

    [GeneratedRegex("^(从)?(?<from>[^—–~～至到-]+?)(—+|–|~|～|-|至|到)(?<to>[^—–~～至到-]+)$", RegexOptions.None, 1000)]
    private static partial Regex Span();
}
