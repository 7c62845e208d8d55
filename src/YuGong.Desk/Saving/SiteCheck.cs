using YuGong.Content;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>
/// Holds what is about to be saved to the content's own rules: the site is loaded with it, as a build would. What was read before is not
/// read again, so the cost is that of the entry, not of the site.
/// </summary>
/// <param name="site">Where things are; its day is asked for each time.</param>
public sealed class SiteCheck(LoadRequest site, Func<DateOnly> today)
{
    /// <summary>A load meets a file that another save is just replacing; it begins again.</summary>
    private const int Attempts = 5;

    private readonly Lock gate = new();
    private Standing standing = new(default, KnownEntries.None, new HashSet<Fingerprint>(), []);

    public string InputName => site.InputName;

    /// <summary>Errors that these changes bring: all those in the changed files, and in other files those that were not there before.</summary>
    public IReadOnlyList<Diagnostic> Refuses(IReadOnlyList<Change> changes)
    {
        var own = changes.Where(c => c.Path.StartsWith(site.InputName + "/", StringComparison.Ordinal)).ToDictionary(c => c.Path[(site.InputName.Length + 1)..], c => c.Bytes, StringComparer.Ordinal);
        if (own.Count == 0)
        {
            return [];
        }

        var large = own.Where(c => c.Value is { } bytes && bytes.Length > TextFile.MaxBytes && (c.Key.EndsWith(".md", StringComparison.Ordinal) || c.Key.EndsWith(".yaml", StringComparison.Ordinal))).ToList();
        if (large.Count > 0)
        {
            return [.. large.Select(c => new Diagnostic(ContentRules.FileTooLarge, new SourceFile($"{site.InputName}/{c.Key}", "").Whole, (c.Value!.Length / 1024 / 1024).ToString(), "2"))];
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Refuses(own);
            }
            catch (Exception e) when (e is InputMovedException or IOException && attempt < Attempts)
            {
                Thread.Sleep(50 * attempt);
            }
        }
    }

    /// <summary>The entry's file when the path lies in an entry's folder: <c>input/stories/x/index.md</c>.</summary>
    public string? EntryOf(string path) =>
        path.Split('/') is [var input, "stories" or "objects" or "dialogues" or "videos" or "pages", var id, ..] && input == site.InputName ? $"{input}/{path.Split('/')[1]}/{id}/index.md" : null;

    public bool IsEntry(string path) => EntryOf(path) == path;

    /// <summary>Each save loads for itself; they wait for each other only while the site itself has to be read anew.</summary>
    private IReadOnlyList<Diagnostic> Refuses(Dictionary<string, byte[]?> own)
    {
        var files = InputFiles.Scan(site.InputFolder);
        var now = Stand(files);
        var before = new Dictionary<(string, string, string), int>(now.Errors);
        var touched = own.Keys.Select(k => $"{site.InputName}/{k}").ToHashSet(StringComparer.Ordinal);
        return [.. Load(files, new(own), now).Findings.Where(d => d.Severity == Severity.Error).Where(d => touched.Contains(d.Span.File.Path) || !Known(d))];

        bool Known(Diagnostic d)
        {
            var count = before.GetValueOrDefault(Name(d));
            before[Name(d)] = count - 1;
            return count > 0;
        }
    }

    private Standing Stand(IReadOnlyList<InputFile> files)
    {
        lock (gate)
        {
            var stamp = InputFiles.Stamp(files).With(Fingerprint.Of($"{today():O}"));
            if (stamp != standing.Stamp)
            {
                var (loaded, findings) = Load(files, UnsavedFiles.None, standing);
                var errors = findings.Where(d => d.Severity == Severity.Error).CountBy(Name).ToDictionary();
                standing = new(stamp, loaded?.Entries ?? standing.Entries, loaded?.CleanBodies ?? standing.Clean, errors);
            }

            return standing;
        }
    }

    private (LoadedSite? Loaded, IReadOnlyList<Diagnostic> Findings) Load(IReadOnlyList<InputFile> files, UnsavedFiles unsaved, Standing now)
    {
        var findings = new Diagnostics();
        var loaded = SiteLoader.Load(site with { Today = today(), CleanBodies = now.Clean, Known = now.Entries, Unsaved = unsaved }, files, findings);
        return (loaded, findings.Sorted());
    }

    private static (string Code, string File, string Message) Name(Diagnostic d) => (d.Rule.Code, d.Span.File.Path, d.Message(Language.Chinese));

    /// <summary>The site as it lies on the disk: what was read of it, and the errors that it has anyway.</summary>
    private sealed record Standing(Fingerprint Stamp, KnownEntries Entries, IReadOnlySet<Fingerprint> Clean, Dictionary<(string Code, string File, string Message), int> Errors);
}
