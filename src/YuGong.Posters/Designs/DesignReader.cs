using System.Xml.Linq;
using YuGong.Content;
using YuGong.Posters.Scenes;
using YuGong.Posters.Svg;
using Page = YuGong.Posters.Scenes.PageBox;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>
/// Reads a design file: page, layers, drawing and boxes. Findings stand at the line of the element or attribute they are about.
/// </summary>
public sealed class DesignReader
{
    private static readonly XNamespace Inkscape = "http://www.inkscape.org/namespaces/inkscape";

    private readonly DesignFile file;
    private readonly IReadOnlyCollection<string> stacks;
    private readonly Diagnostics diagnostics;

    private DesignReader(DesignFile file, IReadOnlyCollection<string> stacks, Diagnostics diagnostics) =>
        (this.file, this.stacks, this.diagnostics) = (file, stacks, diagnostics);

    /// <param name="file">Its path ends in <c>posters/NAME/SHAPE.svg</c>.</param>
    /// <param name="stacks">The names of the theme's font stacks.</param>
    /// <returns>Null when the file has no page; other mistakes are reported and left out.</returns>
    public static Design? Read(SourceFile file, IReadOnlyCollection<string> stacks, Diagnostics diagnostics) =>
        Read(file, stacks, diagnostics, SvgAssets.None);

    /// <param name="assets">What the design may link to.</param>
    internal static Design? Read(SourceFile file, IReadOnlyCollection<string> stacks, Diagnostics diagnostics, SvgAssets assets) =>
        new DesignReader(new(file), stacks, diagnostics).Read(assets);

    private Design? Read(SvgAssets assets)
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
        var when = BoxReader.When(attributes);
        attributes.ReportUnknown();
        if (PageOf(root, bleed, safe) is not { } page)
        {
            diagnostics.Report(PosterRules.NoPage, file.Span(root), root.Name.LocalName);
            return null;
        }

        var document = new SvgDocument(file, root, diagnostics);
        if (document.IsTooDeep)
        {
            return null;
        }

        var path = file.File.Path.Split('/');
        var layers = Layers(root, document, page, assets);
        if (about == Subject.Certificate)
        {
            Transparency.Check(layers, diagnostics);
        }

        return new(path.Length > 1 ? path[^2] : "", Path.GetFileNameWithoutExtension(path[^1]), file.File, about, scope, page, layers)
        {
            Pictures = assets.Contents, When = when, Title = root.Element(DesignFile.Svg + "title")?.Value ?? "",
        };
    }

    /// <summary>What stands in the file at first hand; layers that are hidden are empty.</summary>
    private List<DesignLayer> Layers(XElement root, SvgDocument document, Page page, SvgAssets assets)
    {
        var reader = new SvgReader(document, assets, page, new(document, page, stacks, diagnostics));
        var layers = new List<DesignLayer>();
        var frame = reader.Root(root, new(page.Width, page.Height));
        if (reader.Ground(root, frame.Style, page) is { } ground)
        {
            layers.Add(new("canvas", "canvas", [ground]));
        }

        foreach (var child in root.Elements()
            .Where(e => e.Name.Namespace == DesignFile.Svg && !SvgNames.Silent.Contains(e.Name.LocalName)))
        {
            var id = child.Attribute("id")?.Value ?? $"layer-{layers.Count + 1}";
            var name = child.Attribute(Inkscape + "label")?.Value ?? child.Attribute("data-name")?.Value ?? id;
            layers.Add(new(id, name, [.. reader.Read(child, frame)]));
        }

        return layers;
    }

    /// <summary><c>width</c> and <c>height</c> in mm or px, and a <c>viewBox</c> that counts the same units from 0 0.</summary>
    private static Page? PageOf(XElement root, double bleed, double safe)
    {
        var (width, height) = (root.Attribute("width")?.Value.Trim() ?? "", root.Attribute("height")?.Value.Trim() ?? "");
        var unit = width.EndsWith("mm", StringComparison.Ordinal) ? Unit.Millimetre : Unit.Pixel;
        double Side(string words) =>
            Lengths.Numbers(words is [.., 'm', 'm'] or [.., 'p', 'x'] ? words[..^2] : words) is [var side] ? side : 0;
        var (w, h) = (Side(width), Side(height));
        return root.Name == DesignFile.Svg + "svg" && w > 0 && h > 0
            && Lengths.Numbers(root.Attribute("viewBox")?.Value) is [0, 0, var vw, var vh] && Math.Abs(vw - w) < 0.001
            && Math.Abs(vh - h) < 0.001
            && height.EndsWith("mm", StringComparison.Ordinal) == (unit == Unit.Millimetre)
            ? new(unit, w, h, bleed, safe)
            : null;
    }
}
