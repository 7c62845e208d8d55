using System.Collections.Frozen;

namespace YuGong.Content.CopyDesk;

/// <summary>Characters of names that sound alike, or look alike, and that input methods put for each other.</summary>
internal static class Homophones
{
    private static readonly string[] Groups =
    [
        "新欣心鑫馨昕辛芯", "伟玮炜苇纬维", "明铭鸣茗", "华桦骅", "军君钧均", "建健键", "志智至致治", "国帼", "文纹雯闻", "平萍坪苹", "林琳霖临", "光广", "德得",
        "忠钟中仲", "俊峻竣骏浚", "云芸耘", "红宏洪鸿虹", "辉晖徽惠慧", "杰洁捷", "生声升昇笙", "春椿", "祥翔详", "庆清青卿", "涛韬滔", "荣容蓉融榕",
        "英瑛莹颖盈", "永勇咏泳", "山珊杉", "强蔷", "海浩昊皓", "丽莉力立利励", "梅玫枚", "兰岚澜", "凤奉", "燕艳雁", "芳方坊", "敏闵", "静靖敬景京晶",
        "福富复", "贵桂", "昌长", "世士仕", "玉宇钰煜", "成诚承城程", "才材", "先贤显宪", "学雪", "义艺毅奕逸怡", "家佳嘉", "振镇震", "东冬栋", "元圆源园远",
        "培佩沛", "连莲涟", "彬斌宾滨", "泉全权", "绍邵少", "润闰", "正政峥", "安谙", "信欣", "亚雅", "孝晓小肖筱", "喜熙希曦西", "恒衡", "豪浩",
        "洞硐峒", "窝涡", "溪谿", "沱坨", "垭丫", "岗冈", "磁瓷", "碚倍", "湾弯", "峡狭", "阳杨扬洋", "岩崖", "庄装", "荡塘", "礼理", "堂塘",
    ];

    /// <summary>Hardly in any other word than a name of a place.</summary>
    private const string Rare = "硐峒坨垭碚谿";

    private static readonly FrozenDictionary<char, char> First = Groups.SelectMany(g => g.Select(c => (c, g[0]))).DistinctBy(p => p.c)
        .ToFrozenDictionary(p => p.c, p => p.Item2);

    private static readonly FrozenDictionary<char, string> Twins =
        First.GroupBy(p => p.Value).ToFrozenDictionary(g => g.Key, g => string.Concat(g.Select(p => p.Key).Order()));

    /// <summary>One for all that sound so.</summary>
    public static char Fold(char c) => First.GetValueOrDefault(c, c);

    public static string TwinsOf(char c) => Twins.GetValueOrDefault(Fold(c)) ?? c.ToString();

    public static bool HasRareTwin(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (TwinsOf(c) is var twins && twins.Length > 1 && twins.Any(Rare.Contains))
            {
                return true;
            }
        }

        return false;
    }
}
