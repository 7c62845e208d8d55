using YuGong.Text;

namespace YuGong.Content;

/// <summary>A point on the earth, WGS 84, decimal degrees.</summary>
public sealed record GeoPoint(double Latitude, double Longitude);

/// <summary>Sketch maps of where the stories took place: <c>input/map.yaml</c>.</summary>
/// <param name="North">The word on the arrow.</param>
/// <param name="StandardParallel">The latitude at which east–west and north–south have one scale, degrees.</param>
/// <param name="Sheets">The widest first.</param>
public sealed record SketchMap(string North, double StandardParallel, IReadOnlyList<MapRiver> Rivers, IReadOnlyList<MapSheet> Sheets)
{
    /// <summary>Whether some sheet shows the point.</summary>
    public bool Shows(double latitude, double longitude) => Sheets.Any(s => s.Holds(latitude, longitude));
}

/// <param name="Width">Of its line, against that of the sheet's rivers.</param>
public sealed record MapRiver(string Name, double Width, IReadOnlyList<GeoPoint> Line);

public sealed record MapSheet
{
    /// <summary>As templates ask for it.</summary>
    public required string Id { get; init; }

    /// <summary>For who cannot see it.</summary>
    public required string Title { get; init; }

    /// <summary>Below it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is no good for, or which part of another it shows; null for nothing.</summary>
    public required string? Remark { get; init; }

    /// <summary>Degrees, like the others.</summary>
    public required double West { get; init; }

    public required double South { get; init; }

    public required double East { get; init; }

    public required double North { get; init; }

    /// <summary>Width of a river's line, px on a sheet 1000 px wide.</summary>
    public required double River { get; init; }

    /// <summary>The id of the sheet that enlarges a part of this one; null for none.</summary>
    public required string? Part { get; init; }

    public required IReadOnlyList<MapWord> Words { get; init; }

    public bool Holds(double latitude, double longitude) => latitude > South && latitude < North && longitude > West && longitude < East;
}

/// <param name="Turn">Degrees, against the clock.</param>
/// <param name="Kind">river or town: how it is set.</param>
public sealed record MapWord(string Text, GeoPoint At, double Turn, string Kind);
