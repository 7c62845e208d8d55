using System.Security;
using System.Text;
using YuGong.Imaging.Drawing;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>
/// Scene → layered SVG 1.1 in page units, bleed included. With live text it is for editing (fonts by family name); with outlines it
/// needs no font (转曲). Layers are groups with an id, a title, and Inkscape's layer mark; other programs take the id as the layer's name.
/// </summary>
internal sealed class SvgWriter(GlyphOutlines outlines, ScenePictures pictures, bool liveText)
{
    private readonly StringBuilder svg = new();
    private readonly StringBuilder definitions = new();
    private int made;

    /// <param name="only">The layers wanted; null for all. Without the background the ground stays transparent.</param>
    public byte[] Write(Scene scene, Func<Layer, bool>? only = null)
    {
        var (page, full) = (scene.Page, scene.Page.Full);
        var unit = page.Unit == Unit.Millimetre ? "mm" : "px";
        foreach (var layer in scene.Layers.Where(l => only?.Invoke(l) ?? true))
        {
            svg.Append("<g id=\"").Append(Escape(layer.Id)).Append("\" inkscape:groupmode=\"layer\" inkscape:label=\"")
                .Append(Escape(layer.Name)).Append("\">")
                .Append("<title>").Append(Escape(layer.Name)).Append("</title>\n");
            Write(layer.Marks);
            svg.Append("</g>\n");
        }

        var head =
            new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http:"
            + "//www.w3.org/1999/xlink\" ")
            .Append("xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" xml:lang=\"zh-Hans\" width=\"").Append(N(full.Width))
                .Append(unit).Append("\" height=\"").Append(N(full.Height)).Append(unit)
            .Append("\" viewBox=\"").Append(N(full.X)).Append(' ').Append(N(full.Y)).Append(' ').Append(N(full.Width)).Append(' ')
                .Append(N(full.Height))
            .Append("\" data-trim=\"0 0 ").Append(N(page.Width)).Append(' ').Append(N(page.Height)).Append("\" data-bleed=\"")
                .Append(N(page.Bleed)).Append("\" data-revision=\"").Append(scene.Key).Append("\">\n")
            .Append("<title>").Append(Escape(scene.Title)).Append("</title>\n");
        if (liveText)
        {
            head.Append("<desc>").Append(Escape(string.Join(";", scene.Fonts.Select(f => $"{f.Family} {f.Weight}")))).Append("</desc>\n");
        }

        if (definitions.Length > 0)
        {
            head.Append("<defs>\n").Append(definitions).Append("</defs>\n");
        }

