namespace YuGong.Media.Tiles;

/// <param name="Region"><c>full</c> or <c>x,y,w,h</c> in pixels of the original.</param>
/// <param name="Width">Pixels of the file.</param>
internal readonly record struct TileName(string Region, int Width, int Height)
{
    /// <summary>Canonical URI syntax of the IIIF Image API 3.0, section 4.7, below the image's own address.</summary>
    public string Path => $"{Region}/{Width},{Height}/0/default.jpg";
}

/// <summary>
/// All that a level-0 client may ask of one picture: the IIIF Image API 3.0 with its implementation notes, which round sizes up.
/// </summary>
/// <param name="Width">Of the original, px.</param>
internal sealed record TileGrid(int Width, int Height)
{
    /// <summary>Side of a tile, px.</summary>
    public const int Side = 512;

    /// <summary>Longest side of a whole picture, px: 60 megapixels in one file serve nobody.</summary>
    public const int LongestSide = 2400;

    /// <summary>1, 2, 4 … until the whole picture fits into a tile.</summary>
    public IReadOnlyList<int> Factors { get; } = FactorsOf(Width, Height);

    public bool IsOneTile => Width <= Side && Height <= Side;

    /// <summary>Size of <c>full/max</c>.</summary>
    public (int Width, int Height) Max { get; } = MaxOf(Width, Height);

    public bool IsLimited => Max != (Width, Height);

    /// <summary>Sizes in which the whole picture is there, small ones first, <see cref="Max"/> last.</summary>
    public IReadOnlyList<(int Width, int Height)> Sizes =>
    [
        .. Factors.Select(SizeAt).Where(s => s.Width <= Max.Width && s.Height <= Max.Height).Append(Max).Distinct().OrderBy(s => (long)s.Width * s.Height).ThenBy(s => s.Width),
    ];

    /// <summary>Every tile of every level, by its region in numbers; a tile that is the whole picture too.</summary>
    public IEnumerable<TileName> Tiles()
    {
        foreach (var factor in Factors)
        {
            var step = (long)Side * factor;
            for (long y = 0; y < Height; y += step)
            {
                for (long x = 0; x < Width; x += step)
                {
                    var (wide, high) = (Math.Min(step, Width - x), Math.Min(step, Height - y));
                    yield return new($"{x},{y},{wide},{high}", Up(wide, factor), Up(high, factor));
                }
            }
        }
    }

    /// <summary>Whole pictures as they are named: <c>full/w,h</c> of every size, and the one tile that is the whole picture.</summary>
    public IEnumerable<TileName> Wholes() => Sizes.Append(SizeAt(Factors[^1])).Distinct().Select(s => new TileName("full", s.Width, s.Height));

    private (int Width, int Height) SizeAt(int factor) => (Up(Width, factor), Up(Height, factor));

    private static int Up(long length, int factor) => (int)((length + factor - 1) / factor);

    private static (int Width, int Height) MaxOf(int width, int height)
    {
        var scale = Math.Min(1, (double)LongestSide / Math.Max(width, height));
        return (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
    }

    private static IReadOnlyList<int> FactorsOf(int width, int height)
    {
        var factors = new List<int> { 1 };
        while (Up(width, factors[^1]) > Side || Up(height, factors[^1]) > Side)
        {
            factors.Add(factors[^1] * 2);
        }

        return factors;
    }
}
