using NetVips;

namespace YuGong.Imaging.Vips;

/// <summary>A picture file, and what a poster needs of it.</summary>
public static class Pictures
{
    /// <summary>Larger pictures are refused before they are unpacked.</summary>
    public const long MostPixels = 400_000_000;

    /// <summary>Width and height in pixels, upright (EXIF orientation applied); only the head of the file is read.</summary>
    /// <exception cref="InvalidDataException">No picture that libvips can read.</exception>
    public static (int Width, int Height) Size(string path) => Engine.Run(() =>
    {
        using var image = ImageOperations.Open(path, ImageHeader.KindOf(path));
        return image.Number("orientation") is >= 5 and <= 8 ? (image.Height, image.Width) : (image.Width, image.Height);
    });

    /// <summary>
    /// A part of a picture, upright, in sRGB, no larger than needed. Never enlarged: <paramref name="width"/> × <paramref name="height"/>
    /// is the most that comes back. Large JPEG files are shrunk while they are unpacked.
    /// </summary>
    /// <param name="crop">In upright pixels of the source.</param>
    /// <exception cref="InvalidDataException">No picture that libvips can read, or more than <see cref="MostPixels"/>.</exception>
    public static Photo Load(string path, Area crop, int width, int height)
    {
        var source = Size(path);
        if ((long)source.Width * source.Height > MostPixels)
        {
            throw new InvalidDataException($"{source.Width} × {source.Height}");
        }

        var scale = Math.Min(1, Math.Max(width / crop.Width, height / crop.Height));
        var (wide, high) = ((int)Math.Ceiling(source.Width * scale), (int)Math.Ceiling(source.Height * scale));
        return Engine.Run(() =>
        {
            using var whole = ImageOperations.Shrink(path, ImageHeader.KindOf(path), wide, high);
            var part = crop.In(whole, source);
            using var cut = whole.ExtractArea(part.Left, part.Top, part.Width, part.Height);
            using var opaque = cut.Opaque();
            return Of(opaque);
        });
    }

    /// <summary>As the other; of a file's bytes.</summary>
    public static (int Width, int Height) Size(byte[] file) => Engine.Run(() =>
    {
        using var image = ImageOperations.Open(file);
        return image.Number("orientation") is >= 5 and <= 8 ? (image.Height, image.Width) : (image.Width, image.Height);
    });

    /// <summary>Whether a picture has an opacity of its own.</summary>
    public static bool IsClear(byte[] file) => Engine.Run(() =>
    {
        using var image = ImageOperations.Open(file);
        return image.HasAlpha();
    });

    /// <summary>
    /// As <see cref="Load"/>; what can be seen through stays so, and what was kept without loss comes without loss, unless that takes
    /// twice the bytes.
    /// </summary>
    public static Photo LoadExactly(byte[] file, Area crop, int width, int height)
    {
        var source = Size(file);
        if ((long)source.Width * source.Height > MostPixels)
        {
            throw new InvalidDataException($"{source.Width} × {source.Height}");
        }

        var scale = Math.Min(1, Math.Max(width / crop.Width, height / crop.Height));
        var (wide, high) = ((int)Math.Ceiling(source.Width * scale), (int)Math.Ceiling(source.Height * scale));
        return Engine.Run(() =>
        {
            using var whole = ImageOperations.Shrink(file, wide, high);
            var part = crop.In(whole, source);
            using var shown = whole.ExtractArea(part.Left, part.Top, part.Width, part.Height);
            using var cut = shown.CopyMemory();
            using var opaque = cut.Opaque();
            var photo = Of(opaque);
            using var colour = cut.Colourspace(Enums.Interpretation.Srgb);
            var isClear = colour.Bands == 4 && colour[3].Min() < 255;
            if (!isClear && ImageHeader.KindOf(file) == PictureKind.Jpeg)
            {
                return photo;
            }

            using var bytes = (isClear ? colour : opaque).Cast(Enums.BandFormat.Uchar);
            using var kept = bytes.CopyMemory();
            var png = kept.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);
            return isClear ? photo with { Pixels = Bgrx(kept.WriteToMemory<byte>(), 4), Png = png, IsClear = true }
                : png.Length <= 2 * photo.Jpeg.Length ? photo with { Png = png } : photo;
        });
    }

    /// <summary>A WebP file of our own making, as it is.</summary>
    public static Photo Unpack(byte[] webp) => Engine.Run(() =>
    {
        using var image = Image.WebploadBuffer(webp);
        return Of(image);
    });

    /// <summary>PNG and WebP files are read once, from top to bottom, so what is packed anew comes from the pixels.</summary>
    private static Photo Of(Image image)
    {
        using var kept = image.CopyMemory();
        using var colours = kept.Copy(interpretation: kept.Bands >= 3 ? Enums.Interpretation.Srgb : Enums.Interpretation.Bw);
        var jpeg = colours.JpegsaveBuffer(q: 92, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        return new(Bgrx(kept.WriteToMemory<byte>(), kept.Bands), kept.Width, kept.Height, jpeg);
    }

    private static byte[] Bgrx(byte[] pixels, int bands)
    {
        var all = new byte[pixels.Length / bands * 4];
        for (int from = 0, to = 0; to < all.Length; from += bands, to += 4)
        {
            (all[to], all[to + 1], all[to + 2]) = bands >= 3
                ? (pixels[from + 2], pixels[from + 1], pixels[from]) : (pixels[from], pixels[from], pixels[from]);
            all[to + 3] = bands == 4 ? pixels[from + 3] : (byte)0;
        }

        return all;
    }
}
