namespace YuGong.Drawings.Drafting;

/// <summary>Curves as short straight lines.</summary>
internal static class Curves
{
    /// <param name="from">Degrees, counter-clockwise from the right.</param>
    public static IReadOnlyList<Spot> Arc(Spot centre, double rx, double ry, double from, double to, double step = 3)
    {
        var count = Math.Max(2, (int)Math.Ceiling(Math.Abs(to - from) / step));
        return [.. Enumerable.Range(0, count + 1).Select(i => (from + ((to - from) * i / count)) * Math.PI / 180).Select(t => new Spot(centre.X + (rx * Math.Cos(t)), centre.Y - (ry * Math.Sin(t))))];
    }

    /// <summary>Catmull-Rom through all spots.</summary>
    public static IReadOnlyList<Spot> Smooth(IReadOnlyList<Spot> spots, bool closed = false, int parts = 10)
    {
        Spot At(int i) => closed ? spots[((i % spots.Count) + spots.Count) % spots.Count] : spots[Math.Clamp(i, 0, spots.Count - 1)];
        var line = new List<Spot>();
        for (var i = 0; i < (closed ? spots.Count : spots.Count - 1); i++)
        {
            var (p0, p1, p2, p3) = (At(i - 1), At(i), At(i + 1), At(i + 2));
            for (var k = 0; k < parts; k++)
            {
                var t = k / (double)parts;
                line.Add(((p1 * 2) + ((p2 - p0) * t) + (((p0 * 2) - (p1 * 5) + (p2 * 4) - p3) * (t * t)) + (((p1 * 3) - p0 - (p2 * 3) + p3) * (t * t * t))) * .5);
            }
        }

        if (!closed)
        {
            line.Add(spots[^1]);
        }

        return line;
    }

    /// <summary>A line beside another one, to its left.</summary>
    public static IReadOnlyList<Spot> Beside(IReadOnlyList<Spot> line, double by)
    {
        Spot Way(int i) => line[Math.Min(i + 1, line.Count - 1)] - line[Math.Max(i - 1, 0)];
        return [.. line.Select((s, i) => s + (Way(i).Unit.Left * by))];
    }

    /// <summary>The spot at a part (0 to 1) of a line's length.</summary>
    public static (Spot Spot, Spot Way) Along(IReadOnlyList<Spot> line, double part)
    {
        var total = Enumerable.Range(1, line.Count - 1).Sum(i => (line[i] - line[i - 1]).Length) * Math.Clamp(part, 0, 1);
        for (var i = 1; i < line.Count; i++)
        {
            var length = (line[i] - line[i - 1]).Length;
            if (total <= length && length > 0)
            {
                return (Spot.Between(line[i - 1], line[i], total / length), (line[i] - line[i - 1]).Unit);
            }

            total -= length;
        }

        return (line[^1], (line[^1] - line[^2]).Unit);
    }
}
