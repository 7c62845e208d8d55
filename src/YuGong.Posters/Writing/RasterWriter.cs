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

    public static Raster Draw(Scene scene, double dpi, GlyphOutlines outlines, ScenePictures pictures)
    {
        var full = scene.Page.Full;
        var (width, height) = SizeOf(scene.Page, dpi);
        var pixels = GC.AllocateUninitializedArray<byte>(checked(width * height * 3));
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
            canvas.Transform(width / full.Width, 0, 0, height / full.Height, -full.X * width / full.Width, (-full.Y * height / full.Height) - top);
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
