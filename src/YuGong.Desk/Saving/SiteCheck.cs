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
    private KnownEntries entries = KnownEntries.None;
    private IReadOnlySet<Fingerprint> clean = new HashSet<Fingerprint>();
    private Fingerprint stamp;
    private Dictionary<(string Code, string File, string Message), int> standing = [];

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

        var files = InputFiles.Scan(site.InputFolder);
        Stand(files);
        var before = new Dictionary<(string, string, string), int>(standing);
        var touched = own.Keys.Select(k => $"{site.InputName}/{k}").ToHashSet(StringComparer.Ordinal);
        return [.. Load(files, new(own), keep: false).Where(d => d.Severity == Severity.Error).Where(d => touched.Contains(d.Span.File.Path) || !Known(d))];

        bool Known(Diagnostic d)
        {
            var count = before.GetValueOrDefault(Name(d));
            before[Name(d)] = count - 1;
            return count > 0;
        }
    }

    /// <summary>The entry's file when the path lies in an entry's folder: <c>input/stories/x/index.md</c>.</summary>
    public string? EntryOf(string path) =>
        path.Split('/') is [var input, "stories" or "objects" or "dialogues" or "videos" or "pages", var id, ..] && input == site.InputName ? $"{input}/{path.Split('/')[1]}/{id}/index.md" : null;

    public bool IsEntry(string path) => EntryOf(path) == path;

    private void Stand(IReadOnlyList<InputFile> files)
    {
        var now = InputFiles.Stamp(files).With(Fingerprint.Of($"{today():O}"));
        if (now != stamp)
        {
            standing = Load(files, UnsavedFiles.None, keep: true).Where(d => d.Severity == Severity.Error).CountBy(Name).ToDictionary();
            stamp = now;
        }
    }

    private IReadOnlyList<Diagnostic> Load(IReadOnlyList<InputFile> files, UnsavedFiles unsaved, bool keep)
    {
        var findings = new Diagnostics();
        var loaded = SiteLoader.Load(site with { Today = today(), CleanBodies = clean, Known = entries, Unsaved = unsaved }, files, findings);
        if (keep && loaded is not null)
        {
            (entries, clean) = (loaded.Entries, loaded.CleanBodies);
        }

        return findings.Sorted();
    }

    private static (string Code, string File, string Message) Name(Diagnostic d) => (d.Rule.Code, d.Span.File.Path, d.Message(Language.Chinese));
}
