using System.Xml.Linq;
using YuGong.Content;
using YuGong.Posters.Scenes;
using Page = YuGong.Posters.Scenes.PageBox;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>
/// Reads a design file: page, layers, drawing and boxes. Findings stand at the line of the element or attribute they are about.
/// </summary>
public sealed class DesignReader
{
    private static readonly XNamespace Inkscape = "http://www.inkscape.org/namespaces/inkscape";
    private static readonly HashSet<string> Silent = ["title", "desc", "metadata", "defs", "namedview", "style", "linearGradient"];

    private readonly DesignFile file;
    private readonly IReadOnlyCollection<string> stacks;
    private readonly Diagnostics diagnostics;
    private readonly Dictionary<string, XElement> gradients = new(StringComparer.Ordinal);

    private DesignReader(DesignFile file, IReadOnlyCollection<string> stacks, Diagnostics diagnostics) =>
        (this.file, this.stacks, this.diagnostics) = (file, stacks, diagnostics);

    /// <param name="file">Its path ends in <c>posters/NAME/SHAPE.svg</c>.</param>
    /// <param name="stacks">The names of the theme's font stacks.</param>
    /// <returns>Null when the file has no page; other mistakes are reported and left out.</returns>
    public static Design? Read(SourceFile file, IReadOnlyCollection<string> stacks, Diagnostics diagnostics) =>
        new DesignReader(new(file), stacks, diagnostics).Read();

    private Design? Read()
    {
        if (file.Read(diagnostics) is not { } root)
        {
            return null;
        }

        var attributes = new BoxAttributes(root, file, diagnostics);
        var (bleed, safe) = (attributes.Number("bleed", 0), attributes.Number("safe", 0));
        var about = attributes.Choice("about", Subject.Story, ("story", Subject.Story), ("site", Subject.Site),
            ("certificate", Subject.Certificate));
        var scope = attributes.Choice("scope", ConsentScope.Poster, ("poster", ConsentScope.Poster), ("web", ConsentScope.Web));
        attributes.ReportUnknown();
        if (PageOf(root, bleed, safe) is not { } page)
        {
            diagnostics.Report(PosterRules.NoPage, file.Span(root), root.Name.LocalName);
            return null;
        }

        foreach (var gradient in root.Descendants(DesignFile.Svg + "linearGradient").Where(g => g.Attribute("id") is not null))
        {
            gradients[gradient.Attribute("id")!.Value] = gradient;
        }

        var path = file.File.Path.Split('/');
        var layers = new List<DesignLayer>();
        var boxes = new BoxReader(file, page, stacks, diagnostics);
        foreach (var child in root.Elements().Where(e => !Silent.Contains(e.Name.LocalName)))
        {
            var id = child.Attribute("id")?.Value ?? $"layer-{layers.Count + 1}";
            var name = child.Attribute(Inkscape + "label")?.Value ?? id;
            layers.Add(new(id, name, [.. Elements(child, Paints.Default, Matrix.Identity, 1, boxes)]));
        }

        return new(path.Length > 1 ? path[^2] : "", Path.GetFileNameWithoutExtension(path[^1]), file.File, about, scope, page, layers);
    }

    /// <summary><c>width</c> and <c>height</c> in mm or px, and a <c>viewBox</c> that counts the same units from 0 0.</summary>
    private static Page? PageOf(XElement root, double bleed, double safe)
    {
        var (width, height) = (root.Attribute("width")?.Value ?? "", root.Attribute("height")?.Value ?? "");
        var view = (root.Attribute("viewBox")?.Value ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(SvgShapes.Number)
            .ToArray();
        var unit = width.EndsWith("mm", StringComparison.Ordinal) ? Unit.Millimetre : Unit.Pixel;
        var (w, h) = (SvgShapes.Number(width), SvgShapes.Number(height));
        return root.Name == DesignFile.Svg + "svg" && w > 0 && h > 0 && view is [0, 0, var vw, var vh] && Math.Abs(vw - w) < 0.001
            && Math.Abs(vh - h) < 0.001
            && height.EndsWith("mm", StringComparison.Ordinal) == (unit == Unit.Millimetre)
            ? new(unit, w, h, bleed, safe)
            : null;
    }

    private IEnumerable<DesignElement> Elements(XElement element, Paints inherited, Matrix outer, double opacity, BoxReader boxes)
    {
        if (element.Name.NamespaceName != DesignFile.Svg.NamespaceName || Silent.Contains(element.Name.LocalName))
        {
            yield break;
        }

        var move = SvgShapes.Transform(element.Attribute("transform")?.Value);
        if (move is null)
        {
            diagnostics.Report(PosterRules.NotDrawn, file.Span(element.Attribute("transform")!), element.Attribute("transform")!.Value);
            yield break;
        }

        var (place, paints) = (outer.After(move.Value), inherited.With(element));
        var own = element.Attribute("opacity") is { } o ? SvgShapes.Number(o.Value) : 1;
        if (element.Name.LocalName == "g")
        {
            var attributes = new BoxAttributes(element, file, diagnostics);
            var when = BoxReader.When(attributes);
            attributes.ReportUnknown();
            var inner = element.Elements().SelectMany(e => Elements(e, paints, place, 1, boxes)).ToList();
            yield return new ElementGroup
            {
                Span = file.Span(element), When = when, Opacity = own * opacity, Elements = inner,
            };
        }
        else if (boxes.Read(element, place) is { } box)
        {
            yield return box;
        }
        else if (SvgShapes.OutlineOf(element) is not { } outline)
        {
            diagnostics.Report(PosterRules.NotDrawn, file.Span(element), element.Name.LocalName);
        }
        else
        {
            var attributes = new BoxAttributes(element, file, diagnostics);
            var when = BoxReader.When(attributes);
            attributes.ReportUnknown();
            if (!paints.Mark(outline, place, own * opacity, gradients, out var mark))
            {
                diagnostics.Report(PosterRules.NotDrawn, file.Span(element), $"{paints.Fill} {paints.Stroke}");
            }
            else if (mark is not null)
            {
                yield return new StaticPath
                {
                    Span = file.Span(element), When = when, Mark = mark,
                };
            }
        }
    }
}
