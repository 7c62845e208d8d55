using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>工程师工程师, 我们我们, 的的. Words of two characters are doubled on purpose (研究研究), and what counts is too (一步一步).</summary>
internal static class Repetitions
{
    private const int Shortest = 3, Longest = 8;

    /// <summary>Distances from the longest to the shortest.</summary>
    private const uint Near = (1 << (Longest - Shortest + 1)) - 1;

    public static readonly SlipTable Short = new(
        new("的的", "的", NotBehind: "目标端", NotBefore: "确士"), new("我们我们", "我们"), new("他们他们", "他们"), new("她们她们", "她们"),
        new("你们你们", "你们"), new("因为因为", "因为"), new("所以所以", "所以"), new("但是但是", "但是"), new("如果如果", "如果"),
        new("虽然虽然", "虽然"), new("可以可以", "可以"), new("已经已经", "已经"), new("进行进行", "进行"), new("以及以及", "以及"),
        new("并且并且", "并且"), new("同时同时", "同时"), new("这些这些", "这些"), new("没有没有", "没有"));

    public static void Read(in Passage passage, CopyPass pass)
    {
        Short.Read(passage, CopyRules.Repetition, pass);
        var text = passage.Text;
        for (var length = Shortest; length <= Longest; length++)
        {
            // How many characters in a row are the same as those so far behind them.
            var same = 0;
            for (var at = 0; at + length < text.Length; at++)
            {
                same = text[at] == text[at + length] ? same + 1 : 0;
                if (same == length && IsWord(text.Slice(at + 1 - length, length)))
                {
                    var start = at + 1 - length;
                    if (!CopyPass.IsQuoted(text, start))
                    {
                        pass.Report(CopyRules.Repetition, passage, start, length * 2, [new(start + length, length, "")], isSafe: false);
                    }

                    same = 0;
                }
            }
        }
    }

    /// <summary>Whether three characters stand there a second time, as near as a word of ours is long.</summary>
    public static bool MayHave(ReadOnlySpan<char> text)
    {
        // A bit for each distance, the farthest first, at which the same character stood before: three in a row make the beginning.
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var (last, before) = (0u, 0u);
        for (var at = Shortest; at < text.Length; at++)
        {
            var same = !IsHan(text[at]) ? 0
                : at < Longest ? SameNear(text, at)
                : Vector128.Equals(Vector128.Create(units.Slice(at - Longest, Longest)), Vector128.Create(units[at]))
                    .ExtractMostSignificantBits();
            if ((same & last & before & Near) != 0)
            {
                return true;
            }

            (last, before) = (same, last);
        }

        return false;
    }

    /// <summary>Near the beginning, where there are not as many characters before it.</summary>
    private static uint SameNear(ReadOnlySpan<char> text, int at)
    {
        var same = 0u;
        for (var distance = Shortest; distance <= at; distance++)
        {
            same |= text[at] == text[at - distance] ? 1u << (Longest - distance) : 0;
        }

        return same;
    }

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!IsHan(c))
            {
                return false;
            }
        }

        return !IsNumeral(word[0]) && word[0] != word[1] && word[^1] != word[^2] && word[1..].IndexOf(word[0]) < 0;
    }
}
