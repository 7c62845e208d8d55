namespace YuGong.Imaging.Cairo;

/// <summary>A canvas of pixels, 32 bits each: blue, green, red, and opacity (by which the others are multiplied) or nothing; black, or clear, at first.</summary>
public sealed unsafe class RasterCanvas : Canvas
{
    private readonly byte[] pixels;

    /// <param name="width">Pixels.</param>
    /// <param name="clear">The ground is transparent.</param>
    public RasterCanvas(int width, int height, bool clear = false)
        : this(GC.AllocateArray<byte>(checked(width * height * 4), pinned: true), width, height, clear)
    {
    }

    private RasterCanvas(byte[] pixels, int width, int height, bool clear)
        : base(SurfaceOf(pixels, width, height, clear))
    {
        this.pixels = pixels;
        (Width, Height) = (width, height);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>What has been drawn: rows from the top, four bytes a pixel.</summary>
    public ReadOnlySpan<byte> Pixels
    {
        get
        {
            CairoLibrary.Flush(Surface);
            Check();
            return pixels;
        }
    }

    private static CairoSurface SurfaceOf(byte[] pixels, int width, int height, bool clear)
    {
        // Pinned for as long as the canvas holds it.
        fixed (byte* first = pixels)
        {
            return CairoLibrary.ImageSurface(first, clear ? CairoLibrary.Argb32 : CairoLibrary.Rgb24, width, height, width * 4);
        }
    }
}
