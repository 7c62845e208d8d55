using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace YuGong.Books.Epub;

/// <summary>Elements of a page of an EPUB (EPUB 3.2, 3.1: XHTML with the vocabulary of books).</summary>
internal static class Xhtml
{
    public static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";

    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    public static XName Name(string element) => Html + element;

    public static XElement Of(string element, params object?[] content) => new(Html + element, content);

    public static XAttribute Class(string name) => new("class", name);

    /// <summary>What an element is in a book, for reading systems, and the same for screen readers (DPUB-ARIA).</summary>
    public static XAttribute[] As(string type, string? role = null) =>
        role is null ? [new(Ops + "type", type)] : [new(Ops + "type", type), new("role", role)];

    /// <summary>A block a line: designers read these files.</summary>
    public static IEnumerable<object> Lines(IEnumerable<XElement> blocks) =>
        blocks.SelectMany(b => new object[] { "\n", b }).Append("\n");

    /// <param name="isVertical">Read in columns: the style sheet knows it by a class of the whole page.</param>
    /// <param name="content">Of the body.</param>
    public static byte[] Page(string title, string language, bool isVertical, params object?[] content) => Bytes(
        new XElement(Html + "html", new XAttribute(XNamespace.Xmlns + "epub", Ops.NamespaceName),
            new XAttribute("lang", language), new XAttribute(XNamespace.Xml + "lang", language), isVertical ? Class("vertical") : null,
            "\n", Of("head", "\n", Of("title", title), "\n",
                Of("link", new XAttribute("rel", "stylesheet"), new XAttribute("type", "text/css"), new XAttribute("href", "book.css")),
                "\n"),
            "\n", Of("body", content), "\n"), new XDocumentType("html", null, null, null));

    /// <summary>UTF-8 without a mark, nothing added between elements.</summary>
    public static byte[] Bytes(XElement root, XDocumentType? type = null)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
        {
            new XDocument(new XDeclaration("1.0", "utf-8", null), type, root).Save(xml);
        }

        return buffer.ToArray();
    }
}
