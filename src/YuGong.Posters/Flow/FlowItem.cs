using YuGong.Posters.Scenes;

namespace YuGong.Posters.Flow;

/// <summary>A mark on a page, and the element of the book's structure that it belongs to.</summary>
public readonly record struct FlowMark(int Element, Mark Mark);

/// <summary>What is never divided: a line, a figure, a blank.</summary>
/// <param name="Height">In quarters of lines.</param>
/// <param name="Penalty">What a page costs that ends behind it.</param>
/// <param name="Draw">Its marks, from the upper left corner of its place.</param>
internal sealed record FlowItem(int Height, double Penalty, Func<Point, IEnumerable<FlowMark>> Draw)
{
    /// <summary>A heading, or the first line of more: no page may end with it.</summary>
    public const double Never = 1e7;

    /// <summary>A single line of a paragraph left behind or carried over.</summary>
    public const double Single = 1e5;

    /// <summary>Nothing at the ends of a page.</summary>
    public bool IsSpace { get; init; }

    /// <summary>Figures that are mentioned before it stand before it.</summary>
    public bool Clears { get; init; }

    /// <summary>Lines of text on it, for indexes and tests.</summary>
    public IReadOnlyList<FlowLine> Lines { get; init; } = [];

    /// <summary>Whose marks are on it.</summary>
    public IReadOnlyList<FootNote> Notes { get; init; } = [];

    /// <summary>Set at the first line of a block that has one.</summary>
    public string? Mark { get; init; }
}

/// <summary>A figure on its way to a page.</summary>
/// <param name="Anchor">The item behind which it is mentioned.</param>
internal sealed record FloatItem(int Anchor, FlowItem Item);

/// <summary>A line of text on a page.</summary>
/// <param name="Block">Counted from 0 in the flow.</param>
/// <param name="Number">Of the line in its block, from 0.</param>
/// <param name="Count">Of lines in the block.</param>
public sealed record FlowLine(string Text, int Block, int Number, int Count)
{
    public bool IsHeading { get; init; }
}
