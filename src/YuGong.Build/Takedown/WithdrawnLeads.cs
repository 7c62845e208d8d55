using YuGong.Build.Exports;
using YuGong.Leads;

namespace YuGong.Build.Takedown;

/// <summary>What the register learns of a withdrawal.</summary>
public static class WithdrawnLeads
{
    /// <summary>The leads that became the entry are withdrawn, and the certificates about them taken back.</summary>
    /// <param name="id">Of the entry.</param>
    public static IReadOnlyList<(LeadNumber Lead, IReadOnlyList<Certificate> Certificates)> Tell(
        ProjectFolder project, LeadRegister register, string id, AuditContext occasion)
    {
        var told = new List<(LeadNumber, IReadOnlyList<Certificate>)>();
        foreach (var lead in register.OpenAll().Where(l => l.Form[Field.Story] == id && l.Row.State != LeadState.Withdrawn).ToList())
        {
            register.Move(lead.Row, LeadState.Withdrawn, "withdraw", occasion);
            told.Add((lead.Number, TakeBack(project, register, lead.Row, occasion)));
        }

        return told;
    }

    /// <summary>
    /// Certificates of a lead that is withdrawn or erased: out of the register, and their sealed records out of the next build.
    /// </summary>
    /// <returns>What was taken back.</returns>
    public static IReadOnlyList<Certificate> TakeBack(ProjectFolder project, LeadRegister register, LeadRow row, AuditContext occasion)
    {
        var certificates = register.CertificatesOf(row);
        if (certificates.Count > 0)
        {
            // The public record first: killed between the two, the register still knows what is left to do.
            new VerifyLedger(project.Input).Remove(certificates);
            register.TakeBack(row, occasion);
        }

        return certificates;
    }
}
