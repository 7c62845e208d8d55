namespace YuGong.Posters.Typesetting;

/// <summary>
/// Breaks a paragraph where all of its lines together look best: the cheapest way through all places where a line may begin, as Knuth and
/// Plass do it for Western text, weighed for Chinese – marks give, gaps between characters open, and nothing else moves.
/// </summary>
/// <param name="measure">The length of a line in ems.</param>
internal sealed class TotalFit(Measure text, double measure, double indent)
{
    private const double Slack = 1e-6;

    /// <summary>Ems between characters that are seen as loose, and beyond which the line is left ragged.</summary>
    private const double Loose = 0.06, Torn = 0.4;

    /// <summary>What a line is worth whose marks give all that they have, and one that no setting can make good.</summary>
    private const double Pressed = 60, Bad = 1e4;

    /// <summary>孤字: a last line of one character.</summary>
    private const double Alone = 1e7;

    /// <summary>A number parted from the 年, 月, 日 that counts it.</summary>
    private const double PartedNumber = 900;

    /// <summary>Every line costs so much besides, so that few lines are better than many.</summary>
    private const double Line = 10;

    private readonly List<int> starts = [];

    /// <summary>The lines of one paragraph.</summary>
    /// <param name="start">Its first cell.</param>
    /// <param name="end">Its last.</param>
    public IEnumerable<Break> Cut(int start, int end)
    {
        starts.Clear();
        starts.Add(start);
        starts.AddRange(Enumerable.Range(start + 1, end - start).Where(i => text.Cells[i].MayBegin));
        starts.Add(end + 1);
        var costs = new double[starts.Count];
        var from = new int[starts.Count];
        Array.Fill(costs, double.PositiveInfinity);
        costs[0] = 0;
        for (var at = 1; at < starts.Count; at++)
        {
            for (var before = at - 1; before >= 0; before--)
            {
                if (CostOf(before, at) is not { } cost)
                {
                    break;
                }

                if (costs[before] + cost < costs[at] - Slack)
                {
                    (costs[at], from[at]) = (costs[before] + cost, before);
                }
            }
        }

        var lines = new List<Break>();
        for (var at = starts.Count - 1; at > 0; at = from[at])
        {
            var (first, last) = (starts[from[at]], text.WithoutSpaces(starts[from[at]], starts[at] - 1));
            lines.Add(new(first, last, ShrinkOf(first, last, from[at] == 0), at == starts.Count - 1));
        }

        lines.Reverse();
        return lines;
    }

    private double Over(int first, int last, bool begins) => text.Width(first, last) + (begins ? indent : 0) - measure;

    private double ShrinkOf(int first, int last, bool begins)
    {
        var (over, give) = (Over(first, last, begins), text.Give(first, last));
        return over <= Slack || give <= 0 ? 0 : Math.Min(1, over / give);
    }

    /// <summary>Null when so much does not go on a line, and no more will.</summary>
    private double? CostOf(int before, int at)
    {
        var (first, last) = (starts[before], text.WithoutSpaces(starts[before], starts[at] - 1));
        var over = Over(first, last, before == 0);
        var ends = at == starts.Count - 1;
        var badness = 0.0;
        if (over > Slack)
        {
            var give = text.Give(first, last);
            if (over > give + Slack)
            {
                // One piece that is longer than the line has to stand somewhere.
                return before == at - 1 ? Bad * Bad : null;
            }

            badness = Pressed * Math.Pow(over / give, 3);
        }
        else if (!ends)
        {
            var parts = text.Parts(first, last);
            var stretch = parts == 0 ? double.PositiveInfinity : -over / parts;
            badness = -over <= Slack ? 0 : stretch > Torn ? Bad - over : Math.Min(Bad, 100 * Math.Pow(stretch / Loose, 3));
        }

        var cost = (Line + badness) * (Line + badness);
        return cost + (ends ? before > 0 && IsAlone(first, last) ? Alone : 0 : PartedAt(starts[at]));
    }

    private bool IsAlone(int first, int last)
    {
        var words = 0;
        for (var i = first; i <= last; i++)
        {
            words += text.Cells[i].First is Kind.Han ? 1 : text.Cells[i].First is Kind.Letter or Kind.Digit or Kind.Prefix ? 2 : 0;
        }

        return words < 2;
    }

    private double PartedAt(int next) =>
        text.Cells[next - 1].Last == Kind.Digit && text.Cells[next].Text is "年" or "月" or "日" ? PartedNumber : 0;
}
