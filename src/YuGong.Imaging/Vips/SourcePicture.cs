using NetVips;

namespace YuGong.Imaging.Vips;

/// <summary>A rectangle of a picture in its own pixels, from the top left.</summary>
public readonly record struct Area(double X, double Y, double Width, double Height)
{
    /// <summary>The same of an image that shows the picture at another size, in whole pixels, at least one and none outside.</summary>
    internal (int Left, int Top, int Width, int Height) In(Image image, (int Width, int Height) full)
    {
        var (sx, sy) = (image.Width / (double)full.Width, image.Height / (double)full.Height);
        var left = Math.Clamp((int)Math.Round(X * sx), 0, image.Width - 1);
        var top = Math.Clamp((int)Math.Round(Y * sy), 0, image.Height - 1);
        return (left, top, Math.Clamp((int)Math.Round(Width * sx), 1, image.Width - left),
            Math.Clamp((int)Math.Round(Height * sy), 1, image.Height - top));
    }
}

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
    private readonly Image pixels;

    private SourcePicture(Image pixels, int fullWidth, int fullHeight) =>
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
            return Load(path, head, scale, head.Kind == PictureKind.Jpeg ? Enums.FailOn.Warning : Enums.FailOn.Truncated);
        }
        catch (InvalidDataException e) when (alone && head.Kind == PictureKind.Jpeg
            && !e.Message.Contains("premature end", StringComparison.OrdinalIgnoreCase))
        {
            // Cameras write many things that make libjpeg wonder and lose nothing.
            return Load(path, head, scale, Enums.FailOn.Truncated);
        }
    }

    private static SourcePicture Load(string path, ImageHeader head, double scale, Enums.FailOn failOn) => Engine.Run(() =>
    {
        // A side of one pixel must not decide: thumbnail fits into a box, and both sides round up.
        var (width, height) = ((int)Math.Ceiling(head.Width * Math.Min(1, scale)), (int)Math.Ceiling(head.Height * Math.Min(1, scale)));
        using var read = ImageOperations.Shrink(path, head.Kind, width, height, failOn);
        return Keep(read, (head.Width, head.Height));
    });

    /// <summary>Draws an SVG.</summary>
    /// <param name="svg">Cleaned by the caller.</param>
    /// <param name="width">Pixels; the height follows.</param>
    /// <param name="ownWidth">Width of the drawing at its own size, px.</param>
    public static SourcePicture Draw(byte[] svg, int width, double ownWidth) => Engine.Run(() =>
    {
        using var drawn = Image.SvgloadBuffer(svg, scale: width / ownWidth);
        return Keep(drawn, (drawn.Width, drawn.Height));
    });

    /// <summary>Pixels that a drawing takes at a scale; nothing is drawn.</summary>
    public static (int Width, int Height) SizeOf(byte[] svg, double scale) => Engine.Run(() =>
    {
        using var drawn = Image.SvgloadBuffer(svg, scale: scale);
        return (drawn.Width, drawn.Height);
    });

    /// <summary>A cut, resized and packed.</summary>
    /// <param name="area">In pixels of the original.</param>
    /// <param name="width">Pixels of the result; no larger than the area.</param>
    /// <param name="xmp">A packet that the file carries, or empty.</param>
    public byte[] Pack(Area area, int width, int height, ImageFormat packing, ReadOnlySpan<byte> xmp)
    {
        var packet = xmp.ToArray();
        return Engine.Run(() =>
        {
            using var cut = Cut(area, width, height);
            using var bare = cut.Bare(packet);
            return packing switch
            {
                ImageFormat.Jpeg => bare.JpegsaveBuffer(q: 80, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.Xmp),
                ImageFormat.Webp => bare.WebpsaveBuffer(q: 80, effort: 4, keep: Enums.ForeignKeep.Xmp),

                // What libvips tunes for by default doubles the file.
                ImageFormat.Avif => bare.HeifsaveBuffer(q: 50, effort: 4, compression: Enums.ForeignHeifCompression.Av1,
                    subsampleMode: Enums.ForeignSubsample.On, tune: "ssim", keep: Enums.ForeignKeep.Xmp),
                _ => bare.PngsaveBuffer(compression: 9, filter: Enums.ForeignPngFilter.All, keep: Enums.ForeignKeep.Xmp),
            };
        });
    }

    /// <summary>A WebP of a few pixels, to stand blurred where the picture will be.</summary>
    public byte[] Tiny() => Engine.Run(() =>
    {
        var (width, height) = FullWidth >= FullHeight
            ? (16, Math.Max(1, 16 * FullHeight / FullWidth)) : (Math.Max(1, 16 * FullWidth / FullHeight), 16);
        using var small = Cut(new(0, 0, FullWidth, FullHeight), width, height);
        return small.WebpsaveBuffer(q: 40, effort: 6, keep: Enums.ForeignKeep.None);
    });

    public void Dispose() => pixels.Dispose();

    private static SourcePicture Keep(Image image, (int Width, int Height) full)
    {
        using var opaque = image.Opaque();
#pragma warning disable CA2000 // The picture takes the pixels and gives them back.
        return new(opaque.CopyMemory(), full.Width, full.Height);
#pragma warning restore CA2000
    }

    private Image Cut(Area area, int width, int height)
    {
        var (left, top, wide, high) = area.In(pixels, (FullWidth, FullHeight));
        using var part = pixels.ExtractArea(left, top, wide, high);
        return wide == width && high == height ? part.Copy() : part.ThumbnailImage(width, height, Enums.Size.Force);
    }
}