        return Encoding.UTF8.GetBytes(head.Append(svg).Append("</svg>\n").ToString());
    }

    private void Write(IEnumerable<Mark> marks)
    {
        foreach (var mark in marks)
        {
            switch (mark)
            {
                case GlyphRun run when liveText:
                    new SvgText(svg, Fill(run.Fill)).Write(run);
                    break;
                case GlyphRun run:
                    svg.Append("<path").Append(Fill(run.Fill)).Append(" aria-label=\"").Append(Escape(run.Text)).Append("\" d=\"")
                        .Append(new Outline([.. run.Glyphs.SelectMany(g => outlines.Of(run, g))])).Append("\"/>\n");
                    break;
                case PathMark path:
                    svg.Append("<path").Append(path.Fill is { } fill ? Fill(fill) : " fill=\"none\"")
                        .Append(path.Outline.EvenOdd ? " fill-rule=\"evenodd\"" : "")
                        .Append(path.Stroke is { } stroke ? StrokeOf(stroke) : "")
                        .Append(" d=\"").Append(path.Outline).Append("\"/>\n");
                    break;
                case CodeMark code:
                    svg.Append("<path id=\"").Append(Escape(code.Box)).Append("-modules\" shape-rendering=\"crispEdges\"")
                        .Append(Fill(code.Fill)).Append(" aria-label=\"").Append(Escape(code.Text))
                        .Append("\" d=\"").Append(code.Modules).Append("\"/>\n");
                    break;
                case PictureMark picture:
                    Write(picture);
                    break;
                case Group group:
                    Write(group);
                    break;
                default:
                    throw new InvalidOperationException($"No SVG for a {mark.GetType().Name}.");
            }
        }
    }

    private void Write(PictureMark picture)
    {
        var (place, photo) = (picture.Place, pictures.Of(picture));
        svg.Append("<image x=\"").Append(N(place.X)).Append("\" y=\"").Append(N(place.Y)).Append("\" width=\"").Append(N(place.Width))
            .Append("\" height=\"").Append(N(place.Height))
            .Append("\" preserveAspectRatio=\"none\" aria-label=\"").Append(Escape(picture.Alt))
                .Append("\" xlink:href=\"data:image/").Append(photo.Png is null ? "jpeg" : "png").Append(";base64,")
            .Append(Convert.ToBase64String(photo.Png ?? photo.Jpeg)).Append("\"/>\n");
    }

    private void Write(Group group)
    {
        var mask = group.Mask is { } hidden ? $" mask=\"url(#mask{Define(hidden)})\"" : "";
        svg.Append("<g");
        if (group.Opacity < 1)
        {
            svg.Append(" opacity=\"").Append(N(group.Opacity)).Append('"');
        }

        if (group.Clip is { } clip)
        {
            definitions.Append("<clipPath id=\"clip").Append(++made).Append("\"><path")
                .Append(clip.EvenOdd ? " clip-rule=\"evenodd\"" : "").Append(" d=\"").Append(clip).Append("\"/></clipPath>\n");
            svg.Append(" clip-path=\"url(#clip").Append(made).Append(")\"");
        }

        if (group.Blend != Blend.Normal || group.IsIsolated)
        {
            svg.Append(" style=\"").Append(group.Blend == Blend.Normal ? "" : $"mix-blend-mode:{Words(group.Blend)};")
                .Append(group.IsIsolated ? "isolation:isolate" : "").Append('"');
        }

        svg.Append(group.Move is null ? mask : "").Append(">\n");
        if (group.Move is { } m)
        {
            svg.Append("<g transform=\"").Append(Words(m)).Append('"').Append(mask).Append(">\n");
        }

        Write(group.Marks);
        svg.Append(group.Move is null ? "</g>\n" : "</g>\n</g>\n");
    }

    /// <summary>The whole page and more: what a mask does not reach is hidden by what it holds, not by where it ends.</summary>
    private int Define(Mask mask)
    {
        var (drawn, number) = (Apart(mask.Marks), ++made);
        definitions.Append("<mask id=\"mask").Append(number).Append("\" maskUnits=\"userSpaceOnUse\" x=\"-99999\" y=\"-99999\" ")
            .Append("width=\"199998\" height=\"199998\"").Append(mask.ByBrightness ? "" : " style=\"mask-type:alpha\"").Append(">\n")
            .Append(drawn).Append("</mask>\n");
        return number;
    }

    private string Define(Tile tile)
    {
        var (drawn, number, cell) = (Apart(tile.Marks), ++made, tile.Cell);
        definitions.Append("<pattern id=\"ink").Append(number).Append("\" patternUnits=\"userSpaceOnUse\" x=\"").Append(N(cell.X))
            .Append("\" y=\"").Append(N(cell.Y)).Append("\" width=\"").Append(N(cell.Width)).Append("\" height=\"").Append(N(cell.Height))
            .Append("\" viewBox=\"").Append(N(cell.X)).Append(' ').Append(N(cell.Y)).Append(' ').Append(N(cell.Width)).Append(' ')
            .Append(N(cell.Height)).Append("\" patternTransform=\"").Append(Words(tile.Move)).Append("\">\n").Append(drawn)
            .Append("</pattern>\n");
        return $"url(#ink{number})";
    }

    /// <summary>Marks that stand among the definitions.</summary>
    private string Apart(IReadOnlyList<Mark> marks)
    {
        var before = svg.Length;
        Write(marks);
        var drawn = svg.ToString(before, svg.Length - before);
        svg.Length = before;
        return drawn;
    }

    private string Fill(Paint paint) =>
        " fill=\"" + Ink(paint) + "\"" + (paint is Solid { Opacity: < 1 } faint ? $" fill-opacity=\"{N(faint.Opacity)}\"" : "");

    private string StrokeOf(Stroke stroke)
    {
        var style = stroke.Style;
        return $" stroke=\"{Ink(stroke.Paint)}\" stroke-width=\"{N(stroke.Width)}\""
            + (stroke.Paint is Solid { Opacity: < 1 } faint ? $" stroke-opacity=\"{N(faint.Opacity)}\"" : "")
            + (style.Cap == LineCap.Butt ? "" : $" stroke-linecap=\"{Words(style.Cap)}\"")
            + (style.Join == LineJoin.Miter ? "" : $" stroke-linejoin=\"{Words(style.Join)}\"")
            + (style.MiterLimit is { } limit and not 4 ? $" stroke-miterlimit=\"{N(limit)}\"" : "")
            + (stroke.Dashes.Count > 0 ? $" stroke-dasharray=\"{string.Join(' ', stroke.Dashes.Select(N))}\"" : "")
            + (style.DashOffset != 0 ? $" stroke-dashoffset=\"{N(style.DashOffset)}\"" : "");
    }

    private string Ink(Paint paint) => paint switch
    {
        Solid solid => solid.Colour.ToString(),
        Tile tile => Define(tile),
        _ => Define((Gradient)paint),
    };

    private string Define(Gradient gradient)
    {
        var (from, to) = (gradient.From, gradient.To);
        var kind = gradient.Radii is null ? "linearGradient" : "radialGradient";
        definitions.Append('<').Append(kind).Append(" id=\"ink").Append(++made).Append("\" gradientUnits=\"userSpaceOnUse\" ")
            .Append(gradient.Radii is { } radii
                ? $"fx=\"{N(from.X)}\" fy=\"{N(from.Y)}\" cx=\"{N(to.X)}\" cy=\"{N(to.Y)}\" r=\"{N(radii.End)}\""
                    + (radii.Start > 0 ? $" fr=\"{N(radii.Start)}\"" : "")
                : $"x1=\"{N(from.X)}\" y1=\"{N(from.Y)}\" x2=\"{N(to.X)}\" y2=\"{N(to.Y)}\"")
            .Append(gradient.Move is { } move ? $" gradientTransform=\"{Words(move)}\">" : ">");
        foreach (var stop in gradient.Stops)
        {
            definitions.Append("<stop offset=\"").Append(gradient.Radii is null ? N(stop.Offset) : Exact(stop.Offset))
                .Append("\" stop-color=\"").Append(stop.Colour).Append('"')
                .Append(stop.Opacity < 1 ? $" stop-opacity=\"{N(stop.Opacity)}\"" : "").Append("/>");
        }

        definitions.Append("</").Append(kind).Append(">\n");
        return $"url(#ink{made})";
    }

    private static string Words(Matrix m) =>
        $"matrix({string.Join(' ', ((double[])[m.A, m.B, m.C, m.D, m.E, m.F]).Select(Exact))})";

    /// <summary>As CSS has it: <c>ColorDodge</c> is <c>color-dodge</c>.</summary>
    private static string Words<T>(T word)
        where T : struct, Enum =>
        string.Concat(word.ToString().Select((c, i) => (i > 0 && char.IsAsciiLetterUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));

    private static string N(double value) => SceneText.Number(value);

    private static string Exact(double value) =>
        Math.Round(value, 6).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

    internal static string Escape(string text) => SecurityElement.Escape(text) ?? "";
}
