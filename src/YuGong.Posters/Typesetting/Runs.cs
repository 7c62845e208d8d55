using System.Text;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Typesetting;

/// <summary>Puts set lines at their place: cells of one font and setting become a glyph run.</summary>
internal static class Runs
{
    /// <summary>The em box of Chinese fonts reaches so far above the baseline, in ems (OpenType: ideographic em box).</summary>
    private const double Ascent = 0.88;

    public static IReadOnlyList<GlyphRun> Build(TextLayout set, Rect box, string name, Paint fill)
    {
        var runs = new List<GlyphRun>();
        var vertical = set.Style.Direction == WritingMode.Vertical;
        var free = (vertical ? box.Width : box.Height) - set.Depth;
        var before = set.Style.Place switch { Place.Center => free / 2, Place.End => free, _ => 0 };
        for (var i = 0; i < set.Lines.Count; i++)
        {
            var line = set.Lines[i];
            var across = before + (i * set.Style.Leading * set.Size);
            var pen = vertical
                ? new Point(box.Right - across - (set.Size / 2), box.Y + line.Shift)
                : new Point(box.X + line.Shift, box.Y + across + (Ascent * set.Size));
            for (var first = 0; first < line.Cells.Count;)
            {
                var end = first + 1;
                while (end < line.Cells.Count && line.Cells[end].Font == line.Cells[first].Font
                    && line.Cells[end].Setting == line.Cells[first].Setting && line.Cells[end].Scale == line.Cells[first].Scale)
                {
                    end++;
                }

                runs.Add(Run(set, line, first, end, pen, name, fill, vertical));
                first = end;
            }
        }

        return runs;
    }

    private static GlyphRun Run(TextLayout set, TextLine line, int first, int end, Point pen, string name, Paint fill, bool vertical)
    {
        var (font, setting) = (line.Cells[first].Font, line.Cells[first].Setting);
        var (text, glyphs, clusters) = (new StringBuilder(), new List<Glyph>(), new List<Cluster>());
        Rect? ink = null;
        for (var i = first; i < end; i++)
        {
            var cell = line.Cells[i];
            var along = line.Places[i] * set.Size;
            var (x, y) = vertical ? (pen.X, pen.Y + along) : (pen.X + along, pen.Y);
            Add(cell, text.Length, x, y, set.Size, vertical, glyphs, clusters);
            text.Append(cell.Text);
            foreach (var glyph in cell.Glyphs)
            {
                var place = new Point(x + (glyph.X * set.Size), y + (glyph.Y * set.Size));
                var box = InkOf(font, glyph, place, set.Size * cell.Scale, setting);
                ink = box.Width <= 0 || box.Height <= 0 ? ink : ink?.With(box) ?? box;
            }
        }

        return new()
        {
            Box = name, Font = font.Font, Size = set.Size * line.Cells[first].Scale, Fill = fill, Setting = setting, Text = text.ToString(),
            Glyphs = glyphs, Clusters = clusters, Ink = ink ?? new(pen.X, pen.Y, 0, 0),
        };
    }

    /// <summary>Glyphs of one cluster stand together in what HarfBuzz returns; the characters up to the next cluster are theirs.</summary>
    private static void Add(Cell cell, int textAt, double x, double y, double size, bool vertical, List<Glyph> glyphs,
        List<Cluster> clusters)
    {
        for (var i = 0; i < cell.Glyphs.Count;)
        {
            var (offset, start, advance) = (cell.Glyphs[i].Offset, glyphs.Count, 0.0);
            var along = cell.Glyphs[i].Along * size;
            for (; i < cell.Glyphs.Count && cell.Glyphs[i].Offset == offset; i++)
            {
                var glyph = cell.Glyphs[i];
                glyphs.Add(new(glyph.Id, x + (glyph.X * size), y + (glyph.Y * size), glyph.Stretch));
                advance += glyph.Width * size;
            }

            var length = (i < cell.Glyphs.Count ? cell.Glyphs[i].Offset : cell.Text.Length) - offset;
            clusters.Add(vertical && cell.Setting != Setting.Horizontal
                ? new(textAt + offset, length, start, glyphs.Count - start, x, y + along, advance)
                : new(textAt + offset, length, start, glyphs.Count - start,
                    cell.Setting == Setting.Horizontal && vertical ? glyphs[start].X : x + along, vertical ? glyphs[start].Y : y, advance));
        }
    }

    private static Rect InkOf(Fonts.PosterFont font, CellGlyph glyph, Point at, double size, Setting setting)
    {
        var box = font.File.BoxOf(glyph.Id);
        var scale = size / font.File.UnitsPerEm;
        var (left, top, width, height) =
            (box.Left * scale * glyph.Stretch, box.Top * scale, box.Width * scale * glyph.Stretch, box.Height * scale);
        return setting == Setting.Sideways
            ? new(at.X + top - height, at.Y + left, height, width)
            : new(at.X + left, at.Y - top, width, height);
    }
}
