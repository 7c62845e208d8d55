using System.Xml.Linq;
using YuGong.Content;
using YuGong.Posters.Scenes;
using YuGong.Posters.Svg;
using YuGong.Publishing.Motifs;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>
/// A drawing of a story that stays a drawing on the poster: what an SVG file holds becomes marks of the scene, sharp at any size. A
/// drawing with anything that the press cannot draw, text above all, is shown as a picture instead.
/// </summary>
public static class VectorPicture
{
    /// <summary>The drawing in a box of the page, whole or filling it; null when the file is no SVG or cannot be drawn.</summary>
    /// <param name="part">The group to show alone, by its id; its <c>data-box="x y width height"</c> says where it stands. Where the
    /// drawing has none, all is shown.</param>
    public static Mark? Read(string path, string? part, Rect place, Fit fit) => Read(path, part, place, fit, isBare: false, null);

    /// <summary>The thing itself, without words, callouts and dimensions.</summary>
    /// <param name="region">Of the whole drawing; null for all of the thing.</param>
    public static Mark? ReadBare(string path, Region? region, Rect place, Fit fit) =>
        Read(path, DrawingParts.View, place, fit, isBare: true, region);

    private static Mark? Read(string path, string? part, Rect place, Fit fit, bool isBare, Region? region)
    {
        var unseen = new Diagnostics();
        var info = new FileInfo(path);
        if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || !info.Exists
            || TextFile.Read(path, path, info.Length, new("图", "drawing"), unseen) is not { } text)
        {
            return null;
        }

        var source = new DesignFile(text);
        if (source.Read(unseen) is not { } root || root.Name != DesignFile.Svg + "svg" || unseen.HasErrors)
        {
            return null;
        }

        if (isBare)
        {
            root.Descendants().Where(DrawingParts.IsDetail).ToList().ForEach(e => e.Remove());
        }

        var shown = part is null ? root
            : root.Elements().FirstOrDefault(e => e.Attribute("id")?.Value == part && BoxOf(e, "data-box") is not null) ?? root;
        if ((region is null ? BoxOf(shown, shown == root ? "viewBox" : "data-box") : Within(root, region)) is not { } box)
        {
            return null;
        }

        var document = new SvgDocument(source, root, unseen);
        if (document.IsTooDeep)
        {
            return null;
        }

        var marks = Marks(document, shown, new(Placed(box, place, fit), document.StyleOf(root), new(box.Width, box.Height)));
        var seen = region is null ? place : Outline.Of(box).Moved(Placed(box, place, fit)).Bounds;
        return document.HasFindings ? null : new Group(marks, Clip: Outline.Of(seen));
    }

    private static Rect? Within(XElement root, Region region) => BoxOf(root, "viewBox") is not { } whole ? null
        : !region.IsPercent ? new(whole.X + region.X, whole.Y + region.Y, region.Width, region.Height)
        : new(whole.X + (region.X * whole.Width / 100), whole.Y + (region.Y * whole.Height / 100), region.Width * whole.Width / 100,
            region.Height * whole.Height / 100);

    private static Rect? BoxOf(XElement element, string attribute) => ViewBox.Read(element.Attribute(attribute)?.Value);

    private static IReadOnlyList<Mark> Marks(SvgDocument document, XElement shown, Frame frame)
    {
        var reader = new SvgReader(document, SvgAssets.None, null, null);
        return shown == document.Root ? reader.Marks(shown, frame) : reader.Marks([shown], frame);
    }

    private static Matrix Placed(Rect box, Rect place, Fit fit)
    {
        var (sx, sy) = (place.Width / box.Width, place.Height / box.Height);
        var scale = fit == Fit.Contain ? Math.Min(sx, sy) : Math.Max(sx, sy);
        return Matrix.Translation(place.CentreX - (box.CentreX * scale), place.CentreY - (box.CentreY * scale))
            .After(Matrix.Scale(scale, scale));
    }
}
