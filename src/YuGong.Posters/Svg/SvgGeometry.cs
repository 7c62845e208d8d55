using System.Xml.Linq;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>Where elements stand and what they cover.</summary>
internal sealed class SvgGeometry(SvgDocument document)
{
    public Shapes Shapes { get; } = new(document);

    public static bool IsShape(XElement element) =>
        element.Name.LocalName is "rect" or "circle" or "ellipse" or "line" or "polyline" or "polygon" or "path";

    /// <summary>From the element's user units to those around it; null, with a finding, when it cannot be read.</summary>
    /// <param name="frame">Around the element, with the element's style.</param>
    public Matrix? TransformOf(XElement element, Frame frame)
    {
        var said = frame.Style.Find("transform");
        var attribute = element.Attribute("transform");
        if (said is null && attribute is null)
        {
            return Matrix.Identity;
        }

        var style = frame.Style;
        var isOwn = style["transform-box"] is "fill-box" or "content-box" or "stroke-box" or "border-box";
        var box = isOwn ? BoundsOf(element, frame with { Place = Matrix.Identity }) ?? default
            : new Rect(0, 0, frame.View.Width, frame.View.Height);
        if (Transforms.Read(said is null ? attribute!.Value : style.Resolved(said.Value), box, style) is not { } matrix)
        {
            const string Valid = "translate(10 20) rotate(30) scale(2)";
            if (said is null)
            {
                document.ReportValue(attribute!, Valid);
            }
            else
            {
                document.ReportValue(said, Valid);
            }

            return null;
        }

        var origin = Origin(style["transform-origin"], box, style);
        return origin == default ? matrix
            : Matrix.Translation(origin.X, origin.Y).After(matrix).After(Matrix.Translation(-origin.X, -origin.Y));
    }

    /// <summary>The place of a view; all of the view around it where nobody says how large.</summary>
    public Rect ViewOf(XElement element, Frame frame)
    {
        var box = Shapes.RectOf(element, frame.Style, frame.View);
        double Side(string name, double said, double whole) => frame.Style.Find(name) is null or { Value: "auto" } ? whole : said;
        return new(box.X, box.Y, Side("width", box.Width, frame.View.Width), Side("height", box.Height, frame.View.Height));
    }

    /// <summary>What the fills of an element cover, without strokes, clips and masks (SVG 2, 8.8); null where there is nothing.</summary>
    /// <param name="frame">The element's own; its place says in which units the answer is.</param>
    public Rect? BoundsOf(XElement element, Frame frame)
    {
        if (IsShape(element))
        {
            return Shapes.OutlineOf(element, frame.Style, frame.View)?.Moved(frame.Place).Extent;
        }

        switch (element.Name.LocalName)
        {
            case "image":
                return Outline.Of(Shapes.RectOf(element, frame.Style, frame.View)).Moved(frame.Place).Extent;
            case "use":
                var box = Shapes.RectOf(element, frame.Style, frame.View);
                return document.Referred(element) is { } target && !UseChain.Holds(frame.Uses, target)
                    ? Around([target], frame.Moved(Matrix.Translation(box.X, box.Y)) with { Uses = new(target, frame.Uses) }) : null;
            case "svg" or "symbol" when ViewBox.Read(element.Attribute("viewBox")?.Value) is { } view:
                var place = ViewOf(element, frame);
                var fit = ViewBox.Fit(view, place, element.Attribute("preserveAspectRatio")?.Value, out _);
                return Around(element.Elements(), frame.Moved(fit) with { View = new(view.Width, view.Height) });
            case "g" or "a" or "switch" or "svg" or "symbol":
                return Around(element.Elements(), frame);
            default:
                return null;
        }
    }

    private Rect? Around(IEnumerable<XElement> elements, Frame frame)
    {
        Rect? all = null;
        foreach (var element in elements.Where(e => e.Name.Namespace == DesignFile.Svg && frame.Depth < 300))
        {
            var inner = frame with { Style = document.StyleOf(element, frame.Style), Depth = frame.Depth + 1 };
            if (inner.Style["display"] != "none" && TransformOf(element, inner) is { } move
                && BoundsOf(element, inner.Moved(move)) is { } bounds)
            {
                all = all?.With(bounds) ?? bounds;
            }
        }

        return all;
    }

    private static Point Origin(string words, Rect box, Style style)
    {
        double At(string word, double start, double length) => start + (word switch
        {
            "left" or "top" => 0,
            "right" or "bottom" => length,
            "center" => length / 2,
            _ => Lengths.Read(word, length, style) ?? 0,
        });
        var parts = Lengths.Words(words);
        if (parts is ["top" or "bottom", ..] or [_, "left" or "right", ..])
        {
            parts = [parts.Length > 1 ? parts[1] : "center", parts[0]];
        }

        return parts.Length == 0 ? default
            : new(At(parts[0], box.X, box.Width), At(parts.Length > 1 ? parts[1] : "center", box.Y, box.Height));
    }
}
