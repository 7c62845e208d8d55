using System.Text;
using NetVips;

namespace YuGong.Imaging.Vips;

/// <summary>What this room asks of libvips more than once.</summary>
internal static class ImageOperations
{
    /// <summary>By the loader of its kind and no other, whatever the file's name says.</summary>
    /// <exception cref="InvalidDataException">No kind that is known here.</exception>
    public static Image Open(string path, PictureKind kind, Enums.Access? access = null, Enums.FailOn? failOn = null) => kind switch
    {
        PictureKind.Jpeg => Image.Jpegload(path, access: access, failOn: failOn),
        PictureKind.Png => Image.Pngload(path, access: access, failOn: failOn),
        PictureKind.Webp => Image.Webpload(path, access: access, failOn: failOn),
        PictureKind.Tiff => Image.Tiffload(path, access: access, failOn: failOn),
        PictureKind.Avif => Image.Heifload(path, access: access, failOn: failOn),
        PictureKind.Svg => Image.Svgload(path, access: access, failOn: failOn),
        _ => throw new InvalidDataException("no picture that is known here"),
    };

    /// <summary>As the other, of a raster file's bytes.</summary>
    public static Image Open(byte[] file) => ImageHeader.KindOf(file) switch
    {
        PictureKind.Jpeg => Image.JpegloadBuffer(file),
        PictureKind.Png => Image.PngloadBuffer(file),
        PictureKind.Webp => Image.WebploadBuffer(file),
        PictureKind.Tiff => Image.TiffloadBuffer(file),
        PictureKind.Avif => Image.HeifloadBuffer(file),
        _ => throw new InvalidDataException("no picture that is known here"),
    };

    /// <summary>As the other, of a file's bytes.</summary>
    public static Image Shrink(byte[] file, int width, int height)
    {
        using var head = Open(file);
        return head.SaysStandardRgb()
            ? Image.ThumbnailBuffer(file, width, height: height, size: Enums.Size.Down)
            : Image.ThumbnailBuffer(file, width, height: height, size: Enums.Size.Down, outputProfile: "srgb",
                intent: Enums.Intent.Relative);
    }

    /// <summary>
    /// A file as pixels that fit into a box, never enlarged, upright, in sRGB. Large JPEG files are shrunk while they are unpacked.
    /// </summary>
    public static Image Shrink(string path, PictureKind kind, int width, int height, Enums.FailOn? failOn = null)
    {
        // A picture without a profile is sRGB already.
        using var head = Open(path, kind);
        return head.SaysStandardRgb()
            ? Image.Thumbnail(path, width, height, Enums.Size.Down, failOn: failOn)
            : Image.Thumbnail(path, width, height, Enums.Size.Down, outputProfile: "srgb", intent: Enums.Intent.Relative, failOn: failOn);
    }

    /// <summary>Grey, CMYK, 16 bits, palette, opacity: all become three bytes of sRGB, clear parts on white.</summary>
    public static Image Opaque(this Image image)
    {
        using var colour = image.Colourspace(Enums.Interpretation.Srgb);
        using var solid = colour.Bands is 2 or 4 ? colour.Flatten([255, 255, 255]) : colour.Copy();
        return solid.Cast(Enums.BandFormat.Uchar);
    }

    /// <summary>
    /// The same pixels and nothing else: no EXIF, no place, no camera, no editor, no profile; then only <paramref name="xmp"/>.
    /// </summary>
    public static Image Bare(this Image image, ReadOnlySpan<byte> xmp)
    {
        var packet = xmp.ToArray();
        return image.Mutate(bare =>
        {
            foreach (var field in bare.GetFields().Where(IsOfTheFile))
            {
                _ = bare.Remove(field);
            }

            if (packet.Length > 0)
            {
                bare.Set(GValue.BlobType, "xmp-data", packet);
            }
        });
    }

    /// <summary>A number of the file's head, such as its orientation; null when it says none.</summary>
    public static int? Number(this Image image, string field) => image.Contains(field) && image.Get(field) is int value ? value : null;

    /// <summary>Whether the file's own profile is sRGB by name, so that its colours need no conversion.</summary>
    public static bool SaysStandardRgb(this Image image)
    {
        var profile = image.Contains("icc-profile-data") && image.Get("icc-profile-data") is byte[] found ? found : [];
        return profile.Length == 0 || profile.AsSpan().IndexOf("sRGB"u8) >= 0
            || profile.AsSpan().IndexOf(Encoding.BigEndianUnicode.GetBytes("sRGB")) >= 0;
    }

    private static bool IsOfTheFile(string field) =>
        field == "orientation" || (field.Contains('-', StringComparison.Ordinal) && !field.StartsWith("vips-", StringComparison.Ordinal));
}
