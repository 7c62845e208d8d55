using YuGong.Text;

namespace YuGong.Leads;

/// <content>Leads of perhaps the same person: two of them become one, or both stay.</content>
public sealed partial class LeadRegister
{
    /// <summary>The journal's act for it, at the lead that is kept; its detail is the other's number.</summary>
    private const string MergedAct = "merge";

    /// <summary>The fields that a merge may fill: those of the form.</summary>
    private static readonly Field[] Mergeable = [.. LeadFormFields.All.Select(f => f.Field)];

    /// <summary>Says that two leads are to stay two; neither is shown beside the other any more.</summary>
    public void KeepBoth(LeadRow row, LeadRow other, AuditContext occasion) => store.InOne(() =>
    {
        Unlink(row, other);
        journal.Write(occasion, "keep both", row.Id, other.Number.ToString());
        journal.Write(occasion, "keep both", other.Id, row.Number.ToString());
    });

    /// <summary>
    /// Makes one lead of two: what the kept one does not say it takes from the other, with the other's originals; where both speak and
    /// differ, the other's words stand in the kept one's rest. The other is declined and says into which it went; nothing is erased.
    /// </summary>
    /// <param name="taken">Fields in which the other's words take the place of the kept one's.</param>
    /// <returns>False, with a finding, when the other may not be declined from where it stands.</returns>
    public bool TryMerge(LeadRow kept, LeadRow other, IReadOnlySet<Field> taken, AuditContext occasion, SourceSpan place,
        Diagnostics findings) => store.InOne(() =>
    {
        var reason = $"并入 {kept.Number}";
        if (kept.Id == other.Id || !MayMove(other, LeadState.Declined, reason, place, findings))
        {
            return false;
        }

        var form = Merged(FormOf(kept.Id), FormOf(other.Id), taken, other.Number);
        WriteForm(kept.Id, form);
        WritePrints(kept.Id, form);
        store.Run("INSERT OR IGNORE INTO sources (lead, original) SELECT $1, original FROM sources WHERE lead = $2", kept.Id, other.Id);
        store.Run("DELETE FROM sources WHERE lead = $1", other.Id);
        Unlink(kept, other);
        journal.Write(occasion, MergedAct, kept.Id, other.Number.ToString());
        Move(other, LeadState.Declined, reason, occasion);
        return true;
    });

    /// <summary>Leads that went into this one, and by whatever went into them, and were not taken up again since.</summary>
    public IReadOnlyList<LeadRow> MergedInto(LeadRow row)
    {
        var (found, next) = (new List<LeadRow>(), new Queue<LeadRow>([row]));
        while (next.TryDequeue(out var into))
        {
            foreach (var entry in journal.Read(into.Id).Where(e => e.Act == MergedAct && e.Detail is not null))
            {
                if (LeadNumber.Parse(entry.Detail!) is { } number && Find(number) is { State: LeadState.Declined } other
                    && other.Id != row.Id && !found.Exists(f => f.Id == other.Id))
                {
                    found.Add(other);
                    next.Enqueue(other);
                }
            }
        }

        return found;
    }

    private static LeadForm Merged(LeadForm kept, LeadForm other, IReadOnlySet<Field> taken, LeadNumber from)
    {
        var (form, left) = (kept, new List<string>());
        foreach (var field in Mergeable.Where(f => other.Says(f) && other[f] != kept[f]))
        {
            var isTaken = !kept.Says(field) || taken.Contains(field);
            var leaves = isTaken ? kept[field] : other[field];
            form = isTaken ? form.With(field, other[field]) : form;
            if (leaves.Length > 0)
            {
                left.Add($"{LeadFormFields.LabelOf(field)}：{leaves}");
            }
        }

        var rest = other[Field.Rest].Length > 0 ? left.Append(other[Field.Rest]) : left;
        return !rest.Any() ? form
            : form.With(Field.Rest, string.Join("\n\n", [.. form.Says(Field.Rest) ? [form[Field.Rest]] : (string[])[],
                $"〔并入 {from} 时没有用的〕\n{string.Join('\n', rest)}"]));
    }

    private void Unlink(LeadRow one, LeadRow other) => store.Run(
        "DELETE FROM links WHERE (lead = $1 AND other = $2) OR (lead = $2 AND other = $1)", one.Id, other.Id);
}
