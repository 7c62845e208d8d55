using YuGong.Imaging;

namespace YuGong.Drawings.Drafting;

/// <summary>Words as outlines, so that a drawing looks the same where no font is installed.</summary>
internal sealed class Lettering(HarfBuzzFont font)
{
    private static readonly ShapeOptions Plain = new(Vertical: false, Han: true, "zh-Hans", []);

    /// <summary>In sheet units.</summary>
    public double Width(string text, double size) => font.Shape(text, 0, text.Length, Plain).Sum(g => g.XAdvance) * size / font.UnitsPerEm;

    /// <param name="at">Where the baseline begins.</param>
    /// <param name="angle">Degrees, counter-clockwise.</param>
    public string Path(string text, Spot at, double size, double angle = 0)
    {
        var path = new PathText();
        var em = size / font.UnitsPerEm;
        var (cos, sin) = (Math.Cos(angle * Math.PI / 180), Math.Sin(angle * Math.PI / 180));
        double pen = 0;
        foreach (var glyph in font.Shape(text, 0, text.Length, Plain))
        {
            var left = pen + glyph.XOffset;
            foreach (var s in font.OutlineOf(glyph.Id))
            {
                _ = s.Kind switch
                {
                    GlyphStepKind.Move => path.Move(Place(s.X, s.Y)),
                    GlyphStepKind.Line => path.Line(Place(s.X, s.Y)),
                    GlyphStepKind.Quadratic => path.Quadratic(Place(s.X1, s.Y1), Place(s.X, s.Y)),
                    GlyphStepKind.Cubic => path.Cubic(Place(s.X1, s.Y1), Place(s.X2, s.Y2), Place(s.X, s.Y)),
                    _ => path.Close(),
                };
            }

            pen += glyph.XAdvance;

            Spot Place(double x, double y)
            {
                var (along, up) = ((left + x) * em, (y + glyph.YOffset) * em);
                return new(at.X + (along * cos) - (up * sin), at.Y - (along * sin) - (up * cos));
            }
        }

        return path.ToString();
    }
}
