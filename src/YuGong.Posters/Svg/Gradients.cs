using System.Xml.Linq;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>Linear and radial gradients (SVG 2, 14.2) as paints of the scene.</summary>
internal sealed class Gradients(SvgDocument document)
{
    /// <summary>So many times a gradient may be repeated over one shape.</summary>
    private const int MostRepeats = 400;

    /// <summary>Null where nothing is painted: no stops, or a shape without extent.</summary>
    /// <param name="bounds">Of what is painted, in its own units.</param>
    /// <param name="reach">How far paint goes beyond them.</param>
    public Paint? Read(XElement gradient, Frame frame, Rect bounds, double reach, double opacity)
    {
        var chain = Inheritance.Of(gradient, document, "linearGradient", "radialGradient");
        var stops = Stops(chain.FirstOrDefault(g => g.Elements(DesignFile.Svg + "stop").Any()), opacity);
        if (stops.Count < 2)
        {
            return stops.Count == 0 ? null : new Solid(stops[0].Colour, stops[0].Opacity);
        }

        var isWhole = Inheritance.Attribute(chain, "gradientUnits")?.Value != "userSpaceOnUse";
        if (isWhole && (bounds.Width <= 0 || bounds.Height <= 0))
        {
            return null;
        }

        var units = isWhole ? new Matrix(bounds.Width, 0, 0, bounds.Height, bounds.X, bounds.Y) : Matrix.Identity;
        var turn = Inheritance.Transform(chain, "gradientTransform", document, frame);
        var (own, view) = (units.After(turn), isWhole ? new Viewport(1, 1) : frame.View);
        var axis = gradient.Name.LocalName == "radialGradient" ? Radial(chain, view) : Linear(chain, view);
        if (axis is not { } ends || own.Inverse is not { } back)
        {
            return new Solid(stops[^1].Colour, stops[^1].Opacity);
        }

        var spread = Inheritance.Attribute(chain, "spreadMethod")?.Value;
        if (spread is "reflect" or "repeat")
        {
            (ends, stops) = Repeated(ends, stops, spread == "reflect", Corners(bounds, reach, back));
        }

        return Placed(new(ends.From, ends.To, stops) { Radii = ends.Radii }, frame.Place.After(own));
    }

    private static Gradient Placed(Gradient gradient, Matrix to)
    {
        var isAlong = gradient.From.X == gradient.To.X || gradient.From.Y == gradient.To.Y;
        if (!to.KeepsShape && (gradient.Radii is not null || !isAlong || to.B != 0 || to.C != 0))
        {
            return gradient with { Move = to };
        }

        var (from, end) = (to.Of(gradient.From.X, gradient.From.Y), to.Of(gradient.To.X, gradient.To.Y));
        return gradient with
        {
            From = from, To = end, Radii = gradient.Radii is { } r ? (r.Start * to.Size, r.End * to.Size) : null,
        };
    }

    private Axis? Linear(IReadOnlyList<XElement> chain, Viewport view)
    {
        var from = new Point(At(chain, "x1", "0%", view.Width), At(chain, "y1", "0%", view.Height));
        var to = new Point(At(chain, "x2", "100%", view.Width), At(chain, "y2", "0%", view.Height));
        return from == to ? null : new(from, to, null);
    }

    private Axis? Radial(IReadOnlyList<XElement> chain, Viewport view)
    {
        var (cx, cy) = (At(chain, "cx", "50%", view.Width), At(chain, "cy", "50%", view.Height));
        var (r, fr) = (At(chain, "r", "50%", view.Diagonal), At(chain, "fr", "0%", view.Diagonal));
        double? F(string name, double whole) => Inheritance.Attribute(chain, name) is null ? null : At(chain, name, "50%", whole);
        var (fx, fy) = (F("fx", view.Width) ?? cx, F("fy", view.Height) ?? cy);
        return r <= 0 ? null : new(new(fx, fy), new(cx, cy), (fr, r));
    }

    private double At(IReadOnlyList<XElement> chain, string name, string otherwise, double whole)
    {
        var attribute = Inheritance.Attribute(chain, name);
        if (Lengths.Read(attribute?.Value ?? otherwise, whole, Style.None) is { } length)
        {
            return length;
        }

        document.ReportValue(attribute!, "0.5");
        return 0;
    }

    private List<Stop> Stops(XElement? holder, double opacity)
    {
        var stops = new List<Stop>();
        foreach (var stop in holder?.Elements(DesignFile.Svg + "stop") ?? [])
        {
            var style = document.StyleOf(stop);
            var words = style["stop-color"];
            var colour = CssColours.Read(words.Equals("currentcolor", StringComparison.OrdinalIgnoreCase) ? style["color"] : words);
            if (colour is null)
            {
                document.ReportValue(style.Said("stop-color")!, "#14171A");
            }

            var (at, seen) = (Lengths.Share(stop.Attribute("offset")?.Value ?? "0") ?? 0, Lengths.Share(style["stop-opacity"]) ?? 1);
            var offset = Math.Max(Math.Clamp(at, 0, 1), stops.Count == 0 ? 0 : stops[^1].Offset);
            stops.Add(new(offset, colour?.Colour ?? default, opacity * (colour?.Opacity ?? 1) * Math.Clamp(seen, 0, 1)));
        }

        return stops;
    }

    private static Point[] Corners(Rect b, double reach, Matrix back)
    {
        var r = b.Inset(-reach);
        return [back.Of(r.X, r.Y), back.Of(r.Right, r.Y), back.Of(r.X, r.Bottom), back.Of(r.Right, r.Bottom)];
    }

    /// <summary>The same axis made so long that it never ends on the shape, with the stops again and again.</summary>
    private static (Axis Axis, List<Stop> Stops) Repeated(Axis axis, List<Stop> stops, bool reflects, Point[] corners)
    {
        var (from, to) = (axis.From, axis.To);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        int first = 0, last;
        if (axis.Radii is { } radii)
        {
            var grow = Math.Max(1e-6, radii.End - radii.Start - Math.Sqrt((dx * dx) + (dy * dy)));
            last = (int)Math.Min(MostRepeats,
                Math.Ceiling(corners.Max(c => Math.Sqrt(Math.Pow(c.X - from.X, 2) + Math.Pow(c.Y - from.Y, 2))) / grow));
        }
        else
        {
            var along = corners.Select(c => (((c.X - from.X) * dx) + ((c.Y - from.Y) * dy)) / ((dx * dx) + (dy * dy))).ToList();
            first = (int)Math.Max(-MostRepeats, Math.Floor(along.Min()));
            last = (int)Math.Min(MostRepeats, Math.Ceiling(along.Max()));
        }

        last = Math.Max(first + 1, last);
        var all = new List<Stop>();
        List<Stop> whole = [stops[0] with { Offset = 0 }, .. stops, stops[^1] with { Offset = 1 }];
        for (var k = first; k < last; k++)
        {
            var turned = reflects && k % 2 != 0;
            all.AddRange((turned ? Enumerable.Reverse(whole).Select(s => s with { Offset = 1 - s.Offset }) : whole)
                .Select(s => s with { Offset = (k - first + s.Offset) / (last - first) }));
        }

        Point At(double t) => new(from.X + (t * dx), from.Y + (t * dy));
        return (new(At(first), At(last), axis.Radii is { } r ? (r.Start, r.Start + (last * (r.End - r.Start))) : null), all);
    }

    private sealed record Axis(Point From, Point To, (double Start, double End)? Radii);
}
