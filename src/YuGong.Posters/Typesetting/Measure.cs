namespace YuGong.Posters.Typesetting;

/// <summary>The cells of a text with the gaps between them: how long a line from one to another is, and how much it can give.</summary>
internal sealed class Measure
{
    /// <summary>Ems between the mark of a note and what goes on.</summary>
    private const double BehindNote = 0.22;

    private readonly TextStyle style;
    private readonly double[] advance;
    private readonly double[] join;
    private readonly double[] give;
    private readonly double[] sum;

    public Measure(IReadOnlyList<Cell> cells, TextStyle style)
    {
        (Cells, this.style) = (cells, style);
        (advance, join, give, sum) = (new double[cells.Count], new double[cells.Count], new double[cells.Count],
            new double[cells.Count + 1]);
        for (var i = 0; i < cells.Count; i++)
        {
            advance[i] = IsScriptSpace(i) ? style.ScriptGap : cells[i].Advance;
            if (i > 0)
            {
                (join[i], give[i]) = Between(cells[i - 1], cells[i], i);
            }

            sum[i + 1] = sum[i] + advance[i] + join[i];
        }
    }

    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The length of a line in ems, its ends trimmed; <paramref name="last"/> is inclusive and no space.</summary>
    public double Width(int first, int last) =>
        sum[last + 1] - sum[first] - join[first] - Head(first) - Foot(last);

    /// <summary>How much shorter the line can be made by pressing marks and gaps inside it.</summary>
    public double Give(int first, int last)
    {
        var total = 0.0;
        for (var i = first + 1; i <= last; i++)
        {
            total += give[i];
        }

        return total;
    }

    /// <summary>Where each cell's pen stands, in ems from the line's beginning.</summary>
    /// <param name="press">Part of what the line can give, 0 to 1.</param>
    /// <param name="stretch">Added between cells that may be parted, in ems.</param>
    public double[] Places(int first, int last, double press, double stretch)
    {
        var places = new double[last - first + 1];
        var pen = -Head(first);
        for (var i = first; i <= last; i++)
        {
            if (i > first)
            {
                pen += join[i] - (press * give[i]) + (MayPart(i) ? stretch : 0);
            }

            places[i - first] = pen;
            pen += advance[i];
        }

        return places;
    }

    /// <summary>The number of places in a line that justification opens.</summary>
    public int Parts(int first, int last)
    {
        var count = 0;
        for (var i = first + 1; i <= last; i++)
        {
            count += MayPart(i) ? 1 : 0;
        }

        return count;
    }

    /// <summary>A space at the end of a line is nothing.</summary>
    public int WithoutSpaces(int first, int last)
    {
        while (last > first && (Cells[last].IsSpace || Cells[last].IsNewLine))
        {
            last--;
        }

        return last;
    }

    /// <summary>The first cell behind a line that is no space.</summary>
    public int Next(int last)
    {
        do
        {
            last++;
        }
        while (last + 1 < Cells.Count && Cells[last].IsSpace);

        return last;
    }

    public bool Hangs(int cell) => style.Hanging && Cells[cell].Text is "，" or "。" or "、" or "．";

    /// <summary>行首: an opening mark at the head of a line stands flush.</summary>
    private double Head(int first) => style.Compression && Cells[first].Opens ? Cells[first].Before : 0;

    /// <summary>行尾: a closing mark at the end of a line stands flush, or outside.</summary>
    private double Foot(int last) => Hangs(last) ? advance[last] : style.Compression && Cells[last].Closes ? Cells[last].After : 0;

    private (double Join, double Give) Between(Cell a, Cell b, int at)
    {
        var gap = style.Tracking;
        if (IsScriptSpace(at) || IsScriptSpace(at - 1))
        {
            return (0, IsScriptSpace(at) ? style.ScriptGap / 2 : 0);
        }

        if (style.ScriptGap > 0 && ((a.Last == Kind.Han && b.WesternHead) || (a.WesternFoot && b.First == Kind.Han)))
        {
            return (gap + style.ScriptGap, style.ScriptGap / 2);
        }

        // A raised number hugs the mark before it, whose blank half is under it.
        if (b.IsNote)
        {
            return (a.Closes ? gap - a.After : gap, 0);
        }

        if (a.IsNote)
        {
            return b.Closes || b.IsSpace ? (gap, 0) : (gap + BehindNote, BehindNote / 2);
        }

        if (!style.Compression)
        {
            return (gap, 0);
        }

        // Marks side by side share one blank half: 」「, ，“, 。）, （《.
        if (a.Closes && (b.Closes || b.Opens || b.First == Kind.Middle))
        {
            return (gap - a.After, b.Opens ? b.Before / 2 : 0);
        }

        if (a.Opens && b.Opens)
        {
            return (gap - b.Before, 0);
        }

        // What else a mark can give when the line is short of room; full stops give nothing, pauses half of their blank.
        var yields = a.First switch
        {
            Kind.Closing when a.Text is "，" or "、" => a.After / 2,
            Kind.Closing when a.Text is not ("。" or "．") => a.After,
            Kind.NonStarter => a.After / 2,
            Kind.Middle => a.After,
            _ => 0,
        };
        return (gap, yields + (b.Opens ? b.Before : 0) + (b.First == Kind.Middle ? b.Before : 0));
    }

    /// <summary>Characters are parted evenly, but not —— from itself, nor a mark from what it clings to, nor an address within.</summary>
    private bool MayPart(int at) =>
        !(Cells[at - 1].IsAddress && Cells[at].IsAddress) && !Cells[at - 1].Opens && !Cells[at].Closes
        && Cells[at].First != Kind.Middle && Cells[at - 1].First != Kind.Middle;

    /// <summary>An ASCII space between Han and a word is the writer's way of saying 中西间距.</summary>
    private bool IsScriptSpace(int at) =>
        style.ScriptGap > 0 && at > 0 && at + 1 < Cells.Count && Cells[at].IsSpace
        && ((Cells[at - 1].Last == Kind.Han && Cells[at + 1].WesternHead)
            || (Cells[at - 1].WesternFoot && Cells[at + 1].First == Kind.Han));
}
