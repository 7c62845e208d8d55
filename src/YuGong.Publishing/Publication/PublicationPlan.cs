using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// Every file that will be, decided before one of them is written: no place is taken twice, and the whole fits on any
/// disk. A destination takes nothing else, so nothing undecided can be published.
/// </summary>
public sealed class PublicationPlan
{
    private readonly Dictionary<string, OutputFile> byPath;

    private PublicationPlan(IReadOnlyList<OutputFile> files, Dictionary<string, OutputFile> byPath, HashSet<string> folders)
    {
        Files = files;
        this.byPath = byPath;
        Folders = folders;
    }

    /// <summary>Sorted by path.</summary>
    public IReadOnlyList<OutputFile> Files { get; }

    /// <summary>Every folder the files need, without the output itself.</summary>
    public IReadOnlySet<string> Folders { get; }

    public OutputFile? Find(string path) => byPath.GetValueOrDefault(path);

    /// <summary>The same places, each file made another way.</summary>
    public PublicationPlan Each(Func<OutputFile, OutputFile> other)
    {
        OutputFile[] files = [.. Files.Select(other)];
        return new(files, files.ToDictionary(f => f.Path.Value, StringComparer.Ordinal), [.. Folders]);
    }

    /// <summary>The addresses of its pages, sorted: what <c>input/urls.txt</c> remembers.</summary>
    public IEnumerable<string> Addresses() => Files.Select(file => file.Path.Address).OfType<string>().Order(StringComparer.Ordinal);

    /// <summary>Reports every clash of places; null when there is one.</summary>
    public static PublicationPlan? Check(IEnumerable<OutputFile> files, Diagnostics diagnostics)
    {
        // One file of each place goes on, so that a place taken twice does not hide the other clashes.
        var places = new Dictionary<string, OutputFile>(StringComparer.Ordinal);
        var twice = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!places.TryAdd(file.Path.Value, file))
            {
                twice.Add(file.Path.Value);
            }
        }

        foreach (var path in twice)
        {
            diagnostics.Report(PublishingRules.SamePath, At(path), path);
        }

        OutputFile[] sorted = [.. places.Values];
        Array.Sort(sorted, static (a, b) => a.Path.CompareTo(b.Path));
        var folders = FoldersOf(sorted);
        return Fits(sorted, folders, diagnostics) && twice.Count == 0 ? new(sorted, places, folders) : null;
    }

    private static HashSet<string> FoldersOf(OutputFile[] sorted)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in sorted)
        {
            for (var folder = Parent(file.Path.Value); folder.Length > 0 && folders.Add(folder);)
            {
                folder = Parent(folder);
            }
        }

        return folders;
    }

    /// <summary>A name is either a file or a folder; two names that differ only in case are one on macOS and Windows.</summary>
    private static bool Fits(OutputFile[] files, HashSet<string> folders, Diagnostics diagnostics)
    {
        var names = new HashSet<string>(folders, StringComparer.OrdinalIgnoreCase);
        var fits = names.Count == folders.Count;
        foreach (var file in files)
        {
            fits &= names.Add(file.Path.Value);
        }

        if (!fits)
        {
            ReportClashes([.. folders.Order(StringComparer.Ordinal), .. files.Select(file => file.Path.Value)], diagnostics);
        }

        return fits;
    }

    private static void ReportClashes(IEnumerable<string> names, Diagnostics diagnostics)
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Where(name => !first.TryAdd(name, name)))
        {
            var other = first[name];
            if (Parent(other) == Parent(name)) // else the folders above differ already: one cause, one finding
            {
                diagnostics.Report(PublishingRules.PathsClash, At(name), name, other == name ? other + "/" : other);
            }
        }
    }

    internal static string Parent(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    private static SourceSpan At(string path) => new SourceFile("output/" + path, "").Whole;
}
