using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;

namespace YuGong.Posters.Flow;

/// <summary>
/// A piece of running text. Heights are in quarters of lines of the grid, lengths along the line in ems of the running text.
/// </summary>
public abstract record FlowBlock
{
    /// <summary>The element of the book's structure that it is, by number.</summary>
    public required int Element { get; init; }

    /// <summary>Blank before it, and behind it; of two that meet the greater counts, and none at the ends of a page.</summary>
    public int SpaceBefore { get; init; }

    public int SpaceAfter { get; init; }

    /// <summary>No page ends with it: a heading.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>Figures that are mentioned before it stand before it: it begins something else.</summary>
    public bool Clears { get; init; }

    /// <summary>What contents and bookmarks call it; null for what they do not name.</summary>
    public string? Mark { get; init; }
}

/// <summary>A paragraph, a heading, an item of a list, a note.</summary>
public sealed record TextBlock : FlowBlock
{
    public required RichText Text { get; init; }

    public required Paint Fill { get; init; }

    /// <summary>Of its em, against that of the running text.</summary>
    public double Size { get; init; } = 1;

    /// <summary>From line to line.</summary>
    public int Leading { get; init; } = PageDesign.Line;

    public Align Align { get; init; } = Align.Justify;

    /// <summary>段首缩进, in ems of its own.</summary>
    public double Indent { get; init; }

    /// <summary>缩进 of all its lines.</summary>
    public double Left { get; init; }

    public double Right { get; init; }

    /// <summary>Stands left of its first line: a number, a dot, a date.</summary>
    public RichText? Marker { get; init; }

    /// <summary>Ends no line within a word, and makes its lines alike: for headings.</summary>
    public bool IsBalanced { get; init; }

    /// <summary>Its lines stay on one page.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The element of the marker.</summary>
    public int? MarkerElement { get; init; }
}

/// <summary>A line of a table: its cells side by side, each as many lines as it needs.</summary>
public sealed record RowBlock : FlowBlock
{
    public required IReadOnlyList<FlowCell> Cells { get; init; }

    public required Paint Fill { get; init; }

    public double Size { get; init; } = 1;

    public int Leading { get; init; } = PageDesign.Line;

    /// <summary>A hairline below it; null for none.</summary>
    public Stroke? Rule { get; init; }
}

/// <param name="Left">From the left of the type area, ems.</param>
/// <param name="Width">In ems.</param>
/// <param name="Element">Of the book's structure.</param>
public sealed record FlowCell(RichText Text, double Left, double Width, int Element, Align Align = Align.Justify);

/// <summary>A figure with its caption below.</summary>
public sealed record FigureBlock : FlowBlock
{
    /// <summary>Of the figure alone, mm.</summary>
    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary>Marks of the figure in a place of its size.</summary>
    public required Func<Rect, IReadOnlyList<Mark>> Draw { get; init; }

    public required RichText Caption { get; init; }

    public required int CaptionElement { get; init; }

    public required Paint Fill { get; init; }

    /// <summary>Of the caption's em, against that of the running text.</summary>
    public double Size { get; init; } = 0.82;

    /// <summary>It goes where there is room: at the foot of the page that mentions it, or at the head of the next.</summary>
    public bool Floats { get; init; }
}
