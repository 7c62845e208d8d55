using YuGong.Content;
using YuGong.Leads;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Takedown;

/// <summary>Where withdrawn things may still lie: what is published, what is kept for the next build, and the posters.</summary>
/// <param name="Posters">Full path of the delivery folder.</param>
public sealed record WithdrawalPlaces(ProjectFolder Project, string Posters)
{
    /// <summary>Ledgers name addresses for good: a printed code or a link must not lead to somebody else.</summary>
    private static readonly string[] Ledgers = ["urls.txt", "codes.txt", "withdrawn.txt"];

    /// <summary>
    /// Hidden folders of a project that hold no output and no cache: git's history is spoken of in docs/leads.md, the program knows nobody,
    /// and what is looked for is kept until it is not found.
    /// </summary>
    private static readonly string[] NotKept =
    [
        ".git", ".dist", ".dist.new", PendingTakedown.Folder, ".github", ".vs", ".vscode", ".idea", ".config",
    ];

    /// <summary>
    /// The site of the generation before and every cache but the cut fonts, which know characters and no people, and what is cut of
    /// the pictures that stay. All of it can be made again.
    /// </summary>
    /// <param name="remaining">The site without them.</param>
    public void Purge(Site? remaining)
    {
        var pictures = remaining is null ? null : PictureStep.Open(Project, remaining, tellsInstalled: true, new());
        pictures?.ForgetOthers();
        Delete(Caches().Where(f => pictures is null || Path.GetFileName(f) != "pictures"));
        PurgeSpareTrees();
    }

    /// <summary>After the build: what it swapped out.</summary>
    public void PurgeSpareTrees() => Delete(SpareTrees());

    /// <summary>
    /// Their own posters, and those about all, which show everybody: they are pressed again without them. From another folder than
    /// the usual only when we made it; elsewhere what is left of them is found and told.
    /// </summary>
    public void RemovePosters(IEnumerable<string> ids)
    {
        if (!Directory.Exists(Posters) || !(FolderKind.Posters.IsOurs(Posters) || Posters == Path.Combine(Project.Root, "posters")))
        {
            return;
        }

        FolderKind.Posters.Open(Posters); // its older mark names files, and goes
        var traces = new TakedownTargets([], [.. ids, "yugong"], new Dictionary<string, string>());
        bool Goes(string file) =>
            WithdrawalProof.Names(traces, Path.GetRelativePath(Posters, file)) || Path.GetFileName(file) == ".posters.json";
        foreach (var file in Directory.EnumerateFiles(Posters, "*", SearchOption.AllDirectories).Where(Goes).ToList())
        {
            File.Delete(file);
        }

        foreach (var folder in Directory.EnumerateDirectories(Posters, "*", SearchOption.AllDirectories)
            .OrderDescending(StringComparer.Ordinal).Where(f => !Directory.EnumerateFileSystemEntries(f).Any()).ToList())
        {
            Directory.Delete(folder);
        }
    }

    /// <summary>All articles and books for others: any of them may name whom was withdrawn, and each can be made again.</summary>
    public void RemoveArticles()
    {
        if (FolderKind.Articles.IsOurs(Articles))
        {
            Delete([Articles]);
        }

        if (FolderKind.Books.IsOurs(Books))
        {
            Delete([Books]);
        }
    }

    /// <summary>
    /// What was typed about them at the desk and never saved, and what readers remarked; what is typed elsewhere and names them is found
    /// and told.
    /// </summary>
    public void RemoveUnsaved(IReadOnlyList<Entry> entries)
    {
        Delete(entries.SelectMany(e => new[]
        {
            Path.Combine(Project.Unsaved, EntryKind.Find(e.Kind)!.Folder, e.Id),
            Path.Combine(Project.Remarks, EntryKind.Find(e.Kind)!.Folder, e.Id),
        }));
        if (File.Exists(Project.Shared))
        {
            File.Delete(Project.Shared); // links show what git still has: all are taken back, and those of others made anew
        }
    }

    /// <summary>How many files were looked at: everything published, everything kept, whatever made it, and the sources.</summary>
    public int Look(TakedownTargets traces, IReadOnlyList<string> addresses, Diagnostics findings)
    {
        List<string> allowed = [.. addresses.SelectMany(a => new[] { a.Trim('/') + "/index.html", a.Trim('/') + "/gone" })];
        return WithdrawalProof.Look(Project.Output, "output", traces, allowed, findings)
            + WithdrawalProof.Look(Posters, "posters", traces, [], findings)
            + WithdrawalProof.Look(Articles, "articles", traces, [], findings)
            + WithdrawalProof.Look(Books, "books", traces, [], findings)
            + Kept().Sum(folder => WithdrawalProof.Look(folder, Path.GetFileName(folder), traces, allowed, findings))
            + Input(traces, findings);
    }

    /// <summary>What editors keep, by path in the input.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> Sources() => WithdrawalProof.Files(Project.Input).Where(f => !Ledgers.Contains(f.Name));

    /// <summary>The sources must not speak of them either, or the next build would.</summary>
    private int Input(TakedownTargets traces, Diagnostics findings)
    {
        var count = 0;
        foreach (var (name, bytes) in Sources())
        {
            count++;
            if (WithdrawalProof.Speaks(traces, name, bytes) is { } what)
            {
                findings.Report(LeadsRules.StillThere, new SourceFile($"{Project.InputName}/{name}", "").Whole, what);
            }
        }

        return count;
    }

    /// <summary>
    /// Every hidden folder of the project, also of kinds that nobody has thought of yet, the cache, and what the publication keeps beside
    /// the output.
    /// </summary>
    private IReadOnlyList<string> Kept() =>
    [
        .. Directory.EnumerateDirectories(Project.Root, ".*").Concat([Project.Cache, BuildFolder]).Distinct(StringComparer.Ordinal)
            .Where(f => Directory.Exists(f) && !NotKept.Contains(Path.GetFileName(f)) && f != Project.Output).Order(StringComparer.Ordinal),
    ];

    private string Articles => Path.Combine(Project.Root, "articles");

    private string Books => Path.Combine(Project.Root, "books");

    private string BuildFolder => Path.Combine(Path.GetDirectoryName(Project.Output)!, $".{Path.GetFileName(Project.Output)}.build");

    private static void Delete(IEnumerable<string> folders)
    {
        foreach (var folder in folders.Where(Directory.Exists).ToList())
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The record of the tree that stands stays: without it the next build would not know its own output.</summary>
    private IEnumerable<string> SpareTrees() => [Path.Combine(BuildFolder, "next"), Path.Combine(BuildFolder, "old")];

    private IEnumerable<string> Caches() => Directory.Exists(Project.Cache)
        ? Directory.EnumerateDirectories(Project.Cache).Where(f => Path.GetFileName(f) != "fonts")
        : [];
}
