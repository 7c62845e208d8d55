using SkiaSharp;

namespace YuGong.Imaging.Drawing;

/// <summary>
/// A canvas of pixels, 32 bits each: blue, green, red, and opacity (by which the others are multiplied) or nothing; black, or clear, at
/// first. Drawn by Skia.
/// </summary>
public sealed class RasterCanvas : Canvas
{
    private readonly SKSurface surface;
    private readonly SKCanvas canvas;
    private readonly SKPaint ink = new() { IsAntialias = true };
    private readonly SKPathBuilder path = new();

    /// <param name="width">Pixels.</param>
    /// <param name="clear">The ground is transparent.</param>
    public RasterCanvas(int width, int height, bool clear = false)
    {
        (Width, Height) = (width, height);
        surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Bgra8888, clear ? SKAlphaType.Premul : SKAlphaType.Opaque));
        canvas = surface.Canvas;
        canvas.Clear(clear ? SKColors.Transparent : SKColors.Black);
    }

    /// <summary>The library's version, part of the key of everything drawn with it.</summary>
    public static string EngineVersion => $"Skia {SkiaSharpVersion.Native}";

    public int Width { get; }

    public int Height { get; }

    /// <summary>What has been drawn: rows from the top, four bytes a pixel, no padding; valid until the canvas is disposed of.</summary>
    public ReadOnlySpan<byte> Pixels
    {
        get
        {
            canvas.Flush();
            return surface.PeekPixels().GetPixelSpan();
        }
    }

    public override void Save() => canvas.Save();

    public override void Restore() => canvas.Restore();

    public override void Transform(double a, double b, double c, double d, double e, double f)
    {
        var matrix = new SKMatrix((float)a, (float)c, (float)e, (float)b, (float)d, (float)f, 0, 0, 1);
        canvas.Concat(in matrix);
    }

    public override void MoveTo(double x, double y) => path.MoveTo((float)x, (float)y);

    public override void LineTo(double x, double y) => path.LineTo((float)x, (float)y);

    public override void CurveTo(double x1, double y1, double x2, double y2, double x, double y) =>
        path.CubicTo((float)x1, (float)y1, (float)x2, (float)y2, (float)x, (float)y);

    public override void ClosePath() => path.Close();

    public override void Clip()
    {
        using var outline = path.Detach();
        canvas.ClipPath(outline, SKClipOperation.Intersect, antialias: true);
    }

    public override void Fill()
    {
        using var outline = path.Detach();
        ink.Style = SKPaintStyle.Fill;
        canvas.DrawPath(outline, ink);
    }

    public override void Stroke(double width, ReadOnlySpan<double> dashes, bool round)
    {
        ink.Style = SKPaintStyle.Stroke;
        ink.StrokeWidth = (float)width;
        ink.StrokeCap = round ? SKStrokeCap.Round : SKStrokeCap.Butt;
        ink.StrokeJoin = round ? SKStrokeJoin.Round : SKStrokeJoin.Miter;
        ink.StrokeMiter = 10;
        using var dash = DashOf(dashes);
        ink.PathEffect = dash;
        using var outline = path.Detach();
        canvas.DrawPath(outline, ink);
        ink.PathEffect = null;
    }

    public override void Colour(double red, double green, double blue, double opacity)
    {
        Shade(null);
        ink.Color = ColourOf(red, green, blue, opacity);
    }

    /// <summary>
    /// A gradient straight down is the same in every column, so one column is painted and repeated: a quarter of the time that it takes to
    /// work out every pixel of a page.
    /// </summary>
    public override void Gradient(double x0, double y0, double x1, double y1, ReadOnlySpan<ColourStop> stops)
    {
        ink.Color = SKColors.Black;
        var matrix = canvas.TotalMatrix;
        if (x0 != x1 || y0 == y1 || matrix.SkewX != 0 || matrix.SkewY != 0)
        {
            Shade(Linear(new((float)x0, (float)y0), new((float)x1, (float)y1), stops));
            return;
        }

        var (from, to) = ((y0 * matrix.ScaleY) + matrix.TransY, (y1 * matrix.ScaleY) + matrix.TransY);
        using var column = SKSurface.Create(new SKImageInfo(1, Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using (var shades = Linear(new(0, (float)from), new(0, (float)to), stops))
        using (var paint = new SKPaint { Shader = shades })
        {
            column.Canvas.DrawPaint(paint);
        }

        using var image = column.Snapshot();
        Shade(image.ToShader(SKShaderTileMode.Repeat, SKShaderTileMode.Clamp, new SKSamplingOptions(SKFilterMode.Nearest),
            matrix.Invert()));
    }

    public override void BeginGroup(double opacity)
    {
        using var fade = new SKPaint { Color = ColourOf(1, 1, 1, opacity) };
        canvas.SaveLayer(fade);
    }

    public override void EndGroup() => canvas.Restore();

    public override unsafe void Picture(Photo photo, double x, double y, double width, double height)
    {
        fixed (byte* pixels = photo.Pixels)
        {
            var info = new SKImageInfo(photo.Width, photo.Height, SKColorType.Bgra8888, SKAlphaType.Opaque);
            using var image = SKImage.FromPixels(info, (nint)pixels, photo.Width * 4);
            var place = new SKRect((float)x, (float)y, (float)(x + width), (float)(y + height));
            canvas.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Shade(null);
            path.Dispose();
            ink.Dispose();
            surface.Dispose();
        }
    }

    private static SKColor ColourOf(double red, double green, double blue, double opacity) =>
        new((byte)Math.Round(red * 255), (byte)Math.Round(green * 255), (byte)Math.Round(blue * 255), (byte)Math.Round(opacity * 255));

    private static SKShader Linear(SKPoint from, SKPoint to, ReadOnlySpan<ColourStop> stops)
    {
        var colours = new SKColor[stops.Length];
        var offsets = new float[stops.Length];
        for (var i = 0; i < stops.Length; i++)
        {
            var stop = stops[i];
            (colours[i], offsets[i]) = (ColourOf(stop.Red, stop.Green, stop.Blue, stop.Opacity), (float)stop.Offset);
        }

        return SKShader.CreateLinearGradient(from, to, colours, offsets, SKShaderTileMode.Clamp);
    }

    /// <summary>An odd number of lengths is gone through twice, as in SVG and PDF; Skia takes pairs.</summary>
    private static SKPathEffect? DashOf(ReadOnlySpan<double> dashes)
    {
        if (dashes.IsEmpty)
        {
            return null;
        }

        var lengths = new float[dashes.Length % 2 == 0 ? dashes.Length : dashes.Length * 2];
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = (float)dashes[i % dashes.Length];
        }

        return SKPathEffect.CreateDash(lengths, 0);
    }

    private void Shade(SKShader? shader)
    {
        ink.Shader?.Dispose();
        ink.Shader = shader;
    }
}
