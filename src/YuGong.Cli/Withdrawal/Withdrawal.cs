using System.Text;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Changes the input: folders go, references go, the ledger gets its lines.</summary>
internal static class Withdrawal
{
    public static void TakeOut(WithdrawalPlan plan, WithdrawalPlaces places, DateOnly day)
    {
        // The ledger first: killed after it, the next build refuses the entry instead of publishing it again.
        WithdrawnLedger.Append(places.Project.Input, day, plan.Addresses);
        foreach (var edit in plan.Edits)
        {
            var text = File.ReadAllText(edit.FullPath);
            var draft = edit.FullPath + ".draft";
            File.WriteAllText(draft, ReferenceRemoval.Without(text, edit.Offsets, plan.Addresses), new UTF8Encoding(false));
            File.Move(draft, edit.FullPath, overwrite: true);
        }

        ClaimLedger.In(places.Project.Input, places.Project.InputName)
            .Withdraw(places.Project.Input, plan.Addresses.ToHashSet(), plan.Edits.SelectMany(e => e.Unsaid.Select(c => (e.Address, c))).ToLookup(e => e.Address, e => e.c));
        foreach (var entry in plan.Entries)
        {
            Directory.Delete(entry.Frame.Folder.FullPath, recursive: true);
        }

        places.Purge();
        places.RemovePosters(plan.Entries.Select(e => e.Id));
    }
}

/// <summary>Where withdrawn things may still lie: what is published, what is kept for the next build, and the posters.</summary>
/// <param name="Posters">Full path of the delivery folder.</param>
internal sealed record WithdrawalPlaces(ProjectFolder Project, string Posters)
{
    /// <summary>Ledgers name addresses for good: a printed code or a link must not lead to somebody else.</summary>
    private static readonly string[] Ledgers = ["urls.txt", "codes.txt", "withdrawn.txt"];

    /// <summary>The site of the generation before and every cache but the cut fonts, which know characters and no people. All of it can be made again.</summary>
    public void Purge()
    {
        foreach (var folder in Caches().Concat(SpareTrees()).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Their own posters, and those about all, which show everybody: they are pressed again without them.</summary>
    public void RemovePosters(IEnumerable<string> ids)
    {
        if (!Directory.Exists(Posters))
        {
            return;
        }

        var traces = new WithdrawalTraces([], [.. ids, "yugong"], new Dictionary<string, string>());
        foreach (var file in Directory.EnumerateFiles(Posters, "*", SearchOption.AllDirectories).Where(f => WithdrawalProof.Names(traces, Path.GetRelativePath(Posters, f)) || Path.GetFileName(f) == ".posters.json").ToList())
        {
            File.Delete(file);
        }

        foreach (var folder in Directory.EnumerateDirectories(Posters, "*", SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal).Where(f => !Directory.EnumerateFileSystemEntries(f).Any()).ToList())
        {
            Directory.Delete(folder);
        }
    }

    /// <summary>How many files were looked at.</summary>
    public int Look(WithdrawalTraces traces, IReadOnlyList<string> addresses, Diagnostics findings)
    {
        List<string> allowed = [.. addresses.SelectMany(a => new[] { a.Trim('/') + "/index.html", a.Trim('/') + "/gone" })];
        return WithdrawalProof.Look(Project.Output, "output", traces, allowed, findings)
            + WithdrawalProof.Look(Posters, "posters", traces, [], findings)
            + WithdrawalProof.Look(Project.Cache, ".cache", traces, [], findings)
            + Input(traces, findings);
    }

    /// <summary>The sources must not speak of them either, or the next build would.</summary>
    private int Input(WithdrawalTraces traces, Diagnostics findings)
    {
        var count = 0;
        foreach (var (name, bytes) in WithdrawalProof.Files(Project.Input).Where(f => !Ledgers.Contains(f.Name)))
        {
            count++;
            if (WithdrawalProof.Speaks(traces, bytes) is { } what)
            {
                findings.Report(Leads.LeadsRules.StillThere, new SourceFile($"{Project.InputName}/{name}", "").Whole, what);
            }
        }

        return count;
    }

    /// <summary>The record of the tree that stands stays: without it the next build would not know its own output.</summary>
    private IEnumerable<string> SpareTrees()
    {
        var build = Path.Combine(Path.GetDirectoryName(Project.Output)!, $".{Path.GetFileName(Project.Output)}.build");
        return [Path.Combine(build, "next"), Path.Combine(build, "old")];
    }

    private IEnumerable<string> Caches() => Directory.Exists(Project.Cache) ? Directory.EnumerateDirectories(Project.Cache).Where(f => Path.GetFileName(f) != "fonts") : [];
}
