using System.Xml.Linq;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>Markers (SVG 2, 13.7): arrow heads and the like at the corners of lines.</summary>
internal sealed class Markers(SvgDocument document, SvgReader reader)
{
    /// <param name="width">Of the line.</param>
    /// <param name="frame">Its context is what the shape is painted with.</param>
    public IReadOnlyList<Mark> Of(XElement shape, Outline outline, double width, Frame frame)
    {
        var style = frame.Style;
        if (shape.Name.LocalName is not ("path" or "line" or "polyline" or "polygon")
            || (style["marker-start"] is "none" or "" && style["marker-mid"] is "none" or "" && style["marker-end"] is "none" or ""))
        {
            return [];
        }

        var corners = Corners(outline);
        var marks = new List<Mark>();
        for (var i = 0; i < corners.Count; i++)
        {
            var property = i == 0 ? "marker-start" : i == corners.Count - 1 ? "marker-end" : "marker-mid";
            if (style[property] is not ("none" or "") && document.Find(style[property], style.Said(property)!) is { } marker
                && marker.Name.LocalName == "marker" && !UseChain.Holds(frame.Uses, marker))
            {
                marks.AddRange(At(marker, corners[i], i == 0, width, frame));
            }
        }

        return marks;
    }

    private List<Mark> At(XElement marker, Corner corner, bool isStart, double width, Frame frame)
    {
        var style = document.StyleOf(marker);
        double Side(string name, double otherwise, double whole) =>
            Lengths.Read(marker.Attribute(name)?.Value ?? "", whole, style) ?? otherwise;
        var size = new Rect(0, 0, Side("markerWidth", 3, frame.View.Width), Side("markerHeight", 3, frame.View.Height));
        if (size.Width <= 0 || size.Height <= 0 || style["display"] == "none")
        {
            return [];
        }

        var view = ViewBox.Read(marker.Attribute("viewBox")?.Value);
        var box = view ?? size;
        var fit = ViewBox.Fit(box, size, marker.Attribute("preserveAspectRatio")?.Value, out _);
        var origin = fit.Of(Reference(marker, "refX", box.X, box.Width, style), Reference(marker, "refY", box.Y, box.Height, style));
        var orient = marker.Attribute("orient")?.Value.Trim() ?? "0";
        var angle = orient switch
        {
            "auto" => corner.Angle,
            "auto-start-reverse" => corner.Angle + (isStart ? 180 : 0),
            _ => Lengths.Angle(orient) ?? 0,
        };
        var scale = marker.Attribute("markerUnits")?.Value == "userSpaceOnUse" ? 1 : width;
        var move = Matrix.Translation(corner.At.X, corner.At.Y).After(Matrix.Turn(angle, default)).After(Matrix.Scale(scale, scale))
            .After(Matrix.Translation(-origin.X, -origin.Y));
        var inner = (frame with { Style = style, Uses = new(marker, frame.Uses), Depth = frame.Depth + 1 }).Moved(move);
        var marks = reader.Marks(marker, inner.Moved(fit) with { View = new(box.Width, box.Height) });
        return marks.Count == 0 ? [] : style["overflow"] is "visible" or "auto" ? [.. marks]
            : [new Group(marks, Clip: Outline.Of(size).Moved(inner.Place))];
    }

    private static double Reference(XElement marker, string name, double start, double length, Style style) =>
        (marker.Attribute(name)?.Value.Trim() ?? "0") switch
        {
            "left" or "top" => start,
            "center" => start + (length / 2),
            "right" or "bottom" => start + length,
            var words => Lengths.Read(words, length, style) ?? 0,
        };

    /// <summary>Where segments meet, with the direction that a marker takes there.</summary>
    private static List<Corner> Corners(Outline outline)
    {
        var corners = new List<Corner>();
        Point at = default, start = default;
        var came = double.NaN;
        var first = -1;
        for (var i = 0; i < outline.Segments.Count; i++)
        {
            var s = outline.Segments[i];
            if (s.OutlineStep == OutlineStep.Move)
            {
                corners.Add(new(s.To, 0));
                (at, start, came, first) = (s.To, s.To, double.NaN, corners.Count - 1);
                continue;
            }

            var to = s.OutlineStep == OutlineStep.Close ? start : s.To;
            var isCurve = s.OutlineStep == OutlineStep.Curve;
            var whole = Direction(at, to);
            var leaves = isCurve ? Known(Direction(at, s.First), Direction(at, s.Second), whole) : whole;
            var arrives = Known(isCurve ? Known(Direction(s.Second, to), Direction(s.First, to), whole) : whole, came);
            corners[^1] = corners[^1] with { Angle = Between(came, leaves) };
            corners.Add(new(to, Known(arrives, 0)));
            if (s.OutlineStep == OutlineStep.Close && first >= 0 && i + 1 < outline.Segments.Count)
            {
                corners[^1] = corners[^1] with { Angle = Between(arrives, corners[first].Angle) };
            }

            (at, came) = (to, arrives);
        }

        return corners;
    }

    /// <summary>In degrees; no number where there is no way.</summary>
    private static double Direction(Point from, Point to) =>
        from == to ? double.NaN : Math.Atan2(to.Y - from.Y, to.X - from.X) * 180 / Math.PI;

    /// <summary>The first that is a number.</summary>
    private static double Known(params ReadOnlySpan<double> directions)
    {
        foreach (var direction in directions)
        {
            if (!double.IsNaN(direction))
            {
                return direction;
            }
        }

        return double.NaN;
    }

    /// <summary>The mean of two directions, the shorter way round.</summary>
    private static double Between(double one, double other)
    {
        if (double.IsNaN(one) || double.IsNaN(other))
        {
            return Known(one, other, 0);
        }

        return Math.Abs(other - one) > 180 ? ((one + other) / 2) - 180 : (one + other) / 2;
    }

    private readonly record struct Corner(Point At, double Angle);
}
