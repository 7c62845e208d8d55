using System.Globalization;

namespace YuGong.Posters.Scenes;

/// <summary>What an outline is filled with.</summary>
public abstract record Paint;

public sealed record Solid(Colour Colour, double Opacity = 1) : Paint;

/// <summary>A gradient along a line in page units; the ends go on beyond it.</summary>
public sealed record Gradient(Point From, Point To, IReadOnlyList<Stop> Stops) : Paint
{
    /// <summary>The radii of circles about the two points, from one of which to the other it runs instead; null for a line.</summary>
    public (double Start, double End)? Radii { get; init; }

    /// <summary>From its own units to the page's; null where they are the same.</summary>
    public Matrix? Move { get; init; }

    public bool Equals(Gradient? other) => other is not null && From == other.From && To == other.To && Radii == other.Radii
        && Move == other.Move && Stops.SequenceEqual(other.Stops);

    public override int GetHashCode() => HashCode.Combine(From, To, Radii, Move, Stops.Count);
}

/// <summary>Marks in a cell that is repeated for ever.</summary>
/// <param name="Cell">In the tile's own units.</param>
/// <param name="Move">From them to the page's.</param>
public sealed record Tile(Rect Cell, IReadOnlyList<Mark> Marks, Matrix Move) : Paint
{
    /// <summary>1 in a finished scene: what is faded there is a group.</summary>
    public double Opacity { get; init; } = 1;
}

/// <param name="Offset">0 to 1 along the line.</param>
public readonly record struct Stop(double Offset, Colour Colour, double Opacity = 1);

/// <summary>An sRGB colour.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary><c>#RRGGBB</c> or <c>#RGB</c>; null for anything else.</summary>
    public static Colour? Parse(string text)
    {
        if (text is ['#', var r, var g, var b])
        {
            text = string.Concat("#", new string(r, 2), new string(g, 2), new string(b, 2));
        }

        return text is ['#', ..] && text.Length == 7
            && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;
    }

    public override string ToString() => $"#{Red:X2}{Green:X2}{Blue:X2}";
}
