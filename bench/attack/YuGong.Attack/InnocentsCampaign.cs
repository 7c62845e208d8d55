using System.Globalization;
using System.Text;
using YuGong.Text.Privacy;

namespace YuGong.Attack;

/// <summary>
/// 10,000 sentences of the kind that stories of engineers are made of, full of figures, and the ten people's own stories: not one
/// may be taken for something private.
/// </summary>
internal static class InnocentsCampaign
{
    private static readonly string[] Units = ["元", "万元", "亿元", "吨", "亩", "千瓦时", "立方米", "公里", "美元", "度电", "人次", " 元", " kWh", " m³", " 吨",
        "余元", "多立方米"];
    private static readonly string[] Ends = ["。", "，由测试厂承担。", "；", "）。", "\n", "", "、", " 。"];

    public static Verdict Run(AttackRun attack)
    {
        var dice = new Random(attack.Seed);
        var count = attack.Some(10_000);
        var alarms = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var text = Sentence(dice, i % 24) + Ends[dice.Next(Ends.Length)];
            alarms.AddRange(PrivacyMatcher.Plain.Find(text).Select(m => $"{m.Kind} {m.Value}: {text.Trim()}"));
        }

        var call = File.ReadAllText(Path.Combine(attack.Root, "input", "call.yaml"));
        var matcher = new PrivacyMatcher([], [.. PrivacyMatcher.Plain.Find(call).Where(m => m.Kind == "邮箱地址").Select(m => m.Value)]);
        var own = 0;
        foreach (var file in Own(attack.Root))
        {
            own++;
            alarms.AddRange(matcher.Find(File.ReadAllText(file))
                .Select(m => $"{m.Kind} {m.Value}: {Path.GetRelativePath(attack.Root, file)}"));
        }

