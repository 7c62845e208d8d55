using System.Xml.Linq;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>
/// A drawing as elements of a design: everything is drawn as a browser draws it, or is a finding; what is hidden is neither.
/// </summary>
internal sealed class SvgReader
{
    /// <summary>More elements than that are drawn only by uses that use uses.</summary>
    private const int MostUsed = 50_000;

    private const int DeepestUse = 400;

    private readonly SvgDocument document;
    private readonly BoxReader? boxes;
    private readonly Effects effects;
    private readonly ShapeMarks shapes;
    private readonly SvgImages images;
    private int count;

    /// <param name="page">Null for a drawing that is no design.</param>
    /// <param name="boxes">What the press fills in; null for a drawing without boxes.</param>
    public SvgReader(SvgDocument document, SvgAssets assets, PageBox? page, BoxReader? boxes)
    {
        (this.document, this.boxes) = (document, boxes);
        Geometry = new(document);
        effects = new(document, this, boxes);
        shapes = new(document, this, page?.Unit == Unit.Millimetre ? 25.4 / 96 : 1);
        images = new(document, assets, page);
    }

    public SvgGeometry Geometry { get; }

    /// <summary>The frame of what stands in the outermost element.</summary>
    public Frame Root(XElement root, Viewport view)
    {
        var style = document.StyleOf(root);
        Undrawn(root, style);
        foreach (var said in style.Own.Where(s => s.Name is "opacity" or "clip-path" or "mask" or "mix-blend-mode"
            && !SvgNames.Nothing.Contains(s.Value) && s.Value != "1"))
        {
            document.Report(PosterRules.NotDrawn, said, $"<svg {said.Name}: {said.Value}>");
        }

        var frame = new Frame(Matrix.Identity, style, view);
        return Geometry.TransformOf(root, frame) is { } move ? frame.Moved(move) : frame;
    }

    /// <summary>The colour behind the drawing, which browsers take from the outermost element's style.</summary>
    public StaticMark? Ground(XElement root, Style style, PageBox page)
    {
        if ((style.Find("background") ?? style.Find("background-color")) is not { } said || SvgNames.Nothing.Contains(said.Value))
        {
            return null;
        }

        if (CssColours.Read(style.Resolved(said.Value)) is { } colour)
        {
            return colour.Opacity > 0 ? Static(root, new PathMark(Outline.Of(page.Full), colour)) : null;
        }

        document.Report(PosterRules.NotDrawn, said, $"{said.Name}: {said.Value}");
        return null;
    }

    /// <summary>What stands within an element.</summary>
    public IReadOnlyList<DesignElement> Children(XElement element, Frame frame) =>
        [.. element.Elements().SelectMany(e => Read(e, frame))];

    /// <summary>What stands within an element, where only what does not change may stand.</summary>
    public IReadOnlyList<Mark> Marks(XElement element, Frame frame) => Marks(element.Elements(), frame);

    public IReadOnlyList<Mark> Marks(IEnumerable<XElement> elements, Frame frame) =>
        [.. elements.SelectMany(e => Read(e, frame with { IsApart = true })).SelectMany(Marks)];

    /// <param name="outer">With the style of the element around it.</param>
    public IEnumerable<DesignElement> Read(XElement element, Frame outer)
    {
        if (element.Name.Namespace != DesignFile.Svg || SvgNames.Silent.Contains(element.Name.LocalName) || !Applies(element))
        {
            return [];
        }

        if ((outer.Uses is not null && ++count > MostUsed) || outer.Depth > DeepestUse)
        {
            document.Report(PosterRules.NotDrawn, document.Root, $"<use> × {MostUsed}");
            return [];
        }

        var style = document.StyleOf(element, outer.Style);
        if (style["display"] == "none")
        {
            return [];
        }

        Undrawn(element, style);
        var frame = outer with { Style = style, Depth = outer.Depth + 1 };
        if (Geometry.TransformOf(element, frame) is not { } move)
        {
            return [];
        }

        frame = frame.Moved(move);
        return effects.On(element, frame, () => Inside(element, frame));
    }

