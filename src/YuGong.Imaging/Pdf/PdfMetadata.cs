using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace YuGong.Imaging.Pdf;

/// <summary>What a PDF says of itself. The date is the subject's own, so that equal input gives equal bytes.</summary>
public sealed record PdfMetadata(string Title, string Author, string Subject, string Keywords, string Creator, DateOnly Date)
{
    private const string Producer = "YuGongSite";

    private static readonly XNamespace
        Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Dc = "http://purl.org/dc/elements/1.1/", Meta = "adobe:ns:meta/",
        Pdf = "http://ns.adobe.com/pdf/1.3/", Xmp = "http://ns.adobe.com/xap/1.0/", Id = "http://www.aiim.org/pdfa/ns/id/";

    /// <summary>The document information dictionary (ISO 32000-1 14.3.3), with a day of no hour (7.9.4).</summary>
    internal string Information()
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"(D:{Date:yyyyMMdd})");
        return $"<< /Title {PdfFile.Text(Title)} /Author {PdfFile.Text(Author)} /Subject {PdfFile.Text(Subject)} "
            + $"/Keywords {PdfFile.Text(Keywords)} /Creator {PdfFile.Text(Creator)} /Producer {PdfFile.Text(Producer)} "
            + $"/CreationDate {date} /ModDate {date} >>";
    }

    /// <summary>The same as an XMP packet (ISO 19005-1 6.7.3), with the claim of level B if it can be made.</summary>
    /// <param name="part">Of ISO 19005; null for no claim.</param>
    internal byte[] Packet(int? part)
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd}");
        var packet = new XElement(Meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", Meta), new XElement(
            Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
            part is { } claim ? About(Id, "pdfaid", new XElement(Id + "part", claim), new XElement(Id + "conformance", "B")) : null,
            About(Dc, "dc", new XElement(Dc + "format", "application/pdf"), Alternatives(Dc + "title", Title),
                new XElement(Dc + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", Author))),
                Alternatives(Dc + "description", Subject)),
            About(Pdf, "pdf", new XElement(Pdf + "Producer", Producer), new XElement(Pdf + "Keywords", Keywords)),
            About(Xmp, "xmp", new XElement(Xmp + "CreatorTool", Creator), new XElement(Xmp + "CreateDate", date),
                new XElement(Xmp + "ModifyDate", date))));
        return Encoding.UTF8.GetBytes(
            $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet.ToString(SaveOptions.DisableFormatting)}\n"
                + $"<?xpacket end=\"w\"?>");
    }

    private static XElement About(XNamespace own, string prefix, params object[] parts) =>
        new(Rdf + "Description", new XAttribute(Rdf + "about", ""), new XAttribute(XNamespace.Xmlns + prefix, own), parts);

    private static XElement Alternatives(XName name, string words) =>
        new(name, new XElement(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), words)));
}
