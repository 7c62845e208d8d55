using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>All that the page of one lead shows, read in one go within the register.</summary>
internal sealed record LeadDossier
{
    public required Lead Lead { get; init; }

    public required Checklist Checklist { get; init; }

    public required IReadOnlyList<Score> Scores { get; init; }

    /// <summary>Its files as they came.</summary>
    public required IReadOnlyList<(StoredOriginal File, byte[] Bytes, bool IsShared)> Originals { get; init; }

    public required IReadOnlyList<JournalEntry> Journal { get; init; }

    public required IReadOnlyList<Certificate> Certificates { get; init; }

    /// <summary>Other leads of perhaps the same person.</summary>
    public required IReadOnlyList<Lead> Same { get; init; }

    public LeadRow Row => Lead.Row;

    public LeadForm Form => Lead.Form;

    /// <summary>Null when there is no such lead. That it was looked at is written down, as the command does it.</summary>
    public static LeadDossier? Open(LeadRegister register, string number, AuditContext occasion)
    {
        if (LeadNumber.Parse(number) is not { } parsed || register.Open(parsed) is not { } lead)
        {
            return null;
        }

        register.Note(occasion, "show", lead.Row);
        return new()
        {
            Lead = lead, Checklist = register.ChecklistOf(lead.Row), Scores = register.ScoresOf(lead.Row),
            Originals = [.. register.OriginalsOf(lead.Row)
                .Select(o => (o, register.BytesOf(o), register.LeadsIn(o.Id).Count > 1))],
            Journal = register.ReadJournal(lead.Row), Certificates = register.CertificatesOf(lead.Row),
            Same = [.. lead.Links.Select(register.Open).OfType<Lead>()],
        };
    }

    /// <summary>What the form lacks, in words that repeat nothing of it.</summary>
    public IReadOnlyList<Diagnostic> Lacks(Content.Taxonomies words, DateOnly today) =>
        FormCheck.Check(Form, new SourceFile("", "").Whole, words, today);
}
