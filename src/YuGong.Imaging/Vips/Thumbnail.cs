namespace YuGong.Imaging.Vips;

/// <summary>Small pictures for lists, and a first look at uploads.</summary>
public static class Thumbnail
{
    /// <summary>
    /// A WebP file no larger than <paramref name="side"/> × <paramref name="side"/> px, upright, in sRGB. Large JPEG files are shrunk while
    /// they are unpacked.
    /// </summary>
    /// <exception cref="InvalidDataException">No picture that libvips can read, or one of more than
    /// <see cref="Pictures.MostPixels"/>.</exception>
    public static byte[] Of(string path, int side)
    {
        var (width, height) = Pictures.Size(path);
        if ((long)width * height > Pictures.MostPixels)
        {
            throw new InvalidDataException($"{width} × {height}");
        }

        using var small = VipsImage.Shrink(Pictures.LoaderOf(path), path, side, side);
        return small.Save("webpsave_buffer", ("Q", 72), ("effort", 2), ("strip", true));
    }

    /// <summary>Width and height in pixels as the head of the file says; null for kinds that are not looked into.</summary>
    /// <param name="extension"><c>.png</c>, <c>.jpg</c> …</param>
    /// <exception cref="InvalidDataException">Not a picture of that kind.</exception>
    public static (int Width, int Height)? Size(ReadOnlySpan<byte> file, string extension)
    {
        var loader = extension switch { ".png" => "pngload_buffer", ".jpg" or ".jpeg" => "jpegload_buffer", ".webp" => "webpload_buffer",
            ".gif" => "gifload_buffer", ".tif" or ".tiff" => "tiffload_buffer", _ => null };
        if (loader is null)
        {
            return null;
        }

        using var image = VipsImage.Unpack(loader, file);
        return (image.Width, image.Height);
    }
}
