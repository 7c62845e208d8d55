namespace YuGong.Imaging.Vips;

/// <summary>Cuts a picture into the tiles of the IIIF Image API 3, on disk, without holding it in memory.</summary>
public static class TileFiles
{
    /// <summary>JPEG tiles in <paramref name="folder"/>, named as the standard says; the folder must not be there yet.</summary>
    /// <param name="size">Side of a tile, px.</param>
    /// <exception cref="InvalidDataException">The picture is damaged; what is in the folder then is of no use.</exception>
    public static void Cut(string path, ImageHeader head, string folder, int size)
    {
        var sequential = !head.AtOnce;
        using var read = VipsImage.Read(ImageHeader.LoaderOf(head.Kind), path,
            [.. sequential ? [("access", (object)"sequential")] : Array.Empty<(string, object)>(), ("fail-on", "truncated")]);
        if (read.Number("orientation") is null or 1)
        {
            Cut(read, folder, size);
            return;
        }

        // Turning needs the pixels in any order: libvips keeps them in a file when they are many.
        using var again = VipsImage.Read(ImageHeader.LoaderOf(head.Kind), path, ("fail-on", "truncated"));
        using var upright = again.To("autorot");
        Cut(upright, folder, size);
    }

    /// <summary>The same of a drawing.</summary>
    public static void Cut(ReadOnlySpan<byte> svg, double scale, string folder, int size)
    {
        using var drawn = SourcePicture.Drawn(svg, scale);
        Cut(drawn, folder, size);
    }

    private static void Cut(VipsImage image, string folder, int size)
    {
        using var colours = Standard(image);
        using var solid = SourcePicture.Opaque(colours);
        using var bare = solid.Bare([]);
        bare.Run("dzsave", ("filename", folder), ("layout", "iiif3"), ("tile-size", size), ("overlap", 0),
            ("suffix", ".jpg[Q=82,optimize_coding,strip]"), ("skip-blanks", -1));
    }

    private static VipsImage Standard(VipsImage image) =>
        image.SaysStandardRgb()
            ? image.To("copy") : image.To("icc_transform", ("output-profile", "srgb"), ("embedded", true), ("intent", "relative"),
            ("depth", 8));
}
