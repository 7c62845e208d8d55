namespace YuGong.Imaging.Drawing;

/// <summary>How lines end and meet, in the numbers of PDF (ISO 32000-1 8.4.3.3, 8.4.3.4).</summary>
public enum LineCap
{
    Butt,
    Round,
    Square,
}

public enum LineJoin
{
    Miter,
    Round,
    Bevel,
}

/// <param name="MiterLimit">Of a corner's length to the line's width; beyond it the corner is cut. Null where no corner asks.</param>
/// <param name="DashOffset">Where in the dashes a line begins.</param>
public sealed record LineStyle(LineCap Cap, LineJoin Join, double? MiterLimit = null, double DashOffset = 0)
{
    /// <summary>What is drawn where nobody has said how sharp corners may be.</summary>
    public const double UsualMiterLimit = 10;

    public static LineStyle Plain { get; } = new(LineCap.Butt, LineJoin.Miter);

    public static LineStyle Round { get; } = new(LineCap.Round, LineJoin.Round);
}
