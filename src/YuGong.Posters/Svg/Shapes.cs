using System.Globalization;
using System.Xml.Linq;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>The basic shapes of SVG (SVG 2, 10) and paths as outlines in their own units.</summary>
internal sealed class Shapes(SvgDocument document)
{
    /// <summary>Null when the element is no shape, has no extent, or, with a finding, cannot be read.</summary>
    public Outline? OutlineOf(XElement shape, Style style, Viewport view)
    {
        double X(string name) => Length(shape, style, name, view.Width);
        double Y(string name) => Length(shape, style, name, view.Height);
        double D(string name) => Length(shape, style, name, view.Diagonal);
        switch (shape.Name.LocalName)
        {
            case "rect":
                return Rectangle(RectOf(shape, style, view), Radius(shape, style, "rx", view.Width),
                    Radius(shape, style, "ry", view.Height));
            case "circle":
                return Ellipse(X("cx"), Y("cy"), D("r"), D("r"));
            case "ellipse":
                var (rx, ry) = (Radius(shape, style, "rx", view.Width), Radius(shape, style, "ry", view.Height));
                return Ellipse(X("cx"), Y("cy"), rx ?? ry ?? 0, ry ?? rx ?? 0);
            case "line":
                return new([new(OutlineStep.Move, new(X("x1"), Y("y1"))), new(OutlineStep.Line, new(X("x2"), Y("y2")))]);
            case "polyline" or "polygon":
                var end = shape.Name.LocalName == "polygon" ? "Z" : "";
                return shape.Attribute("points") is { } points ? Path($"M{points.Value}{end}", points.Value,
                    () => document.ReportValue(points, "0,0 10,0 10,10")) : null;
            case "path":
                return style.Find("d") is { } d ? Path(Data(d.Value), d.Value, () => document.ReportValue(d, "M0 0H10V10Z")) : null;
            default:
                return null;
        }
    }

    /// <summary><c>x y width height</c>.</summary>
    public Rect RectOf(XElement element, Style style, Viewport view) => new(
        Length(element, style, "x", view.Width), Length(element, style, "y", view.Height), Length(element, style, "width", view.Width),
        Length(element, style, "height", view.Height));

    /// <summary>0 when nobody says it or, with a finding, when it cannot be read.</summary>
    public double Length(XElement element, Style style, string name, double whole)
    {
        if (style.Find(name) is { } said)
        {
            if (said.Value == "auto")
            {
                return 0;
            }

            if (Lengths.Read(style.Resolved(said.Value), whole, style) is { } length)
            {
                return length;
            }

            document.ReportValue(said, "12.5");
            return 0;
        }

        return element.Attribute(name) is not { } attribute || SvgNames.Attributes.Contains(name) ? 0
            : Lengths.Read(attribute.Value, whole, style) is { } read ? read : Bad(attribute);
    }

    public static Outline Rounded(Rect r, double radius)
    {
        var corner = Math.Min(radius, Math.Min(r.Width, r.Height) / 2);
        return Rounded(r, corner, corner);
    }

    private static Outline? Rectangle(Rect box, double? rx, double? ry)
    {
        if (box.Width <= 0 || box.Height <= 0)
        {
            return null;
        }

        var (x, y) = (Math.Min(rx ?? ry ?? 0, box.Width / 2), Math.Min(ry ?? rx ?? 0, box.Height / 2));
        return x <= 0 || y <= 0 ? Outline.Of(box) : Rounded(box, x, y);
    }

    private static Outline Rounded(Rect r, double rx, double ry) => PathData.Read(string.Create(
        CultureInfo.InvariantCulture,
        $"M{r.X + rx} {r.Y}H{r.Right - rx}a{rx} {ry} 0 0 1 {rx} {ry}V{r.Bottom - ry}a{rx} "
            + $"{ry} 0 0 1 {-rx} {ry}H{r.X + rx}a{rx} {ry} 0 0 1 {-rx} "
            + $"{-ry}V{r.Y + ry}a{rx} {ry} 0 0 1 {rx} {-ry}Z"))!;

    private static Outline? Ellipse(double cx, double cy, double rx, double ry) =>
        rx <= 0 || ry <= 0 ? null : PathData.Read(string.Create(CultureInfo.InvariantCulture,
            $"M{cx - rx} {cy}a{rx} {ry} 0 0 1 {2 * rx} 0a{rx} {ry} 0 0 1 {-2 * rx} 0Z"));

    private static Outline? Path(string data, string said, Action report)
    {
        if (said.Trim() is "" or "none")
        {
            return null;
        }

        var outline = PathData.Read(data);
        if (outline is null)
        {
            report();
        }

        return outline;
    }

    /// <summary>As a property it is <c>path("M…")</c>.</summary>
    private static string Data(string words) =>
        words.StartsWith("path(", StringComparison.Ordinal) && words.EndsWith(')') ? words[5..^1].Trim().Trim('"', '\'') : words;

    /// <summary>Null for <c>auto</c>: as the other.</summary>
    private double? Radius(XElement shape, Style style, string name, double whole) =>
        style.Find(name) is null or { Value: "auto" } ? null : Length(shape, style, name, whole);

    private double Bad(XAttribute attribute)
    {
        document.ReportValue(attribute, "12.5");
        return 0;
    }
}
