using YuGong.Imaging.Codes;
using YuGong.Imaging.Vips;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;

namespace YuGong.Posters.Preflight;

/// <summary>What a phone would see: the code's place and a little around it, as grey pixels.</summary>
internal static class CodeReading
{
    public static IReadOnlyList<string> Read(Scene scene, Rect place, Raster? finished, GlyphOutlines outlines, ScenePictures pictures)
    {
        var full = scene.Page.Full;
        var (width, height) = RasterWriter.SizeOf(scene.Page, RenderContext.Dpi);
        var (sx, sy) = (width / full.Width, height / full.Height);
        var around = place.Inset(-place.Width / 10);
        var left = Math.Clamp((int)((around.X - full.X) * sx), 0, width - 1);
        var top = Math.Clamp((int)((around.Y - full.Y) * sy), 0, height - 1);
        var (wide, high) = (Math.Min(width - left, (int)(around.Width * sx)), Math.Min(height - top, (int)(around.Height * sy)));
        if (finished is not null)
        {
            return QrReader.Read(Grey(finished.Pixels, finished.Width, left, top, wide, high), wide, high);
        }

        var region = new Rect(full.X + (left / sx), full.Y + (top / sy), wide / sx, high / sy);
        using var drawn = RasterWriter.Draw(scene, region, wide, high, RenderContext.Dpi, outlines, pictures);
        return QrReader.Read(Grey(drawn.Pixels, wide, 0, 0, wide, high), wide, high);
    }

    /// <summary>Luma after ITU-R BT.601.</summary>
    private static byte[] Grey(ReadOnlySpan<byte> rgb, int stride, int left, int top, int width, int height)
    {
        var grey = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = (((top + y) * stride) + left + x) * 3;
                grey[(y * width) + x] = (byte)(((rgb[at] * 299) + (rgb[at + 1] * 587) + (rgb[at + 2] * 114)) / 1000);
            }
        }

        return grey;
    }
}
