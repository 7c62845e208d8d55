using System.Text.RegularExpressions;

namespace YuGong.Content.CopyDesk;

/// <summary>约30多万, 近百余人, 大约20米左右; not 附近30多户, 节约30多万.</summary>
internal static partial class Approximations
{
    public static void Read(in Passage passage, CopyPass pass)
    {
        foreach (var match in Twice().EnumerateMatches(passage.Text))
        {
            var found = passage.Text.Slice(match.Index, match.Length);
            var second = found.EndsWith("左右") || found.EndsWith("上下") ? 2 : 1;
            var at = match.Index + match.Length - second;
            pass.Report(CopyRules.Approximation, passage, match.Index, match.Length, [new(at, second, "")], isSafe: false);
        }
    }

    [GeneratedRegex(
        """
        (?:大约|(?<![节签预制契简纽违公合条履邀相誓盟婚租解])约|将近|接近|(?<![附最临靠邻新远就亲相贴切浅将接])近|超过|(?<!年)逾)
        \x20?(?:[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九两]?[十百千万亿]|[一二三四五六七八九两][十百千万亿]+)[万亿千百]?\x20?
        (?:[多余](?![少数半出种样])
        |(?:个月|个|人|名|年|天|小时|分钟|米|公里|千米|吨|千瓦|万|亿|元|度|公斤|千克|平方米|立方米|岁|次|台|座|%|％|km|m|kW){0,2}
         (?:左右|上下)(?![岸两手侧开邻游级]))
        """, RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Twice();
}
