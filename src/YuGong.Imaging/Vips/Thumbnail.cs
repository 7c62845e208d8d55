using NetVips;

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

        return Engine.Run(() =>
        {
            using var small = ImageOperations.Shrink(path, ImageHeader.KindOf(path), side, side);
            return small.WebpsaveBuffer(q: 72, effort: 2, keep: Enums.ForeignKeep.None);
        });
    }

    /// <summary>Width and height in pixels as the head of the file says; null for kinds that are not looked into.</summary>
    /// <param name="extension"><c>.png</c>, <c>.jpg</c> …</param>
    /// <exception cref="InvalidDataException">Not a picture of that kind.</exception>
    public static (int Width, int Height)? Size(byte[] file, string extension)
    {
        Func<Image>? open = extension switch
        {
            ".png" => () => Image.PngloadBuffer(file),
            ".jpg" or ".jpeg" => () => Image.JpegloadBuffer(file),
            ".webp" => () => Image.WebploadBuffer(file),
            ".avif" => () => Image.HeifloadBuffer(file),
            ".gif" => () => Image.GifloadBuffer(file),
            ".tif" or ".tiff" => () => Image.TiffloadBuffer(file),
            _ => null,
        };
        return open is null ? null : Engine.Run(() =>
        {
            using var image = open();
            return (image.Width, image.Height);
        });
    }
}
