using System.Buffers;

namespace YuGong.Text.Privacy;

/// <summary>
/// The first look over a text, made for speed: where so many digits stand so close that they may be a number of somebody, and
/// where a word stands that tells of an account. Looks at every third or fourth character only.
/// </summary>
internal static class SuspectPlaces
{
    /// <param name="HasWord">Whether an account, a mail address or a document may stand there, besides numbers.</param>
    public readonly record struct SuspectPlace(int Start, int End, bool HasWord);

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

    private static readonly SearchValues<string> LatinWords = SearchValues.Create(
        [
            "&commat", "%40", "u0040", "x40", "#64;", "(at)", "[at]", "{at}", "<at>", "(a)", " at ", "#163", "#126", "#qq", "#gmail",
            "#sina", "#foxmail", "#outlook", "#139", "_at_", "-at-", "*at*",
            "QQ", "Q Q", "wechat", "weixin", "vx", "wx", "passport", "tel", "phone", "fax",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Characters that begin or end the words for accounts, documents and at signs in Chinese, the rarest of each.</summary>
    private static readonly SearchValues<char> HanSigns = SearchValues.Create("@＠﹫＃ＱｑＶｖＷｗ微薇威徽星扣鹅艾爱圈护護证话話座固热传宅（【［〔信加");

    private static readonly string[] HanWords =
    [
        "（at", "【at", "［at", "〔at", "（a）", "（ａ", "【ａ", "艾特", "爱特", "圈a", "微信", "薇信", "威信", "徽信", "微 信", "微x", "星号", "扣扣", "鹅号", "加v", "加微",
        "护照", "護照", "证", "话", "話", "座机", "固话", "热线", "传真", "宅电", "信",
    ];

    /// <param name="fewest">Digits that a number has at least.</param>
    /// <returns>Pieces of the text, in order, that do not overlap.</returns>
    public static List<SuspectPlace> In(ReadOnlySpan<char> text, bool markup, int fewest)
    {
        var places = new List<SuspectPlace>();
        Numbers(text, markup, fewest, places);
        for (var at = text.IndexOfAny(LatinWords); at >= 0; at = Next(at, text[(at + 1)..].IndexOfAny(LatinWords)))
        {
            places.Add(Around(text, at));
        }

        for (var at = text.IndexOfAny(HanSigns); at >= 0; at = Next(at, text[(at + 1)..].IndexOfAny(HanSigns)))
        {
            if (IsWord(text, at))
            {
                places.Add(Around(text, at));
            }
        }

        return Merged(places);
    }

    private static int Next(int at, int found) => found < 0 ? -1 : at + 1 + found;

    private static SuspectPlace Around(ReadOnlySpan<char> text, int at) =>
        new(Math.Max(0, at - Margin - 24), Math.Min(text.Length, at + 64 + Margin), true);

    /// <summary>信 counts behind a V, and 话 or 证 where figures follow soon; the signs of other alphabets always.</summary>
    private static bool IsWord(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is '@' or '＠' or '﹫' or '＃' or 'Ｑ' or 'ｑ' or 'Ｖ' or 'ｖ' or 'Ｗ' or 'ｗ')
        {
            return true;
        }

        foreach (var word in HanWords)
        {
            if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return word switch
                {
                    "信" => at > 0 && text[at - 1] is 'v' or 'V' or ' ',
                    "证" or "话" or "話" => FollowedByFigures(text.Slice(at, Math.Min(16, text.Length - at))),
                    _ => true,
                };
            }
        }

        return false;
    }

    private static bool FollowedByFigures(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (Folding.IsDigitish(c) || c is '&' or '%' or '\\')
            {
                return true;
            }
        }

        return false;
    }

    private static void Numbers(ReadOnlySpan<char> text, bool markup, int fewest, List<SuspectPlace> places)
    {
        var step = 0;
        for (var at = 0; at < text.Length; at += Steps[step++ & 3])
        {
            if (!Folding.IsDigitish(text[at]))
            {
                continue;
            }

            if (DrawingText.EndAt(text, at) is > 0 and var end)
            {
                at = end;
                continue;
            }

            var (first, before) = Reach(text, at, -1, markup);
            var (last, behind) = Reach(text, at, 1, markup);
            var passport = before + behind + 1 == 8 && first > 0 && text[first - 1] is 'E' or 'Ｅ';
            if (before + behind + 1 >= fewest || passport)
            {
                places.Add(new(Math.Max(0, first - Margin), Math.Min(text.Length, last + 1 + Margin), passport));
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
            if (Folding.IsDigitish(text[at]))
            {
                (last, gap) = (at, 0);
                count++;
            }
            else if (text[at] == '=' && at + 1 < text.Length && text[at + 1] == '"')
            {
                break; // another attribute
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
        : at - text[Math.Max(0, at - LongestTag)..at].LastIndexOf('<') - Math.Max(0, at - LongestTag) is var length && length < LongestTag
            && length <= at ? length : 0;

    private static List<SuspectPlace> Merged(List<SuspectPlace> places)
    {
        places.Sort((a, b) => a.Start.CompareTo(b.Start));
        var merged = new List<SuspectPlace>(places.Count);
        foreach (var place in places)
        {
            if (merged.Count > 0 && place.Start <= merged[^1].End)
            {
                merged[^1] = new(merged[^1].Start, Math.Max(merged[^1].End, place.End), merged[^1].HasWord || place.HasWord);
            }
            else
            {
                merged.Add(place);
            }
        }

        return merged;
    }
}
