using System.Xml.Linq;
using YuGong.Imaging.Drawing;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>Clip paths (CSS Masking 1, 5) as outlines on the page.</summary>
internal sealed class Clips(SvgDocument document, SvgGeometry geometry)
{
    private const int Deepest = 8;

    /// <summary>What the element stays inside of, all of them; null when nothing of it is seen.</summary>
    public IReadOnlyList<Outline>? On(XElement element, Frame frame) => On(element, frame, frame.Style, 0);

    private IReadOnlyList<Outline>? On(XElement element, Frame frame, Style style, int depth)
    {
        var words = style["clip-path"];
        if (words is "none" or "" || style.Said("clip-path") is not { } said)
        {
            return [];
        }

        if (!words.StartsWith("url(", StringComparison.OrdinalIgnoreCase) || depth > Deepest)
        {
            document.Report(PosterRules.NotDrawn, said, $"clip-path: {words}");
            return [];
        }

        if (document.Find(words, said) is not { } clip)
        {
            return [];
        }

        if (clip.Name.LocalName != "clipPath")
        {
            document.Report(PosterRules.NotDrawn, said, $"clip-path: {words} → <{clip.Name.LocalName}>");
            return [];
        }

        return Read(clip, element, frame, depth);
    }

    private List<Outline>? Read(XElement clip, XElement element, Frame frame, int depth)
    {
        var inner = frame with { Style = document.StyleOf(clip) };
        if (On(element, frame, inner.Style, depth + 1) is not { } others || geometry.TransformOf(clip, inner) is not { } move)
        {
            return null;
        }

        inner = inner.Moved(move);
        if (clip.Attribute("clipPathUnits")?.Value == "objectBoundingBox")
        {
            if (geometry.BoundsOf(element, frame with { Place = Matrix.Identity }) is not { Width: > 0, Height: > 0 } box)
            {
                return null;
            }

            inner = inner.Moved(new(box.Width, 0, 0, box.Height, box.X, box.Y));
        }

        var shapes = clip.Elements().Where(e => e.Name.Namespace == DesignFile.Svg).Select(e => Shape(e, inner)).OfType<Outline>().ToList();
        return shapes.Count switch
        {
            0 => null,
            1 => [shapes[0], .. others],
            _ => [Union(shapes), .. others],
        };
    }

    private Outline? Shape(XElement element, Frame outer)
    {
        if (SvgNames.Silent.Contains(element.Name.LocalName))
        {
            return null;
        }

        var frame = outer with { Style = document.StyleOf(element, outer.Style) };
        var style = frame.Style;
        if (style["display"] == "none" || style["visibility"] != "visible" || geometry.TransformOf(element, frame) is not { } move)
        {
            return null;
        }

        frame = frame.Moved(move);
        if (style["clip-path"] is not ("none" or ""))
        {
            document.Report(PosterRules.NotDrawn, style.Said("clip-path")!, $"<clipPath> → clip-path: {style["clip-path"]}");
        }

        if (element.Name.LocalName == "use" && document.Referred(element) is { } target && SvgGeometry.IsShape(target))
        {
            var box = geometry.Shapes.RectOf(element, style, frame.View);
            return Shape(target, frame.Moved(Matrix.Translation(box.X, box.Y)));
        }

        if (!SvgGeometry.IsShape(element))
        {
            document.Report(PosterRules.NotDrawn, element, $"<clipPath> → <{element.Name.LocalName}>");
            return null;
        }

        var outline = geometry.Shapes.OutlineOf(element, style, frame.View)?.Moved(frame.Place);
        return outline is not null && style["clip-rule"] == "evenodd" ? new(outline.Segments, evenOdd: true) : outline;
    }

    private static Outline Union(IReadOnlyList<Outline> shapes)
    {
        var (data, evenOdd) = PathUnion.Of(shapes.Select(s => ($"{s}", s.EvenOdd)));
        return new(PathData.Read(data)?.Segments ?? [], evenOdd);
    }
}
