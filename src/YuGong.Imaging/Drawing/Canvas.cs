using System.Numerics;

namespace YuGong.Imaging.Drawing;

/// <summary>A stop of a gradient: offset 0 to 1, channels and opacity 0 to 1.</summary>
public readonly record struct ColourStop(double Offset, double Red, double Green, double Blue, double Opacity);

/// <summary>A glyph of a run: its number in the font and its origin on the canvas.</summary>
public readonly record struct PlacedGlyph(int Id, double X, double Y);

/// <summary>Text, and how many of a run's glyphs stand for it.</summary>
public readonly record struct TextCluster(string Text, int Glyphs);

/// <summary>
/// A place to draw, on pixels or on a PDF page. Coordinates grow right and down; the unit is the pixel or the point (1/72 in)
/// until <see cref="Transform"/> says otherwise. Not for several threads at once.
/// </summary>
public abstract class Canvas : IDisposable
{
    public abstract void Save();

    public abstract void Restore();

    /// <summary>x' = a·x + c·y + e, y' = b·x + d·y + f for everything that follows.</summary>
    public abstract void Transform(double a, double b, double c, double d, double e, double f);

    public abstract void MoveTo(double x, double y);

    public abstract void LineTo(double x, double y);

    public abstract void CurveTo(double x1, double y1, double x2, double y2, double x, double y);

    public abstract void ClosePath();

    public void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        LineTo(x + width, y);
        LineTo(x + width, y + height);
        LineTo(x, y + height);
        ClosePath();
    }

    /// <summary>Everything that follows stays inside the path, until <see cref="Restore"/>.</summary>
    /// <param name="evenOdd">By the even-odd rule instead of the non-zero one.</param>
    public abstract void Clip(bool evenOdd = false);

    /// <summary>Fills the path and forgets it.</summary>
    public abstract void Fill(bool evenOdd = false);

    /// <summary>Draws along the path and forgets it.</summary>
    /// <param name="dashes">On, off, …; empty for a whole line.</param>
    public abstract void Stroke(double width, ReadOnlySpan<double> dashes, LineStyle style);

    /// <summary>The colour of what follows: channels and opacity 0 to 1.</summary>
    public abstract void Colour(double red, double green, double blue, double opacity);

    /// <summary>A gradient for what follows.</summary>
    public abstract void Gradient(GradientAxis axis, ReadOnlySpan<ColourStop> stops);

    /// <summary>What is drawn until <see cref="EndTile"/> is not drawn, but is the ink of what follows then: repeated for ever.</summary>
    /// <param name="place">From the tile's coordinates to those of the moment.</param>
    public abstract void BeginTile(double x, double y, double width, double height, Matrix3x2 place);

    public abstract void EndTile();

    /// <summary>What follows is drawn together and then faded and mixed as one, until <see cref="EndGroup"/>.</summary>
    public abstract void BeginGroup(double opacity, Blend blend = Blend.Normal);

    public abstract void EndGroup();

    /// <summary>
    /// What is drawn until <see cref="EndMask"/> is not seen: of what the group holds so far, as much remains as the mask is bright – or,
    /// not by its brightness, opaque. Only in a group, once.
    /// </summary>
    public abstract void BeginMask(bool byBrightness);

    public abstract void EndMask();

    /// <summary>Draws a picture into a rectangle. On a PDF page the <see cref="Photo.Jpeg"/> of an opaque one is placed as it is.</summary>
    public abstract void Picture(Photo photo, double x, double y, double width, double height);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
