namespace YuGong.Imaging.Vips;

/// <summary>A rectangle of a picture in its own pixels, from the top left.</summary>
public readonly record struct Area(double X, double Y, double Width, double Height);

/// <summary>How a rendition is packed.</summary>
public enum ImageFormat
{
    Jpeg,
    Webp,
    Avif,
    Png,
}

/// <summary>
/// A picture unpacked for cutting: upright, sRGB, eight bits, opaque (clear parts on white), no larger than asked for. It says nothing
/// of where or with what it was taken. Cuts may be packed from many threads.
/// </summary>
public sealed class SourcePicture : IDisposable
{
    private readonly VipsImage pixels;

    private SourcePicture(VipsImage pixels, int fullWidth, int fullHeight) =>
        (this.pixels, FullWidth, FullHeight) = (pixels, fullWidth, fullHeight);

    /// <summary>Pixels of the original, upright.</summary>
    public int FullWidth { get; }

    public int FullHeight { get; }

    /// <summary>Unpacks a raster file, large JPEG files already shrunk.</summary>
    /// <param name="scale">How large it must be at least, against the original; never above 1.</param>
    /// <param name="alone">As <see cref="VipsErrors"/> tells: what libvips says is said of this file.</param>
    /// <exception cref="InvalidDataException">The file is damaged; the message is libvips's. When not alone, also a JPEG that is only
    /// odd.</exception>
    public static SourcePicture Load(string path, ImageHeader head, double scale, bool alone = false)
    {
        try
        {
            return Load(path, head, scale, head.Kind == PictureKind.Jpeg ? "warning" : "truncated");
        }
        catch (InvalidDataException e) when (alone && head.Kind == PictureKind.Jpeg
            && !e.Message.Contains("premature end", StringComparison.OrdinalIgnoreCase))
        {
            // Cameras write many things that make libjpeg wonder and lose nothing.
            return Load(path, head, scale, "truncated");
        }
    }

    private static SourcePicture Load(string path, ImageHeader head, double scale, string failOn)
    {
        // A side of one pixel must not decide: thumbnail fits into a box, and both sides round up.
        var (width, height) = ((int)Math.Ceiling(head.Width * Math.Min(1, scale)), (int)Math.Ceiling(head.Height * Math.Min(1, scale)));
        using var read = VipsImage.Shrink(ImageHeader.LoaderOf(head.Kind), path, width, height, ("fail-on", failOn));
        return Keep(read, (head.Width, head.Height));
    }

    /// <summary>Draws an SVG.</summary>
    /// <param name="svg">Cleaned by the caller.</param>
    /// <param name="width">Pixels; the height follows.</param>
    /// <param name="ownWidth">Width of the drawing at its own size, px.</param>
    public static SourcePicture Draw(ReadOnlySpan<byte> svg, int width, double ownWidth)
    {
        using var drawn = Drawn(svg, width / ownWidth);
        return Keep(drawn, (drawn.Width, drawn.Height));
    }

    /// <summary>Pixels that a drawing takes at a scale; nothing is drawn.</summary>
    public static (int Width, int Height) SizeOf(ReadOnlySpan<byte> svg, double scale)
    {
        using var drawn = Drawn(svg, scale);
        return (drawn.Width, drawn.Height);
    }

    /// <summary>A cut, resized and packed.</summary>
    /// <param name="area">In pixels of the original.</param>
    /// <param name="width">Pixels of the result; no larger than the area.</param>
    /// <param name="xmp">A packet that the file carries, or empty.</param>
    public byte[] Pack(Area area, int width, int height, ImageFormat packing, ReadOnlySpan<byte> xmp)
    {
        using var cut = Cut(area, width, height);
        using var bare = cut.Bare(packing == ImageFormat.Png ? xmp : []);
        return packing switch
        {
            ImageFormat.Jpeg =>
                XmpEmbedder.IntoJpeg(bare.Save("jpegsave_buffer", ("Q", 80), ("optimize-coding", true), ("interlace", true),
                    ("strip", true)),
                xmp),
            ImageFormat.Webp => XmpEmbedder.IntoWebp(bare.Save("webpsave_buffer", ("Q", 80), ("effort", 4), ("strip", true)), width, height,
                xmp),
            ImageFormat.Avif =>
                XmpEmbedder.IntoAvif(bare.Save("heifsave_buffer", ("Q", 50), ("effort", 4), ("compression", "av1"),
                    ("subsample-mode", "on"),
                ("strip", true)), xmp),
            _ => bare.Save("pngsave_buffer", ("compression", 9), ("filter", "all")),
        };
    }

    /// <summary>A WebP of a few pixels, to stand blurred where the picture will be.</summary>
    public byte[] Tiny()
    {
        var (width, height) = FullWidth >= FullHeight
            ? (16, Math.Max(1, 16 * FullHeight / FullWidth)) : (Math.Max(1, 16 * FullWidth / FullHeight), 16);
        using var small = Cut(new(0, 0, FullWidth, FullHeight), width, height);
        using var bare = small.Bare([]);
        return XmpEmbedder.IntoWebp(bare.Save("webpsave_buffer", ("Q", 40), ("effort", 6), ("strip", true)), width, height, []);
    }

    public void Dispose() => pixels.Dispose();

    internal static VipsImage Drawn(ReadOnlySpan<byte> svg, double scale) => VipsImage.Unpack("svgload_buffer", svg, ("scale", scale));

    /// <summary>Grey, CMYK, 16 bits, palette, opacity: all become three bytes of sRGB.</summary>
    internal static VipsImage Opaque(VipsImage image)
    {
        using var colour = image.To("colourspace", ("space", "srgb"));
        using var solid = colour.Bands is 2 or 4 ? colour.To("flatten", ("background", "255")) : colour.To("copy");
        return solid.To("cast", ("format", "uchar"));
    }

    private static SourcePicture Keep(VipsImage image, (int Width, int Height) full)
    {
        using var opaque = Opaque(image);
#pragma warning disable CA2000 // The picture takes the pixels and gives them back.
        return new(opaque.Kept(), full.Width, full.Height);
#pragma warning restore CA2000
    }

    private VipsImage Cut(Area area, int width, int height)
    {
        var (sx, sy) = ((double)pixels.Width / FullWidth, (double)pixels.Height / FullHeight);
        var left = Math.Clamp((int)Math.Round(area.X * sx), 0, pixels.Width - 1);
        var top = Math.Clamp((int)Math.Round(area.Y * sy), 0, pixels.Height - 1);
        var (wide, high) = (Math.Clamp((int)Math.Round(area.Width * sx), 1, pixels.Width - left),
            Math.Clamp((int)Math.Round(area.Height * sy), 1, pixels.Height - top));
        using var part = pixels.To("extract_area", ("left", left), ("top", top), ("width", wide), ("height", high));
        return wide == width && high == height
            ? part.To("copy") : part.To("thumbnail_image", ("width", width), ("height", height), ("size", "force"));
    }
}
