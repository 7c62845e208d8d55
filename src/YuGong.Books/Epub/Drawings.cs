using System.Globalization;
using System.Text;
using System.Xml.Linq;
using YuGong.Publishing.Motifs;

namespace YuGong.Books.Epub;

/// <summary>What is drawn in an EPUB beside its pictures.</summary>
internal static class Drawings
{
    private const int Steps = 120, Height = 14, Layers = 4;

    /// <summary>The mountain of a person or a hall, above their words; colours (<c>r0</c> the farthest) are the style sheet's.</summary>
    public static XElement Ridge(string id) => new(Xhtml.Svg + "svg",
        Xhtml.Class("ridge"), new XAttribute("aria-hidden", "true"),
        new XAttribute("viewBox", $"0 0 {Steps} {Height}"), new XAttribute("preserveAspectRatio", "none"),
        Enumerable.Range(0, Layers).Select(layer => new XElement(Xhtml.Svg + "path", Xhtml.Class($"r{layer}"),
            new XAttribute("d", Outline(id, layer)))));

    private static string Outline(string id, int layer)
    {
        var path = new StringBuilder($"M0 {Height}");
        foreach (var (x, height) in Ridges.Skyline(id, layer, Layers, Steps).Index())
        {
            path.Append(CultureInfo.InvariantCulture, $"L{x} {Height * (1 - height):0.##}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"V{Height}Z").ToString();
    }
}
