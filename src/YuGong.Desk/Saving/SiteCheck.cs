using YuGong.Content;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>
/// Holds what is about to be saved to everything that a check says: the site is decided with it, as a build would. What was read before is
/// not read again, so the cost is that of the entry, not of the site.
/// </summary>
/// <param name="inputFolder">Full path of <c>input/</c>.</param>
/// <param name="inputName">What people call it.</param>
/// <param name="today">The day, where the site is at home.</param>
/// <param name="findings">What a check says with these files laid over the input.</param>
public sealed class SiteCheck(string inputFolder, string inputName, Func<DateOnly> today,
    Func<FileOverlay, IReadOnlyList<Diagnostic>> findings)
{
    /// <summary>A load meets a file that another save is just replacing; it begins again.</summary>
    private const int Attempts = 5;

    private readonly Lock gate = new();
    private CheckedState standing = new(default, []);

    public string InputName => inputName;

    /// <summary>
    /// Errors that these changes bring: all those in the changed files, and in other files those that were not there before.
    /// </summary>
    public IReadOnlyList<Diagnostic> Refuses(IReadOnlyList<Change> changes)
    {
        var own = changes.Where(c => c.Path.StartsWith(InputName + "/", StringComparison.Ordinal))
            .ToDictionary(c => c.Path[(InputName.Length + 1)..], c => c.Bytes, StringComparer.Ordinal);
        if (own.Count == 0)
        {
            return [];
        }

        var large = own.Where(c => c.Value is { } bytes && bytes.Length > TextFile.MaxBytes
            && (c.Key.EndsWith(".md", StringComparison.Ordinal) || c.Key.EndsWith(".yaml", StringComparison.Ordinal))).ToList();
        if (large.Count > 0)
        {
            return [.. large.Select(c => new Diagnostic(ContentRules.FileTooLarge, new SourceFile($"{InputName}/{c.Key}", "").Whole,
                (c.Value!.Length / 1024 / 1024).ToString(), "2"))];
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Refuses(own);
            }
            catch (Exception e) when (e is InputChangedException or IOException && attempt < Attempts)
            {
                Thread.Sleep(50 * attempt);
            }
        }
    }

    /// <summary>The entry's file when the path lies in an entry's folder: <c>input/stories/x/index.md</c>.</summary>
    public string? EntryOf(string path) =>
        path.Split('/') is [var input, var folder, var id, ..] && input == InputName && EntryKind.InFolder(folder) is not null
            ? $"{input}/{folder}/{id}/index.md"
            : null;

    public bool IsEntry(string path) => EntryOf(path) == path;

    /// <summary>Each save loads for itself; they wait for each other only while the site itself has to be read anew.</summary>
    private IReadOnlyList<Diagnostic> Refuses(Dictionary<string, byte[]?> own)
    {
        var before = new Dictionary<(string, string, string), int>(Stand().Errors);
        var touched = own.Keys.Select(k => $"{InputName}/{k}").ToHashSet(StringComparer.Ordinal);
        return [.. Errors(new(own)).Where(d => touched.Contains(d.Span.File.Path) || !Known(d))];

        bool Known(Diagnostic d)
        {
            var count = before.GetValueOrDefault(Name(d));
            before[Name(d)] = count - 1;
            return count > 0;
        }
    }

    private CheckedState Stand()
    {
        lock (gate)
        {
            var files = InputFiles.Scan(inputFolder, Path.GetDirectoryName(inputFolder));
            var stamp = InputFiles.Stamp(files).With(Fingerprint.Of($"{today():O}"));
            if (stamp != standing.Stamp)
            {
                standing = new(stamp, Errors(FileOverlay.None).CountBy(Name).ToDictionary());
            }

            return standing;
        }
    }

    /// <summary>
    /// Also those at other places: two files that would lie at one place of the output are found there. What is wrong with the theme
    /// anyway was there before, and is no editor's mistake.
    /// </summary>
    private IEnumerable<Diagnostic> Errors(FileOverlay unsaved) => findings(unsaved).Where(d => d.Severity == Severity.Error);

    private static (string Code, string File, string Message) Name(Diagnostic d) =>
        (d.Rule.Code, d.Span.File.Path, d.Message(Language.Chinese));

    /// <summary>The errors that the site has anyway, as it lies on the disk.</summary>
    private sealed record CheckedState(Fingerprint Stamp, Dictionary<(string Code, string File, string Message), int> Errors);
}
