namespace YuGong.Posters.Flow;

/// <summary>From which item to which a page goes, and which figures are on it; both ends exclusive.</summary>
internal readonly record struct PageBreak(int First, int End, int FirstFloat, int EndFloat);

/// <summary>
/// Cuts a flow into pages: of all ways to do it the one that leaves the least blank, parts the least that belongs together and has figures
/// nearest to where they are mentioned. Figures keep their order.
/// </summary>
/// <param name="depth">Of a page, in quarters of lines.</param>
internal sealed class PageBreaker(IReadOnlyList<FlowItem> items, IReadOnlyList<FloatItem> floats, int depth)
{
    /// <summary>What a page costs, a line left blank on it (squared), and a figure that is a page late.</summary>
    private const double Page = 60, Blank = 20, Late = 400;

    /// <summary>A figure behind what begins something else.</summary>
    private const double Behind = 1800;

    /// <summary>A last page with hardly anything on it.</summary>
    private const double Lonely = 3000;

    private readonly Dictionary<(int Item, int Float), (double Cost, PageBreak From)> best = [];

    /// <summary>What has to be looked at, the earliest first.</summary>
    private readonly SortedSet<(int Item, int Float)> open = [];

    public IReadOnlyList<PageBreak> Cut()
    {
        var end = (items.Count, floats.Count);
        best[(0, 0)] = (0, default);
        open.Add((0, 0));
        while (open.Count > 0)
        {
            var at = open.Min;
            open.Remove(at);
            if (at != end)
            {
                PagesFrom(at.Item, at.Float, best[at].Cost);
            }
        }

        var pages = new List<PageBreak>();
        for (var at = end; at != (0, 0);)
        {
            var page = best[at].From;
            pages.Add(page);
            at = (page.First, page.FirstFloat);
        }

        pages.Reverse();
        return pages;
    }

    private void PagesFrom(int first, int firstFloat, double cost)
    {
        var taken = 0;
        for (var endFloat = firstFloat; endFloat <= floats.Count; endFloat++)
        {
            if (endFloat > firstFloat && (taken += floats[endFloat - 1].Item.Height) > depth && endFloat > firstFloat + 1)
            {
                return;
            }

            PagesWith(first, firstFloat, endFloat, taken, cost);
        }
    }

    /// <summary>Pages that begin here and have these figures.</summary>
    private void PagesWith(int first, int firstFloat, int endFloat, int taken, double cost)
    {
        var (room, height, text) = (depth - taken, 0, 0);
        var anchor = endFloat > firstFloat ? floats[endFloat - 1].Anchor : -1;
        if (endFloat > firstFloat && anchor < first)
        {
            Reach(new(first, first, firstFloat, endFloat), room, cost);
        }

        for (var end = first + 1; end <= items.Count; end++)
        {
            var item = items[end - 1];
            height += item.IsSpace && text == 0 ? 0 : item.Height;
            text = item.IsSpace ? text : height;
            if (text > room && (end > first + 1 || taken > 0))
            {
                return;
            }

            if (anchor < end)
            {
                Reach(new(first, end, firstFloat, endFloat), room - text, cost);
            }
        }
    }

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
        var isLast = page.End == items.Count && page.EndFloat == floats.Count;
        var lines = Math.Max(0, blank) / (double)PageDesign.Line;
        cost += Page + (isLast ? 0 : Blank * lines * lines);
        cost += isLast || page.End == 0 ? 0 : items[page.End - 1].Penalty;
        cost += isLast && page.EndFloat == page.FirstFloat && depth - blank < 3 * PageDesign.Line ? Lonely : 0;
        for (var i = page.EndFloat; i < floats.Count && floats[i].Anchor < page.End; i++)
        {
            cost += Late + (IsCleared(floats[i].Anchor, page.End) ? Behind : 0);
        }

        var to = (page.End, page.EndFloat);
        if (!best.TryGetValue(to, out var known) || cost < known.Cost - 1e-6)
        {
            best[to] = (cost, page);
            open.Add(to);
        }
    }
}
