using System.Xml.Linq;
using YuGong.Imaging.Drawing;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>Shapes as marks: filled, stroked, with their markers.</summary>
internal sealed class ShapeMarks
{
    private readonly SvgDocument document;
    private readonly Paints paints;
    private readonly Markers markers;
    private readonly double pixel;

    /// <param name="pixel">A CSS pixel in page units.</param>
    public ShapeMarks(SvgDocument document, SvgReader reader, double pixel)
    {
        (this.document, this.pixel) = (document, pixel);
        paints = new(document, new Patterns(document, reader).Read);
        markers = new(document, reader);
    }

    /// <summary>In the order in which they are painted.</summary>
    public IReadOnlyList<Mark> Of(XElement shape, Outline outline, Frame frame)
    {
        var (style, place) = (frame.Style, frame.Place);
        var width = Width(style, frame.View);
        var bounds = outline.Extent;
        var isPixels = style["vector-effect"].Contains("non-scaling-stroke", StringComparison.Ordinal);
        if (!isPixels && style["vector-effect"] is not ("none" or "") && style.Said("vector-effect") is { } effect)
        {
            document.Report(PosterRules.NotDrawn, effect, $"vector-effect: {effect.Value}");
        }

        var isBent = !place.KeepsShape && width > 0 && !isPixels && style["stroke"] != "none";
        var drawn = isBent ? frame with { Place = Matrix.Identity } : frame;
        var (filled, lined) = (Filled(outline, style).Moved(drawn.Place), outline.Moved(drawn.Place));
        Paint? Paint(string property) => paints.Read(property, drawn, bounds, width, 1);
        var (fill, ink) = (Paint("fill"), width > 0 ? Paint("stroke") : null);
        var marked = markers.Of(shape, outline, width, frame with { Context = (fill, ink) });
        var stroke = ink is null ? null : Line(shape, outline, ink, width, drawn, isPixels ? pixel : drawn.Place.Size);
        return Ordered(style["paint-order"], filled, lined, fill, stroke, marked, isBent ? place : null);
    }

    private static Outline Filled(Outline outline, Style style) =>
        style["fill-rule"] == "evenodd" ? new(outline.Segments, evenOdd: true) : outline;

    /// <summary>One mark where the order is the usual one.</summary>
    private static List<Mark> Ordered(string order, Outline filled, Outline lined, Paint? fill, Stroke? stroke,
        IReadOnlyList<Mark> marked, Matrix? bend)
    {
        var words = Lengths.Words(order).Where(w => w is "fill" or "stroke" or "markers").ToList();
        words.AddRange(((string[])["fill", "stroke", "markers"]).Where(w => !words.Contains(w)));
        List<Mark> body = [];
        void Add(PathMark mark) => body.Add(Seen(mark) is var seen && bend is { } move ? new Group([seen], Move: move) : seen);
        if (words.IndexOf("stroke") == words.IndexOf("fill") + 1 && fill is not Tile && stroke?.Paint is not Tile)
        {
            if (fill is not null || stroke is not null)
            {
                Add(new(fill is null ? lined : filled, fill, stroke));
            }

            body.InsertRange(words[0] == "markers" ? 0 : body.Count, marked);
            return body;
        }

        foreach (var word in words)
        {
            switch (word)
            {
                case "fill" when fill is not null:
                    Add(new(filled, fill));
                    break;
                case "stroke" when stroke is not null:
                    Add(new(lined, null, stroke));
                    break;
                case "markers":
                    body.AddRange(marked);
                    break;
            }
        }

        return body;
    }

    /// <summary>Tiles fade as a whole.</summary>
    private static Mark Seen(PathMark mark)
    {
        var opacity = ((mark.Fill ?? mark.Stroke?.Paint) as Tile)?.Opacity ?? 1;
        return opacity == 1 ? mark : new Group(
            [new PathMark(mark.Outline, Whole(mark.Fill), mark.Stroke is { } s ? s with { Paint = Whole(s.Paint)! } : null)], opacity);

        static Paint? Whole(Paint? paint) => paint is Tile tile ? tile with { Opacity = 1 } : paint;
    }

    private Stroke Line(XElement shape, Outline outline, Paint ink, double width, Frame frame, double scale)
    {
        var style = frame.Style;
        var dashes = Dashes(style, frame.View);
        var offset = dashes.Count == 0 ? 0 : Read(style, "stroke-dashoffset", frame.View.Diagonal) ?? 0;
        var cap = style["stroke-linecap"] switch { "round" => LineCap.Round, "square" => LineCap.Square, _ => LineCap.Butt };
        var join = style["stroke-linejoin"] switch { "round" => LineJoin.Round, "bevel" => LineJoin.Bevel, _ => LineJoin.Miter };
        var limit = join == LineJoin.Miter && HasSharpCorners(shape, outline)
            ? Lengths.Share(style["stroke-miterlimit"]) ?? 4 : (double?)null;
        return new(ink, width * scale, [.. dashes.Select(d => d * scale)]) { Style = new(cap, join, limit, offset * scale) };
    }

    /// <summary>Corners that a limit may cut; those of a right angle are never cut.</summary>
    private static bool HasSharpCorners(XElement shape, Outline outline)
    {
        if (shape.Name.LocalName is "rect" or "circle" or "ellipse" or "line")
        {
            return false;
        }

        var at = default(Point);
        foreach (var s in outline.Segments)
        {
            if (s.OutlineStep == OutlineStep.Curve || (s.OutlineStep == OutlineStep.Line && s.To.X != at.X && s.To.Y != at.Y))
            {
                return true;
            }

            at = s.OutlineStep == OutlineStep.Close ? at : s.To;
        }

        return false;
    }

    private double Width(Style style, Viewport view) =>
        style["stroke"] == "none" ? 0 : Math.Max(0, Read(style, "stroke-width", view.Diagonal) ?? 1);

    private double? Read(Style style, string property, double whole)
    {
        var length = Lengths.Read(style[property], whole, style);
        if (length is null)
        {
            document.ReportValue(style.Said(property)!, "1.5");
        }

        return length;
    }

    private IReadOnlyList<double> Dashes(Style style, Viewport view)
    {
        var words = style["stroke-dasharray"];
        if (words is "none" or "")
        {
            return [];
        }

        var lengths = Lengths.Words(words).Select(w => Lengths.Read(w, view.Diagonal, style)).ToList();
        if (lengths.Contains(null))
        {
            document.ReportValue(style.Said("stroke-dasharray")!, "4 2 | none");
            return [];
        }

        return lengths.Any(l => l < 0) || lengths.Sum() <= 0 ? [] : [.. lengths.Select(l => l!.Value)];
    }
}
