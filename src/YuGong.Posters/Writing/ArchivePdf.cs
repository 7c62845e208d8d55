using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using YuGong.Imaging.Cairo;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Posters.Writing;

/// <summary>
/// Scene → one page that is kept for good: PDF/A-1b (ISO 19005-1: embedded fonts, sRGB output intent, XMP, no transparency), and tagged –
/// every
/// text box is a heading or a paragraph, a code is a figure with words for it, the rest is an artifact; the language is said. Only level B
/// is
/// claimed: the tags go beyond it, but nobody has judged them for level A or PDF/UA.
/// </summary>
internal static partial class ArchivePdf
{
    /// <param name="subject">What it says of itself, for metadata.</param>
    public static byte[] Write(Scene scene, DateOnly day, string subject, GlyphOutlines outlines, ScenePictures pictures,
        EmbeddedFonts fonts)
    {
        var page = scene.Page;
        var points = page.Unit == Unit.Millimetre ? 72 / 25.4 : 0.75;
        var about = new PdfMetadata(scene.Title, scene.Author, subject, scene.Id, "YuGongSite", $"{day:yyyy-MM-dd}T00:00:00+08:00");
        using var canvas = new PdfCanvas(page.Full.Width * points, page.Full.Height * points, about);
        canvas.Transform(points, 0, 0, points, page.Bleed * points, page.Bleed * points);
        Draw(scene, canvas, new(canvas, outlines, pictures, fonts));
        return Archived(canvas.Finish(), scene, about, page.Bleed * points);
    }

    private static void Draw(Scene scene, PdfCanvas canvas, SceneDrawing drawing)
    {
        canvas.BeginTag("Document");
        foreach (var part in Parts(scene))
        {
            if (part.Tag is { } tag)
            {
                canvas.BeginTag(tag);
                drawing.Draw(part.Marks);
                canvas.EndTag(tag);
            }
            else
            {
                drawing.Draw(part.Marks);
            }
        }

        canvas.EndTag("Document");
    }

    /// <summary>Neighbours of one box belong to one element.</summary>
    private static IEnumerable<(string? Tag, List<Mark> Marks)> Parts(Scene scene)
    {
        (string? Tag, string Box, List<Mark> Marks) open = (null, "", []);
        foreach (var mark in scene.Layers.SelectMany(l => l.Marks))
        {
            var (tag, box) = mark switch
            {
                GlyphRun { Box: var name } when name.StartsWith("decor", StringComparison.Ordinal) => (null, ""),
                GlyphRun { Box: "title" } => ("H1", "title"),
                GlyphRun run => ("P", run.Box),
                CodeMark code => ("Figure", code.Box),
                _ => ((string?)null, ""),
            };
            if ((tag, box) != (open.Tag, open.Box) && open.Marks.Count > 0)
            {
                yield return (open.Tag, open.Marks);
                open.Marks = [];
            }

            (open.Tag, open.Box) = (tag, box);
            open.Marks.Add(mark);
        }

        yield return (open.Tag, open.Marks);
    }

    private static byte[] Archived(byte[] pdf, Scene scene, PdfMetadata about, double bleed)
    {
        var update = new PdfUpdate(pdf);
        var clear = !update.Text.Contains("/SMask", StringComparison.Ordinal) && !Faded().IsMatch(update.Text);
        var catalog = update.Reference("Root");
        var metadata = update.AddStream("/Type /Metadata /Subtype /XML", Xmp(about, update.Text, clear));
        var profile = update.AddStream("/N 3 /Alternate /DeviceRGB /Filter /FlateDecode", Packed(SrgbProfile.Bytes));
        var intent =
            update.Add(
            $"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({SrgbProfile.Name}) /Info ({SrgbProfile.Name}) "
            + $"/DestOutputProfile {profile} 0 R >>");
        update.Set(catalog, Inserted(update.Body(catalog),
            $"/Lang (zh-CN) /Metadata {metadata} 0 R /OutputIntents [ {intent} 0 R ] /ViewerPreferences << /DisplayDocTitle true >>"));
        update.Set(update.Reference("Info"), Information(about, update.Text));

        var number = update.With("/Type /Page ", "/MediaBox").Single();
        var body = update.Body(number);
        var size = MediaBox().Match(body).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        body = clear ? Group().Replace(body, "") : body;
        var stream = int.Parse(Contents().Match(body).Groups[1].Value, CultureInfo.InvariantCulture);
        var drawn = update.AddStream("/Filter /FlateDecode", Packed(WithArtifacts(update.Stream(stream))));
        string Box(double inset) =>
            string.Create(CultureInfo.InvariantCulture,
            $"[ {size[0] + inset:0.######} {size[1] + inset:0.######} {size[2] - inset:0.######} {size[3] - inset:0.######} ]");
        update.Set(number, Inserted(Contents().Replace(body, $"/Contents {drawn} 0 R"),
            $"/BleedBox {Box(0)} /TrimBox {Box(bleed)} /Tabs /S"));
        foreach (var (figure, code) in update.With("/S /Figure").Zip(scene.Marks.OfType<CodeMark>()))
        {
            update.Set(figure, Inserted(update.Body(figure), "/Alt " + PdfUpdate.String($"二维码：{code.Text}")));
        }

        foreach (var font in update.With("/Subtype /CIDFontType2").ToList())
        {
            Complete(update, font);
        }

        return update.Write($"{scene.Key}{Fingerprint.Of(update.Text)}");
    }

