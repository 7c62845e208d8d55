using YuGong.Text.Segmentation;

namespace YuGong.Posters.Typesetting;

/// <summary>From where to where a line goes; <paramref name="Last"/> is inclusive, trailing spaces are left out.</summary>
/// <param name="Shrink">Part of what its marks can give, 0 to 1.</param>
/// <param name="Ends">Whether the paragraph ends with it.</param>
internal readonly record struct Break(int First, int Last, double Shrink, bool Ends);

/// <summary>Cuts a measured text into lines.</summary>
internal static class LineBreaker
{
    private const double Slack = 1e-6;

    /// <summary>
    /// Line by line, each as full as it can be (what browsers do); marks that may not begin a line are pressed in, or take their neighbour
    /// along.
    /// </summary>
    /// <param name="measure">The length of a line in ems.</param>
    public static IReadOnlyList<Break> Greedy(Measure text, double measure, double indent) =>
        [.. Paragraphs(text).SelectMany(p => Greedy(text, p.Start, p.End, measure, indent))];

    /// <summary>As few lines as greedy breaking needs, but of much the same length and broken where the sense allows.</summary>
    public static IReadOnlyList<Break> Balanced(Measure text, double measure, double indent)
    {
        var lines = new List<Break>();
        foreach (var (start, end) in Paragraphs(text))
        {
            var greedy = Greedy(text, start, end, measure, indent);
            lines.AddRange(greedy.Count < 2 ? greedy : Whole(text, start, end, greedy, measure, indent));
        }

        return lines;
    }

    /// <summary>The lines of which the paragraph as a whole looks best: <see cref="Typesetting.TotalFit"/> weighs them.</summary>
    public static IReadOnlyList<Break> TotalFit(Measure text, double measure, double indent) =>
        [.. Paragraphs(text).SelectMany(p => new TotalFit(text, measure, indent).Cut(p.Start, p.End))];

    /// <summary>A line or two more are spent where fewer would cut a word.</summary>
    private static IReadOnlyList<Break> Whole(Measure text, int start, int end, List<Break> greedy, double measure, double indent)
    {
        IReadOnlyList<Break>? least = null;
        for (var count = greedy.Count; count <= greedy.Count + 2; count++)
        {
            var lines = Balance(text, start, end, count, measure, indent);
            least ??= lines;
            if (lines is not null && Cuts(text, lines) == 0)
            {
                return lines;
            }
        }

        return least ?? greedy;
    }

    /// <summary>How many lines end within a word.</summary>
    public static int Cuts(Measure text, IReadOnlyList<Break> lines) => lines.Count(l => !l.Ends && CutsWord(text, l));

    private static bool CutsWord(Measure text, Break line) => text.Cells[text.Next(line.Last)].Joint == PhraseJoint.Inside;

    /// <summary>What balancing weighed: squares of the differences in length, and the cost of each break.</summary>
    public static double Demerits(Measure text, IReadOnlyList<Break> lines)
    {
        if (lines.Count < 2)
        {
            return 0;
        }

        var mean = lines.Average(l => text.Width(l.First, l.Last));
        return lines.Sum(l => Math.Pow(text.Width(l.First, l.Last) - mean, 2)) + lines.Where(l => !l.Ends)
            .Sum(l => BreakPenalty.CostOfBreak(text.Cells, text.Next(l.Last)));
    }

    /// <summary>How many paragraphs of several lines end with a line of a single character, marks not counted.</summary>
    public static int Alone(Measure text, IReadOnlyList<Break> lines)
    {
        var (alone, begins) = (0, true);
        foreach (var line in lines)
        {
            var words = text.Cells.Skip(line.First).Take(line.Last - line.First + 1)
                .Where(c => c.First is Kind.Han or Kind.Letter or Kind.Digit or Kind.Prefix).Take(2).ToList();
            alone += line.Ends && !begins && words is [{ First: Kind.Han }] ? 1 : 0;
            begins = line.Ends;
        }

        return alone;
    }

