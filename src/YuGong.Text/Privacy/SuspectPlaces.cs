using System.Buffers;

namespace YuGong.Text.Privacy;

/// <summary>
/// The first look over a text, made for speed: where so many digits stand so close that they may be a number of somebody, and
/// where a word stands that tells of an account. Looks at every third or fourth character only.
/// </summary>
internal static class SuspectPlaces
{
    /// <summary>Characters kept before and behind a place, for the words around a number.</summary>
    private const int Margin = 40;

    /// <summary>Characters between two digits of one number, an escape among them.</summary>
    private const int WidestGap = 12;

    private const int LongestTag = 400;

    /// <summary>
    /// From one character that is looked at to the next. Thirteen in all: whatever repeats between the digits of a number, from one
    /// blank to an escape of a dozen characters, the steps do not keep time with it.
    /// </summary>
    private static ReadOnlySpan<byte> Steps => [3, 4, 3, 3];

    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "@", "＠", "﹫", "&commat", "%40", "u0040", "x40", "#64;", "(at)", "[at]", "{at}", "<at>", "（at）", "【at】", "［at］", "〔at〕", "(a)", "（a）", "＃", " at ", "艾特", "爱特", "圈a", "#163", "#126", "#qq", "#gmail",
            "#sina", "#foxmail", "#outlook", "#139", "_at_", "-at-", "*at*", "QQ", "扣扣", "企鹅", "ＱＱ", "Q Q", "微信", "薇信", "威信", "徽信", "微 信", "v信", "v 信", "ｖ信", "微x", "微星号", "卫星号",
            "wechat", "weixin", "vx", "ｖｘ", "wx", "ｗｘ", "加v", "加微", "护照", "護照", "通行证", "回乡证", "台胞证", "军官证", "passport", "电话", "電話", "座机", "固话", "热线", "传真", "宅电", "tel", "phone", "fax",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Every character from which a digit can be made.</summary>
    private static readonly bool[] Digits = [.. Enumerable.Range(0, 0x10000).Select(c => c is 0xD835 or 0xD83C or 0xD83E || Folding.IsDigitish(c))];

    /// <param name="fewest">Digits that a number has at least.</param>
    /// <returns>Pieces of the text, in order, that do not overlap.</returns>
    public static List<(int Start, int End)> In(ReadOnlySpan<char> text, bool markup, int fewest)
    {
        var places = new List<(int Start, int End)>();
        Numbers(text, markup, fewest, places);
        for (var at = text.IndexOfAny(Words); at >= 0;)
        {
            places.Add((Math.Max(0, at - Margin - 24), Math.Min(text.Length, at + 64 + Margin)));
            var next = text[(at + 1)..].IndexOfAny(Words);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return Merged(places);
    }

    private static void Numbers(ReadOnlySpan<char> text, bool markup, int fewest, List<(int Start, int End)> places)
    {
        var step = 0;
        for (var at = 0; at < text.Length; at += Steps[step++ & 3])
        {
            if (!Digits[text[at]])
            {
                continue;
            }

            if (Drawing.EndAt(text, at) is > 0 and var end)
            {
                at = end;
                continue;
            }

            var (first, before) = Reach(text, at, -1, markup);
            var (last, behind) = Reach(text, at, 1, markup);
            var passport = before + behind + 1 == 8 && first > 0 && text[first - 1] is 'E' or 'Ｅ';
            if (before + behind + 1 >= fewest || passport)
            {
                places.Add((Math.Max(0, first - Margin), Math.Min(text.Length, last + 1 + Margin)));
            }

            at = last;
        }
    }

    /// <summary>The outermost digit in one direction, and how many lie between.</summary>
    private static (int Last, int Count) Reach(ReadOnlySpan<char> text, int from, int step, bool markup)
    {
        var (last, count) = (from, 0);
        for (var (at, gap) = (from + step, 1); at >= 0 && at < text.Length && gap <= WidestGap; at += step, gap++)
        {
            if (Digits[text[at]])
            {
                (last, gap) = (at, 0);
                count++;
            }
            else if (markup && text[at] == (step > 0 ? '<' : '>') && Tag(text, at, step) is > 0 and var length)
            {
                at += step * length;
                gap--;
            }
        }

        return (last, count);
    }

    private static int Tag(ReadOnlySpan<char> text, int at, int step) => step > 0
        ? text.Slice(at, Math.Min(LongestTag, text.Length - at)).IndexOf('>')
        : at - text[Math.Max(0, at - LongestTag)..at].LastIndexOf('<') - Math.Max(0, at - LongestTag) is var length && length < LongestTag && length <= at ? length : 0;

    private static List<(int Start, int End)> Merged(List<(int Start, int End)> places)
    {
        places.Sort();
        var merged = new List<(int Start, int End)>(places.Count);
        foreach (var place in places)
        {
            if (merged.Count > 0 && place.Start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, place.End));
            }
            else
            {
                merged.Add(place);
            }
        }

        return merged;
    }
}
