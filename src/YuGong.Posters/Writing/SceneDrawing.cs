using System.Numerics;
using YuGong.Imaging;
using YuGong.Imaging.Drawing;
using YuGong.Imaging.Pdf;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>
/// Copies a scene out onto a canvas whose unit is the page's and whose origin is the trimmed page's corner. It decides nothing:
/// where things stand is the scene's business.
/// </summary>
/// <param name="text">Where text stays text; null: it is drawn as outlines (转曲).</param>
internal sealed class SceneDrawing(Canvas canvas, GlyphOutlines outlines, ScenePictures pictures, PdfCanvas? text = null)
{
    public void Draw(Scene scene)
    {
        foreach (var layer in scene.Layers)
        {
            Draw(layer.Marks);
        }
    }

    public void Draw(IEnumerable<Mark> marks)
    {
        foreach (var mark in marks)
        {
            switch (mark)
            {
                case GlyphRun run when text is not null && run.Fill is Solid:
                    Text(run, text);
                    break;
                case GlyphRun run:
                    Outlines(run);
                    break;
                case PathMark path:
                    Path(path);
                    break;
                case CodeMark code:
                    Trace(code.Modules);
                    Ink(code.Fill);
                    canvas.Fill();
                    break;
                case PictureMark picture:
                    var place = picture.Place;
                    canvas.Picture(pictures.Of(picture), place.X, place.Y, place.Width, place.Height);
                    break;
                case Group group:
                    Draw(group);
                    break;
                default:
                    throw new InvalidOperationException($"No way to draw a {mark.GetType().Name}.");
            }
        }
    }

    private void Draw(Group group)
    {
        canvas.Save();
        if (group.Clip is { } clip)
        {
            Trace(clip);
            canvas.Clip(clip.EvenOdd);
        }

        if (group.Move is { } move)
        {
            canvas.Transform(move.A, move.B, move.C, move.D, move.E, move.F);
        }

        if (group.IsApart)
        {
            canvas.BeginGroup(group.Opacity, group.Blend);
        }

        Draw(group.Marks);
        if (group.Mask is { } mask)
        {
            canvas.BeginMask(mask.ByBrightness);
            Draw(mask.Marks);
            canvas.EndMask();
        }

        if (group.IsApart)
        {
            canvas.EndGroup();
        }

        canvas.Restore();
    }

    private void Path(PathMark path)
    {
        if (path.Fill is { } fill)
        {
            Ink(fill);
            Trace(path.Outline);
            canvas.Fill(path.Outline.EvenOdd);
        }

        if (path.Stroke is { } stroke)
        {
            Ink(stroke.Paint);
            Trace(path.Outline);
            canvas.Stroke(stroke.Width, [.. stroke.Dashes], stroke.Style);
        }
    }

    private void Outlines(GlyphRun run)
    {
        foreach (var glyph in run.Glyphs)
        {
            outlines.Trace(canvas, run, glyph);
        }

        Ink(run.Fill);
        canvas.Fill();
    }

    /// <summary>Text that can be searched and copied: each glyph says which characters it stands for.</summary>
    private void Text(GlyphRun run, PdfCanvas page)
    {
        Ink(run.Fill);
        var turn = run.Setting == Setting.Sideways ? Math.PI / 2 : 0;
        var font = outlines.FontOf(run.Font);
        foreach (var (stretch, clusters) in Alike(run))
        {
            var glyphs = clusters.SelectMany(c => run.Glyphs.Skip(c.FirstGlyph).Take(c.GlyphCount))
                .Select(g => new PlacedGlyph(g.Id, g.X, g.Y)).ToArray();
            var texts = clusters.Select(c => new TextCluster(run.Text.Substring(c.Start, c.Length), c.GlyphCount)).ToList();
            page.Glyphs(font, run.Size, turn, stretch, glyphs, texts);
        }
    }

    /// <summary>Neighbours of one stretch, which one call can show.</summary>
    private static IEnumerable<(double Stretch, List<Cluster> Clusters)> Alike(GlyphRun run)
    {
        var (stretch, some) = (1.0, new List<Cluster>());
        foreach (var cluster in run.Clusters.Where(c => c.GlyphCount > 0))
        {
            var own = run.Glyphs[cluster.FirstGlyph].Stretch;
            if (own != stretch && some.Count > 0)
            {
                yield return (stretch, some);
                some = [];
            }

            stretch = own;
            some.Add(cluster);
        }

        if (some.Count > 0)
        {
            yield return (stretch, some);
        }
    }

    private void Trace(Outline outline)
    {
        foreach (var s in outline.Segments)
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

    private void Ink(Paint paint)
    {
        switch (paint)
        {
            case Solid solid:
                canvas.Colour(solid.Colour.Red / 255.0, solid.Colour.Green / 255.0, solid.Colour.Blue / 255.0, solid.Opacity);
                break;
            case Gradient gradient:
                canvas.Gradient(
                    AxisOf(gradient),
                    [.. gradient.Stops.Select(s =>
                        new ColourStop(s.Offset, s.Colour.Red / 255.0, s.Colour.Green / 255.0, s.Colour.Blue / 255.0, s.Opacity))]);
                break;
            case Tile tile:
                var cell = tile.Cell;
                canvas.BeginTile(cell.X, cell.Y, cell.Width, cell.Height, MatrixOf(tile.Move));
                Draw(tile.Marks);
                canvas.EndTile();
                break;
            default:
                throw new InvalidOperationException($"No way to fill with a {paint.GetType().Name}.");
        }
    }

    private static GradientAxis AxisOf(Gradient gradient) =>
        new(gradient.From.X, gradient.From.Y, gradient.To.X, gradient.To.Y)
        {
            Radii = gradient.Radii, Place = gradient.Move is { } move ? MatrixOf(move) : Matrix3x2.Identity,
        };

    private static Matrix3x2 MatrixOf(Matrix m) => new((float)m.A, (float)m.B, (float)m.C, (float)m.D, (float)m.E, (float)m.F);
}
