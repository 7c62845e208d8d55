using System.Numerics;

namespace YuGong.Imaging.Drawing;

/// <summary>
/// Where a gradient runs: along a line, or from one circle to another (ISO 32000-1 8.7.4.5.3 and .4). It goes on beyond both ends.
/// </summary>
public sealed record GradientAxis(double X0, double Y0, double X1, double Y1)
{
    /// <summary>Of the circles about the two points; null for a line.</summary>
    public (double Start, double End)? Radii { get; init; }

    /// <summary>From the gradient's coordinates to those of the moment.</summary>
    public Matrix3x2 Place { get; init; } = Matrix3x2.Identity;
}
