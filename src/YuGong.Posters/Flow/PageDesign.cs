using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;

namespace YuGong.Posters.Flow;

/// <summary>
/// How pages of running text look: the page, the type area (版心) by characters and lines as book designers give it, and its place on the
/// page. The fore edge and the foot (切口, 地脚) are what is left.
/// </summary>
public sealed record PageDesign
{
    public const double Point = 25.4 / 72;

    /// <summary>Four quarters are a line of the grid: heights are counted in them, so that the grid holds exactly.</summary>
    public const int Line = 4;

    /// <summary>The format: <c>16k</c>.</summary>
    public required string Name { get; init; }

    /// <summary>竖排: lines are columns from right to left, and pages are turned to the right.</summary>
    public WritingMode Direction { get; init; }

    /// <summary>Of the trimmed page, mm.</summary>
    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary>出血, mm.</summary>
    public required double Bleed { get; init; }

    /// <summary>字号, pt.</summary>
    public required double Size { get; init; }

    /// <summary>From baseline to baseline (字号 + 行距), pt.</summary>
    public required double Leading { get; init; }

    /// <summary>每行字数.</summary>
    public required int Characters { get; init; }

    /// <summary>每面行数.</summary>
    public required int Lines { get; init; }

    /// <summary>天头: from the upper edge to the type area, mm.</summary>
    public required double Head { get; init; }

    /// <summary>订口: from the spine to the type area, mm.</summary>
    public required double Inner { get; init; }

    /// <summary>The em of the running text, mm.</summary>
    public double Em => Size * Point;

    /// <summary>A line of the grid, mm.</summary>
    public double Grid => Leading * Point;

    public bool IsVertical => Direction == WritingMode.Vertical;

    /// <summary>版心 along its lines, mm.</summary>
    public double Measure => Characters * Em;

    /// <summary>And across them.</summary>
    public double Depth => Lines * Grid;

    /// <summary>In quarters of lines.</summary>
    public int Quarters => Lines * Line;

    /// <summary>地脚, mm.</summary>
    public double Foot => Height - Head - (IsVertical ? Measure : Depth);

    /// <summary>切口, mm.</summary>
    public double Outer => Width - Inner - (IsVertical ? Depth : Measure);

    public PageBox Box => new(Unit.Millimetre, Width, Height, Bleed, 5);

    /// <summary>版心.</summary>
    /// <param name="recto">A right page, whose spine is on the left; of vertical text a left one, whose spine is on the right.</param>
    public Rect Area(bool recto) => IsVertical
        ? new(recto ? Outer : Inner, Head, Depth, Measure) : new(recto ? Inner : Outer, Head, Measure, Depth);

    /// <summary>Where lines begin: the upper left corner, or the upper right one.</summary>
    public Point Begin(Rect area) => new(IsVertical ? area.Right : area.X, area.Y);

    /// <summary>So far on across the lines.</summary>
    public Point Past(Point at, double depth) => IsVertical ? new(at.X - depth, at.Y) : new(at.X, at.Y + depth);

    /// <summary>A place by its length along the lines and its depth across them.</summary>
    /// <param name="along">From where lines begin.</param>
    public Rect Place(Point at, double along, double measure, double depth) => IsVertical
        ? new(at.X - depth, at.Y + along, depth, measure) : new(at.X + along, at.Y, measure, depth);
}
