using System.Text.RegularExpressions;
using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>20世纪四十年代, 二十世纪40年代.</summary>
internal static partial class Centuries
{
    public static void Read(in Passage passage, CopyPass pass)
    {
        foreach (var match in Decade().EnumerateMatches(passage.Text))
        {
            var found = passage.Text.Slice(match.Index, match.Length).ToString();
            var parts = found.Split("世纪");
            var (century, decade) = (parts[0].TrimEnd(), parts[1].TrimStart()[..^2]);
            var made = $"{Arabic(century)}世纪{Arabic(decade)}年代";
            if (!CopyPass.IsQuoted(passage.Text, match.Index))
            {
                pass.Report(CopyRules.Century, passage, match.Index, match.Length, made);
            }
        }
    }

    /// <summary>Up to ninety-nine.</summary>
    internal static string Arabic(string written)
    {
        if (char.IsAsciiDigit(written[0]))
        {
            return written;
        }

        var ten = written.IndexOf('十', StringComparison.Ordinal);
        var (tens, ones) = ten < 0 ? (0, ValueOf(written[0]))
            : (ten == 0 ? 1 : ValueOf(written[0]), ten == written.Length - 1 ? 0 : ValueOf(written[^1]));
        return $"{(tens * 10) + ones}";
    }

    [GeneratedRegex("(?<![0-9])[12]?[0-9] ?世纪 ?[一二三四五六七八九]十年代|(?:二十一|二十|十[一二三四五六七八九]?)世纪 ?[1-9]0年代", RegexOptions.None, 1000)]
    private static partial Regex Decade();
}
