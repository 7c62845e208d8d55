using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;

namespace YuGong.Posters.Flow;

/// <summary>
/// Sets running text over pages. Every block becomes lines on the grid; the pages are cut where all of them together look best.
/// </summary>
/// <example><code>
/// var pages = FlowSetter.Set([new TextBlock { Element = 0, Text = new(words, stack), Fill = ink, Indent = 2 }], design, missing);
/// var marks = pages[0].In(design.Area(recto: true));
/// </code></example>
public sealed class FlowSetter
{
    private readonly PageDesign design;
    private readonly ICollection<string> missing;
    private readonly List<FlowItem> items = [];
    private readonly List<FloatItem> floats = [];
    private readonly FlowNotes? notes;
    private readonly Dictionary<int, FootNote> later = [];
    private int space;

    private FlowSetter(PageDesign design, ICollection<string> missing, FlowNotes? notes) =>
        (this.design, this.missing, this.notes) = (design, missing, notes);

    /// <param name="missing">Takes the characters that no font has: they must not be printed.</param>
    /// <param name="notes">What stands at the foot of pages where marks say so; null for nothing.</param>
    public static IReadOnlyList<FlowPage> Set(
        IReadOnlyList<FlowBlock> blocks, PageDesign design, ICollection<string> missing, FlowNotes? notes = null)
    {
        var setter = new FlowSetter(design, missing, notes);
        for (var i = 0; i < blocks.Count; i++)
        {
            setter.Add(blocks[i], i);
        }

        return setter.items.Count + setter.floats.Count == 0 ? [] : setter.Pages();
    }

    private IReadOnlyList<FlowPage> Pages()
    {
        var pages = new List<FlowPage>();
        var printed = new HashSet<FootNote>();
        foreach (var page in new PageBreaker(items, floats, design.Quarters).Cut())
        {
            List<FloatItem> figures = [.. floats.Skip(page.FirstFloat).Take(page.EndFloat - page.FirstFloat)];
            pages.Add(new(design, [.. figures.Where(f => f.Anchor < page.First).Select(f => f.Item)], TextOf(page, figures),
                [.. figures.Where(f => f.Anchor >= page.First && !IsCleared(f, page)).Select(f => f.Item)], NotesOf(page, printed)));
        }

        return pages;
    }

    /// <summary>The rule and what is below it. What is printed again on a later page is read once: there it is decoration.</summary>
    private List<FlowItem> NotesOf(PageBreak page, HashSet<FootNote> printed)
    {
        var on = new PageNotes(page.First == 0 ? null : items[page.First - 1], page.Taken);
        foreach (var line in items.Skip(page.First).Take(page.End - page.First))
        {
            on.Add(line);
        }

        var lines = new List<FlowItem>();
        foreach (var (note, from, count) in on.Shown(page.Left).Where(n => n.Count > 0))
        {
            var again = from == 0 && !printed.Add(note.First);
            lines.AddRange(note.Lines.Skip(from).Take(count).Select(line => !again ? line : line with
            {
                Draw = at => line.Draw(at).Select(m => m with { Element = -1 }),
            }));
        }

        return lines.Count == 0 ? lines
            : [new(FootNote.Rule, 0, at => [new(-1, Line(at, design.Grid / 4, design.Measure / 4, notes!.Rule))]), .. lines];
    }

    /// <summary>A line along the lines of the text.</summary>
    private PathMark Line(Point at, double down, double length, Stroke stroke)
    {
        var place = design.Place(design.Past(at, down), 0, length, 0);
        Outline line = new([new(OutlineStep.Move, new(place.X, place.Y)), new(OutlineStep.Line, new(place.Right, place.Bottom))]);
        return new(line, null, stroke);
    }

    /// <summary>The page's own items without blanks at its ends, figures among them that something else begins behind.</summary>
    private List<FlowItem> TextOf(PageBreak page, IReadOnlyList<FloatItem> figures)
    {
        var text = new List<FlowItem>();
        for (var i = page.First; i < page.End; i++)
        {
            if (items[i].Clears)
            {
                text.AddRange(figures.Where(f => f.Anchor >= page.First && f.Anchor < i && !text.Contains(f.Item)).Select(f => f.Item));
            }

            text.Add(items[i]);
        }

        text = [.. text.SkipWhile(i => i.IsSpace)];
        while (text.Count > 0 && text[^1].IsSpace)
        {
            text.RemoveAt(text.Count - 1);
        }

        return text;
    }

