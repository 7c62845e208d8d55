using System.Globalization;

namespace YuGong.Posters.Certificates;

/// <summary>A day as it is written on certificates: 二〇二六年三月三十一日.</summary>
internal static class ChineseDate
{
    private const string Digits = "〇一二三四五六七八九";

    public static string Of(DateOnly day) =>
        string.Concat(day.Year.ToString("D4", CultureInfo.InvariantCulture).Select(c => Digits[c - '0'])) + "年" + Number(day.Month) + "月"
            + Number(day.Day) + "日";

    private static string Number(int number) => number switch
    {
        < 10 => $"{Digits[number]}",
        10 => "十",
        < 20 => $"十{Digits[number % 10]}",
        _ => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
    };
}
