using System.Xml;
using System.Xml.Linq;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Designs;

/// <summary>
/// A drawing that stays a drawing on the poster: plain shapes of an SVG file (groups, paths, circles, strokes, fills, moves) become marks
/// of
/// the scene, sharp at any size. A drawing with anything else in it – text, gradients, clips – is shown as a picture instead.
/// </summary>
/// <param name="Box">What is shown, in the drawing's units.</param>
internal sealed record VectorPicture(Rect Box, IReadOnlyList<(Outline Outline, Matrix Move, Paints Paints, double Opacity)> Shapes)
{
    private static readonly HashSet<string> Silent = ["title", "desc", "metadata"];
    private static readonly Dictionary<string, XElement> NoGradients = new(StringComparer.Ordinal);

    /// <summary>Null when the file is no SVG or holds more than plain shapes.</summary>
    /// <param name="part">The group to show alone, by its id; its <c>data-box="x y width height"</c> says where it stands. Where the
    /// drawing has none, all is shown.</param>
    public static VectorPicture? Read(string path, string? part)
    {
        if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || Root(path) is not { } root)
        {
            return null;
        }

        var shown = part is null
            ? root : root.Elements().FirstOrDefault(e => e.Attribute("id")?.Value == part && Numbers(e, "data-box") is [_, _, > 0, > 0])
            ?? root;
        var box = shown == root ? Numbers(root, "viewBox") : Numbers(shown, "data-box");
        var shapes = new List<(Outline, Matrix, Paints, double)>();
        return box is [var x, var y, > 0 and var width, > 0 and var height] && Collect(shown, Paints.Default, Matrix.Identity, 1, shapes)
            ? new(new(x, y, width, height), shapes)
            : null;
    }

    /// <summary>The drawing in a box of the page, whole or filling it.</summary>
    public IEnumerable<Mark> In(Rect place, Fit fit)
    {
        var (sx, sy) = (place.Width / Box.Width, place.Height / Box.Height);
        var scale = fit == Fit.Contain ? Math.Min(sx, sy) : Math.Max(sx, sy);
        var to = Matrix.Translation(place.CentreX - (Box.CentreX * scale), place.CentreY - (Box.CentreY * scale))
            .After(Matrix.Scale(scale, scale));
        var marks = new List<Mark>(Shapes.Count);
        foreach (var (outline, move, paints, opacity) in Shapes)
        {
            if (paints.Mark(outline, to.After(move), opacity, NoGradients, out var mark) && mark is not null)
            {
                marks.Add(mark);
            }
        }

        return [new Group(marks, Clip: Outline.Of(place))];
    }

    private static XElement? Root(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader) is { } root && root.Name == DesignFile.Svg + "svg" ? root : null;
        }
        catch (Exception unreadable) when (unreadable is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool Collect(XElement element, Paints inherited, Matrix outer, double opacity,
        List<(Outline, Matrix, Paints, double)> shapes)
    {
        if (SvgShapes.Transform(element.Attribute("transform")?.Value) is not { } move)
        {
            return false;
        }

        var (place, paints) = (outer.After(move), inherited.With(element));
        var faded = opacity * (element.Attribute("opacity") is { } own ? SvgShapes.Number(own.Value) : 1);
        if (element.Name.LocalName is "g" or "svg")
        {
            return element.Elements().Where(e => !Silent.Contains(e.Name.LocalName)).All(e => Collect(e, paints, place, faded, shapes));
        }

        if (element.Name.Namespace != DesignFile.Svg || SvgShapes.OutlineOf(element) is not { } outline
            || !paints.Mark(outline, place, faded, NoGradients, out _))
        {
            return false;
        }

        shapes.Add((outline, place, paints, faded));
        return true;
    }

    private static double[] Numbers(XElement element, string name) =>
        [.. (element.Attribute(name)?.Value ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(SvgShapes.Number)];
}
