using NetVips;

namespace YuGong.Imaging.Vips;

/// <summary>Cuts a picture into the tiles of the IIIF Image API 3, on disk, without holding it in memory.</summary>
public static class TileFiles
{
    /// <summary>JPEG tiles in <paramref name="folder"/>, named as the standard says; the folder must not be there yet.</summary>
    /// <param name="size">Side of a tile, px.</param>
    /// <exception cref="InvalidDataException">The picture is damaged; what is in the folder then is of no use.</exception>
    public static void Cut(string path, ImageHeader head, string folder, int size) => Engine.Run(() =>
    {
        using var read = ImageOperations.Open(path, head.Kind, head.AtOnce ? null : Enums.Access.Sequential, Enums.FailOn.Truncated);
        if (read.Number("orientation") is null or 1)
        {
            return Cut(read, folder, size);
        }

        // Turning needs the pixels in any order: libvips keeps them in a file when they are many.
        using var again = ImageOperations.Open(path, head.Kind, failOn: Enums.FailOn.Truncated);
        using var upright = again.Autorot();
        return Cut(upright, folder, size);
    });

    /// <summary>The same of a drawing.</summary>
    public static void Cut(byte[] svg, double scale, string folder, int size) => Engine.Run(() =>
    {
        using var drawn = Image.SvgloadBuffer(svg, scale: scale);
        return Cut(drawn, folder, size);
    });

    private static bool Cut(Image image, string folder, int size)
    {
        using var colours = image.SaysStandardRgb()
            ? image.Copy() : image.IccTransform("srgb", embedded: true, intent: Enums.Intent.Relative, depth: 8);
        using var solid = colours.Opaque();
        solid.Dzsave(folder, layout: Enums.ForeignDzLayout.Iiif3, tileSize: size, overlap: 0, suffix: ".jpg[Q=82,optimize_coding]",
            skipBlanks: -1, keep: Enums.ForeignKeep.None);
        return true;
    }
}
