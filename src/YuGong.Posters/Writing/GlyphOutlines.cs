using System.Collections.Concurrent;
using YuGong.Imaging;
using YuGong.Imaging.Drawing;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>The shapes of glyphs, asked of the font once; for any number of threads.</summary>
/// <param name="fontOf">The font that a scene names.</param>
public sealed class GlyphOutlines(Func<Font, HarfBuzzFont> fontOf)
{
    private readonly ConcurrentDictionary<(string Font, int Glyph), GlyphShape> shapes = new();

    /// <summary>Of the fonts of a theme.</summary>
    public static GlyphOutlines Of(Fonts.PosterFonts fonts) => new(font => fonts.Of(font).File);

    internal HarfBuzzFont FontOf(Font font) => fontOf(font);

    /// <summary>Adds a glyph to the canvas's path, at its place.</summary>
    internal void Trace(Canvas canvas, GlyphRun run, Glyph glyph)
    {
        foreach (var s in Of(run, glyph))
        {
            switch (s.OutlineStep)
            {
                case OutlineStep.Move:
                    canvas.MoveTo(s.To.X, s.To.Y);
                    break;
                case OutlineStep.Line:
                    canvas.LineTo(s.To.X, s.To.Y);
                    break;
                case OutlineStep.Curve:
                    canvas.CurveTo(s.First.X, s.First.Y, s.Second.X, s.Second.Y, s.To.X, s.To.Y);
                    break;
                default:
                    canvas.ClosePath();
                    break;
            }
        }
    }

    /// <summary>A glyph's outline in page units, at its place.</summary>
    internal IEnumerable<Segment> Of(GlyphRun run, Glyph glyph)
    {
        var shape = shapes.GetOrAdd((run.Font.Key, glyph.Id), _ => ShapeOf(run.Font, glyph.Id));
        var em = run.Size / shape.UnitsPerEm;
        var place = Matrix.Translation(glyph.X, glyph.Y)
            .After(run.Setting == Setting.Sideways ? new(0, em * glyph.Stretch, em, 0, 0, 0) : Matrix.Scale(em * glyph.Stretch, -em));
        return shape.Outline.Moved(place).Segments;
    }

    /// <summary>Quadratic curves become the cubic ones that are the same curve.</summary>
    private GlyphShape ShapeOf(Font font, int glyph)
    {
        var file = fontOf(font);
        var segments = new List<Segment>();
        Point at = default;
        foreach (var s in file.OutlineOf(glyph))
        {
            var to = new Point(s.X, s.Y);
            segments.Add(s.Kind switch
            {
                GlyphStepKind.Move => new(OutlineStep.Move, to),
                GlyphStepKind.Line => new(OutlineStep.Line, to),
                GlyphStepKind.Quadratic => new(OutlineStep.Curve, to, Between(at, new(s.X1, s.Y1)), Between(to, new(s.X1, s.Y1))),
                GlyphStepKind.Cubic => new(OutlineStep.Curve, to, new(s.X1, s.Y1), new(s.X2, s.Y2)),
                _ => new(OutlineStep.Close, default),
            });
            at = s.Kind == GlyphStepKind.Close ? at : to;
        }

        return new(new(segments), file.UnitsPerEm);
    }

    private static Point Between(Point end, Point control) =>
        new(end.X + ((control.X - end.X) * 2 / 3), end.Y + ((control.Y - end.Y) * 2 / 3));

    private sealed record GlyphShape(Outline Outline, int UnitsPerEm);
}
