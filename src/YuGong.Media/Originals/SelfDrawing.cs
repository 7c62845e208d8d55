using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace YuGong.Media.Originals;

/// <summary>
/// A drawing that draws itself, line by line, when it is first seen: each line is as long as its dash, and the gap before it closes. It is
/// whole at once for who wants less motion, and for programs that know no animation. What is filled or dashed appears as ink that dries.
/// </summary>
internal static class SelfDrawing
{
    /// <summary>Groups begin one after the other; most of a line is there at once, so that it is a drawing at every moment.</summary>
    private const string Style = """
        @media (prefers-reduced-motion: no-preference) {
        path, line, polyline, circle, ellipse, rect { animation: dry 1.4s .7s ease-out both }
        #ground > * { animation: none }
        .line { stroke-dasharray: 1.01 1.01; animation: draw 2.4s cubic-bezier(.15, .75, .3, 1) both }
        g:nth-of-type(3) > .line { animation-duration: 3.2s } g:nth-of-type(n+4) > .line { animation-delay: .5s }
        }
        @keyframes draw { from { stroke-dashoffset: 1.01; fill-opacity: 0 } 55% { fill-opacity: 0 } }
        @keyframes dry { from { opacity: 0 } }
        """;

    private static readonly string[] Lines = ["path", "line", "polyline", "circle", "ellipse", "rect"];

    public static byte[] Of(DrawingFile drawing)
    {
        var root = XDocument.Load(new MemoryStream(drawing.Svg)).Root!;
        foreach (var line in root.Descendants().Where(IsLine))
        {
            line.SetAttributeValue("pathLength", "1");
            line.SetAttributeValue("class", $"{(string?)line.Attribute("class")} line".TrimStart());
        }

        root.AddFirst(new XElement(root.Name.Namespace + "style", Style.ReplaceLineEndings("")));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true }))
        {
            root.Save(writer);
        }

        return bytes.ToArray();
    }

    /// <summary>Drawn with a pen in one go: what is dashed would lose its dashes.</summary>
    private static bool IsLine(XElement element) => Lines.Contains(element.Name.LocalName)
        && (string?)element.Attribute("stroke") is not (null or "none") && element.Attribute("stroke-dasharray") is null;
}
