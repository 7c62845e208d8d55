using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace YuGong.Manuscripts;

/// <summary>
/// An article as newsrooms want it: a .docx (ISO/IEC 29500 transitional) with real styles of headings, sources as footnotes, pictures in
/// their places and listed at the end. It says nothing that cannot be seen: no author, no dates, no program. The same call gives the same
/// bytes.
/// </summary>
public static class WordWriter
{
    internal const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.",
        Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Write(Article article)
    {
        var text = new WordTextWriter(article);
        var document = text.Document();
        var pictures = text.Shown;
        return ZipBytes.Write(
        [
            ("[Content_Types].xml", ContentTypes()),
            ("_rels/.rels", ZipBytes.Xml(Related(("rId1", "/officeDocument", "word/document.xml"),
                ("rId2", "core", "docProps/core.xml")))),
            ("word/document.xml", ZipBytes.Xml(document)),
            ("word/_rels/document.xml.rels", ZipBytes.Xml(Related([
                ("rId1", "/styles", "styles.xml"), ("rId2", "/settings", "settings.xml"), ("rId3", "/footnotes", "footnotes.xml"),
                ("rId4", "/numbering", "numbering.xml"), .. pictures.Select(p => (WordTextWriter.IdOf(p), "/image", $"media/{p.Name}")),
                .. text.Links.Select((address, i) => (WordTextWriter.IdOfLink(i), "/hyperlink", address))]))),
            ("word/styles.xml", Encoding.UTF8.GetBytes(WordStyleSheet.Styles)),
            ("word/settings.xml", Encoding.UTF8.GetBytes(WordStyleSheet.Settings)),
            ("word/numbering.xml", Encoding.UTF8.GetBytes(WordStyleSheet.Numbering)),
            ("word/footnotes.xml", ZipBytes.Xml(text.Footnotes())),
            ("docProps/core.xml", ZipBytes.Xml(Properties(article))),
            .. pictures.Select(p => ($"word/media/{p.Name}", p.Bytes)),
        ]);
    }

    private static byte[] ContentTypes()
    {
        XNamespace ns = "http://schemas.openxmlformats.org/package/2006/content-types";
        XElement Default(string suffix, string type) =>
            new(ns + "Default", new XAttribute("Extension", suffix), new XAttribute("ContentType", type));
        XElement Part(string name, string type) =>
            new(ns + "Override", new XAttribute("PartName", name), new XAttribute("ContentType", type));
        return ZipBytes.Xml(new(ns + "Types", Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            Default("xml", "application/xml"), Default("jpg", "image/jpeg"),
            Part("/word/document.xml", Types + "document.main+xml"), Part("/word/styles.xml", Types + "styles+xml"),
            Part("/word/settings.xml", Types + "settings+xml"), Part("/word/footnotes.xml", Types + "footnotes+xml"),
            Part("/word/numbering.xml", Types + "numbering+xml"),
            Part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")));
    }

    private static XElement Related(params IEnumerable<(string Id, string Kind, string Target)> relations)
    {
        XNamespace ns = "http://schemas.openxmlformats.org/package/2006/relationships";
        return new(ns + "Relationships", relations.Select(r => new XElement(ns + "Relationship", new XAttribute("Id", r.Id),
            new XAttribute("Type", r.Kind == "core" ? ns.NamespaceName + "/metadata/core-properties" : Relations + r.Kind),
            new XAttribute("Target", r.Target), r.Kind == "/hyperlink" ? new XAttribute("TargetMode", "External") : null)));
    }

    /// <summary>What the window shows and screen readers need; nothing else.</summary>
    private static XElement Properties(Article article)
    {
        XNamespace cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", dc = "http://purl.org/dc/elements/1.1/";
        return new(cp + "coreProperties", new XAttribute(XNamespace.Xmlns + "cp", cp.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", dc.NamespaceName), new XElement(dc + "title", article.Title),
            new XElement(dc + "language", article.Language));
    }
}
