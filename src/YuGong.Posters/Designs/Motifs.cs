using System.Xml.Linq;
using YuGong.Posters.Fonts;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;
using YuGong.Publishing.Motifs;

namespace YuGong.Posters.Designs;

/// <summary>The motifs that pages have too – ridges, seals, drawing sheets – as marks.</summary>
internal sealed class Motifs(Design design, PosterSubject subject, PosterFonts fonts)
{
    private const int RidgeSteps = 260;

    /// <summary>The mountain of a subject: the same skylines as on its page.</summary>
    public IEnumerable<PathMark> Ridges(RidgesBox box)
    {
        var count = box.Tones.Count;
        for (var layer = 0; layer < count; layer++)
        {
            var all = Publishing.Motifs.Ridges.Skyline(subject.Id, layer, count, RidgeSteps);
            var first = (int)Math.Round(box.From * RidgeSteps);
            var last = (int)Math.Round(box.To * RidgeSteps);
            var points = Enumerable.Range(first, last - first + 1)
                .Select(i => new Point(box.Box.X + ((i - first) * box.Box.Width / (last - first)),
                    box.Box.Bottom - (all[i] * box.Box.Height))).ToList();
            var line = new List<Segment>(points.Select((p, i) => new Segment(i == 0 ? OutlineStep.Move : OutlineStep.Line, p)));
            List<Segment> ground = [.. line, new(OutlineStep.Line, new(box.Box.Right, box.Box.Bottom)),
                new(OutlineStep.Line, new(box.Box.X, box.Box.Bottom)), new(OutlineStep.Close, default)];
            var top = points.Min(p => p.Y);
            var tone = box.Tones[layer];
            yield return new(new(ground), box.Mist == 0
                ? new Solid(tone)
                : new Gradient(new(0, top), new(0, box.Box.Bottom),
                    [new(0, tone), new(1, Mix(tone, box.MistColour, box.Mist * (1 - (layer / (count - 0.999)))))]));
            if (box.Line is { } stroke)
            {
                yield return new(new(line), null, stroke);
            }
        }
    }

    /// <summary>A stone with one character, two from top to bottom, or up to four in columns from the right.</summary>
    /// <param name="check">Reports what the characters lack.</param>
    public IEnumerable<Mark> Seal(SealBox box, string words, Func<TextLayout, TextLayout> check)
    {
        var side = Math.Min(box.Box.Width, box.Box.Height);
        var place = new Rect(box.Box.CentreX - (side / 2), box.Box.CentreY - (side / 2), side, side);
        var edge = PathData.Read(Seals.Ground(subject.Id))!;
        yield return new PathMark(edge.Moved(new(side / 120, 0, 0, side / 120, place.X, place.Y)), box.Ground);

        var count = new System.Globalization.StringInfo(words).LengthInTextElements;
        var columns = count > 2 ? 2 : 1;
        var rows = (count + columns - 1) / columns;
        var inner = place.Inset(side * (count == 1 ? 0.1 : 0.12));
        var size = inner.Height / rows * (count == 1 ? 0.92 : 1);
        var style = new TextStyle { Direction = WritingMode.Vertical, Align = Align.Center, Place = Place.Center,
            Leading = inner.Width / columns / size };
        var set = check(Typesetter.Set(words, fonts.Stacks[box.Stack], style, size, inner.Height + 0.001));
        foreach (var run in Centred(set.In(inner, box.Name, box.Fill), inner))
        {
            yield return run;
        }
    }

    /// <summary>A drawing sheet that fills its box.</summary>
    public IEnumerable<Mark> Sheet(SheetBox box)
    {
        var scale = Math.Max(box.Box.Width / 400, box.Box.Height / 300);
        var move = new Matrix(scale, 0, 0, scale, box.Box.CentreX - (200 * scale), box.Box.CentreY - (150 * scale));
        var hair = Math.Min(design.Page.Width, design.Page.Height) / 2400;
        var marks = XElement.Parse(Sheets.Draw(subject.Object?.Id ?? subject.Id)).Elements()
            .Where(p => box.Dimension || p.Attribute("class")?.Value != "s2").Select(path =>
        {
            var (width, fade) = path.Attribute("class")?.Value switch { "s0" => (hair, 0.35), "s1" => (hair * 3, 0.9),
                _ => (hair * 2, 1.0) };
            var paint = box.Line is Solid solid ? solid with { Opacity = fade } : box.Line;
            var outline = PathData.Read(path.Attribute("d")!.Value)!.Moved(move);
            return (Mark)new PathMark(path.Attribute("class")?.Value == "s1" ? Smooth(outline) : outline, null, new(paint, width, []));
        });
        return [new Group([.. marks], Clip: Outline.Of(box.Box))];
    }

    /// <summary>The dark modules of a QR code inside its quiet zone; modules side by side are one bar.</summary>
    public static Outline Modules(bool[,] modules, Rect place)
    {
        var count = modules.GetLength(0);
        var side = place.Width / (count + (2 * QrCodes.QuietZone));
        var (left, top) = (place.X + (QrCodes.QuietZone * side), place.Y + (QrCodes.QuietZone * side));
        var segments = new List<Segment>();
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count; column++)
            {
                var first = column;
                while (column < count && modules[row, column])
                {
                    column++;
                }

                if (column > first)
                {
                    segments.AddRange(Outline.Of(new(left + (first * side), top + (row * side), (column - first) * side, side)).Segments);
                }
            }
        }

        return new(segments);
    }

    /// <summary>Brush characters stand unevenly in their squares; a seal is centred by its ink.</summary>
    private static IEnumerable<GlyphRun> Centred(IReadOnlyList<GlyphRun> runs, Rect inner)
    {
        if (runs.Count == 0)
        {
            return runs;
        }

        var ink = runs.Select(r => r.Ink).Aggregate((a, b) => a.With(b));
        var (x, y) = (inner.CentreX - ink.CentreX, inner.CentreY - ink.CentreY);
        return runs.Select(r => r with
        {
            Glyphs = [.. r.Glyphs.Select(g => g with { X = g.X + x, Y = g.Y + y })],
            Clusters = [.. r.Clusters.Select(c => c with { X = c.X + x, Y = c.Y + y })],
            Ink = new(r.Ink.X + x, r.Ink.Y + y, r.Ink.Width, r.Ink.Height),
        });
    }

    /// <summary>A closed polygon as a curve through its corners (Catmull–Rom): what is fine on a page is angular on a wall.</summary>
    private static Outline Smooth(Outline polygon)
    {
        var corners = polygon.Segments.Where(s => s.OutlineStep != OutlineStep.Close).Select(s => s.To).ToList();
        Point At(int i) => corners[(i + corners.Count) % corners.Count];
        Point Towards(Point from, Point before, Point after, double part) =>
            new(from.X + ((after.X - before.X) * part), from.Y + ((after.Y - before.Y) * part));
        return new(
        [
            new(OutlineStep.Move, corners[0]),
            .. Enumerable.Range(0, corners.Count).Select(i => new Segment(
                OutlineStep.Curve, At(i + 1), Towards(At(i), At(i - 1), At(i + 1), 1.0 / 6),
                Towards(At(i + 1), At(i), At(i + 2), -1.0 / 6))),
            new(OutlineStep.Close, default),
        ]);
    }

    private static Colour Mix(Colour a, Colour b, double part)
    {
        byte Between(byte x, byte y) => (byte)Math.Round(x + ((y - x) * part));
        return new(Between(a.Red, b.Red), Between(a.Green, b.Green), Between(a.Blue, b.Blue));
    }
}
