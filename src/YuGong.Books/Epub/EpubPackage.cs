using System.Globalization;
using System.Text;
using System.Xml.Linq;
using YuGong.Manuscripts;
using YuGong.Text;

namespace YuGong.Books.Epub;

/// <summary>The file itself (EPUB 3.2; OCF 4): what lies in it, in which order it is read, and what it says of itself.</summary>
internal sealed class EpubPackage(
    BookRequest request, IReadOnlyList<EpubDocument> documents, IReadOnlyList<(string Name, byte[] Bytes)> files)
{
    public const string Language = "zh-Hans";

    private const string Navigation = "nav", Kind = "application/epub+zip";

    private static readonly XNamespace Opf = "http://www.idpf.org/2007/opf", Dc = "http://purl.org/dc/elements/1.1/",
        Ocf = "urn:oasis:names:tc:opendocument:xmlns:container";

    private bool IsVertical => request.Book.IsVertical;

    private IEnumerable<EpubDocument> All => documents.SelectMany(d => d.All);

    /// <summary>Equal books are equal bytes: archives have no clock, and the day is the content's.</summary>
    public byte[] Write() => ZipBytes.Write(
    [
        ("mimetype", Encoding.ASCII.GetBytes(Kind)), ("META-INF/container.xml", Xhtml.Bytes(Container())),
        ("EPUB/package.opf", Xhtml.Bytes(Package())), ($"EPUB/{Navigation}.xhtml", Contents()),
        .. All.Select(d => ($"EPUB/{d.File}", Xhtml.Page(d.Title, Language, IsVertical, d.Content))),
        .. files.Select(f => ($"EPUB/{f.Name}", f.Bytes)),
    ], isFirstStored: true);

    private static XElement Container() => new(Ocf + "container", new XAttribute("version", "1.0"), new XElement(Ocf + "rootfiles",
        new XElement(Ocf + "rootfile", new XAttribute("full-path", "EPUB/package.opf"),
            new XAttribute("media-type", "application/oebps-package+xml"))));

    private XElement Package() => new(Opf + "package", new XAttribute("version", "3.0"), new XAttribute("unique-identifier", "id"),
        new XAttribute(XNamespace.Xml + "lang", Language), "\n",
        new XElement(Opf + "metadata", new XAttribute(XNamespace.Xmlns + "dc", Dc.NamespaceName), Xhtml.Lines(Metadata())), "\n",
        new XElement(Opf + "manifest", Xhtml.Lines(Manifest())), "\n", new XElement(Opf + "spine",
            IsVertical ? new XAttribute("page-progression-direction", "rtl") : null, Xhtml.Lines(Spine())), "\n");

    private IEnumerable<XElement> Metadata()
    {
        var settings = request.Site.Site.Settings;
        var address = $"{settings.Host}{settings.LinkRoot}";
        yield return new(Dc + "identifier", new XAttribute("id", "id"), Identifier($"{address} {request.Book.Id}"));
        yield return new(Dc + "title", request.Title);
        yield return new(Dc + "language", Language);
        foreach (var organizer in settings.Organizers)
        {
            yield return new(Dc + "creator", organizer);
        }

        yield return new(Dc + "publisher", string.Join("、", settings.Organizers));
        var day = request.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return new(Dc + "date", day);
        yield return new(Dc + "source", address);
        yield return Meta("dcterms:modified", day + "T00:00:00Z");
        foreach (var (name, value) in Accessibility())
        {
            yield return Meta($"schema:{name}", value);
        }
    }

    /// <summary>EPUB Accessibility 1.0: what is true of every book that is made here. Nobody has certified one.</summary>
    private static IEnumerable<(string Name, string Value)> Accessibility() =>
    [
        ("accessMode", "textual"), ("accessMode", "visual"), ("accessModeSufficient", "textual"),
        ("accessibilityFeature", "alternativeText"), ("accessibilityFeature", "displayTransformability"),
        ("accessibilityFeature", "index"), ("accessibilityFeature", "readingOrder"),
        ("accessibilityFeature", "structuralNavigation"), ("accessibilityFeature", "tableOfContents"), ("accessibilityHazard", "none"),
        ("accessibilitySummary", Labels.Accessibility),
    ];

    private IEnumerable<XElement> Manifest()
    {
        yield return Item(Navigation, $"{Navigation}.xhtml", "application/xhtml+xml", "nav");
        foreach (var document in All)
        {
            var isDrawn = document.Content.Descendants(Xhtml.Svg + "svg").Any();
            yield return Item(document.Name, document.File, "application/xhtml+xml", isDrawn ? "svg" : null);
        }

        foreach (var (name, _) in files)
        {
            var kind = Path.GetExtension(name) switch { ".jpg" => "image/jpeg", ".ttf" => "font/ttf", _ => "text/css" };
            yield return Item(name.Replace('/', '-'), name, kind, name == EpubPages.CoverPicture ? "cover-image" : null);
        }
    }

    private IEnumerable<XElement> Spine() => InOrder().Select(name => new XElement(Opf + "itemref", new XAttribute("idref", name)));

    /// <summary>The contents stand before the first hall.</summary>
    private IEnumerable<string> InOrder()
    {
        foreach (var document in documents)
        {
            if (document == FirstPart)
            {
                yield return Navigation;
            }

            foreach (var part in document.All)
            {
                yield return part.Name;
            }
        }
    }

    private EpubDocument FirstPart => documents.First(d => d.Parts.Count > 0);

    private byte[] Contents() => Xhtml.Page(Labels.Contents, Language, IsVertical, "\n",
        Xhtml.Of("nav", Xhtml.As("toc", "doc-toc"), new XAttribute("id", "toc"), new XAttribute("aria-labelledby", "title"), "\n",
            Xhtml.Of("h1", new XAttribute("id", "title"), Labels.Contents), "\n", Listed(documents.Where(d => d.IsInContents)), "\n"), "\n",
        Xhtml.Of("nav", Xhtml.As("landmarks"), new XAttribute("hidden", "hidden"), "\n",
            Xhtml.Of("h2", Labels.Landmarks), "\n", Xhtml.Of("ol", Xhtml.Lines(
            [
                .. documents.Where(d => d.Landmark is not null).Select(d => Landmark(d.Landmark!, d.Title, d.File)),
                Landmark("toc", Labels.Contents, $"{Navigation}.xhtml#toc"),
                Landmark("bodymatter", FirstPart.Title, FirstPart.File),
            ])), "\n"), "\n");

    private static XElement Listed(IEnumerable<EpubDocument> documents) => Xhtml.Of("ol", Xhtml.Lines(documents.Select(d =>
        Xhtml.Of("li", Xhtml.Of("a", new XAttribute("href", d.File), d.Title), d.Parts.Count > 0 ? Listed(d.Parts) : null))));

    private static XElement Landmark(string type, string words, string address) =>
        Xhtml.Of("li", Xhtml.Of("a", Xhtml.As(type), new XAttribute("href", address), words));

    private static XElement Item(string id, string address, string kind, string? properties) => new(Opf + "item", new XAttribute("id", id),
        new XAttribute("href", address), new XAttribute("media-type", kind),
        properties is null ? null : new XAttribute("properties", properties));

    private static XElement Meta(string property, string value) => new(Opf + "meta", new XAttribute("property", property), value);

    /// <summary>The same for every edition of this book of this site (RFC 9562, version 8: made of a hash of our own).</summary>
    private static string Identifier(string name)
    {
        var bytes = Convert.FromHexString($"{Fingerprint.Of("book " + name)}{Fingerprint.Of(name + " book")}");
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
