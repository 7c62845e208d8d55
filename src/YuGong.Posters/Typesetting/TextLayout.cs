using YuGong.Posters.Scenes;

namespace YuGong.Posters.Typesetting;

/// <summary>A text cut into lines at a size, not yet at a place.</summary>
/// <param name="Size">The em; all lengths are in its unit.</param>
/// <param name="Fits">False when even the smallest size was too large for the box.</param>
/// <param name="Missing">Characters that no font of the stack has, each once: they must not be printed.</param>
public sealed record TextLayout(
    string Text, TextStyle Style, double Size, double Measure, IReadOnlyList<TextLine> Lines, bool Fits, IReadOnlyList<string> Missing)
{
    /// <summary>The longest line.</summary>
    public double Longest => Lines.Count == 0 ? 0 : Lines.Max(l => l.Length);

    /// <summary>Across the lines: the height of a horizontal text, the width of columns.</summary>
    public double Depth => Lines.Count == 0 ? 0 : (((Lines.Count - 1) * Style.Leading) + 1) * Size;

    /// <summary>
    /// How unevenly a balanced title is broken and how badly it reads, in squares of ems; less is better, a break at a mark counts below
    /// zero.
    /// </summary>
    public double Demerits { get; init; }

    /// <summary>Lines that end within a word: none, unless the box is narrower than the word at the least size.</summary>
    public int Cuts { get; init; }

    /// <summary>The lines as text, for tests and for people.</summary>
    public override string ToString() => string.Join('\n', Lines.Select(l => l.Text));

    /// <summary>The text as marks in a box: one run for each line and font.</summary>
    /// <param name="name">The box's name, for findings.</param>
    public IReadOnlyList<GlyphRun> In(Rect box, string name, Paint fill) => Runs.Build(this, box, name, fill);
}

/// <param name="Text">Its characters, without spaces at its end.</param>
/// <param name="Start">UTF-16 offset in the whole text.</param>
/// <param name="Shift">From the beginning of the measure, by alignment and indent.</param>
/// <param name="Length">Along its direction, its ends trimmed.</param>
public sealed record TextLine(string Text, int Start, double Shift, double Length)
{
    internal IReadOnlyList<Cell> Cells { get; init; } = [];

    /// <summary>The pen of each cell, in ems from the line's beginning.</summary>
    internal IReadOnlyList<double> Places { get; init; } = [];
}
