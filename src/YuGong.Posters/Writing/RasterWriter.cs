using System.Runtime.Intrinsics;
using YuGong.Imaging.Drawing;
using YuGong.Imaging.Vips;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>Scene → pixels, bleed included. Drawn in bands, so that the canvas stays small however large the page is.</summary>
internal static class RasterWriter
{
#pragma warning disable CA2000 // The caller gets the raster and gives it back.
    private const int Band = 512;

    /// <summary>Threads that draw one page; the bands are the same, whoever draws them.</summary>
    private const int ParallelWork = 2;

    /// <summary>The picture's size in pixels: printed pages at <paramref name="dpi"/>, screens at their own pixels.</summary>
    public static (int Width, int Height) SizeOf(PageBox page, double dpi)
    {
        var scale = PixelsPerUnit(page, dpi);
        return ((int)Math.Round(page.Full.Width * scale), (int)Math.Round(page.Full.Height * scale));
    }

    public static double PixelsPerUnit(PageBox page, double dpi) => page.Unit == Unit.Millimetre ? dpi / 25.4 : 1;

    /// <summary>The whole page with its bleed.</summary>
    public static Raster Draw(Scene scene, double dpi, GlyphOutlines outlines, ScenePictures pictures)
    {
        var (width, height) = SizeOf(scene.Page, dpi);
        return Draw(scene, scene.Page.Full, width, height, dpi, outlines, pictures);
    }

    /// <param name="region">The part of the page, in its unit, that fills the picture.</param>
    public static Raster Draw(Scene scene, Rect region, int width, int height, double dpi, GlyphOutlines outlines, ScenePictures pictures)
    {
        var raster = new Raster(width, height, 3, dpi);
        var (sx, sy) = (width / region.Width, height / region.Height);
        var bands = (height + Band - 1) / Band;
        Parallel.For(
            0, bands, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(ParallelWork, bands) },
            () => new RasterCanvas(width, Math.Min(Band, height)), (band, _, canvas) =>
            {
                var top = band * Band;
                var rows = Math.Min(Band, height - top);
                canvas.Save();
                canvas.Rectangle(0, 0, width, rows);
                canvas.Clip();
                canvas.Colour(1, 1, 1, 1);
                canvas.Rectangle(0, 0, width, rows);
                canvas.Fill();
                canvas.Transform(sx, 0, 0, sy, -region.X * sx, (-region.Y * sy) - top);
                new SceneDrawing(canvas, outlines, pictures).Draw(scene);
                canvas.Restore();
                Copy(canvas.Pixels[..(rows * width * 4)], raster.Pixels[(top * width * 3)..]);
                return canvas;
            },
            canvas => canvas.Dispose());
        return raster;
    }

    /// <summary>The page at its own pixels on a clear ground.</summary>
    public static Raster DrawClear(Scene scene, double dpi, GlyphOutlines outlines, ScenePictures pictures)
    {
        var (width, height) = SizeOf(scene.Page, dpi);
        using var canvas = new RasterCanvas(width, height, clear: true);
        var scale = PixelsPerUnit(scene.Page, dpi);
        canvas.Transform(scale, 0, 0, scale, -scene.Page.Full.X * scale, -scene.Page.Full.Y * scale);
        new SceneDrawing(canvas, outlines, pictures).Draw(scene);
        var raster = new Raster(width, height, 4, dpi);
        Straighten(canvas.Pixels, raster.Pixels);
        return raster;
    }

    /// <summary>PNG wants colours that are not multiplied by their opacity.</summary>
    private static void Straighten(ReadOnlySpan<byte> bgra, Span<byte> rgba)
    {
        rgba.Clear();
        for (var i = 0; i < bgra.Length; i += 4)
        {
            if (bgra[i + 3] is > 0 and var alpha)
            {
                (rgba[i], rgba[i + 1], rgba[i + 2], rgba[i + 3]) =
                    (Whole(bgra[i + 2], alpha), Whole(bgra[i + 1], alpha), Whole(bgra[i], alpha), alpha);
            }
        }
    }

#pragma warning restore CA2000

    private static byte Whole(byte channel, byte alpha) => (byte)Math.Min(255, ((channel * 255) + (alpha / 2)) / alpha);

    /// <summary>Four pixels at a time where they fit; the four bytes written too far are written again by the next.</summary>
    private static void Copy(ReadOnlySpan<byte> bgrx, Span<byte> rgb)
    {
        var order = Vector128.Create((byte)2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 0xFF, 0xFF, 0xFF, 0xFF);
        var (from, to) = (0, 0);
        for (; from + 32 <= bgrx.Length; from += 16, to += 12)
        {
            Vector128.Shuffle(Vector128.Create(bgrx.Slice(from, 16)), order).CopyTo(rgb.Slice(to, 16));
        }

        for (; from < bgrx.Length; from += 4, to += 3)
        {
            rgb[to] = bgrx[from + 2];
            rgb[to + 1] = bgrx[from + 1];
            rgb[to + 2] = bgrx[from];
        }
    }
}
