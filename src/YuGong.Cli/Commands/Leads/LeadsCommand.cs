using System.CommandLine;

namespace YuGong.Cli;

/// <summary><c>yugong leads …</c>: the private half, from the form to the certificate.</summary>
internal static class LeadsCommand
{
    public static Command Create() => new(
        "leads", Terminal.Words("线索:征集表、收件、加密的线索库、核实、遴选、致谢。库在 leads/,不进 git,不进网站。",
        "Leads: form, intake, sealed register, verification, selection, thanks. The register is in leads/, never in git, never on the site."))
    {
        LeadsInit.Create(), LeadsForm.Create(), LeadsImport.Create(), LeadsList.Create(), LeadsShow.Create(), LeadsSet.Create(),
        LeadsVerify.Create(),
        LeadsMove.Create(), LeadsScore.Create(), LeadsStats.Create(), LeadsPromote.Create(), LeadsCertificates.Create(), LeadsScan.Create(),
        LeadsDue.Create(), LeadsErase.Create(), LeadsExport.Create(),
        LeadsHeld.Create(), LeadsJournal.Create(), LeadsCheck.Create(), LeadsBackup.Create(), LeadsRestore.Create(), LeadsRotate.Create(),
        LeadsRekey.Create(),
    };
}
