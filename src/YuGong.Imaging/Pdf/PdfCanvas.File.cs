using System.Globalization;
using System.Text;

namespace YuGong.Imaging.Pdf;

/// <content>Tags, and the file around the page.</content>
public sealed partial class PdfCanvas
{
    /// <summary>
    /// What is drawn meanwhile belongs to an element – H1, P, Figure – of the page's structure; everything else is decoration (ISO 32000-1
    /// 14.8.2.2). Only on a page with a language, and neither within another nor within <see cref="Save"/>.
    /// </summary>
    /// <param name="alternative">What a figure shows, in words.</param>
    public void Tag(string element, string? alternative, Action draw)
    {
        Write(string.Create(CultureInfo.InvariantCulture, $"EMC\n/{element} << /MCID {structure.Add(element, alternative)} >> BDC\n"));
        draw();
        Write("EMC\n/Artifact BMC\n");
    }

    /// <summary>Ends the page and gives the file; nothing can be drawn after it.</summary>
    public byte[] Finish()
    {
        Write(language is null ? "" : "EMC\n");
        var (pages, leaf) = (file.Reserve(), file.Reserve());
        var drawn = file.AddStream("", Encoding.Latin1.GetBytes(content.ToString()));
        foreach (var font in resources.Fonts)
        {
            font.Write(file, complete: language is not null);
        }

        resources.Write();
        file.Set(leaf, $"<< /Type /Page /Parent {pages} 0 R /MediaBox [{Box(0)}] /BleedBox [{Box(page.Bleed)}] /TrimBox [{Box(page.Trim)}] "
            + $"/Contents {drawn} 0 R /Resources {resources.Number} 0 R"
            + (isTransparent ? " /Group << /S /Transparency /CS /DeviceRGB /I true >>" : "")
            + (language is null ? "" : " /StructParents 0 /Tabs /S") + " >>");
        file.Set(pages, $"<< /Type /Pages /Kids [{leaf} 0 R] /Count 1 >>");
        var catalog = file.Add($"<< /Type /Catalog /Pages {pages} 0 R{(language is null ? "" : Kept(leaf))} >>");
        return file.Write(catalog, file.Add(about.Information()));
    }

    /// <summary>What the catalog of a page says that is kept for good. Without transparency it claims what ISO 19005-1 asks for.</summary>
    private string Kept(int leaf)
    {
        var metadata = file.AddStream("/Type /Metadata /Subtype /XML", about.Packet(archivable: !isTransparent), pack: false);
        var profile = file.AddStream("/N 3 /Alternate /DeviceRGB", SrgbProfile.Bytes);
        var intent = file.Add($"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({SrgbProfile.Name}) "
            + $"/Info ({SrgbProfile.Name}) /DestOutputProfile {profile} 0 R >>");
        return $" /Lang ({language}) /MarkInfo << /Marked true >> /StructTreeRoot {structure.Write(leaf)} 0 R "
            + $"/Metadata {metadata} 0 R /OutputIntents [{intent} 0 R] /ViewerPreferences << /DisplayDocTitle true >>";
    }

    private string Box(double inset) => PdfFile.Numbers(inset, inset, page.Width - inset, page.Height - inset);
}
