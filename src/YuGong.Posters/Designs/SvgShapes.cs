using System.Globalization;
using System.Xml.Linq;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Designs;

/// <summary>The plain shapes of SVG as outlines, with what they are painted with.</summary>
internal static class SvgShapes
{
    /// <summary>The outline of a shape in its own coordinates; null when the element is no shape or cannot be read.</summary>
    public static Outline? OutlineOf(XElement shape)
    {
        double N(string name) => Number(shape.Attribute(name)?.Value);
        switch (shape.Name.LocalName)
        {
            case "rect":
                var rx = N(shape.Attribute("rx") is null ? "ry" : "rx");
                var box = new Rect(N("x"), N("y"), N("width"), N("height"));
                return rx <= 0 ? Outline.Of(box) : Rounded(box, rx);
            case "circle":
                return Ellipse(N("cx"), N("cy"), N("r"), N("r"));
            case "ellipse":
                return Ellipse(N("cx"), N("cy"), N("rx"), N("ry"));
            case "line":
                return new([new(OutlineStep.Move, new(N("x1"), N("y1"))), new(OutlineStep.Line, new(N("x2"), N("y2")))]);
            case "polyline" or "polygon":
                return PathData.Read($"M{shape.Attribute("points")?.Value}{(shape.Name.LocalName == "polygon" ? "Z" : "")}");
            case "path":
                return PathData.Read(shape.Attribute("d")?.Value ?? "");
            default:
                return null;
        }
    }

    public static Outline Rounded(Rect r, double radius)
    {
        var corner = Math.Min(radius, Math.Min(r.Width, r.Height) / 2);
        return PathData.Read(string.Create(
            CultureInfo.InvariantCulture,
            $"M{r.X + corner} {r.Y}H{r.Right - corner}a{corner} {corner} 0 0 1 {corner} {corner}V{r.Bottom - corner}a{corner} "
                + $"{corner} 0 0 1 {-corner} {corner}H{r.X + corner}a{corner} {corner} 0 0 1 {-corner} "
                + $"{-corner}V{r.Y + corner}a{corner} {corner} 0 0 1 {corner} {-corner}Z"))!;
    }

    public static double Number(string? text) =>
        double.TryParse((text ?? "").Replace("px", "", StringComparison.Ordinal).Replace("mm", "", StringComparison.Ordinal),
            NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary><c>translate scale rotate matrix</c>, in any number; null when there is another word in it.</summary>
    public static Matrix? Transform(string? text)
    {
        var matrix = Matrix.Identity;
        foreach (var part in (text ?? "").Split(')', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = part.TrimStart(',', ' ').Split('(', 2);
            var n = words[^1].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray();
            Matrix? step = (words[0].Trim(), n.Length) switch
            {
                ("translate", 1) => Matrix.Translation(n[0], 0),
                ("translate", 2) => Matrix.Translation(n[0], n[1]),
                ("scale", 1) => Matrix.Scale(n[0], n[0]),
                ("scale", 2) => Matrix.Scale(n[0], n[1]),
                ("rotate", 1) => Matrix.Turn(n[0], default),
                ("rotate", 3) => Matrix.Turn(n[0], new(n[1], n[2])),
                ("matrix", 6) => new(n[0], n[1], n[2], n[3], n[4], n[5]),
                _ => null,
            };
            if (step is null)
            {
                return null;
            }

            matrix = matrix.After(step.Value);
        }

        return matrix;
    }

    private static Outline Ellipse(double cx, double cy, double rx, double ry) =>
        PathData.Read(string.Create(CultureInfo.InvariantCulture,
            $"M{cx - rx} {cy}a{rx} {ry} 0 0 1 {2 * rx} 0a{rx} {ry} 0 0 1 {-2 * rx} 0Z"))!;
}
