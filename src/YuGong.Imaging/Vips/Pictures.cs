namespace YuGong.Imaging.Vips;

/// <summary>A picture file, and what a poster needs of it.</summary>
public static class Pictures
{
    /// <summary>Larger pictures are refused before they are unpacked.</summary>
    public const long MostPixels = 400_000_000;

    /// <summary>Width and height in pixels, upright (EXIF orientation applied); only the head of the file is read.</summary>
    /// <exception cref="InvalidDataException">No picture that libvips can read.</exception>
    public static (int Width, int Height) Size(string path)
    {
        using var image = VipsImage.Read(LoaderOf(path), path);
        using var upright = image.To("autorot");
        return (upright.Width, upright.Height);
    }

    /// <summary>
    /// A part of a picture, upright, in sRGB, no larger than needed. Never enlarged: <paramref name="width"/> × <paramref name="height"/>
    /// is the most that comes back. Large JPEG files are shrunk while they are unpacked.
    /// </summary>
    /// <param name="crop">X, y, width and height in upright pixels of the source.</param>
    /// <exception cref="InvalidDataException">No picture that libvips can read, or more than <see cref="MostPixels"/>.</exception>
    public static Photo Load(string path, (double X, double Y, double Width, double Height) crop, int width, int height)
    {
        var source = Size(path);
        if ((long)source.Width * source.Height > MostPixels)
        {
            throw new InvalidDataException($"{source.Width} × {source.Height}");
        }

        var scale = Math.Min(1, Math.Max(width / crop.Width, height / crop.Height));
        var (wide, high) = ((int)Math.Ceiling(source.Width * scale), (int)Math.Ceiling(source.Height * scale));
        using var whole = VipsImage.Shrink(LoaderOf(path), path, wide, high);
        var (sx, sy) = (whole.Width / (double)source.Width, whole.Height / (double)source.Height);
        var left = Math.Clamp((int)Math.Round(crop.X * sx), 0, whole.Width - 1);
        var top = Math.Clamp((int)Math.Round(crop.Y * sy), 0, whole.Height - 1);
        using var part = whole.To(
            "extract_area", ("left", left), ("top", top),
            ("width", Math.Clamp((int)Math.Round(crop.Width * sx), 1, whole.Width - left)),
            ("height", Math.Clamp((int)Math.Round(crop.Height * sy), 1, whole.Height - top)));
        using var colour = part.To("colourspace", ("space", "srgb"));
        using var solid = colour.Bands is 2 or 4 ? colour.To("flatten", ("background", "255")) : colour.To("copy");
        using var bytes = solid.To("cast", ("format", "uchar"));
        return Of(bytes);
    }

    /// <summary>A WebP file of our own making, as it is.</summary>
    public static Photo Unpack(ReadOnlySpan<byte> webp)
    {
        using var image = VipsImage.Unpack("webpload_buffer", webp);
        return Of(image);
    }

    /// <summary>PNG and WebP files are read once, from top to bottom, so what is packed anew comes from the pixels.</summary>
    private static unsafe Photo Of(VipsImage image)
    {
        var (width, height, bands, pixels) = (image.Width, image.Height, image.Bands, image.Pixels());
        fixed (byte* first = pixels)
        {
            using var kept = VipsImage.FromPixels(first, width, height, bands);
            using var colours = kept.To("copy", ("interpretation", bands >= 3 ? "srgb" : "b-w"));
            return new(Bgrx(pixels, bands), width, height,
                colours.Save("jpegsave_buffer", ("Q", 92), ("optimize_coding", true), ("strip", true)));
        }
    }

    internal static string LoaderOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => "pngload",
        ".webp" => "webpload",
        ".svg" => "svgload",
        ".tif" or ".tiff" => "tiffload",
        ".avif" or ".heic" => "heifload",
        _ => "jpegload",
    };

    private static byte[] Bgrx(byte[] pixels, int bands)
    {
        var all = new byte[pixels.Length / bands * 4];
        for (int from = 0, to = 0; to < all.Length; from += bands, to += 4)
        {
            (all[to], all[to + 1], all[to + 2]) = bands >= 3
                ? (pixels[from + 2], pixels[from + 1], pixels[from]) : (pixels[from], pixels[from], pixels[from]);
        }

        return all;
    }
}
