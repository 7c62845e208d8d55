using YuGong.Text.Segmentation;

namespace YuGong.Posters.Typesetting;

/// <summary>How well a title may be broken at a place.</summary>
internal static class BreakPenalty
{
    /// <summary>Particles and measure words that lean on what stands before them.</summary>
    private const string LeansBack = "的了着过们里上下中内外得地之者等时后前吗呢吧年月日号个座枚台人";

    /// <summary>Words that lead on to what comes.</summary>
    private const string LeadsOn = "把被在从向对与和为以由到于是不第约近";

    /// <summary>What a word cut in two costs: more than any unevenness.</summary>
    public const double InsideWord = 400;

    private const string Numerals = "〇一二三四五六七八九十百千万亿两多余";

    /// <summary>In squares of ems, so that it can be weighed against uneven lines; negative where a break reads well.</summary>
    public static double CostOfBreak(IReadOnlyList<Cell> cells, int at)
    {
        var (before, after) = (cells[at - 1], cells[at]);
        if (before.IsSpace && at >= 2)
        {
            before = cells[at - 2];
        }

        if (before.Closes)
        {
            return before.Text is "、" or "”" or "》" or "’" ? -2 : -12;
        }

        if (before.First == Kind.Dash || after.First == Kind.Dash)
        {
            return -4;
        }

        var (a, b) = (before.Text[^1], after.Text[0]);
        var cost = after.Joint switch { PhraseJoint.Inside => InsideWord, PhraseJoint.Leaning => 9.0, _ => 0 };
        cost += LeansBack.Contains(b) ? 2 : 0;
        cost += LeadsOn.Contains(a) ? 2 : 0;
        cost += Numerals.Contains(a) ? Numerals.Contains(b) ? 40 : after.First == Kind.Han ? 14 : 0 : 0;
        cost += before.WesternFoot ? 18 : after.WesternHead ? 1 : 0;
        return cost;
    }
}