    private bool IsCleared(FloatItem figure, PageBreak page) =>
        Enumerable.Range(figure.Anchor + 1, Math.Max(0, page.End - figure.Anchor - 1)).Any(i => items[i].Clears);

    private void Add(FlowBlock block, int number)
    {
        if (block is FigureBlock { Floats: true } figure)
        {
            floats.Add(new(items.Count - 1, Figure(figure, number, FlowItem.Single)));
            return;
        }

        var before = Math.Max(space, block.SpaceBefore);
        if (before > 0 && items.Count > 0)
        {
            items.Add(new(before, items[^1].Penalty, _ => []) { IsSpace = true });
        }

        space = block.SpaceAfter;
        switch (block)
        {
            case TextBlock text:
                items.AddRange(Lines(text, number));
                break;
            case RowBlock row:
                items.Add(Row(row, number));
                break;
            case FigureBlock still:
                items.Add(Figure(still, number, still.KeepsWithNext ? FlowItem.Never : 0));
                break;
            default:
                throw new InvalidOperationException($"No way to set a {block.GetType().Name}.");
        }
    }

    private List<FlowItem> Lines(TextBlock block, int number)
    {
        var lines = new List<FlowItem>();
        var (size, left) = (block.Size * design.Em, block.Left * design.Em);
        var measure = design.Measure - left - (block.Right * design.Em);
        var set = Layout(block.Text, size, measure, block.Align, block.Indent, block.IsBalanced);
        var marker = block.Marker is { } words ? Layout(words, size, design.Measure, Align.Start, 0, false) : null;
        for (var i = 0; i < set.Lines.Count; i++)
        {
            var line = set with { Lines = [set.Lines[i]] };
            var isFirst = i == 0;
            lines.Add(new(block.Leading, PenaltyAfter(block, i, set.Lines.Count), at => Drawn(at, line, isFirst))
            {
                Mark = isFirst ? block.Mark : null, Clears = isFirst && block.Clears,
                Lines = [new(set.Lines[i].Text, number, i, set.Lines.Count) { IsHeading = block.KeepsWithNext }],
                Notes = NotesIn(block.Text, set.Lines[i]),
            });
        }

        return lines;

        IEnumerable<FlowMark> Drawn(Point at, TextLayout line, bool isFirst)
        {
            var height = block.Leading * design.Grid / PageDesign.Line;
            var head = isFirst && marker is not null ? marker.In(design.Place(at, 0, left, height), "marker", block.Fill) : [];
            return head.Select(r => new FlowMark(block.MarkerElement ?? block.Element, r))
                .Concat(line.In(design.Place(at, left, measure, height), "text", block.Fill).Select(r => new FlowMark(block.Element, r)));
        }
    }

    /// <summary>Notes whose marks are on a line.</summary>
    private List<FootNote> NotesIn(RichText text, TextLine line) => notes is null ? [] :
    [
        .. text.Spans.Where(s => s.Start >= line.Start && s.Start < line.Start + line.Text.Length).SelectMany(s => s.Notes)
            .Where(notes.ByNumber.ContainsKey).Distinct().Select(NoteOf),
    ];

    /// <summary>
    /// Whole where it is cited first. A later line needs it only where the first is not on its page, and then it was told before.
    /// </summary>
    private FootNote NoteOf(int number)
    {
        if (later.TryGetValue(number, out var known))
        {
            return known;
        }

        FootNote Note(TextBlock block, FootNote? first = null) => new(Lines(block with { Leading = FootNote.Line }, -number), first);
        var whole = Note(notes!.ByNumber[number]);
        later.Add(number, notes.Again.TryGetValue(number, out var brief) ? Note(brief, whole) : whole);
        return whole;
    }