        return new(count + own, alarms) { Figures = [$"{count} sentences, {own} files of ours"] };
    }

    /// <summary>The stories, and the dossier that they were written from where it lies beside the repository.</summary>
    private static IEnumerable<string> Own(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, "input"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Append(Path.Combine(root, "..", "shared", "content", "dossier.md")).Where(File.Exists);

    private static string Sentence(Random dice, int kind) => kind switch
    {
        0 => $"总投资 {Sum(dice)}{Of(dice, Units)}",
        1 => $"精度达 {dice.Next(0, 200)}.{Digits(dice, 11)}",
        2 => $"图号 {Of(dice, ["YG", "施", "KB", "渝建-"])}-{dice.Next(1900, 2026)}-{Digits(dice, 4)}-{Digits(dice, 4)}",
        3 => $"见 https://{Of(dice, ["www.cqnews.net/web/content_", "news.example.cn/a/", "www.thepaper.cn/newsDetail_forward_"])}"
            + $"1{dice.Next(3, 10)}{Digits(dice, 9)}.html",
        4 => $"doi:10.{dice.Next(1000, 9999)}/j.issn.{Digits(dice, 4)}-{Digits(dice, 4)}.{dice.Next(1990, 2026)}.{Digits(dice, 2)}"
            + $".{Digits(dice, 3)}",
        5 => $"ISBN 978-7-{Digits(dice, 3)}-{Digits(dice, 5)}-{Digits(dice, 1)}",
        6 => $"东经 {dice.Next(73, 135)}.{Digits(dice, 8)}，北纬 {dice.Next(18, 53)}.{Digits(dice, 8)}",
        7 => $"统一社会信用代码 {Of(dice, ["91", "12", "52"])}500{Digits(dice, 3)}{Digits(dice, 8)}{"ABCDEFGHJKLMNPQRTUWXY"[dice.Next(21)]}"
            + $"{Digits(dice, 1)}",
        8 => $"{Date(dice)} {dice.Next(24):00}:{dice.Next(60):00}:{dice.Next(60):00} 记",
        9 => $"{dice.Next(1890, 1950)}{Of(dice, ["—", "-", "–", "～", "至"])}{dice.Next(1950, 2026)} 年，共 {dice.Next(3, 900)} 人",
        10 => $"按 {Of(dice, ["GB/T ", "GB ", "JGJ ", "JTG/T ", "DL/T "])}{Digits(dice, 5)}{Of(dice, ["—", "-", "."])}"
            + $"{dice.Next(1980, 2026)} 验收",
        11 => $"专利 ZL{dice.Next(1990, 2026)}{Digits(dice, 8)}.{Digits(dice, 1)}",
        12 => $"全宗 {Of(dice, ["0", "1"])}{Digits(dice, 3)}-{dice.Next(1, 20)}-{Digits(dice, 5)}，第 {dice.Next(1, 400)} 页",
        13 => $"桩号 K{dice.Next(1, 2000)}+{Digits(dice, 3)}.{Digits(dice, 3)} 处",
        14 => $"共 {Thousands(dice)} {Of(dice, ["元", "人", "吨", ""])}",
        15 => $"校验 {Hexadecimal(dice, 40)}",
        16 => $"<path d=\"M{Digits(dice, 3)} {Digits(dice, 4)} {Digits(dice, 4)} "
            + $"L{Digits(dice, 3)}.{Digits(dice, 2)} {Digits(dice, 4)}\"/>",
        17 => $"尺寸 {dice.Next(10, 30)}00×{dice.Next(10, 30)}00×{dice.Next(1, 10)}00 毫米，"
            + $"{dice.Next(13, 20)}00-{dice.Next(10, 99)}00-{dice.Next(1, 10)}00",
        18 => $"邮编 40{Digits(dice, 4)}，第 {dice.Next(1, 90)} 卷第 {dice.Next(1, 12)} 期 {dice.Next(1, 400)}–{dice.Next(400, 900)} 页",
        19 => $"ISSN {Digits(dice, 4)}-{Digits(dice, 3)}X，CN {Digits(dice, 2)}-{Digits(dice, 4)}/TU",
        20 => $"时间戳 {dice.Next(1980, 2026)}{dice.Next(1, 13):00}{dice.Next(1, 29):00}{dice.Next(24):00}{dice.Next(60):00}"
            + $"{dice.Next(60):00}，编号 1{dice.Next(3, 10)}{Digits(dice, 9)}",
        21 => $"{Han(dice.Next(1890, 2026))}年{Of(dice, ["一", "三", "十", "十二"])}月，{Of(dice, ["三", "五", "七八", "一二"])}个工班，"
            + $"{Han(dice.Next(100, 9999))}号机",
        22 => $"流量 {dice.Next(100, 999)} {dice.Next(1000, 9999)} {dice.Next(1, 99)} 立方米每秒，水位 {dice.Next(100, 300)}.{Digits(dice, 2)} 米",
        _ => $"{dice.Next(1890, 2026)} {dice.Next(1890, 2026)} {dice.Next(100, 900)}",
    };

    private static string Sum(Random dice) => $"1{dice.Next(3, 10)}{Digits(dice, 9)}";

    private static string Date(Random dice) => Of(dice,
        [$"{dice.Next(1900, 2026)}-{dice.Next(1, 13):00}-{dice.Next(1, 29):00}",
        $"{dice.Next(1900, 2026)}{dice.Next(1, 13):00}{dice.Next(1, 29):00}"]);

    private static string Thousands(Random dice) => dice.Next(2) == 0
        ? (dice.NextInt64(1_000_000_000, 99_999_999_999)).ToString("#,0", CultureInfo.InvariantCulture)
        : (dice.NextInt64(1_000_000_000, 99_999_999_999)).ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Hexadecimal(Random dice, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => "0123456789abcdef"[dice.Next(16)]));

    private static string Han(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture)
        .Select(c => "〇一二三四五六七八九"[c - '0']));

    private static string Digits(Random dice, int count) => string.Concat(Enumerable.Range(0, count)
        .Select(_ => (char)('0' + dice.Next(10))));

    private static string Of(Random dice, string[] some) => some[dice.Next(some.Length)];
}
