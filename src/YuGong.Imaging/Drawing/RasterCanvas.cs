using System.Numerics;
using SkiaSharp;

namespace YuGong.Imaging.Drawing;

/// <summary>
/// A canvas of pixels, 32 bits each: blue, green, red, and opacity (by which the others are multiplied) or nothing; black, or clear, at
/// first. Drawn by Skia.
/// </summary>
public sealed class RasterCanvas : Canvas
{
    private readonly SKSurface surface;
    private readonly SKPaint ink = new() { IsAntialias = true };
    private readonly Stack<(SKPictureRecorder Recorder, SKCanvas Inside, SKRect Cell, SKMatrix Place)> tiles = new();
    private readonly SKPathBuilder path = new();

    /// <param name="width">Pixels.</param>
    /// <param name="clear">The ground is transparent.</param>
    public RasterCanvas(int width, int height, bool clear = false)
    {
        (Width, Height) = (width, height);
        surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Bgra8888, clear ? SKAlphaType.Premul : SKAlphaType.Opaque));
        Target.Clear(clear ? SKColors.Transparent : SKColors.Black);
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
            Target.Flush();
            return surface.PeekPixels().GetPixelSpan();
        }
    }

    /// <summary>What is drawn on: the surface, or the tile that is being made.</summary>
    private SKCanvas Target => tiles.Count > 0 ? tiles.Peek().Inside : surface.Canvas;

    public override void Save() => Target.Save();

    public override void Restore() => Target.Restore();

    public override void Transform(double a, double b, double c, double d, double e, double f)
    {
        var matrix = MatrixOf(new((float)a, (float)b, (float)c, (float)d, (float)e, (float)f));
        Target.Concat(in matrix);
    }

    public override void MoveTo(double x, double y) => path.MoveTo((float)x, (float)y);

    public override void LineTo(double x, double y) => path.LineTo((float)x, (float)y);

    public override void CurveTo(double x1, double y1, double x2, double y2, double x, double y) =>
        path.CubicTo((float)x1, (float)y1, (float)x2, (float)y2, (float)x, (float)y);

    public override void ClosePath() => path.Close();

    public override void Clip(bool evenOdd = false)
    {
        using var outline = path.Detach();
        outline.FillType = evenOdd ? SKPathFillType.EvenOdd : SKPathFillType.Winding;
        Target.ClipPath(outline, SKClipOperation.Intersect, antialias: true);
    }

    public override void Fill(bool evenOdd = false)
    {
        using var outline = path.Detach();
        outline.FillType = evenOdd ? SKPathFillType.EvenOdd : SKPathFillType.Winding;
        ink.Style = SKPaintStyle.Fill;
        Target.DrawPath(outline, ink);
    }

    public override void Stroke(double width, ReadOnlySpan<double> dashes, LineStyle style)
    {
        ink.Style = SKPaintStyle.Stroke;
        ink.StrokeWidth = (float)width;
        ink.StrokeCap = style.Cap switch
        {
            LineCap.Round => SKStrokeCap.Round,
            LineCap.Square => SKStrokeCap.Square,
            _ => SKStrokeCap.Butt,
        };
        ink.StrokeJoin = style.Join switch
        {
            LineJoin.Round => SKStrokeJoin.Round,
            LineJoin.Bevel => SKStrokeJoin.Bevel,
            _ => SKStrokeJoin.Miter,
        };
        ink.StrokeMiter = (float)(style.MiterLimit ?? LineStyle.UsualMiterLimit);
        using var dash = DashOf(dashes, style.DashOffset);
        ink.PathEffect = dash;
        using var outline = path.Detach();
        Target.DrawPath(outline, ink);
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
    public override void Gradient(GradientAxis axis, ReadOnlySpan<ColourStop> stops)
    {
        ink.Color = SKColors.Black;
        var matrix = Target.TotalMatrix;
        if (axis.X0 != axis.X1 || axis.Y0 == axis.Y1 || axis.Radii is not null || !axis.Place.IsIdentity || tiles.Count > 0
            || matrix.SkewX != 0 || matrix.SkewY != 0)
        {
            Shade(ShaderOf(axis, stops));
            return;
        }

        var (from, to) = ((axis.Y0 * matrix.ScaleY) + matrix.TransY, (axis.Y1 * matrix.ScaleY) + matrix.TransY);
        using var column = SKSurface.Create(new SKImageInfo(1, Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using (var shades = ShaderOf(new(0, from, 0, to), stops))
        using (var paint = new SKPaint { Shader = shades })
        {
            column.Canvas.DrawPaint(paint);
        }

        using var image = column.Snapshot();
        Shade(image.ToShader(SKShaderTileMode.Repeat, SKShaderTileMode.Clamp, new SKSamplingOptions(SKFilterMode.Nearest),
            matrix.Invert()));
    }

    public override void BeginTile(double x, double y, double width, double height, Matrix3x2 place)
    {
        // Skia repeats from the origin, wherever the cell is said to be.
        var cell = new SKRect(0, 0, (float)width, (float)height);
        var from = Matrix3x2.CreateTranslation((float)x, (float)y);
#pragma warning disable CA2000 // Kept until the tile ends.
        var recorder = new SKPictureRecorder();
#pragma warning restore CA2000
        tiles.Push((recorder, recorder.BeginRecording(cell), cell, MatrixOf(from * place)));
        Target.Translate(-(float)x, -(float)y);
    }

    public override void EndTile()
    {
        var (recorder, _, cell, place) = tiles.Pop();
        using (recorder)
        {
            using var drawn = recorder.EndRecording();
            ink.Color = SKColors.Black;
            Shade(drawn.ToShader(SKShaderTileMode.Repeat, SKShaderTileMode.Repeat, SKFilterMode.Linear, place, cell));
        }
    }

    public override void BeginGroup(double opacity, Blend blend = Blend.Normal)
    {
        using var fade = new SKPaint { Color = ColourOf(1, 1, 1, opacity), BlendMode = BlendOf(blend) };
        Target.SaveLayer(fade);
    }

    public override void EndGroup() => Target.Restore();

    public override void BeginMask(bool byBrightness)
    {
        using var luma = byBrightness ? SKColorFilter.CreateLumaColor() : null;
        using var keep = new SKPaint { BlendMode = SKBlendMode.DstIn, ColorFilter = luma };
        Target.SaveLayer(keep);
    }

    public override void EndMask() => Target.Restore();

    public override unsafe void Picture(Photo photo, double x, double y, double width, double height)
    {
        fixed (byte* pixels = photo.Pixels)
        {
            var alpha = photo.IsClear ? SKAlphaType.Unpremul : SKAlphaType.Opaque;
            var info = new SKImageInfo(photo.Width, photo.Height, SKColorType.Bgra8888, alpha);
            using var image = SKImage.FromPixels(info, (nint)pixels, photo.Width * 4);
            var place = new SKRect((float)x, (float)y, (float)(x + width), (float)(y + height));
            Target.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
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

    private static SKMatrix MatrixOf(Matrix3x2 m) => new(m.M11, m.M21, m.M31, m.M12, m.M22, m.M32, 0, 0, 1);

    private static SKBlendMode BlendOf(Blend blend) =>
        blend == Blend.Normal ? SKBlendMode.SrcOver : Enum.Parse<SKBlendMode>(blend.ToString());

    private static SKShader ShaderOf(GradientAxis axis, ReadOnlySpan<ColourStop> stops)
    {
        var colours = new SKColor[stops.Length];
        var offsets = new float[stops.Length];
        for (var i = 0; i < stops.Length; i++)
        {
            var stop = stops[i];
            (colours[i], offsets[i]) = (ColourOf(stop.Red, stop.Green, stop.Blue, stop.Opacity), (float)stop.Offset);
        }

        SKPoint from = new((float)axis.X0, (float)axis.Y0), to = new((float)axis.X1, (float)axis.Y1);
        return axis.Radii is { } radii
            ? SKShader.CreateTwoPointConicalGradient(from, (float)radii.Start, to, (float)radii.End, colours, offsets,
                SKShaderTileMode.Clamp, MatrixOf(axis.Place))
            : axis.Place.IsIdentity
            ? SKShader.CreateLinearGradient(from, to, colours, offsets, SKShaderTileMode.Clamp)
            : SKShader.CreateLinearGradient(from, to, colours, offsets, SKShaderTileMode.Clamp, MatrixOf(axis.Place));
    }

    /// <summary>An odd number of lengths is gone through twice, as in SVG and PDF; Skia takes pairs.</summary>
    private static SKPathEffect? DashOf(ReadOnlySpan<double> dashes, double offset)
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

        return SKPathEffect.CreateDash(lengths, (float)offset);
    }

    private void Shade(SKShader? shader)
    {
        ink.Shader?.Dispose();
        ink.Shader = shader;
    }
}
