using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Takedown;

/// <summary>What was found when everything was searched for somebody.</summary>
/// <param name="Searched">Files that were looked at.</param>
/// <param name="Left">A finding for each place where something of them is left.</param>
/// <param name="IsBuilt">Whether the site was built without them.</param>
public sealed record TakedownProof(int Searched, Diagnostics Left, bool IsBuilt)
{
    public bool IsProven => IsBuilt && Left.Count == 0;
}

/// <summary>
/// A withdrawal from its first step to its proof, one for the command and for the desk: what has to be looked for is noted, folders and
/// references go, the ledger gets its lines; then the site is built without them, what older builds left is purged, everything is searched,
/// and what was noted is forgotten once nothing is left.
/// </summary>
/// <param name="id">Of the entry.</param>
public sealed class TakedownRun(WithdrawalPlaces places, string id, DateOnly day)
{
    private readonly ProjectFolder project = places.Project;

    /// <summary>How the site is built without them.</summary>
    public RunOptions Building => new(project, day, Edition.Release) { WithPosters = true, WithPictures = true };

    /// <summary>What was taken out before and has still to be proven; null for nothing.</summary>
    public PendingTakedown? Unproven => PendingTakedown.Read(project.Root, id);

    /// <summary>All that is there, ready or not.</summary>
    public static Site? SiteIn(ProjectFolder project, DateOnly day) =>
        project.Load(Edition.Preview, day, new(), Environment.ProcessorCount);

    /// <summary>Changes the input, and clears what can be made again.</summary>
    /// <returns>What has to be looked for.</returns>
    public PendingTakedown TakeOut(WithdrawalPlan plan)
    {
        var sought = new PendingTakedown(plan.Traces(project.Output), plan.Addresses);
        sought.Write(project.Root, id);

        // The ledger first: killed after it, the next build refuses the entry instead of publishing it again.
        WithdrawnLedger.Append(project.Input, day, plan.Addresses);
        foreach (var edit in plan.Edits)
        {
            var text = File.ReadAllText(edit.FullPath);
            AtomicFile.Write(edit.FullPath, ReferenceRemoval.Without(text, edit.Offsets, plan.Addresses));
        }

        var unsaid = plan.Edits.SelectMany(e => e.Unsaid.Select(claim => (e.Address, Claim: claim))).ToLookup(e => e.Address, e => e.Claim);
        ClaimLedger.In(project.Input, project.InputName, new()).Withdraw(project.Input, plan.Addresses.ToHashSet(), unsaid);
        foreach (var book in plan.Books)
        {
            File.Delete(book.FullPath);
        }

        foreach (var entry in plan.Entries)
        {
            Directory.Delete(entry.Header.Folder.FullPath, recursive: true);
        }

        places.Purge(SiteIn(project, day));
        places.RemovePosters(plan.Entries.Select(e => e.Id));
        places.RemoveArticles();
        places.RemoveUnsaved(plan.Entries);
        return sought;
    }

    /// <summary>Builds, and looks for what is left; forgets what it looked for when nothing is.</summary>
    /// <param name="build">Builds as <see cref="Building"/> says, and tells whether it did.</param>
    public TakedownProof Prove(PendingTakedown sought, Func<bool> build)
    {
        var isBuilt = build();
        places.PurgeSpareTrees();
        var left = new Diagnostics();
        var proof = new TakedownProof(places.Look(sought.Traces, sought.Addresses, left), left, isBuilt);
        if (proof.IsProven)
        {
            PendingTakedown.Forget(project.Root, id);
        }

        return proof;
    }
}
