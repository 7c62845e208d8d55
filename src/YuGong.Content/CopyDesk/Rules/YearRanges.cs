using System.Text.RegularExpressions;
using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>1927-1932. A wavy line (～) is allowed too; two measures (1800-1900毫米) and the number of a standard are no years.</summary>
internal static partial class YearRanges
{
    private const string Measures = "毫厘分米千瓦吨元人转伏安度克升个只台件座公里平立方小时天次名万亿余多";

    public static void Read(in Passage passage, CopyPass pass)
    {
        var text = passage.Text;
        foreach (var match in Range().EnumerateMatches(text))
        {
            var range = text.Slice(match.Index, match.Length);
            var (behind, before) = (At(text, match.Index + match.Length), At(text[..match.Index].TrimEnd(' '), text[..match.Index].TrimEnd(' ').Length - 1));
            if (int.Parse(range[..4]) >= int.Parse(range[^4..]) || Measures.Contains(behind) || char.IsAsciiLetter(before))
            {
                continue;
            }

            var dash = range[4..^4].TrimStart('年').TrimStart(' ');
            var start = match.Index + range.Length - 4 - dash.Length;
            pass.Report(CopyRules.YearRange, passage, start, dash.Length, "—");
        }
    }

    [GeneratedRegex("(?<![0-9A-Za-z./_—-])(?:1[0-9]|20)[0-9]{2}年? ?(?:--?|–|－－?|~|——) ?(?:1[0-9]|20)[0-9]{2}(?![0-9A-Za-z./_-])",
        RegexOptions.None, 1000)]
    private static partial Regex Range();
}
