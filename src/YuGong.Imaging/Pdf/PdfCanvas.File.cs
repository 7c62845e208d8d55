using System.Globalization;
using System.Text;

namespace YuGong.Imaging.Pdf;

/// <content>Tags, and the file around the pages.</content>
public sealed partial class PdfCanvas
{
    /// <summary>Pages that are finished: their boxes, what was drawn on them, and whether anything there is transparent.</summary>
    private readonly List<FinishedPage> finished = [];

    private readonly PdfNavigation navigation;

    /// <summary>
    /// What is drawn meanwhile belongs to an element – H1, P, Figure – of the page's structure; everything else is decoration (ISO 32000-1
    /// 14.8.2.2). Only on a page with a language, and neither within another nor within <see cref="Save"/>.
    /// </summary>
    /// <param name="alternative">What a figure shows, in words.</param>
    public void Tag(string element, string? alternative, Action draw) => Tag(structure.Add(element, alternative), draw);

    /// <summary>The same for an element of <see cref="Element"/>, which may stand on several pages.</summary>
    public void Tag(int element, Action draw)
    {
        var role = structure.RoleOf(element);
        Write(string.Create(CultureInfo.InvariantCulture, $"EMC\n/{role} << /MCID {structure.Draw(element)} >> BDC\n"));
        draw();
        Write("EMC\n/Artifact BMC\n");
    }

    /// <summary>Adds an element to the structure; its number. They are read in the order in which they are added.</summary>
    /// <param name="role">A standard structure type (14.8.4): Sect, H2, P, L, LI, Table, Figure …</param>
    /// <param name="parent">An element that is there already; null for the document.</param>
    public int Element(string role, string? alternative = null, int? parent = null) =>
        structure.Add(role, alternative, parent ?? PdfStructure.Document);

    /// <summary>What readers find their way by: bookmarks, labels and links, by pages counted from 0.</summary>
    public PdfNavigation Navigation => navigation;

    /// <summary>Ends the page and begins another.</summary>
    public void TurnPage(PdfPage next)
    {
        Write(language is null ? "" : "EMC\n");
        finished.Add(new(page, file.AddStream("", Drawn()), isTransparent));
        structure.TurnPage();
        content.Clear();
        (page, state, ink, isTransparent) = (next, new(), new(0, 0, 0, 1), false);
        Begin();
    }

    /// <summary>Ends the file and gives it; nothing can be drawn after it.</summary>
    public byte[] Finish()
    {
        Write(language is null ? "" : "EMC\n");
        var pages = file.Reserve();
        List<int> leaves = [.. finished.Select(_ => file.Reserve()), file.Reserve()];
        finished.Add(new(page, file.AddStream("", Drawn()), isTransparent));
        foreach (var font in resources.Fonts)
        {
            font.Write(file, complete: language is not null);
        }

        resources.Write();
        for (var i = 0; i < finished.Count; i++)
        {
            file.Set(leaves[i], Leaf(finished[i], pages, i, leaves));
        }

        file.Set(pages, $"<< /Type /Pages /Kids [{string.Join(' ', leaves.Select(l => $"{l} 0 R"))}] /Count {leaves.Count} >>");
        var kept = language is null ? "" : Kept(leaves);
        var catalog = file.Add($"<< /Type /Catalog /Pages {pages} 0 R{kept}{navigation.Catalog(leaves)} >>");
        return file.Write(catalog, file.Add(about.Information()));
    }

    private string Leaf(FinishedPage own, int pages, int number, IReadOnlyList<int> leaves) =>
        $"<< /Type /Page /Parent {pages} 0 R /MediaBox [{Box(own.Page, 0)}] /BleedBox [{Box(own.Page, own.Page.Bleed)}] "
            + $"/TrimBox [{Box(own.Page, own.Page.Trim)}] /Contents {own.Content} 0 R /Resources {resources.Number} 0 R"
            + (own.IsTransparent ? $" /Group << /S /Transparency /CS /{whole.Space} /I true >>" : "") + navigation.Links(number, leaves)
            + (language is null ? "" : string.Create(CultureInfo.InvariantCulture, $" /StructParents {number} /Tabs /S")) + " >>";

    /// <summary>What the catalog of a file says that is kept for good, and which part of ISO 19005 it claims to keep to.</summary>
    private string Kept(IReadOnlyList<int> leaves)
    {
        var part = PdfPart ?? (finished.Exists(f => f.IsTransparent) ? null : 1);
        var metadata = file.AddStream("/Type /Metadata /Subtype /XML", about.Packet(part), pack: false);
        var (channels, bytes, name) = Inks is null ? (3, SrgbProfile.Bytes, $"({SrgbProfile.Name})")
            : (4, Inks.Profile, PdfFile.Text(Inks.Name));
        var profile = file.AddStream($"/N {channels} /Alternate /{whole.Space}", bytes);
        var intent = file.Add($"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier {name} "
            + $"/Info {name} /DestOutputProfile {profile} 0 R >>");
        return $" /Lang ({language}) /MarkInfo << /Marked true >> /StructTreeRoot {structure.Write(leaves)} 0 R "
            + $"/Metadata {metadata} 0 R /OutputIntents [{intent} 0 R] "
            + $"/ViewerPreferences << /DisplayDocTitle true{(IsRightToLeft ? " /Direction /R2L" : "")} >>";
    }

    private byte[] Drawn() => Encoding.Latin1.GetBytes(content.ToString());

    private static string Box(PdfPage page, double inset) => PdfFile.Numbers(inset, inset, page.Width - inset, page.Height - inset);

    private sealed record FinishedPage(PdfPage Page, int Content, bool IsTransparent);
}
