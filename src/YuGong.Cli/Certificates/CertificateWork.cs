using YuGong.Content;
using YuGong.Leads;
using YuGong.Posters.Certificates;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The straight line from certificates of the register to PDF files, through the press: the one place where the two rooms meet.</summary>
internal static class CertificateWork
{
    /// <summary>What stands on a specimen; no register is opened for it.</summary>
    public static Certificate Specimen(DateOnly day) => new("YG-Z-0000-0000", "（推荐人或推荐单位）", "（人物姓名）", day, "0000-0000-0000");

    /// <summary>How many were printed; findings say what was not, by number and box only.</summary>
    /// <param name="folder">Full path; files are named by number.</param>
    public static int Print(LeadsRequest request, IReadOnlyList<Certificate> certificates, string design, string folder, bool specimen, Diagnostics findings)
    {
        var words = LeadsDesk.Words(request, findings);
        var (settings, project) = (words.Settings, request.Project);
        var givers = new CertificateGivers(words.Call?.Theme ?? settings.SiteTitle, settings.Organizers, settings.Host + settings.LinkRoot);
        using var press = CertificatePress.Open(Path.Combine(project.Themes, settings.Theme), $"themes/{settings.Theme}", Path.Combine(project.Cache, "fonts"), givers, findings);
        if (press is null)
        {
            return 0;
        }

        if (press.Design(design) is not { } chosen)
        {
            findings.Report(LeadsRules.NoCertificateDesign, new SourceFile($"themes/{settings.Theme}/certificates", "").Whole, design, string.Join('、', press.Designs.Select(d => d.Name)));
            return 0;
        }

        if (specimen)
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            FolderKind.Private.Open(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        using var progress = new LeadsProgress("证书", certificates.Count, request.Json) { Long = certificates.Count > 4 };
        var (printed, done) = (0, 0);
        foreach (var certificate in certificates)
        {
            var pressed = press.Press(chosen, Printed(certificate, settings, specimen), findings);
            foreach (var fault in pressed.Faults)
            {
                Report(certificate, fault, findings);
            }

            if (pressed.Pdf is { } pdf)
            {
                printed += Deliver(Path.Combine(folder, $"{(specimen ? $"specimen-{design}" : certificate.Number)}.pdf"), pdf);
            }

            progress.Set(++done);
        }

        return printed;
    }

    private static PrintedCertificate Printed(Certificate c, Settings settings, bool specimen) =>
        new(c.Number, c.Recommender, c.Person, c.Issued, c.Code, c.Story ?? c.Number, settings.Absolute("/verify/") + (specimen ? "" : $"#{c.Number}/{c.Code}"), specimen);

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

    /// <summary>Whole or not at all, and for nobody else to read: names and codes stand in it.</summary>
    private static int Deliver(string path, byte[] pdf)
    {
        PrivateFile.Write(path, pdf);
        return 1;
    }
}
