using YuGong.Content;
using YuGong.Leads;
using YuGong.Posters.Certificates;
using YuGong.Posters.Designs;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Exports;

/// <summary>How certificates are printed.</summary>
/// <param name="Folder">Full path; files are named by number.</param>
/// <param name="Specimen">Marked as such, open to everybody, and good for nothing.</param>
public sealed record CertificateExportOptions(ProjectFolder Project, DateOnly Today, string Design, string Folder, bool Specimen);

/// <summary>
/// The straight line from certificates of the register to PDF files, through the press: the one place where the two rooms meet.
/// </summary>
public static class CertificateExport
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>What stands on a specimen; no register is opened for it.</summary>
    public static Certificate Specimen(DateOnly day) => new("YG-Z-0000-0000", "（推荐人或推荐单位）", "（人物姓名）", day, "0000-0000-0000");

    /// <summary>How many were printed; findings say what was not, by number and box only.</summary>
    /// <param name="progress">Hears how many are done.</param>
    public static int Print(
        CertificateExportOptions options, IReadOnlyList<Certificate> certificates, Action<int> progress, Diagnostics findings)
    {
        var words = SiteVocabulary.Load(options.Project.Reading(Edition.Preview, options.Today), findings);
        using var press = Open(options.Project, words, findings);
        if (press is null || Chosen(press, options.Design, words.Settings, findings) is not { } design)
        {
            return 0;
        }

        if (options.Specimen)
        {
            Directory.CreateDirectory(options.Folder);
        }
        else
        {
            FolderKind.Private.Open(options.Folder, OwnerOnly);
        }

        var (printed, done) = (0, 0);
        foreach (var certificate in certificates)
        {
            var pressed = press.Print(design, Printed(certificate, words.Settings, options.Specimen), findings);
            foreach (var fault in pressed.Faults)
            {
                Report(certificate, fault, findings);
            }

            if (pressed.Pdf is { } pdf)
            {
                // Whole or not at all, and for nobody else to read: names and codes stand in it.
                var name = options.Specimen ? $"specimen-{options.Design}" : certificate.Number;
                PrivateFile.Write(Path.Combine(options.Folder, $"{name}.pdf"), pdf);
                printed++;
            }

            progress(++done);
        }

        return printed;
    }

    private static CertificatePress? Open(ProjectFolder project, SiteVocabulary words, Diagnostics findings)
    {
        var settings = words.Settings;
        var givers = new CertificateGivers(
            words.Call?.Theme ?? settings.SiteTitle, settings.Organizers, settings.Host + settings.LinkRoot, words.Texts["certificate"],
            words.Texts["motto"]);
        var (theme, fonts) = (Path.Combine(project.Themes, settings.Theme), Path.Combine(project.Cache, "fonts"));
        return CertificatePress.Open(theme, $"themes/{settings.Theme}", fonts, givers, findings);
    }

    private static Design? Chosen(CertificatePress press, string design, Settings settings, Diagnostics findings)
    {
        var chosen = press.Design(design);
        if (chosen is null)
        {
            var place = new SourceFile($"themes/{settings.Theme}/certificates", "").Whole;
            findings.Report(LeadsRules.NoCertificateDesign, place, design, string.Join('、', press.Designs.Select(d => d.Name)));
        }

        return chosen;
    }

    private static PrintedCertificate Printed(Certificate c, Settings settings, bool specimen) =>
        new(
            c.Number, c.Recommender, c.Person, c.Issued, c.Code, c.Story ?? c.Number,
            settings.Absolute("/verify/") + (specimen ? "" : $"#{c.Number}/{c.Code}"), specimen);

    private static void Report(Certificate certificate, CertificateFault fault, Diagnostics findings)
    {
        var place = new SourceFile($"certificates/{certificate.Number}", "").Whole;
        if (fault.Missing.Count > 0)
        {
            findings.Report(LeadsRules.CertificateGlyph, place, certificate.Number, fault.Box, string.Join(' ', fault.Missing));
        }
        else
        {
            findings.Report(LeadsRules.CertificateTooLong, place, certificate.Number, fault.Box);
        }
    }
}
