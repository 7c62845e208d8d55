namespace YuGong.Posters.Flow;

/// <summary>From which item to which a page goes, and which figures are on it; both ends exclusive.</summary>
internal readonly record struct PageBreak(int First, int End, int FirstFloat, int EndFloat)
{
    /// <summary>Of the notes of the page before, and of its own to the next.</summary>
    public NoteRest Taken { get; init; }

    public NoteRest Left { get; init; }
}

/// <summary>
/// Cuts a flow into pages: of all ways to do it the one that leaves the least blank, parts the least that belongs together and has figures
/// nearest to where they are mentioned. Figures keep their order. Notes are at the foot of the page of their mark; what has no room there
/// goes on at the foot of the next.
/// </summary>
/// <param name="depth">Of a page, in quarters of lines.</param>
internal sealed class PageBreaker(IReadOnlyList<FlowItem> items, IReadOnlyList<FloatItem> floats, int depth)
{
    /// <summary>What a page costs, a line left blank on it (squared), and a figure that is a page late.</summary>
    private const double Page = 60, Blank = 20, Late = 400;

    /// <summary>A figure behind what begins something else.</summary>
    private const double Behind = 5000;

    /// <summary>A last page with hardly anything on it; and each line that it has less than it should (<see cref="Fewest"/>).</summary>
    private const double Lonely = 3000, Short = 150;

    /// <summary>A note that goes on at the next page, and one of which nothing is on the page of its mark.</summary>
    private const double Continued = 6000, Elsewhere = 60_000;

    private readonly Dictionary<Start, (double Cost, PageBreak From)> best = [];

    /// <summary>What has to be looked at, the earliest first.</summary>
    private readonly SortedSet<Start> open = [];

    /// <summary>Lines of a last page: six, or a fifth of a small page.</summary>
    private double Fewest => Math.Min(6, depth / (double)PageDesign.Line / 5);

    public IReadOnlyList<PageBreak> Cut()
    {
        var (begin, end) = (new Start(0, 0, 0, 0), new Start(items.Count, floats.Count, 0, 0));
        best[begin] = (0, default);
        open.Add(begin);
        while (open.Count > 0)
        {
            var at = open.Min;
            open.Remove(at);
            if (at != end)
            {
                PagesFrom(at, best[at].Cost);
            }
        }

        var pages = new List<PageBreak>();
        for (var at = end; at != begin;)
        {
            var page = best[at].From;
            pages.Add(page);
            at = new(page.First, page.FirstFloat, page.Taken.Note, page.Taken.Line);
        }

        pages.Reverse();
        return pages;
    }

    private void PagesFrom(Start at, double cost)
    {
        var taken = 0;
        for (var endFloat = at.Float; endFloat <= floats.Count; endFloat++)
        {
            if (endFloat > at.Float && (taken += floats[endFloat - 1].Item.Height) > depth && endFloat > at.Float + 1)
            {
                return;
            }

            PagesWith(at, endFloat, taken, cost);
        }
    }

    /// <summary>Pages that begin here and have these figures.</summary>
    private void PagesWith(Start at, int endFloat, int taken, double cost)
    {
        var (first, room, height, text) = (at.Item, depth - taken, 0, 0);
        var rest = new NoteRest(at.Note, at.Line);
        var notes = new PageNotes(first == 0 ? null : items[first - 1], rest);
        var anchor = endFloat > at.Float ? floats[endFloat - 1].Anchor : -1;
        var page = new PageBreak(first, first, at.Float, endFloat) { Taken = rest };
        if ((endFloat > at.Float || rest.IsOpen) && anchor < first && notes.Cut(RoomFor(room), mustBegin: true) is { } left)
        {
            Reach(page with { Left = left }, room - FootNote.HeightOf(notes.Lines), cost);
        }

        for (var end = first + 1; end <= items.Count; end++)
        {
            var item = items[end - 1];
            height += item.IsSpace && text == 0 ? 0 : item.Height;
            text = item.IsSpace ? text : height;
            notes.Add(item);
            var mayGoOn = end > first + 1 || taken > 0;
            var cut = notes.Cut(RoomFor(room - text), mustBegin: mayGoOn);
            if ((text > room || cut is null) && (mayGoOn || rest.IsOpen))
            {
                return;
            }

            if (anchor < end)
            {
                Reach(page with { End = end, Left = cut ?? default }, room - text - FootNote.HeightOf(notes.Lines), cost);
            }
        }
    }

    private static int RoomFor(int quarters) => Math.Max(0, quarters - FootNote.Rule) / FootNote.Line;

    private bool IsCleared(int anchor, int end)
    {
        for (var i = anchor + 1; i < end; i++)
        {
            if (items[i].Clears)
            {
                return true;
            }
        }

        return false;
    }

    private void Reach(PageBreak page, int blank, double cost)
    {
        var isLast = page.End == items.Count && page.EndFloat == floats.Count && !page.Left.IsOpen;
        var lines = Math.Max(0, blank) / (double)PageDesign.Line;
        cost += Page + (isLast ? 0 : Blank * lines * lines);
        cost += isLast || page.End == 0 ? 0 : items[page.End - 1].Penalty;
        cost += isLast && page.EndFloat == page.FirstFloat ? CostOfLast((depth - blank) / (double)PageDesign.Line) : 0;
        cost += page.Left.IsOpen ? page.Left.Line > 0 ? Continued : Elsewhere : 0;
        for (var i = page.EndFloat; i < floats.Count && floats[i].Anchor < page.End; i++)
        {
            cost += Late + (IsCleared(floats[i].Anchor, page.End) ? Behind : 0);
        }

        var to = new Start(page.End, page.EndFloat, page.Left.Note, page.Left.Line);
        if (!best.TryGetValue(to, out var known) || cost < known.Cost - 1e-6)
        {
            best[to] = (cost, page);
            open.Add(to);
        }
    }

    private double CostOfLast(double lines) => (lines < 3 ? Lonely : 0) + (Short * Math.Max(0, Fewest - lines));

    /// <summary>Where a page may begin: behind which items and figures, and which notes were left.</summary>
    private readonly record struct Start(int Item, int Float, int Note, int Line) : IComparable<Start>
    {
        public int CompareTo(Start other) =>
            (Item, Float, Note, Line).CompareTo((other.Item, other.Float, other.Note, other.Line));
    }
}
