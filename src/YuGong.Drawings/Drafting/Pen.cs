using System.Globalization;
using System.Text;

namespace YuGong.Drawings.Drafting;

/// <summary>Draws onto a sheet. Strokes of one ink that follow one another become one path, unless they are kept apart.</summary>
internal sealed partial class Pen(Lettering letters)
{
    private readonly StringBuilder svg = new();
    private readonly StringBuilder path = new();
    private Ink? ink;
    private int depth = 1;

    /// <summary>The SVG elements drawn so far.</summary>
    public override string ToString()
    {
        Flush();
        return svg.ToString();
    }

    public void Group(string id, Action draw, string attributes = "")
    {
        Flush();
        Margin().Append("<g id=\"").Append(id).Append('"').Append(attributes).Append(">\n");
        depth++;
        draw();
        Flush();
        depth--;
        Margin().Append("</g>\n");
    }

    public void Path(string data, Ink with)
    {
        if (ink != with)
        {
            Flush();
            ink = with;
        }

        path.Append(data);
    }

    /// <summary>What was drawn until now becomes an element of its own.</summary>
    public void Flush()
    {
        if (ink is null || path.Length == 0)
        {
            return;
        }

        Margin().Append("<path d=\"").Append(path).Append("\" fill=\"").Append(ink.Fill ?? "none").Append('"');
        if (ink.Stroke is not null)
        {
            svg.Append(" stroke=\"").Append(ink.Stroke).Append("\" stroke-width=\"").Append(ink.Width.ToString(CultureInfo.InvariantCulture)).Append('"');
            if (ink.Dash is not null)
            {
                svg.Append(" stroke-dasharray=\"").Append(ink.Dash).Append('"');
            }

            svg.Append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }

        if (ink.Opacity < 1)
        {
            svg.Append(CultureInfo.InvariantCulture, $" opacity=\"{ink.Opacity}\"");
        }

        svg.Append("/>\n");
        path.Clear();
    }

    public void Line(Spot a, Spot b, Ink with) => Path(new PathText().Move(a).Line(b).ToString(), with);

    public void Lines(IEnumerable<Spot> spots, Ink with, bool closed = false)
    {
        PathText? data = null;
        foreach (var spot in spots)
        {
            data = data is null ? new PathText().Move(spot) : data.Line(spot);
        }

        Path((closed ? data?.Close() : data)?.ToString() ?? "", with);
    }

    public void Box(double x, double y, double width, double height, Ink with) => Path(In($"M{R(x)} {R(y)}H{R(x + width)}V{R(y + height)}H{R(x)}Z"), with);

    public void Circle(Spot centre, double radius, Ink with) => Ellipse(centre, radius, radius, with);

    public void Ellipse(Spot centre, double rx, double ry, Ink with) =>
        Path(In($"M{R(centre.X - rx)} {R(centre.Y)}A{R(rx)} {R(ry)} 0 0 1 {R(centre.X + rx)} {R(centre.Y)}A{R(rx)} {R(ry)} 0 0 1 {R(centre.X - rx)} {R(centre.Y)}Z"), with);

    /// <summary>Counter-clockwise from one angle to another, degrees.</summary>
    public void Arc(Spot centre, double radius, double from, double to, Ink with) => Lines(Curves.Arc(centre, radius, radius, from, to), with);

    /// <summary>A smooth line through the spots.</summary>
    public void Curve(IReadOnlyList<Spot> spots, Ink with, bool closed = false) => Lines(Curves.Smooth(spots, closed), with, closed);

    /// <summary>Fine parallel lines inside an outline: cut material.</summary>
    public void Hatch(IReadOnlyList<Spot> outline, double angle, double gap, Ink with)
    {
        foreach (var (a, b) in Hatching.Of(outline, angle, gap))
        {
            Line(a, b, with);
        }
    }

    private static double R(double value) => Math.Round(value, 1) + 0.0;

    private static string In(FormattableString text) => FormattableString.Invariant(text);

    private StringBuilder Margin() => svg.Append(' ', depth * 2);
}
