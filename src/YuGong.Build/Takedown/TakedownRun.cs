using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Takedown;

/// <summary>Changes the input: folders go, references go, the ledger gets its lines.</summary>
public static class TakedownRun
{
    /// <summary>All that is there, ready or not.</summary>
    public static Site? SiteIn(ProjectFolder project, DateOnly day) =>
        project.Load(Edition.Preview, day, new(), Environment.ProcessorCount);

    public static void TakeOut(WithdrawalPlan plan, WithdrawalPlaces places, DateOnly day)
    {
        // The ledger first: killed after it, the next build refuses the entry instead of publishing it again.
        WithdrawnLedger.Append(places.Project.Input, day, plan.Addresses);
        foreach (var edit in plan.Edits)
        {
            var text = File.ReadAllText(edit.FullPath);
            AtomicFile.Write(edit.FullPath, ReferenceRemoval.Without(text, edit.Offsets, plan.Addresses));
        }

        var unsaid = plan.Edits.SelectMany(e => e.Unsaid.Select(claim => (e.Address, Claim: claim))).ToLookup(e => e.Address, e => e.Claim);
        ClaimLedger.In(places.Project.Input, places.Project.InputName, new())
            .Withdraw(places.Project.Input, plan.Addresses.ToHashSet(), unsaid);
        foreach (var entry in plan.Entries)
        {
            Directory.Delete(entry.Header.Folder.FullPath, recursive: true);
        }

        places.Purge(SiteIn(places.Project, day));
        places.RemovePosters(plan.Entries.Select(e => e.Id));
        places.RemoveArticles();
        places.RemoveUnsaved(plan.Entries);
    }
}