    /// <summary>Whether a condition of <c>switch</c> holds here, where people read Chinese and browsers have no extensions.</summary>
    private static bool Applies(XElement element) =>
        string.IsNullOrWhiteSpace(element.Attribute("requiredExtensions")?.Value ?? "")
        && (element.Attribute("systemLanguage") is not { } languages
            || Lengths.Words(languages.Value).Any(l => l.Split('-')[0].Equals("zh", StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<Mark> Marks(DesignElement element) => element switch
    {
        StaticMark mark => [mark.Mark],
        ElementGroup group when group.IsPlain => group.Elements.SelectMany(Marks),
        ElementGroup group => [group.Around([.. group.Elements.SelectMany(Marks)])],
        _ => [],
    };

    private IReadOnlyList<DesignElement> Inside(XElement element, Frame frame)
    {
        if (element.Attributes().FirstOrDefault(BoxReader.IsBox) is { } box && frame.IsApart)
        {
            document.Report(PosterRules.NotDrawn, box, $"{box.Name.LocalName} → <mask> <pattern> <marker>");
            return [];
        }

        if (boxes?.Read(element, frame) is { } filled)
        {
            return frame.Style["visibility"] == "visible" ? [filled] : [];
        }

        switch (element.Name.LocalName)
        {
            case "g" or "a":
                return Children(element, frame);
            case "switch":
                return element.Elements().FirstOrDefault(e => e.Name.Namespace == DesignFile.Svg && Applies(e)) is { } chosen
                    ? [.. Read(chosen, frame)] : [];
            case "svg":
                return View(element, Geometry.ViewOf(element, frame), frame);
            case "use":
                return Use(element, frame);
            case "image":
                return images.Read(element, frame, Geometry.Shapes.RectOf(element, frame.Style, frame.View));
            case "text" when string.IsNullOrWhiteSpace(element.Value):
                return [];
            default:
                return Shape(element, frame);
        }
    }

    private IReadOnlyList<DesignElement> Shape(XElement element, Frame frame)
    {
        if (!SvgGeometry.IsShape(element))
        {
            document.Report(PosterRules.NotDrawn, element, $"<{element.Name.LocalName}>");
            return [];
        }

        foreach (var inner in element.Elements().Where(e => e.Name.Namespace == DesignFile.Svg
            && !SvgNames.Silent.Contains(e.Name.LocalName)))
        {
            document.Report(PosterRules.NotDrawn, inner, $"<{inner.Name.LocalName}>");
        }

        return Geometry.Shapes.OutlineOf(element, frame.Style, frame.View) is { } outline && frame.Style["visibility"] == "visible"
            ? [.. shapes.Of(element, outline, frame).Select(mark => Static(element, mark))] : [];
    }

    private StaticMark Static(XElement element, Mark mark) => new() { Span = document.File.Span(element), When = null, Mark = mark };

    /// <summary>A view of its own: a svg element within another, or a symbol that is used.</summary>
    private IReadOnlyList<DesignElement> View(XElement element, Rect place, Frame frame)
    {
        if (place.Width <= 0 || place.Height <= 0)
        {
            return [];
        }

        var view = ViewBox.Read(element.Attribute("viewBox")?.Value);
        var move = view is { } seen
            ? ViewBox.Fit(seen, place, element.Attribute("preserveAspectRatio")?.Value, out _)
            : Matrix.Translation(place.X, place.Y);
        var inner = Children(element, frame.Moved(move) with { View = new(view?.Width ?? place.Width, view?.Height ?? place.Height) });
        return inner.Count == 0 || frame.Style["overflow"] is "visible" or "auto" ? inner :
        [
            new ElementGroup { Span = document.File.Span(element), When = null, Elements = inner,
                Clip = Outline.Of(place).Moved(frame.Place) },
        ];
    }

    private IReadOnlyList<DesignElement> Use(XElement use, Frame frame)
    {
        if (document.Referred(use) is not { } target)
        {
            return [];
        }

        if (UseChain.Holds(frame.Uses, target) || use.Ancestors().Contains(target))
        {
            document.Report(PosterRules.NotDrawn, use, $"<use href=\"#{target.Attribute("id")?.Value}\"> ⟲");
            return [];
        }

        var box = Geometry.Shapes.RectOf(use, frame.Style, frame.View);
        var inner = frame.Moved(Matrix.Translation(box.X, box.Y)) with { Uses = new(target, frame.Uses) };
        if (target.Name.LocalName is not ("symbol" or "svg"))
        {
            return [.. Read(target, inner)];
        }

        var style = document.StyleOf(target, inner.Style);
        if (style["display"] == "none")
        {
            return [];
        }

        inner = inner with { Style = style };
        var own = Geometry.ViewOf(target, inner);
        double Side(string name, double said, double otherwise) => use.Attribute(name) is null ? otherwise : said;
        var place = new Rect(own.X, own.Y, Side("width", box.Width, own.Width), Side("height", box.Height, own.Height));
        return [.. effects.On(target, inner, () => View(target, place, inner))];
    }

    /// <summary>Says what of an element's own style the press would have to leave out.</summary>
    private void Undrawn(XElement element, Style style)
    {
        foreach (var said in style.Own)
        {
            if (SvgNames.Undrawn.Contains(said.Name) && !SvgNames.Nothing.Contains(said.Value))
            {
                var rule = said.Name.EndsWith("filter", StringComparison.Ordinal) ? PosterRules.NoFilter : PosterRules.NotDrawn;
                document.Report(rule, said, $"{said.Name}: {said.Value}");
            }
            else if (said is { Name: "color-interpolation", Value: "linearRGB" } or { Name: "image-rendering",
                Value: "pixelated" or "crisp-edges" or "-webkit-optimize-contrast" })
            {
                document.Report(PosterRules.NotDrawn, said, $"{said.Name}: {said.Value}");
            }
        }

        foreach (var attribute in element.Attributes()
            .Where(a => a.Name.NamespaceName.Length == 0 && a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)))
        {
            document.Report(PosterRules.NotDrawn, attribute, attribute.Name.LocalName);
        }
    }
}
