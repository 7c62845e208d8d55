using YuGong.Imaging;
using YuGong.Posters.Designs;
using YuGong.Posters.Fonts;
using YuGong.Posters.Pressing;
using YuGong.Posters.Preflight;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;
using YuGong.Text;
using YuGong.Text.Segmentation;

namespace YuGong.Posters.Certificates;

/// <summary>
/// Certificates through the press of posters: <c>certificates/NAME/SHAPE.svg</c> of the theme + a certificate → a tagged PDF. Nothing is
/// kept in a store: names of recommenders and check codes are private until the paper is handed over.
/// </summary>
public sealed class CertificatePress : IDisposable
{
    private readonly PosterFonts fonts;
    private readonly CertificateGivers givers;
    private readonly GlyphOutlines outlines;

    private CertificatePress(PosterFonts fonts, CertificateGivers givers, IReadOnlyList<Design> designs)
    {
        (this.fonts, this.givers, Designs) = (fonts, givers, designs);
        outlines = new(font => fonts.Of(font).File);
    }

    /// <summary>Of the theme, by folder and file name.</summary>
    public IReadOnlyList<Design> Designs { get; }

    /// <summary>Null, with findings, when a library or a font is missing.</summary>
    /// <param name="themeFolder">On disk.</param>
    /// <param name="themePath">As people know it: <c>themes/yugong</c>.</param>
    /// <param name="cacheFolder">For fonts that come packed.</param>
    public static CertificatePress? Open(string themeFolder, string themePath, string cacheFolder, CertificateGivers givers,
        Diagnostics findings)
    {
        if (NativeLibraries.Missing is { Count: > 0 } missing)
        {
            findings.Report(PressRules.LibraryMissing, new SourceFile($"{themePath}/certificates", "").Whole, NativeLibraries.System,
                string.Join(", ", missing));
            return null;
        }

#pragma warning disable CA2000 // The press takes the fonts and closes them.
        var opened = PosterFonts.Open(themeFolder, themePath, cacheFolder, findings);
#pragma warning restore CA2000
        return opened is null ? null : new(opened, givers, DesignFolder.Read(themeFolder, themePath, opened, findings, "certificates"));
    }

    /// <summary>The design of this name, and all there are when there is none.</summary>
    public Design? Design(string name) => Designs.FirstOrDefault(d => d.Name == name && d.About == Subject.Certificate);

    /// <summary>Equal certificates and designs give equal bytes.</summary>
    /// <param name="findings">Takes what preflight says of the design: type too small, a code that cannot be read.</param>
    public PressedCertificate Print(Design design, PrintedCertificate certificate, Diagnostics findings)
    {
        var own = new Diagnostics();
        if (Scene(design, certificate, own) is not { } scene)
        {
            return new(certificate, null, [.. own.Sorted().Select(Fault)]);
        }

        var pictures = new ScenePictures(RasterWriter.PixelsPerUnit(scene.Page, RenderContext.Dpi));
        var order = new PosterJob
        {
            Label = design.Title,
            Name = scene.Name, Title = scene.Title, Story = null, Page = scene.Page, Key = scene.Key, Date = certificate.Issued,
            Revision = scene.Key, Place = design.File.Whole, Compose = _ => scene,
        };
        var check = new PreflightCheck(order, scene, outlines, pictures, findings);
        check.Scene();
        check.Codes(null);
        var pdf = PdfWriter.Archive(scene, certificate.Issued, $"核验：{certificate.VerifyAddress}", outlines, pictures);
        check.File(PosterFormat.Pdf, pdf);
        return new(certificate, pdf, []);
    }

    /// <summary>Null, with findings of posters, when the design does not hold the certificate.</summary>
    internal Scene? Scene(Design design, PrintedCertificate certificate, Diagnostics own)
    {
        var fields = Fields.Read(certificate, givers);
        var subject = new PosterSubject(certificate.Mountain, null, fields, null, [],
            new PhraseBreaker([certificate.Recommender, certificate.Person]));
        var scene = new Composer(design, subject, fonts, string.Join("、", givers.Organizers), own).Compose();
        if (scene is null)
        {
            return null;
        }

        scene = scene with { Name = new(certificate.Number, design.Name, design.Shape), Title = $"证书 {certificate.Number}",
            Sample = certificate.Specimen };
        return certificate.Specimen ? scene with { Layers = [.. scene.Layers, Ribbon.On(design.Page, fonts)] } : scene;
    }

    public void Dispose()
    {
        fonts.Dispose();
    }

    /// <summary>The words of a finding of posters would repeat the text; only the box and the characters are told.</summary>
    private static CertificateFault Fault(Diagnostic finding) => finding.Rule == PosterRules.MissingGlyph
        ? new(finding.Details[3].Zh, finding.Details[0].Zh.Split(' '))
        : new(finding.Details.Count > 3 ? finding.Details[3].Zh : "", []);
}
