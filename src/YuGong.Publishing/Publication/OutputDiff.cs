using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>Whose file stands at a planned place.</summary>
internal enum Ownership
{
    Absent,

    /// <summary>We wrote it and it is as we wrote it.</summary>
    Ours,

    /// <summary>We wrote it and somebody changed it since: rewritten, for an output is nobody's source.</summary>
    Spoiled,

    Foreign,
}

/// <param name="Known">What is recorded of it; its <c>Content</c> is what stands on the disk only when it is ours.</param>
internal sealed record PlannedFile(OutputFile File, FileStat? Entry, Ownership Ownership, ManifestEntry? Known);

/// <summary>
/// The plan held against the output: what stays, what must be rendered to know, what goes, and whose files are whose.
/// A file is ours when its bytes are those we recorded, or when its path is recorded and the tree is the very one that
/// we put there, or bears its marker. In another tree (somebody removed the output and made a new one) a recorded path
/// proves nothing.
/// </summary>
internal sealed class OutputDiff
{
    private readonly PublicationPlan plan;
    private readonly TreeRecord record;
    private readonly Tree? output;
    private readonly bool force;

    private OutputDiff(PublicationPlan plan, TreeRecord record, Tree? output, bool force)
    {
        this.plan = plan;
        this.record = record;
        this.output = output;
        this.force = force && record.IsOfThisTree;
    }

    /// <summary>Whether there is something in a tree that we did not make; force does not help then.</summary>
    public bool IsForeignTree => !record.IsOfThisTree && Foreign.Count + ForeignFolders.Count > 0;

    public bool IsOurTree => record.IsOfThisTree;

    /// <summary>Right by key; nothing to render.</summary>
    public List<PlannedFile> Kept { get; } = [];

    public List<PlannedFile> Doubtful { get; } = [];

    /// <summary>In the output, not in the plan, to be removed: our files, and with force everybody's.</summary>
    public List<string> Stale { get; } = [];

    /// <summary>Ours once, edited since, no longer in the plan: carried like foreign ones.</summary>
    public List<string> Edited { get; } = [];

    /// <summary>Files that are not ours.</summary>
    public Dictionary<string, FileStat> Foreign { get; } = new(StringComparer.Ordinal);

    /// <summary>Folders that are not ours, and those of ours that foreign files need.</summary>
    public HashSet<string> ForeignFolders { get; } = new(StringComparer.Ordinal);

    public bool HasStaleFolders { get; private set; }

    /// <summary>Foreign files and folders that stand where the plan needs the other kind.</summary>
    public SortedSet<string> Obstacles { get; } = new(StringComparer.Ordinal);

    public static OutputDiff Compare(PublicationPlan plan, TreeRecord record, Tree? output, bool force)
    {
        var survey = new OutputDiff(plan, record, output, force);
        foreach (var file in plan.Files)
        {
            survey.Sort(file);
        }

        foreach (var (path, entry) in output?.Files ?? [])
        {
            if (plan.Find(path) is null)
            {
                survey.SortUnplanned(path, entry);
            }
        }

        survey.SortFolders();
        return survey;
    }

    private void Sort(OutputFile file)
    {
        var path = file.Path.Value;
        var known = record.Find(path);
        var entry = output?.Files.GetValueOrDefault(path);
        var standing = entry is null ? Ownership.Absent : StandingOf(path, entry, known);
        var place = new PlannedFile(file, entry, standing, known);
        (standing == Ownership.Ours && known!.Key == file.Key ? Kept : Doubtful).Add(place);
    }

    private void SortUnplanned(string path, FileStat entry)
    {
        var standing = StandingOf(path, entry, record.Find(path));
        if (force || standing == Ownership.Ours)
        {
            Stale.Add(path);
            return;
        }

        if (standing == Ownership.Spoiled)
        {
            Edited.Add(path);
        }

        Foreign.Add(path, entry);
        if (plan.Folders.Contains(path))
        {
            Obstacles.Add(path);
        }

        Need(PublicationPlan.Parent(path));
    }

    private void SortFolders()
    {
        IReadOnlySet<string>? ours = null; // seldom needed
        foreach (var folder in output?.Folders.Keys ?? Enumerable.Empty<string>())
        {
            if (plan.Folders.Contains(folder) || ForeignFolders.Contains(folder))
            {
                continue;
            }

            ours ??= record.Folders();
            if (force || ours.Contains(folder))
            {
                HasStaleFolders = true;
            }
            else
            {
                Need(folder);
            }
        }
    }

    private void Need(string folder)
    {
        for (; folder.Length > 0 && ForeignFolders.Add(folder); folder = PublicationPlan.Parent(folder))
        {
            if (plan.Find(folder) is not null)
            {
                Obstacles.Add(folder);
            }
        }
    }

    private Ownership StandingOf(string path, FileStat entry, ManifestEntry? known) =>
        known is null ? Ownership.Foreign
        : known.Describes(entry) || HasBytesOf(path, entry, known) ? Ownership.Ours
        : record.IsOfThisTree ? Ownership.Spoiled
        : Ownership.Foreign;

    /// <summary>Another time but perhaps the same bytes: touched, or brought back from a cache that forgets times.</summary>
    private bool HasBytesOf(string path, FileStat entry, ManifestEntry known) =>
        entry.Kind == FileType.File && (entry.Size == known.Size || known.Size < 0)
        && Fingerprint.Of(File.ReadAllBytes(Path.Join(output!.Root, path))) == known.Content;
}
