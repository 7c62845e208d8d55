using YuGong.Imaging.Drawing;
using YuGong.Text;

namespace YuGong.Posters.Scenes;

/// <summary>Something with ink at a fixed place.</summary>
public abstract record Mark;

/// <summary>
/// Glyphs of one font and size on one line (or column), with the text that they stand for.
/// </summary>
public sealed record GlyphRun : Mark
{
    /// <summary>The design's name for the text box, for findings; all lines of a box share it.</summary>
    public required string Box { get; init; }

    public required Font Font { get; init; }

    /// <summary>The em in page units.</summary>
    public required double Size { get; init; }

    public required Paint Fill { get; init; }

    public required Setting Setting { get; init; }

    /// <summary>The characters of this run.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<Glyph> Glyphs { get; init; }

    /// <summary>Which glyphs stand for which characters, in reading order; they cover all of the text and all glyphs.</summary>
    public required IReadOnlyList<Cluster> Clusters { get; init; }

    /// <summary>What the glyphs cover, at most.</summary>
    public required Rect Ink { get; init; }
}

public enum Setting
{
    /// <summary>Left to right. Also digits that stand upright in a column (縦中横, 直排内横排).</summary>
    Horizontal,

    /// <summary>Top to bottom, characters upright; glyphs are the font's vertical forms.</summary>
    Vertical,

    /// <summary>Words of another script in a column: glyphs turned 90° clockwise about their origin.</summary>
    Sideways,
}

/// <summary>A glyph with its origin (baseline, left) on the page: outlines are drawn from here, whatever the setting.</summary>
/// <param name="Stretch">Horizontal scale, 1 unless digits were narrowed to share a cell.</param>
public readonly record struct Glyph(int Id, double X, double Y, double Stretch = 1);

/// <summary>
/// Characters <paramref name="Start"/> … and the glyphs that draw them. <paramref name="X"/>, <paramref name="Y"/> is where a program that
/// shapes the text itself should put its pen: on the baseline at the left, or, in a column, at the middle of the cell's top.
/// </summary>
/// <param name="Start">UTF-16 offset in the run's text.</param>
/// <param name="Advance">Along the line, in page units, with all justification.</param>
public readonly record struct Cluster(int Start, int Length, int FirstGlyph, int GlyphCount, double X, double Y, double Advance);

/// <summary>A filled or stroked outline.</summary>
public sealed record PathMark(Outline Outline, Paint? Fill, Stroke? Stroke = null) : Mark;

/// <param name="Width">In page units.</param>
/// <param name="Dashes">On, off, … in page units; empty for a whole line.</param>
public sealed record Stroke(Paint Paint, double Width, IReadOnlyList<double> Dashes)
{
    public LineStyle Style { get; init; } = LineStyle.Plain;

    public bool Equals(Stroke? other) =>
        other is not null && Paint == other.Paint && Width == other.Width && Style == other.Style && Dashes.SequenceEqual(other.Dashes);

    public override int GetHashCode() => HashCode.Combine(Paint, Width, Style, Dashes.Count);
}

/// <summary>A part of a picture file, shown in a box.</summary>
/// <param name="Crop">In pixels of the source, after its EXIF orientation has been applied.</param>
/// <param name="Alt">What it shows, for readers that cannot see it.</param>
public sealed record PictureMark(string Box, PictureSource Source, Rect Place, Rect Crop, string Alt) : Mark
{
    /// <summary>Pixels for each page unit, the lesser of both directions.</summary>
    public double PixelsPerUnit => Math.Min(Crop.Width / Place.Width, Crop.Height / Place.Height);
}

/// <param name="Name">The file as people know it, relative to the project.</param>
/// <param name="FullPath">Where it is now; no part of the scene's key.</param>
/// <param name="Content">Of the file's bytes.</param>
/// <param name="Width">Pixels, upright.</param>
public sealed record PictureSource(string Name, string FullPath, Fingerprint Content, int Width, int Height)
{
    /// <summary>The file itself, for a picture of the design: it is kept as it is, clear parts too. Null for those of stories.</summary>
    public byte[]? Bytes { get; init; }
}

/// <summary>A QR code: its modules are an outline like any other; the text stays beside it so that it can be read back.</summary>
/// <param name="Place">With the quiet zone.</param>
public sealed record CodeMark(string Box, string Text, Rect Place, Outline Modules, Paint Fill) : Mark;

/// <summary>Marks drawn together: faded, clipped, or moved as one.</summary>
/// <param name="Clip">In the units outside the group: it stays where it is when the group moves.</param>
public sealed record Group(IReadOnlyList<Mark> Marks, double Opacity = 1, Outline? Clip = null, Matrix? Move = null) : Mark
{
    /// <summary>How the group as a whole mixes with what lies under it.</summary>
    public Blend Blend { get; init; }

    /// <summary>In the units of the marks.</summary>
    public Mask? Mask { get; init; }

    /// <summary>What mixes within the group mixes with nothing outside it.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>It is drawn by itself before it comes onto the page.</summary>
    public bool IsApart => Opacity < 1 || Blend != Blend.Normal || Mask is not null || IsIsolated;
}

/// <summary>Marks that are not seen: as bright as they are – or as opaque – as much is seen of what they mask.</summary>
public sealed record Mask(IReadOnlyList<Mark> Marks, bool ByBrightness);
