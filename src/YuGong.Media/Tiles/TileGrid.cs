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
    public const int LongestSide = 4096;

    /// <summary>1, 2, 4 … until the whole picture fits into a tile.</summary>
    public IReadOnlyList<int> Factors { get; } = FactorsOf(Width, Height);

    public bool IsOneTile => Width <= Side && Height <= Side;

    /// <summary>
    /// Size of <c>full/max</c>: that of a level. OpenSeadragon takes <c>sizes</c> for levels when they are as many, and one that only
    /// nearly is one leads it to tiles that nobody made.
    /// </summary>
    public (int Width, int Height) Max { get; } = MaxOf(Width, Height);

    public bool IsLimited => Max != (Width, Height);

    /// <summary>Sizes in which the whole picture is there, small ones first, <see cref="Max"/> last.</summary>
    public IReadOnlyList<(int Width, int Height)> Sizes =>
    [
        .. Factors.Select(SizeAt).Where(s => s.Width <= Max.Width && s.Height <= Max.Height).Append(Max).Distinct()
            .OrderBy(s => (long)s.Width * s.Height).ThenBy(s => s.Width),
    ];

    /// <summary>
    /// Every tile of every level by its region, each once: the last pixel of 1025 is a tile of its own on two levels, under one name.
    /// </summary>
    public IEnumerable<TileName> Tiles() => OnEveryLevel().Distinct();

    /// <summary>Whole pictures as they are named: <c>full/w,h</c> of every size.</summary>
    public IEnumerable<TileName> Wholes() => Sizes.Select(s => new TileName("full", s.Width, s.Height));

    private IEnumerable<TileName> OnEveryLevel()
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

    private (int Width, int Height) SizeAt(int factor) => (Up(Width, factor), Up(Height, factor));

    private static int Up(long length, int factor) => (int)((length + factor - 1) / factor);

    private static (int Width, int Height) MaxOf(int width, int height)
    {
        var factor = 1;
        while (Up(Math.Max(width, height), factor) > LongestSide)
        {
            factor *= 2;
        }

        return (Up(width, factor), Up(height, factor));
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
