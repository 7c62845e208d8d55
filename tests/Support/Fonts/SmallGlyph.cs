namespace YuGong.Tests.Fonts;

/// <summary>Where a point is, in font units from the glyph's origin.</summary>
internal readonly record struct SmallPoint(int X, int Y, bool OnCurve = true);

/// <summary>A glyph as a font's author knows it; blank when it has neither contours nor components.</summary>
internal sealed record SmallGlyph
{
    public IReadOnlyList<IReadOnlyList<SmallPoint>> Contours { get; init; } = [];

    /// <summary>As they stand in the file; a composite has some.</summary>
    public IReadOnlyList<byte[]> Components { get; init; } = [];

    public byte[] Program { get; init; } = [];

    public bool Overlap { get; init; }

    /// <summary>Null when it is the box of the points.</summary>
    public (int Left, int Bottom, int Right, int Top)? Box { get; init; }

    public (int Left, int Bottom, int Right, int Top) BoxInFile => Box ?? BoxOf([.. Contours.SelectMany(c => c)]);

    public static (int Left, int Bottom, int Right, int Top) BoxOf(IReadOnlyList<SmallPoint> points) =>
        (points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));

    /// <summary>As the table glyf has it, in the shortest way: distances of one byte, repeated flags.</summary>
    public byte[] ToArray()
    {
        var made = new BigEndian();
        if (Contours.Count == 0 && Components.Count == 0)
        {
            return [];
        }

        made.UInt16(Components.Count > 0 ? -1 : Contours.Count);
        var (left, bottom, right, top) = BoxInFile;
        foreach (var edge in (ReadOnlySpan<int>)[left, bottom, right, top])
        {
            made.UInt16(edge);
        }

        if (Components.Count > 0)
        {
            foreach (var component in Components)
            {
                made.Bytes(component);
            }

            if (Program.Length > 0)
            {
                made.UInt16(Program.Length);
                made.Bytes(Program);
            }

            return made.ToArray();
        }

        var last = -1;
        foreach (var contour in Contours)
        {
            last += contour.Count;
            made.UInt16(last);
        }

        made.UInt16(Program.Length);
        made.Bytes(Program);
        AddPoints(made);
        return made.ToArray();
    }

    private void AddPoints(BigEndian made)
    {
        var (flags, across, up) = (new List<byte>(), new BigEndian(), new BigEndian());
        var before = new SmallPoint(0, 0);
        foreach (var point in Contours.SelectMany(c => c))
        {
            var flag = (point.OnCurve ? 0x01 : 0) | (Overlap && flags.Count == 0 ? 0x40 : 0)
                | Distance(across, point.X - before.X, 0x02, 0x10) | Distance(up, point.Y - before.Y, 0x04, 0x20);
            flags.Add((byte)flag);
            before = point;
        }

        for (var i = 0; i < flags.Count;)
        {
            var times = flags.Skip(i).TakeWhile(f => f == flags[i]).Take(256).Count();
            made.Bytes(times > 1 ? [(byte)(flags[i] | 0x08), (byte)(times - 1)] : [flags[i]]);
            i += times;
        }

        made.Bytes(across.ToArray());
        made.Bytes(up.ToArray());
    }

    private static int Distance(BigEndian made, int distance, int isByte, int isSameOrPositive)
    {
        switch (distance)
        {
            case 0:
                return isSameOrPositive;
            case > -256 and < 256:
                made.Bytes([(byte)Math.Abs(distance)]);
                return distance > 0 ? isByte | isSameOrPositive : isByte;
            default:
                made.UInt16(distance);
                return 0;
        }
    }
}
