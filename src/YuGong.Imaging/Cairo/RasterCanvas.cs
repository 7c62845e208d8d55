namespace YuGong.Imaging.Cairo;

/// <summary>A canvas of pixels, 32 bits each: blue, green, red, unused; black at first.</summary>
public sealed unsafe class RasterCanvas : Canvas
{
    private readonly byte[] pixels;

    /// <param name="width">Pixels.</param>
    public RasterCanvas(int width, int height)
        : this(GC.AllocateArray<byte>(checked(width * height * 4), pinned: true), width, height)
    {
    }

    private RasterCanvas(byte[] pixels, int width, int height)
        : base(SurfaceOf(pixels, width, height))
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

    private static CairoSurface SurfaceOf(byte[] pixels, int width, int height)
    {
        // Pinned for as long as the canvas holds it.
        fixed (byte* first = pixels)
        {
            return CairoLibrary.ImageSurface(first, CairoLibrary.Rgb24, width, height, width * 4);
        }
    }
}
