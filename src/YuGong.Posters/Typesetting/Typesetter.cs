using YuGong.Posters.Fonts;

namespace YuGong.Posters.Typesetting;

/// <summary>
/// Sets Chinese text by CLREQ (W3C, Requirements for Chinese Text Layout): 避头尾, 标点挤压, 中西间距, justification, columns with vertical
/// forms and upright numbers, hanging marks, balanced titles. It can be used alone: give it a text and a stack of fonts, take lines, and
/// ask them for glyph runs in a box.
/// </summary>
/// <example><code>
/// var set = Typesetter.Fit("自来水从打枪坝流进山城", fonts.Stacks["serif"], new TextStyle { Direction = WritingMode.Vertical }, new(18, 40), 60,
/// 240);
/// var marks = set.In(new Rect(20, 30, 60, 240), "title", new Solid(ink));
/// </code></example>
public static class Typesetter
{
    /// <summary>A title is set a little smaller, down to this part of what would fit, if that spares it a bad break.</summary>
    private const double Yield = 0.72;

    /// <summary>A running text is set smaller down to this part, if that spares a paragraph a last line of one character (孤字).</summary>
    private const double YieldForOne = 0.86;

    /// <summary>What a last line of one character costs, weighed as breaks are.</summary>
    private const double Alone = 20;

    /// <summary>What it costs to be smaller, in the squares of ems that breaks are weighed in.</summary>
    private const double Smaller = 40;

    /// <summary>Ems between characters beyond which a line is better left ragged than torn apart.</summary>
    private const double MostStretch = 0.4;

    /// <summary>Sets a text at one size.</summary>
    /// <param name="size">The em, in any unit; all other lengths are in the same.</param>
    /// <param name="measure">How long a line (in columns: how tall a column) may be.</param>
    public static TextLayout Set(string text, FontStack stack, TextStyle style, double size, double measure) =>
        Set(Prepare(new(text, stack), style), size, measure);

    /// <summary>Sets a text whose pieces may have fonts and sizes of their own: running text.</summary>
    /// <param name="size">The em, in any unit; all other lengths are in the same.</param>
    public static TextLayout Set(RichText text, TextStyle style, double size, double measure) =>
        Set(Prepare(text, style), size, measure);

    /// <summary>
    /// Sets a text as large as it fits the box. If even the smallest size does not fit, the text is set at that size and
    /// <see cref="TextLayout.Fits"/> is false.
    /// </summary>
    public static TextLayout Fit(string text, FontStack stack, TextStyle style, SizeRange sizes, double width, double height)
    {
        var prepared = Prepare(new(text, stack), style);
        var (measure, depth) = style.Direction == WritingMode.Vertical ? (height, width) : (width, height);
        TextLayout? set = null, best = null;
        var (largest, least) = (0.0, double.PositiveInfinity);
        foreach (var size in sizes.Downwards())
        {
            if (best is { Cuts: 0 } && (best.Demerits == 0 || size < largest * (style.Balanced ? Yield : YieldForOne)))
            {
                break;
            }

            set = Set(prepared, size, measure);
            if (set.Longest > measure + (size * 1e-6) || set.Depth > depth + (size * 1e-6)
                || set.Lines.Count > (style.MostLines ?? int.MaxValue))
            {
                continue;
            }

            largest = Math.Max(largest, size);
            var cost = set.Demerits + (BreakPenalty.InsideWord * set.Cuts) + (Smaller * (1 - (size / largest)));
            if (cost < least)
            {
                (best, least) = (set, cost);
            }
        }

        return best ?? set! with { Fits = false };
    }

    private static Prepared Prepare(RichText text, TextStyle style)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var cells = Cells.Shape(text, style, missing);
        return new(text.Text, style, new Measure(cells, style), [.. missing]);
    }

    private static TextLayout Set(Prepared prepared, double size, double measure)
    {
        var (text, style, cells, missing) = prepared;
        var ems = measure / size;
        var breaks = style.Balanced
            ? LineBreaker.Balanced(cells, ems, style.Indent)
            : style.TotalFit ? LineBreaker.TotalFit(cells, ems, style.Indent) : LineBreaker.Greedy(cells, ems, style.Indent);
        var lines = new List<TextLine>(breaks.Count);
        var begins = true;
        foreach (var line in breaks)
        {
            var indent = begins ? style.Indent : 0;
            begins = line.Ends;
            var width = cells.Width(line.First, line.Last) - (line.Shrink * cells.Give(line.First, line.Last));
            var free = ems - indent - width;
            var parts = cells.Parts(line.First, line.Last);
            var stretch = style.Align == Align.Justify && !line.Ends && parts > 0 && free > 0 && free / parts <= MostStretch
                ? free / parts : 0;
            var shift = indent + (style.Align switch { Align.Center => free / 2, Align.End => free, _ => 0 });
            var (first, last) = (cells.Cells[line.First], cells.Cells[line.Last]);
            lines.Add(new(text[first.Start..(last.Start + last.Text.Length)], first.Start, shift * size, (width + (stretch * parts)) * size)
            {
                Cells = [.. Enumerable.Range(line.First, line.Last - line.First + 1).Select(i => cells.Cells[i])],
                Places = cells.Places(line.First, line.Last, line.Shrink, stretch),
            });
        }

        var strain = style.Balanced ? LineBreaker.Demerits(cells, breaks) : Alone * LineBreaker.Alone(cells, breaks);
        return new(text, style, size, measure, lines, Fits: true, missing) { Demerits = strain, Cuts = LineBreaker.Cuts(cells, breaks) };
    }

    private sealed record Prepared(string Text, TextStyle Style, Measure Cells, IReadOnlyList<string> Missing);
}

/// <summary>From the smallest to the largest size that a design allows, in page units.</summary>
public readonly record struct SizeRange(double Least, double Most)
{
    private const int Steps = 60;

    /// <summary>Sizes to try, largest first; the last is the least.</summary>
    internal IEnumerable<double> Downwards()
    {
        for (var i = 0; i < Steps && Most > Least; i++)
        {
            yield return Most - (i * (Most - Least) / Steps);
        }

        yield return Least;
    }
}