    private static List<Break> Greedy(Measure text, int start, int end, double measure, double indent)
    {
        var lines = new List<Break>();
        for (var first = start; first <= end;)
        {
            var (last, press) = Fill(text, first, end, measure - (first == start ? indent : 0));
            (last, press) = WithoutCut(text, first, last, end, press);
            lines.Add(new(first, text.WithoutSpaces(first, last), press, last >= end));
            first = last + 1;
        }

        return lines;
    }

    /// <summary>A line gives a word that it would cut to the next one, as long as that leaves it half full.</summary>
    private static (int Last, double Shrink) WithoutCut(Measure text, int first, int last, int end, double press)
    {
        for (var back = last; back > (first + last) / 2 && last < end; back--)
        {
            if (text.Cells[back + 1].Joint != PhraseJoint.Inside && text.Cells[back + 1].MayBegin)
            {
                return (back, back == last ? press : 0);
            }
        }

        return (last, press);
    }

    private static (int Last, double Shrink) Fill(Measure text, int first, int end, double room)
    {
        var best = -1;
        for (var next = first + 1; next <= end + 1; next++)
        {
            if (next <= end && !text.Cells[next].MayBegin)
            {
                continue;
            }

            var last = text.WithoutSpaces(first, next - 1);
            var over = text.Width(first, last) - room;
            if (over <= Slack)
            {
                best = next - 1;
                continue;
            }

            // Pressing pays where a mark would otherwise drag its neighbour to the next line.
            var give = text.Give(first, last);
            var pulls = best < 0 || last - best > 1;
            return pulls && give > 0 && over <= give ? (next - 1, over / give) : (best < 0 ? next - 1 : best, 0);
        }

        return (end, 0);
    }

    /// <summary>
    /// The cheapest way to cut into exactly so many lines: squares of the differences in length, and what each break costs.
    /// </summary>
    private static List<Break>? Balance(Measure text, int start, int end, int count, double measure, double indent)
    {
        var target = (text.Width(start, text.WithoutSpaces(start, end)) + indent) / count;
        List<int> starts = [start, .. Enumerable.Range(start + 1, end - start).Where(i => text.Cells[i].MayBegin), end + 1];
        var costs = new double[count + 1, starts.Count];
        var from = new int[count + 1, starts.Count];
        for (var line = 0; line <= count; line++)
        {
            for (var at = 0; at < starts.Count; at++)
            {
                costs[line, at] = line == 0 && at == 0 ? 0 : double.PositiveInfinity;
            }
        }

        for (var line = 1; line <= count; line++)
        {
            for (var at = 1; at < starts.Count; at++)
            {
                for (var before = at - 1; before >= 0; before--)
                {
                    var width = text.Width(starts[before], text.WithoutSpaces(starts[before], starts[at] - 1)) + (before == 0 ? indent : 0);
                    if (width > measure + Slack)
                    {
                        break;
                    }

                    var off = width - target;
                    var cost = costs[line - 1, before] + (off * off)
                        + (at == starts.Count - 1 ? 0 : BreakPenalty.CostOfBreak(text.Cells, starts[at]));
                    if (cost < costs[line, at] - Slack)
                    {
                        (costs[line, at], from[line, at]) = (cost, before);
                    }
                }
            }
        }

        if (double.IsPositiveInfinity(costs[count, starts.Count - 1]))
        {
            return null;
        }

        var lines = new List<Break>();
        for (var (line, at) = (count, starts.Count - 1); line > 0; line--)
        {
            var before = from[line, at];
            lines.Insert(0, new(starts[before], text.WithoutSpaces(starts[before], starts[at] - 1), 0, line == count));
            at = before;
        }

        return lines;
    }

    private static IEnumerable<(int Start, int End)> Paragraphs(Measure text)
    {
        var start = 0;
        for (var i = 0; i < text.Cells.Count; i++)
        {
            if (text.Cells[i].IsNewLine)
            {
                if (i > start)
                {
                    yield return (start, i - 1);
                }

                start = i + 1;
            }
        }

        if (start < text.Cells.Count)
        {
            yield return (start, text.Cells.Count - 1);
        }
    }
}
