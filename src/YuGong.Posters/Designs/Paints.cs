using System.Xml.Linq;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Designs;

/// <summary>
/// What shapes of a design are painted with: presentation attributes and <c>style</c>, inherited; colours and linear gradients.
/// </summary>
/// <param name="Fill">As written; SVG's own default is black.</param>
internal sealed record Paints(string Fill, double FillOpacity, string Stroke, double StrokeOpacity, double StrokeWidth, string Dashes,
    string Caps)
{
    public static Paints Default { get; } = new("#000000", 1, "none", 1, 1, "none", "butt");

    /// <summary>What an element says for itself, on top of what it inherits.</summary>
    public Paints With(XElement element)
    {
        var style = (element.Attribute("style")?.Value ?? "").Split(';').Select(s => s.Split(':', 2)).Where(s => s.Length == 2)
            .GroupBy(s => s[0].Trim(), StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.Last()[1].Trim(), StringComparer.Ordinal);
        string Say(string name, string inherited) => style.GetValueOrDefault(name) ?? element.Attribute(name)?.Value ?? inherited;
        double Count(string name, double inherited) => SvgShapes.Number(Say(name, SceneText.Number(inherited)));
        return new(
            Say("fill", Fill), Count("fill-opacity", FillOpacity), Say("stroke", Stroke), Count("stroke-opacity", StrokeOpacity),
            Count("stroke-width", StrokeWidth), Say("stroke-dasharray", Dashes), Say("stroke-linecap", Caps));
    }

    /// <summary>False when a colour is none that the press knows.</summary>
    /// <param name="move">From the shape's coordinates to the page's.</param>
    public bool Mark(Outline outline, Matrix move, double opacity, IReadOnlyDictionary<string, XElement> gradients, out PathMark? mark)
    {
        var placed = outline.Moved(move);
        var known = Paint(Fill, FillOpacity * opacity, move, outline.Bounds, gradients, out var fill) & Paint(Stroke,
            StrokeOpacity * opacity, move, outline.Bounds, gradients, out var line);
        var scale = Math.Sqrt(Math.Abs((move.A * move.D) - (move.B * move.C)));
        var dashes = Dashes == "none"
            ? [] : Dashes.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(d => SvgShapes.Number(d) * scale).ToList();
        mark = fill is null && line is null
            ? null : new(placed, fill, line is null ? null : new(line, StrokeWidth * scale, dashes, Caps == "round"));
        return known;
    }

    private static bool Paint(string words, double opacity, Matrix move, Rect bounds, IReadOnlyDictionary<string, XElement> gradients,
        out Paint? paint)
    {
        paint = null;
        if (words is "none" or "transparent")
        {
            return true;
        }

        if (words.StartsWith("url(#", StringComparison.Ordinal) && gradients.TryGetValue(words[5..].TrimEnd(')', ' '), out var gradient))
        {
            paint = Gradient(gradient, opacity, move, bounds, gradients);
            return paint is not null;
        }

        var named = words switch { "white" => "#FFFFFF", "black" => "#000000", _ => words };
        paint = Colour.Parse(named) is { } colour ? new Solid(colour, opacity) : null;
        return paint is not null;
    }

    private static Gradient? Gradient(XElement gradient, double opacity, Matrix move, Rect bounds,
        IReadOnlyDictionary<string, XElement> gradients)
    {
        var other = gradient.Attributes().FirstOrDefault(a => a.Name.LocalName == "href")?.Value;
        var stops = gradient.Elements(DesignFile.Svg + "stop").ToList();
        if (stops.Count == 0 && other is not null && gradients.TryGetValue(other.TrimStart('#'), out var holder))
        {
            stops = [.. holder.Elements(DesignFile.Svg + "stop")];
        }

        double At(string name, double otherwise) =>
            gradient.Attribute(name)?.Value is { } v
            ? v.EndsWith('%') ? SvgShapes.Number(v.TrimEnd('%')) / 100 : SvgShapes.Number(v) : otherwise;
        var whole = gradient.Attribute("gradientUnits")?.Value == "userSpaceOnUse"
            ? Matrix.Identity : new Matrix(bounds.Width, 0, 0, bounds.Height, bounds.X, bounds.Y);
        var to = move.After(whole.After(SvgShapes.Transform(gradient.Attribute("gradientTransform")?.Value) ?? Matrix.Identity));
        var read = stops.Select(s => Stop(s, opacity)).ToList();
        return read.Count < 2 || read.Any(s => s is null)
            ? null
            : new(to.Of(At("x1", 0), At("y1", 0)), to.Of(At("x2", 1), At("y2", 0)), [.. read.Select(s => s!.Value)]);
    }

    private static Stop? Stop(XElement stop, double opacity)
    {
        var style = (stop.Attribute("style")?.Value ?? "").Split(';').Select(s => s.Split(':', 2)).Where(s => s.Length == 2)
            .ToDictionary(s => s[0].Trim(), s => s[1].Trim(), StringComparer.Ordinal);
        string? Say(string name) => style.GetValueOrDefault(name) ?? stop.Attribute(name)?.Value;
        var offset = Say("offset") ?? "0";
        var at = offset.EndsWith('%') ? SvgShapes.Number(offset.TrimEnd('%')) / 100 : SvgShapes.Number(offset);
        return Colour.Parse(Say("stop-color") ?? "#000000") is { } colour
            ? new(at, colour, opacity * (Say("stop-opacity") is { } o ? SvgShapes.Number(o) : 1))
            : null;
    }
}
