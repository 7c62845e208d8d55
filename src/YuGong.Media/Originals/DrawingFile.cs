using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace YuGong.Media.Originals;

/// <summary>
/// A drawing in SVG, cleaned: without comments, editors' notes and names, and found to hold no script and no reference to anything
/// outside itself.
/// </summary>
/// <param name="Svg">UTF-8.</param>
/// <param name="Width">In its own units, which pages take for pixels.</param>
internal sealed record DrawingFile(byte[] Svg, double Width, double Height)
{
    private static readonly XNamespace Svg2 = "http://www.w3.org/2000/svg";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly HashSet<string> Active = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "foreignObject", "iframe", "object", "embed", "handler", "listener", "audio", "video", "link",
    };

    /// <summary>Namespaces of drawing programs: what they say concerns the program, and sometimes the draughtsman's folders.</summary>
    private static readonly string[] Editors = ["inkscape.org", "sodipodi", "ns.adobe.com", "figma.com", "bohemiancoding.com", "serif.com"];

    /// <summary>
    /// What fetches in CSS besides <c>url()</c>; a letter written as an escape hides the word from us and not from a browser.
    /// </summary>
    private static readonly string[] Asking = ["@import", "image-set(", "src("];

    private static readonly string[] Embedded = ["data:image/png;", "data:image/jpeg;", "data:image/webp;", "data:image/gif;"];

    /// <summary>A drawing, or why it is none: <c>Unsafe</c> names what it holds.</summary>
    /// <param name="words">What the file will say of its credit, as children of <c>rdf:RDF</c>; empty for nothing.</param>
    public static (DrawingFile? File, string? Unsafe, string? Bad) Read(byte[] bytes, IReadOnlyList<XElement> words)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new()
            {
                DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 64_000_000, IgnoreComments = true,
                IgnoreProcessingInstructions = false,
            });
            document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException e)
        {
            return (null, null, $"{e.LineNumber}:{e.LinePosition} {e.Message}");
        }

        var root = document.Root!;
        if (root.Name.LocalName != "svg")
        {
            return (null, null, $"<{root.Name.LocalName}>");
        }

        if (WhatIsUnsafe(document) is { } what)
        {
            return (null, what, null);
        }

        if (SizeOf(root) is not var (width, height) || width <= 0 || height <= 0 || width > 100_000 || height > 100_000)
        {
            return (null, null, "viewBox, width, height?");
        }

        Clean(document, words);
        using var clean = new MemoryStream();
        using (var writer = XmlWriter.Create(clean,
            new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None }))
        {
            document.Save(writer);
        }

        return (new(clean.ToArray(), width, height), null, null);
    }

    private static string? WhatIsUnsafe(XDocument document)
    {
        foreach (var instruction in document.DescendantNodes().OfType<XProcessingInstruction>()
            .Where(p => p.Target.Contains("stylesheet", StringComparison.OrdinalIgnoreCase)))
        {
            return $"<?{instruction.Target}?>";
        }

        foreach (var element in document.Descendants())
        {
            // Elements of HTML come alive in a drawing that is opened by itself.
            if (Active.Contains(element.Name.LocalName) || element.Name.Namespace == Html || Sets(element, "href"))
            {
                return $"<{element.Name.LocalName}>";
            }

            if (element.Name.LocalName == "style" && PointsOutside(element.Value))
            {
                return "<style> url(…)";
            }

            foreach (var attribute in element.Attributes()
                .Where(a => !a.IsNamespaceDeclaration && !IsEditors(a.Name) && element.Name.Namespace != Rdf))
            {
                var (name, value) = (attribute.Name.LocalName, attribute.Value.Trim());
                if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && attribute.Name.NamespaceName.Length == 0
                    && name.Length > 3)
                {
                    return $"{name}=…";
                }

                if ((name is "href" or "src" && IsDrawn(element) && !IsInside(value))
                    || value.Contains("javascript:", StringComparison.OrdinalIgnoreCase) || PointsOutside(value))
                {
                    return $"{name}=\"{(value.Length > 60 ? value[..60] + "…" : value)}\"";
                }
            }
        }

        return null;
    }

    private static bool IsDrawn(XElement element) => element.Name.Namespace == Svg2 || element.Name.NamespaceName.Length == 0;

    private static bool IsInside(string address) =>
        address.Length == 0 || address[0] == '#' || Embedded.Any(e => address.StartsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>An animation may write an address where none stood.</summary>
    private static bool Sets(XElement element, string attribute) =>
        element.Attribute("attributeName")?.Value.Trim() is { } name
            && (name == attribute || name.EndsWith(":" + attribute, StringComparison.Ordinal));

    /// <summary>A style that asks for something which is not a part of the drawing.</summary>
    private static bool PointsOutside(string style)
    {
        if (Asking.Any(a => style.Contains(a, StringComparison.OrdinalIgnoreCase))
            || (style.Contains('\\', StringComparison.Ordinal) && style.AsSpan().ContainsAny('(', '@')))
        {
            return true;
        }

        for (var at = style.IndexOf("url(", StringComparison.OrdinalIgnoreCase); at >= 0;
            at = style.IndexOf("url(", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            if (!IsInside(style[(at + 4)..].TrimStart(' ', '\'', '"')) || style[(at + 4)..].TrimStart(' ', '\'', '"').Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void Clean(XDocument document, IReadOnlyList<XElement> words)
    {
        document.DescendantNodes().Where(n => n is XProcessingInstruction or XComment or XDocumentType).Remove();
        document.Descendants().Where(e => e.Name.LocalName == "metadata" || IsEditors(e.Name)).ToList().ForEach(e => e.Remove());
        foreach (var element in document.Descendants())
        {
            element.Attributes().Where(a => IsEditors(a.Name)
                || (a.IsNamespaceDeclaration && Editors.Any(n => a.Value.Contains(n, StringComparison.OrdinalIgnoreCase)))).Remove();
        }

        if (words.Count > 0)
        {
            document.Root!.AddFirst(new XElement(document.Root.Name.Namespace + "metadata",
                new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName), words)));
        }
    }

    private static bool IsEditors(XName name) => Editors.Any(n => name.NamespaceName.Contains(n, StringComparison.OrdinalIgnoreCase));

    private static (double Width, double Height)? SizeOf(XElement root)
    {
        if (root.Attribute("viewBox")?.Value.Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries) is [_, _, var wide,
            var high] && Number(wide) is { } w && Number(high) is { } h)
        {
            return (w, h);
        }

        return Number(root.Attribute("width")?.Value) is { } width && Number(root.Attribute("height")?.Value) is { } height
            ? (width, height)
            : null;

        static double? Number(string? text) =>
            double.TryParse(text?.EndsWith("px", StringComparison.Ordinal) == true ? text[..^2] : text, NumberStyles.Float,
                CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }
}
