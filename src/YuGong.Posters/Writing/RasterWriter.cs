using YuGong.Imaging.Cairo;
using YuGong.Imaging.Vips;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>Scene → pixels, bleed included. Drawn in bands, so that the canvas stays small however large the page is.</summary>
internal static class RasterWriter
{
    private const int Band = 512;

    /// <summary>The picture's size in pixels: printed pages at <paramref name="dpi"/>, screens at their own pixels.</summary>
    public static (int Width, int Height) SizeOf(Page page, double dpi)
    {
        var scale = PixelsPerUnit(page, dpi);
        return ((int)Math.Round(page.Full.Width * scale), (int)Math.Round(page.Full.Height * scale));
    }

    public static double PixelsPerUnit(Page page, double dpi) => page.Unit == Unit.Millimetre ? dpi / 25.4 : 1;

    /// <summary>The whole page with its bleed.</summary>
    public static Raster Draw(Scene scene, double dpi, GlyphOutlines outlines, ScenePictures pictures)
    {
        var (width, height) = SizeOf(scene.Page, dpi);
        return Draw(scene, scene.Page.Full, width, height, dpi, outlines, pictures);
    }

    /// <param name="region">The part of the page, in its unit, that fills the picture.</param>
    public static Raster Draw(Scene scene, Rect region, int width, int height, double dpi, GlyphOutlines outlines, ScenePictures pictures)
    {
        var pixels = GC.AllocateUninitializedArray<byte>(checked(width * height * 3));
        var (sx, sy) = (width / region.Width, height / region.Height);
        using var canvas = new RasterCanvas(width, Math.Min(Band, height));
        for (var top = 0; top < height; top += Band)
        {
            var rows = Math.Min(Band, height - top);
            canvas.Save();
            canvas.Rectangle(0, 0, width, rows);
            canvas.Clip();
            canvas.Colour(1, 1, 1, 1);
            canvas.Rectangle(0, 0, width, rows);
            canvas.Fill();
            canvas.Transform(sx, 0, 0, sy, -region.X * sx, (-region.Y * sy) - top);
            new SceneDrawing(canvas, outlines, pictures, fonts: null).Draw(scene);
            canvas.Restore();
            Copy(canvas.Pixels[..(rows * width * 4)], pixels.AsSpan(top * width * 3));
        }

        return new(pixels, width, height, dpi);
    }

    private static void Copy(ReadOnlySpan<byte> bgrx, Span<byte> rgb)
    {
        for (int from = 0, to = 0; from < bgrx.Length; from += 4, to += 3)
        {
            rgb[to] = bgrx[from + 2];
            rgb[to + 1] = bgrx[from + 1];
            rgb[to + 2] = bgrx[from];
        }
    }
}
