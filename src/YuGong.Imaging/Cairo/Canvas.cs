using System.Runtime.InteropServices;

namespace YuGong.Imaging.Cairo;

/// <summary>A stop of a gradient: offset 0 to 1, channels and opacity 0 to 1.</summary>
public readonly record struct ColourStop(double Offset, double Red, double Green, double Blue, double Opacity);

/// <summary>A glyph of a run: its number in the font and its origin on the canvas.</summary>
public readonly record struct PlacedGlyph(uint Id, double X, double Y);

/// <summary>So many bytes of a run's UTF-8 text stand for so many of its glyphs.</summary>
public readonly record struct TextCluster(int Bytes, int Glyphs);

/// <summary>
/// A place to draw, on pixels or on a PDF page. Coordinates grow right and down; the unit is the pixel or the point (1/72 in)
/// until <see cref="Transform"/> says otherwise. Not for several threads at once.
/// </summary>
/// <exception cref="InvalidOperationException">Cairo refused a call: our own mistake, or no memory.</exception>
public abstract unsafe class Canvas : IDisposable
{
    private protected Canvas(CairoSurface surface)
    {
        Surface = surface;
        CheckSurface();
        Context = CairoLibrary.Create(surface);
    }

    /// <summary>The library's version, part of the key of everything drawn with it.</summary>
    public static string EngineVersion => "cairo " + Marshal.PtrToStringUTF8((nint)CairoLibrary.Version());

    private protected CairoSurface Surface { get; }

    private protected CairoContext Context { get; }

    public void Save() => CairoLibrary.Save(Context);

    public void Restore() => CairoLibrary.Restore(Context);

    /// <summary>x' = a·x + c·y + e, y' = b·x + d·y + f for everything that follows.</summary>
    public void Transform(double a, double b, double c, double d, double e, double f)
    {
        var matrix = new CairoLibrary.CairoMatrix { A = a, B = b, C = c, D = d, E = e, F = f };
        CairoLibrary.Transform(Context, &matrix);
    }

    public void MoveTo(double x, double y) => CairoLibrary.MoveTo(Context, x, y);

    public void LineTo(double x, double y) => CairoLibrary.LineTo(Context, x, y);

    public void CurveTo(double x1, double y1, double x2, double y2, double x, double y) =>
        CairoLibrary.CurveTo(Context, x1, y1, x2, y2, x, y);

    public void ClosePath() => CairoLibrary.ClosePath(Context);

    public void Rectangle(double x, double y, double width, double height) => CairoLibrary.Rectangle(Context, x, y, width, height);

    /// <summary>Everything that follows stays inside the path, until <see cref="Restore"/>.</summary>
    public void Clip() => CairoLibrary.Clip(Context);

    /// <summary>Fills the path (non-zero rule) and forgets it.</summary>
    public void Fill() => CairoLibrary.Fill(Context);

    /// <param name="dashes">On, off, …; empty for a whole line.</param>
    public void Stroke(double width, ReadOnlySpan<double> dashes, bool round)
    {
        CairoLibrary.LineWidth(Context, width);
        CairoLibrary.LineCap(Context, round ? 1 : 0);
        CairoLibrary.LineJoin(Context, round ? 1 : 0);
        fixed (double* first = dashes)
        {
            CairoLibrary.Dash(Context, first, dashes.Length, 0);
        }

        CairoLibrary.Stroke(Context);
    }

    /// <summary>The colour of what follows: channels and opacity 0 to 1.</summary>
    public void Colour(double red, double green, double blue, double opacity) =>
        CairoLibrary.SourceRgba(Context, red, green, blue, opacity);

    /// <summary>A gradient along a line for what follows; the ends go on beyond it.</summary>
    public virtual void Gradient(double x0, double y0, double x1, double y1, ReadOnlySpan<ColourStop> stops)
    {
        using var pattern = CairoLibrary.Linear(x0, y0, x1, y1);
        foreach (var stop in stops)
        {
            CairoLibrary.Stop(pattern, stop.Offset, stop.Red, stop.Green, stop.Blue, stop.Opacity);
        }

        CairoLibrary.Source(Context, pattern);
    }

