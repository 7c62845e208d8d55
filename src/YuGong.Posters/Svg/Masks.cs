using System.Xml.Linq;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>Masks (CSS Masking 1, 6): marks that say how much of an element is seen.</summary>
internal sealed class Masks(SvgDocument document, SvgReader reader)
{
    /// <summary>Null where there is none; without marks where nothing of the element is seen.</summary>
    /// <param name="region">Outside of it nothing is seen, on the page.</param>
    public Mask? On(XElement element, Frame frame, out Outline? region)
    {
        region = null;
        var words = frame.Style["mask"];
        if (words is "none" or "" || frame.Style.Said("mask") is not { } said)
        {
            return null;
        }

        var end = words.IndexOf(')', StringComparison.Ordinal);
        if (!words.StartsWith("url(", StringComparison.OrdinalIgnoreCase) || end < 0 || words[(end + 1)..].Trim().Length > 0)
        {
            document.Report(PosterRules.NotDrawn, said, $"mask: {words}");
            return null;
        }

        if (document.Find(words, said) is not { } mask)
        {
            return null;
        }

        if (mask.Name.LocalName != "mask" || UseChain.Holds(frame.Uses, mask))
        {
            document.Report(PosterRules.NotDrawn, said, $"mask: {words} → <{mask.Name.LocalName}>");
            return null;
        }

        return Read(mask, element, frame, out region);
    }

    private Mask Read(XElement mask, XElement element, Frame frame, out Outline? region)
    {
        var style = document.StyleOf(mask);
        foreach (var own in style.Own.Where(o => o.Name is "mask" or "clip-path" && o.Value != "none"))
        {
            document.Report(PosterRules.NotDrawn, own, $"<mask> → {own.Name}: {own.Value}");
        }

        var isWhole = mask.Attribute("maskUnits")?.Value != "userSpaceOnUse";
        var isContentWhole = mask.Attribute("maskContentUnits")?.Value == "objectBoundingBox";
        var box = isWhole || isContentWhole
            ? reader.Geometry.BoundsOf(element, frame with { Place = Matrix.Identity }) ?? default : default;
        region = null;
        if ((isWhole || isContentWhole) && (box.Width <= 0 || box.Height <= 0))
        {
            return new([], true);
        }

        var view = isWhole ? new Viewport(1, 1) : frame.View;
        double At(string name, string otherwise, double whole) =>
            Lengths.Read(style.Find(name)?.Value ?? otherwise, whole, style) ?? Lengths.Read(otherwise, whole, style)!.Value;
        var place = new Rect(At("x", "-10%", view.Width), At("y", "-10%", view.Height), At("width", "120%", view.Width),
            At("height", "120%", view.Height));
        var units = new Matrix(box.Width, 0, 0, box.Height, box.X, box.Y);
        region = Outline.Of(place).Moved(frame.Place.After(isWhole ? units : Matrix.Identity));
        if (place.Width <= 0 || place.Height <= 0)
        {
            return new([], true);
        }

        var inner = frame with { Style = style, Uses = new(mask, frame.Uses), Depth = frame.Depth + 1 };
        return new(reader.Marks(mask, isContentWhole ? inner.Moved(units) : inner), style["mask-type"] != "alpha");
    }
}
