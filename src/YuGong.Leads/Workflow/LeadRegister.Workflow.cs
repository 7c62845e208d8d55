using YuGong.Text;

namespace YuGong.Leads;

/// <content>Verification and the steps from one state to the next.</content>
public sealed partial class LeadRegister
{
    public Checklist ChecklistOf(LeadRow row) => Checklist.Parse(FormOf(row.Id)[Field.Checks]);

    public void Sign(LeadRow row, IReadOnlyList<Signature> signatures, AuditContext occasion) => store.InOne(() =>
    {
        var form = FormOf(row.Id);
        var list = signatures.Aggregate(Checklist.Parse(form[Field.Checks]), (all, one) => all.With(one));
        WriteForm(row.Id, form.With(Field.Checks, list.Write()));
        journal.Write(occasion, "verify", row.Id, string.Join(' ', signatures.Select(s => s.Item)));
    });

    /// <summary>Says who sees to a lead from now on; an empty name is nobody. The journal keeps the name sealed.</summary>
    public void Assign(LeadRow row, string name, AuditContext occasion) => store.InOne(() =>
    {
        WriteForm(row.Id, FormOf(row.Id).With(Field.Assigned, name));
        journal.Write(occasion, "assign", row.Id, name);
    });

    /// <summary>Takes a step if it may be taken; otherwise reports why not and changes nothing.</summary>
    public bool TryMove(LeadRow row, LeadState to, string reason, AuditContext occasion, SourceSpan place, Diagnostics findings)
    {
        var may = MayMove(row, to, reason, place, findings);
        if (may)
        {
            Move(row, to, reason.Trim(), occasion);
        }

        return may;
    }

    /// <summary>Whether a step may be taken; reports why not.</summary>
    public bool MayMove(LeadRow row, LeadState to, string reason, SourceSpan place, Diagnostics findings)
    {
        var before = findings.Count;
        if (!LeadTransitions.From(row.State).Contains(to))
        {
            findings.Report(
                LeadsRules.NoStep, place, row.Number.ToString(), LeadLabels.Words(row.State), LeadLabels.Words(to),
                LeadLabels.AsChoices(LeadTransitions.From(row.State)));
            return false;
        }

        if (LeadTransitions.NeedsReason(row.State, to) && reason.Trim().Length == 0)
        {
            findings.Report(LeadsRules.NoReason, place);
        }

        if (to == LeadState.Verified && row.State == LeadState.Received)
        {
            var form = FormOf(row.Id);
            var list = Checklist.Parse(form[Field.Checks]);
            if (list.Missing(form) is { Count: > 0 } missing)
            {
                findings.Report(LeadsRules.NotSigned, place, row.Number.ToString(), Phrase.List([.. missing.Select(Checklist.Label)]));
            }

            foreach (var item in list.Alone(form))
            {
                findings.Report(LeadsRules.TwoPeople, place, row.Number.ToString(), Checklist.Label(item), "1");
            }
        }

        return findings.Count == before;
    }
}
