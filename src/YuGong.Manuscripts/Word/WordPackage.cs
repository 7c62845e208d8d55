using System.Xml.Linq;

namespace YuGong.Manuscripts;

/// <summary>A part of a Word file beside its text.</summary>
/// <param name="Id">Of the relation, as the text names it.</param>
/// <param name="Relation">What it is to the text, the end of the relation's address: <c>styles</c>, <c>image</c>.</param>
/// <param name="Path">Below <c>word/</c>.</param>
/// <param name="Type">The end of its content type, such as <c>styles+xml</c>; null of a JPEG, which its suffix tells.</param>
public sealed record WordPart(string Id, string Relation, string Path, string? Type, byte[] Bytes);

/// <summary>
/// A .docx around a text (Open Packaging Conventions, ISO/IEC 29500-2). It says nothing that cannot be seen: a title and a language for
/// the window and for screen readers; no author, no dates, no program. The same call gives the same bytes.
/// </summary>
public static class WordPackage
{
    /// <summary>The namespace of relations, in a text and between parts.</summary>
    internal const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.",
        Package = "http://schemas.openxmlformats.org/package/2006/", Format = "application/vnd.openxmlformats-package.",
        Main = "word/document.xml", Core = "docProps/core.xml",
        CoreRelation = Package + "relationships/metadata/core-properties";

    private static readonly XNamespace Ns = Package + "relationships";

    /// <param name="document">The root of <c>word/document.xml</c>.</param>
    /// <param name="language">BCP 47, such as <c>zh-CN</c>.</param>
    /// <param name="links">Addresses that the text leads to, by the relation's id.</param>
    public static byte[] Write(
        XElement document, string title, string language, IReadOnlyList<WordPart> parts, IEnumerable<(string Id, string Address)> links) =>
        ZipBytes.Write(
        [
            ("[Content_Types].xml", ZipBytes.Xml(ContentTypes(parts))),
            ("_rels/.rels", ZipBytes.Xml(Relations(
                [Relation("rId1", Office + "/officeDocument", Main), Relation("rId2", CoreRelation, Core)]))),
            (Main, ZipBytes.Xml(document)),
            ("word/_rels/document.xml.rels", ZipBytes.Xml(Relations(
                parts.Select(p => Relation(p.Id, $"{Office}/{p.Relation}", p.Path)).Concat(links.Select(l => Link(l.Id, l.Address)))))),
            .. parts.Select(p => ($"word/{p.Path}", p.Bytes)),
            (Core, ZipBytes.Xml(Properties(title, language))),
        ]);

    private static XElement ContentTypes(IReadOnlyList<WordPart> parts)
    {
        XNamespace ns = Package + "content-types";
        XElement Default(string suffix, string type) =>
            new(ns + "Default", new XAttribute("Extension", suffix), new XAttribute("ContentType", type));
        XElement Part(string name, string type) =>
            new(ns + "Override", new XAttribute("PartName", "/" + name), new XAttribute("ContentType", type));
        return new(ns + "Types", Default("rels", Format + "relationships+xml"), Default("xml", "application/xml"),
            parts.Any(p => p.Type is null) ? Default("jpg", "image/jpeg") : null, Part(Main, Word + "document.main+xml"),
            parts.Where(p => p.Type is not null).Select(p => Part($"word/{p.Path}", Word + p.Type)),
            Part(Core, Format + "core-properties+xml"));
    }

    private static XElement Relations(IEnumerable<XElement> relations) => new(Ns + "Relationships", relations);

    private static XElement Relation(string id, string type, string target) => new(Ns + "Relationship", new XAttribute("Id", id),
        new XAttribute("Type", type), new XAttribute("Target", target));

    private static XElement Link(string id, string address)
    {
        var link = Relation(id, Office + "/hyperlink", address);
        link.Add(new XAttribute("TargetMode", "External"));
        return link;
    }

    private static XElement Properties(string title, string language)
    {
        XNamespace cp = Package + "metadata/core-properties", dc = "http://purl.org/dc/elements/1.1/";
        return new(cp + "coreProperties", new XAttribute(XNamespace.Xmlns + "cp", cp.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", dc.NamespaceName), new XElement(dc + "title", title),
            new XElement(dc + "language", language));
    }
}
