using System.Text;
using System.Xml.Linq;
using YuGong.Content;

namespace YuGong.Media.Renditions;

/// <summary>
/// What a published picture says of itself: XMP with the properties of the IPTC Photo Metadata Standard (credit, rights, alternative
/// text, digital source type) and, for what a machine made, the label of GB 45438—2025. It comes from the front matter; what the
/// original file said is gone.
/// </summary>
internal static class XmpCredit
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Dc = "http://purl.org/dc/elements/1.1/",
        Photoshop = "http://ns.adobe.com/photoshop/1.0/",
        Ext = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/", Iptc = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
        Aigc = "http://www.tc260.org.cn/ns/AIGC/1.0/", Meta = "adobe:ns:meta/";

    /// <summary>The children of <c>rdf:RDF</c>; none when there is nothing to say.</summary>
    public static IReadOnlyList<XElement> Of(Picture? picture)
    {
        if (picture is null)
        {
            return [];
        }

        var description = new XElement(
            Rdf + "Description", new XAttribute(Rdf + "about", ""), Prefix("dc", Dc), Prefix("photoshop", Photoshop),
            Prefix("Iptc4xmpCore", Iptc), Prefix("Iptc4xmpExt", Ext),
            new XElement(Photoshop + "Credit", picture.Credit),
            new XElement(Dc + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", picture.Credit))),
            In(Iptc + "AltTextAccessibility", picture.Alt));
        if (picture.Rights is { } rights)
        {
            description.Add(In(Dc + "rights", rights));
        }

        if (picture.Caption is { } caption)
        {
            description.Add(In(Dc + "description", caption));
        }

        if (picture.Ai != AiUse.None)
        {
            description.Add(new XElement(Ext + "DigitalSourceType",
                "http://cv.iptc.org/newscodes/digitalsourcetype/"
                + (picture.Ai == AiUse.Generated ? "trainedAlgorithmicMedia" : "compositeWithTrainedAlgorithmicMedia")));
            description.Add(Prefix("TC260", Aigc), new XElement(Aigc + "AIGC", "{\"Label\":\"1\"}"));
        }

        return [description];
    }

    /// <summary>The same as a packet for raster files (XMP Specification part 1); empty when there is nothing to say.</summary>
    public static byte[] Packet(Picture? picture)
    {
        var words = Of(picture);
        if (words.Count == 0)
        {
            return [];
        }

        var meta = new XElement(Meta + "xmpmeta", Prefix("x", Meta), new XElement(Rdf + "RDF", Prefix("rdf", Rdf), words));
        return Encoding.UTF8.GetBytes(
            $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>{meta.ToString(SaveOptions.DisableFormatting)}<?xpacket "
            + $"end=\"r\"?>");
    }

    private static XElement In(XName name, string text) =>
        new(name, new XElement(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text)));

    private static XAttribute Prefix(string prefix, XNamespace of) => new(XNamespace.Xmlns + prefix, of.NamespaceName);
}
