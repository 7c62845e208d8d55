using System.Globalization;
using System.Text;
using YuGong.Imaging.Drawing;

namespace YuGong.Imaging.Pdf;

/// <content>Text that can be searched and copied (ISO 32000-1 9.4).</content>
public sealed partial class PdfCanvas
{
    /// <summary>Farther apart than this many ems, glyphs are not one piece of text.</summary>
    private const double LongestGap = 8;

    /// <summary>Draws glyphs of a font in the colour of the moment, which must not be a gradient.</summary>
    /// <param name="size">Of the em.</param>
    /// <param name="turn">Radians clockwise, about each glyph's origin.</param>
    /// <param name="stretch">Horizontal scale of the glyphs.</param>
    /// <param name="clusters">The text that the glyphs stand for; they cover all of them.</param>
    public void Glyphs(HarfBuzzFont font, double size, double turn, double stretch, ReadOnlySpan<PlacedGlyph> glyphs,
        IReadOnlyList<TextCluster> clusters)
    {
        Opacity(ink.Opacity);
        Solid(isStroke: false, isText: true);
        var line = new TextLine(this, resources.Font(font), size, turn, stretch);
        Write($"BT /{line.Font.Name} 1 Tf\n");
        var next = 0;
        foreach (var cluster in clusters)
        {
            line.Show(glyphs.Slice(next, cluster.Glyphs), cluster.Text);
            next += cluster.Glyphs;
        }

        line.End();
        Write("ET\n");
    }

    /// <summary>Glyphs along a line: what follows at the pen is only shown, what does not is moved to.</summary>
    private sealed class TextLine(PdfCanvas canvas, PdfFont font, double size, double turn, double stretch)
    {
        private readonly StringBuilder shown = new();
        private readonly double sin = Math.Sin(turn), cos = Math.Cos(turn);
        private (double X, double Y) start;

        /// <summary>Ems from the start; nothing is shown yet at first.</summary>
        private double pen = double.NaN;

        public PdfFont Font => font;

        public void Show(ReadOnlySpan<PlacedGlyph> glyphs, string text)
        {
            var (code, saysSo) = glyphs.Length == 1 ? font.Show(glyphs[0].Id, text) : ("", false);
            if (saysSo)
            {
                Place(glyphs[0], code);
                return;
            }

            End();
            canvas.Write($"/Span << /ActualText {PdfFile.Text(text)} >> BDC\n");
            foreach (var glyph in glyphs)
            {
                Place(glyph, font.Show(glyph.Id, "").Code);
            }

            End();
            canvas.Write("EMC\n");
        }

        public void End()
        {
            if (shown.Length > 0)
            {
                canvas.Write($"[{shown}] TJ\n");
                shown.Clear();
            }
        }

        private void Place(PlacedGlyph glyph, string code)
        {
            var (right, down) = (glyph.X - start.X, glyph.Y - start.Y);
            var (along, aside) = (((right * cos) + (down * sin)) / (size * stretch), ((down * cos) - (right * sin)) / size);
            if (!(Math.Abs(aside) < 0.0005 && Math.Abs(along - pen) < LongestGap))
            {
                End();
                (start, pen, along) = ((glyph.X, glyph.Y), 0, 0);
                var place = PdfFile.Numbers(size * stretch * cos, size * stretch * sin, size * sin, -size * cos, glyph.X, glyph.Y);
                canvas.Write($"{place} Tm\n");
            }

            // In thousandths of an em, back being positive; what rounding leaves is made good by the next.
            var back = (int)Math.Round((pen - along) * 1000);
            shown.Append(back == 0 ? "" : back.ToString(CultureInfo.InvariantCulture)).Append('<').Append(code).Append('>');
            pen += font.WidthOf(glyph.Id) - (back / 1000.0);
        }
    }
}