    /// <summary>What follows is drawn together, until <see cref="EndGroup"/>.</summary>
    public void BeginGroup() => CairoLibrary.PushGroup(Context);

    public void EndGroup(double opacity)
    {
        CairoLibrary.PopGroupToSource(Context);
        CairoLibrary.PaintWithAlpha(Context, opacity);
    }

    /// <summary>Draws a picture into a rectangle. On a PDF page its <see cref="Photo.Jpeg"/> is placed as it is.</summary>
    public void Picture(Photo photo, double x, double y, double width, double height)
    {
        fixed (byte* pixels = photo.Pixels)
        fixed (byte* jpeg = photo.Jpeg)
        {
            using var surface = CairoLibrary.ImageSurface(pixels, CairoLibrary.Rgb24, photo.Width, photo.Height, photo.Width * 4);
            if (jpeg is not null)
            {
                _ = CairoLibrary.SetMimeData(surface, "image/jpeg", jpeg, (nuint)photo.Jpeg.Length, 0, null);
            }

            using (var pattern = CairoLibrary.PatternOf(surface))
            {
                CairoLibrary.Filter(pattern, 1); // CAIRO_FILTER_GOOD
                CairoLibrary.Save(Context);
                CairoLibrary.Rectangle(Context, x, y, width, height);
                Transform(width / photo.Width, 0, 0, height / photo.Height, x, y);
                CairoLibrary.Source(Context, pattern);
                CairoLibrary.Fill(Context);
                CairoLibrary.Restore(Context);
            }

            Hold(photo);
        }
    }

    /// <summary>Draws glyphs of a font; on a PDF page they stay text that can be searched and copied.</summary>
    /// <param name="turn">Radians clockwise, about each glyph's origin.</param>
    /// <param name="stretch">Horizontal scale of the glyphs.</param>
    /// <param name="utf8">The text that the glyphs stand for, by <paramref name="clusters"/>.</param>
    public void Glyphs(CairoFontFile font, double size, double turn, double stretch, ReadOnlySpan<PlacedGlyph> glyphs,
        ReadOnlySpan<byte> utf8,
        ReadOnlySpan<TextCluster> clusters)
    {
        CairoLibrary.FontFace(Context, font.Face);
        var (sin, cos) = Math.SinCos(turn);
        var matrix = new CairoLibrary.CairoMatrix { A = size * stretch * cos, B = size * stretch * sin, C = -size * sin, D = size * cos };
        CairoLibrary.FontMatrix(Context, &matrix);
        var placed = new CairoLibrary.CairoGlyph[glyphs.Length];
        for (var i = 0; i < placed.Length; i++)
        {
            placed[i] = new() { Index = glyphs[i].Id, X = glyphs[i].X, Y = glyphs[i].Y };
        }

        var parts = new CairoLibrary.CairoCluster[clusters.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = new() { Bytes = clusters[i].Bytes, Glyphs = clusters[i].Glyphs };
        }

        fixed (byte* text = utf8)
        fixed (CairoLibrary.CairoGlyph* first = placed)
        fixed (CairoLibrary.CairoCluster* cluster = parts)
        {
            CairoLibrary.ShowTextGlyphs(Context, text, utf8.Length, first, placed.Length, cluster, parts.Length, 0);
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Context.Dispose();
            Surface.Dispose();
        }
    }

    /// <summary>A canvas that draws later must keep what it was given.</summary>
    private protected virtual void Hold(Photo photo)
    {
    }

    private protected void Check()
    {
        Throw(CairoLibrary.Status(Context));
        CheckSurface();
    }

    private void CheckSurface() => Throw(CairoLibrary.SurfaceStatus(Surface));

    private static void Throw(int status)
    {
        if (status != 0)
        {
            throw new InvalidOperationException("cairo: " + Marshal.PtrToStringUTF8((nint)CairoLibrary.Words(status)));
        }
    }
}