    /// <summary>
    /// What cairo leaves out of a font and ISO 19005-1 asks for: how its characters are numbered (6.3.3.2), and which are there (6.3.5).
    /// </summary>
    private static void Complete(PdfUpdate update, int font)
    {
        var body = update.Body(font);
        var count = Widths().Match(body).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var there = new byte[(count + 7) / 8];
        for (var i = 0; i < count; i++)
        {
            there[i / 8] |= (byte)(0x80 >> (i % 8));
        }

        var descriptor = int.Parse(Descriptor().Match(body).Groups[1].Value, CultureInfo.InvariantCulture);
        var set = update.AddStream("", there);
        update.Set(font, Inserted(body, "/CIDToGIDMap /Identity"));
        update.Set(descriptor, Inserted(update.Body(descriptor), $"/CIDSet {set} 0 R"));
    }

    /// <summary>What no element holds is decoration, and says so (ISO 32000-1 14.8.2.2).</summary>
    private static byte[] WithArtifacts(byte[] content)
    {
        var text = Encoding.Latin1.GetString(content);
        text = Marked().Replace(text, m => m.Value == "EMC" ? "EMC\n/Artifact BMC" : $"EMC\n{m.Value}");
        return Encoding.Latin1.GetBytes($"/Artifact BMC\n{text.TrimEnd()}\nEMC\n");
    }

    private static string Inserted(string body, string entries) =>
        body[..body.LastIndexOf(">>", StringComparison.Ordinal)] + entries + "\n>>";

    private static string Information(PdfMetadata about, string text) =>
        $"<< /Title {PdfUpdate.String(about.Title)} /Author {PdfUpdate.String(about.Author)} /Subject "
            + $"{PdfUpdate.String(about.Subject)} /Keywords {PdfUpdate.String(about.Keywords)} /Creator {PdfUpdate.String(about.Creator)}"
        + $" /Producer {PdfUpdate.String(Producer(text))} /CreationDate (D:"
            + $"{about.Date[..10].Replace("-", "", StringComparison.Ordinal)}000000+08'00') /ModDate (D:"
            + $"{about.Date[..10].Replace("-", "", StringComparison.Ordinal)}000000+08'00') >>";

    private static string Producer(string text) => "cairo " + CairoVersion().Match(text).Groups[1].Value;

    /// <summary>The same as the information dictionary (ISO 19005-1 6.7.3), and the claim.</summary>
    private static byte[] Xmp(PdfMetadata about, string text, bool archivable)
    {
        XNamespace rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", dc = "http://purl.org/dc/elements/1.1/",
        pdf = "http://ns.adobe.com/pdf/1.3/";
        XNamespace xmp = "http://ns.adobe.com/xap/1.0/", id = "http://www.aiim.org/pdfa/ns/id/", x = "adobe:ns:meta/";
        XElement About(XNamespace own, string prefix, params object[] parts) =>
            new(rdf + "Description", new XAttribute(rdf + "about", ""), new XAttribute(XNamespace.Xmlns + prefix, own), parts);
        XElement Alternatives(XName name, string words) =>
            new(name, new XElement(rdf + "Alt", new XElement(rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), words)));
        var packet = new XElement(x + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", x), new XElement(
            rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", rdf),
            archivable ? About(id, "pdfaid", new XElement(id + "part", "1"), new XElement(id + "conformance", "B")) : null,
            About(dc, "dc", new XElement(dc + "format", "application/pdf"), Alternatives(dc + "title", about.Title),
                new XElement(dc + "creator", new XElement(rdf + "Seq", new XElement(rdf + "li", about.Author))),
                Alternatives(dc + "description", about.Subject)),
            About(pdf, "pdf", new XElement(pdf + "Producer", Producer(text)), new XElement(pdf + "Keywords", about.Keywords)),
            About(xmp, "xmp", new XElement(xmp + "CreatorTool", about.Creator), new XElement(xmp + "CreateDate", about.Date),
                new XElement(xmp + "ModifyDate", about.Date))));
        return Encoding.UTF8.GetBytes(
            $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet.ToString(SaveOptions.DisableFormatting)}\n"
                + $"<?xpacket end=\"w\"?>");
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }

    [GeneratedRegex(@"/(?:ca|CA) 0?\.\d", RegexOptions.None, 1000)]
    private static partial Regex Faded();

    [GeneratedRegex(@"^(?:/\w+ << /MCID \d+ >> BDC|EMC)$", RegexOptions.Multiline, 10_000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"/MediaBox \[([^\]]*)\]", RegexOptions.None, 1000)]
    private static partial Regex MediaBox();

    [GeneratedRegex(@"/Group <<.*?>>", RegexOptions.Singleline, 1000)]
    private static partial Regex Group();

    [GeneratedRegex(@"/Contents (\d+) 0 R", RegexOptions.None, 1000)]
    private static partial Regex Contents();

    [GeneratedRegex(@"/W \[0 \[([^\]]*)\]", RegexOptions.None, 1000)]
    private static partial Regex Widths();

    [GeneratedRegex(@"/FontDescriptor (\d+) 0 R", RegexOptions.None, 1000)]
    private static partial Regex Descriptor();

    [GeneratedRegex(@"cairo (\d[\d.]*)", RegexOptions.None, 1000)]
    private static partial Regex CairoVersion();
}