    private static double PenaltyAfter(TextBlock block, int line, int count) =>
        line == count - 1 ? block.KeepsWithNext ? FlowItem.Never : 0
        : block.KeepsWithNext || block.IsWhole ? FlowItem.Never
        : line == 0 || line == count - 2 ? FlowItem.Single : 2;

    private FlowItem Row(RowBlock row, int number)
    {
        var size = row.Size * design.Em;
        List<(FlowCell Cell, TextLayout Set)> cells =
            [.. row.Cells.Select(c => (c, Layout(c.Text, size, c.Width * design.Em, c.Align, 0, false)))];
        var lines = Math.Max(1, cells.Max(c => c.Set.Lines.Count));
        var height = row.Leading * design.Grid / PageDesign.Line;
        return new(lines * row.Leading, row.KeepsWithNext ? FlowItem.Never : 0, Drawn)
        {
            Mark = row.Mark,
            Lines = [.. cells.SelectMany(c => c.Set.Lines.Select(l => new FlowLine(l.Text, number, 0, 1)))],
            Notes = [.. cells.SelectMany(c => c.Set.Lines.SelectMany(l => NotesIn(c.Cell.Text, l))).DistinctBy(n => n.First)],
        };

        IEnumerable<FlowMark> Drawn(Point at)
        {
            foreach (var (cell, set) in cells)
            {
                for (var i = 0; i < set.Lines.Count; i++)
                {
                    var place = design.Place(design.Past(at, i * height), cell.Left * design.Em, cell.Width * design.Em, height);
                    foreach (var run in (set with { Lines = [set.Lines[i]] }).In(place, "cell", row.Fill))
                    {
                        yield return new(cell.Element, run);
                    }
                }
            }

            if (row.Rule is { } rule)
            {
                yield return new(-1, Line(at, lines * height, design.Measure, rule));
            }
        }
    }

    /// <summary>
    /// Rounded up to whole lines, so that what follows is on the grid again; the rest is blank around it. In vertical text the caption
    /// stands in columns left of the figure.
    /// </summary>
    private FlowItem Figure(FigureBlock figure, int number, double penalty)
    {
        const int CaptionLeading = 3;
        var size = figure.Size * design.Em;
        var (along, across) = design.IsVertical ? (figure.Height, figure.Width) : (figure.Width, figure.Height);
        var caption = Layout(figure.Caption, size, Math.Max(along, design.Measure * 0.6), Align.Center, 0, false);
        var line = CaptionLeading * design.Grid / PageDesign.Line;
        var needed = across + (caption.Lines.Count * line) + (design.Grid / 2);
        var lines = (int)Math.Ceiling((needed / design.Grid) + 0.9);
        return new(lines * PageDesign.Line, penalty, Drawn)
        {
            Mark = figure.Mark,
            Lines = [.. caption.Lines.Select((l, i) => new FlowLine(l.Text, number, i, caption.Lines.Count))],
        };

        IEnumerable<FlowMark> Drawn(Point at)
        {
            at = design.Past(at, ((lines * design.Grid) - needed) / 2);
            foreach (var mark in figure.Draw(design.Place(at, (design.Measure - along) / 2, along, across)))
            {
                yield return new(figure.Element, mark);
            }

            at = design.Past(at, across + (design.Grid / 2));
            var width = caption.Measure;
            for (var i = 0; i < caption.Lines.Count; i++)
            {
                var row = design.Place(design.Past(at, i * line), (design.Measure - width) / 2, width, line);
                foreach (var run in (caption with { Lines = [caption.Lines[i]] }).In(row, "caption", figure.Fill))
                {
                    yield return new(figure.CaptionElement, run);
                }
            }
        }
    }

    private TextLayout Layout(RichText text, double size, double measure, Align align, double indent, bool isBalanced)
    {
        var style = new TextStyle
        {
            Direction = design.Direction, Align = align, Place = Place.Center, Leading = 1, Indent = indent, Balanced = isBalanced,
            TotalFit = !isBalanced, CornerQuotes = design.IsVertical,
        };
        var set = Typesetter.Set(text, style, size, measure);
        foreach (var character in set.Missing)
        {
            missing.Add(character);
        }

        return set;
    }
}
