using System.Xml.Linq;
using YuGong.Imaging.Drawing;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>What happens to an element as a whole: clipped, masked, faded, mixed with what lies under it.</summary>
internal sealed class Effects(SvgDocument document, SvgReader reader, BoxReader? boxes)
{
    private readonly Clips clips = new(document, reader.Geometry);
    private readonly Masks masks = new(document, reader);

    /// <param name="inside">Draws the element itself.</param>
    public IEnumerable<DesignElement> On(XElement element, Frame frame, Func<IReadOnlyList<DesignElement>> inside)
    {
        var when = boxes?.WhenOf(element);
        if (clips.On(element, frame) is not { } outlines)
        {
            return [];
        }

        var mask = masks.On(element, frame, out var region);
        if (mask is { Marks.Count: 0 })
        {
            return [];
        }

        if (region is not null)
        {
            outlines = [region, .. outlines];
        }

        var inner = inside();
        var opacity = Opacity(frame.Style);
        if (inner.Count == 0 || opacity <= 0)
        {
            return [];
        }

        if (opacity < 1 && SvgGeometry.IsShape(element) && inner is [StaticMark { Mark: PathMark path } only]
            && Faded(path, opacity) is { } faded)
        {
            (inner, opacity) = ([only with { Mark = faded }], 1);
        }

        var group = new ElementGroup
        {
            Span = document.File.Span(element), When = when, Elements = inner, Opacity = opacity, Mask = mask, Blend = BlendOf(frame.Style),
            IsIsolated = frame.Style["isolation"] == "isolate", Clip = outlines.Count > 0 ? outlines[0] : null,
        };
        foreach (var outline in outlines.Skip(1))
        {
            group = new() { Span = group.Span, When = when, Elements = [group with { When = null }], Clip = outline };
        }

        return element.Name.LocalName == "g" || !group.IsPlain || (when is not null && inner.Count > 1) ? [group]
            : when is null ? inner : [.. inner.Select(e => e.When is null ? e with { When = when } : e)];
    }

    /// <summary>Null when it has to be faded as a whole, because paint lies on paint.</summary>
    private static PathMark? Faded(PathMark path, double opacity) => path switch
    {
        { Fill: { } fill, Stroke: null } when Faded(fill, opacity) is { } paint => path with { Fill = paint },
        { Fill: null, Stroke: { } stroke } when Faded(stroke.Paint, opacity) is { } paint =>
            path with { Stroke = stroke with { Paint = paint } },
        _ => null,
    };

    private static Paint? Faded(Paint paint, double opacity) => paint switch
    {
        Solid solid => solid with { Opacity = solid.Opacity * opacity },
        Gradient gradient => gradient with { Stops = [.. gradient.Stops.Select(s => s with { Opacity = opacity * s.Opacity })] },
        _ => null,
    };

    private double Opacity(Style style)
    {
        if (Lengths.Share(style["opacity"]) is { } share)
        {
            return Math.Clamp(share, 0, 1);
        }

        document.ReportValue(style.Said("opacity")!, "0.5 | 50%");
        return 1;
    }

    /// <summary><c>color-dodge</c> is <see cref="Blend.ColorDodge"/>.</summary>
    private Blend BlendOf(Style style)
    {
        var words = style["mix-blend-mode"];
        if (!words.Any(char.IsDigit)
            && Enum.TryParse<Blend>(words.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var blend))
        {
            return blend;
        }

        document.ReportValue(style.Said("mix-blend-mode")!, "multiply | screen | overlay | darken | lighten | …");
        return Blend.Normal;
    }
}
