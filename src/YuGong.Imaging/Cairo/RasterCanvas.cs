namespace YuGong.Imaging.Cairo;

/// <summary>
/// A canvas of pixels, 32 bits each: blue, green, red, and opacity (by which the others are multiplied) or nothing; black, or clear, at
/// first.
/// </summary>
public sealed unsafe class RasterCanvas : Canvas
{
    /// <param name="width">Pixels.</param>
    /// <param name="clear">The ground is transparent.</param>
    public RasterCanvas(int width, int height, bool clear = false)
        : base(CairoLibrary.ImageSurface(clear ? CairoLibrary.Argb32 : CairoLibrary.Rgb24, width, height)) =>
            (Width, Height) = (width, height);

    public int Width { get; }

    public int Height { get; }

    /// <summary>What has been drawn: rows from the top, four bytes a pixel; valid until the canvas is disposed of.</summary>
    public ReadOnlySpan<byte> Pixels
    {
        get
        {
            CairoLibrary.Flush(Surface);
            Check();

            // Rows of 32-bit pixels have no padding in cairo.
            return new(CairoLibrary.Data(Surface), checked(Width * Height * 4));
        }
    }

    /// <summary>
    /// A gradient straight down is the same in every column, so one column is painted and repeated: a tenth of the time that cairo takes to
    /// work out every pixel of a page.
    /// </summary>
    public override void Gradient(double x0, double y0, double x1, double y1, ReadOnlySpan<ColourStop> stops)
    {
        CairoLibrary.CairoMatrix matrix;
        CairoLibrary.GetMatrix(Context, &matrix);
        if (x0 != x1 || y0 == y1 || matrix.B != 0 || matrix.C != 0 || stops.Length == 0)
        {
            base.Gradient(x0, y0, x1, y1, stops);
            return;
        }

        var (from, to) = ((y0 * matrix.D) + matrix.F, (y1 * matrix.D) + matrix.F);
        using var column = CairoLibrary.ImageSurface(CairoLibrary.Argb32, 1, Height);
        var pixels = new Span<uint>(CairoLibrary.Data(column), Height);
        for (var row = 0; row < Height; row++)
        {
            pixels[row] = At((row + 0.5 - from) / (to - from), stops);
        }

        CairoLibrary.MarkDirty(column);
        CairoLibrary.IdentityMatrix(Context);
        CairoLibrary.SourceSurface(Context, column, 0, 0);
        var source = CairoLibrary.BorrowedSource(Context);
        CairoLibrary.Extend(source, 1); // CAIRO_EXTEND_REPEAT
        CairoLibrary.Filter(source, 3); // CAIRO_FILTER_NEAREST
        CairoLibrary.SetMatrix(Context, &matrix);
    }

    /// <summary>The colour at a place of the line, multiplied by its opacity, as 0xAARRGGBB.</summary>
    private static uint At(double place, ReadOnlySpan<ColourStop> stops)
    {
        var next = 0;
        while (next < stops.Length && stops[next].Offset <= place)
        {
            next++;
        }

        var (a, b) = (stops[Math.Max(0, next - 1)], stops[Math.Min(stops.Length - 1, next)]);
        var t = b.Offset > a.Offset ? Math.Clamp((place - a.Offset) / (b.Offset - a.Offset), 0, 1) : 0;
        var opacity = a.Opacity + ((b.Opacity - a.Opacity) * t);

        // As cairo does it: between the stops the multiplied colours are mixed.
        uint Channel(double first, double second) =>
            (uint)Math.Round(((first * a.Opacity) + (((second * b.Opacity) - (first * a.Opacity)) * t)) * 255);
        return ((uint)Math.Round(opacity * 255) << 24) | (Channel(a.Red, b.Red) << 16) | (Channel(a.Green, b.Green) << 8) | Channel(a.Blue,
            b.Blue);
    }
}
