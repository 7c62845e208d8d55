using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Changes the input: folders go, references go, the ledger gets its lines.</summary>
internal static class Withdrawal
{
    /// <summary>All that is there, ready or not.</summary>
    public static Site? SiteIn(ProjectFolder project, DateOnly day) => SiteLoader.Load(
        new(project.Input, project.InputName, project.Settings, day, Edition.Preview, new HashSet<Fingerprint>(), Environment.ProcessorCount), InputFiles.Scan(project.Input), new())?.Site;

    public static void TakeOut(WithdrawalPlan plan, WithdrawalPlaces places, DateOnly day)
    {
        // The ledger first: killed after it, the next build refuses the entry instead of publishing it again.
        WithdrawnLedger.Append(places.Project.Input, day, plan.Addresses);
        foreach (var edit in plan.Edits)
        {
            var text = File.ReadAllText(edit.FullPath);
            WholeFile.Write(edit.FullPath, ReferenceRemoval.Without(text, edit.Offsets, plan.Addresses));
        }

        ClaimLedger.In(places.Project.Input, places.Project.InputName, new())
            .Withdraw(places.Project.Input, plan.Addresses.ToHashSet(), plan.Edits.SelectMany(e => e.Unsaid.Select(c => (e.Address, c))).ToLookup(e => e.Address, e => e.c));
        foreach (var entry in plan.Entries)
        {
            Directory.Delete(entry.Frame.Folder.FullPath, recursive: true);
        }

        places.Purge(SiteIn(places.Project, day), day);
        places.RemovePosters(plan.Entries.Select(e => e.Id));
    }
}
