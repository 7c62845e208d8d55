using YuGong.Content;
using System.Globalization;
using YuGong.Text;

namespace YuGong.Publishing.Privacy;

/// <summary>
/// What lies in <c>input/</c> and in the theme is searched where it lies: whoever may read the repository reads captions, settings
/// and photographs with all their metadata, whatever is left of these when they are published. Texts of entries are searched
/// as they are read (YG135).
/// </summary>
/// <param name="scanner">Of the whole build.</param>
/// <param name="memory">A file that keeps which files were clean; null to search all of them.</param>
public sealed class InputScan(PrivacyScanner scanner, string? memory)
{
    /// <summary>Reports each finding at its place; false when there was one.</summary>
    /// <param name="sources">Files with their size and time, by which a clean one is known again.</param>
    /// <param name="places">Learns what was reported, so that the gate does not repeat it.</param>
    public bool Report(IEnumerable<(PrivacySource File, long Size, long Modified)> sources, PrivatePlaces places, int jobs,
        Diagnostics diagnostics)
    {
        var lines = memory is not null && File.Exists(memory) ? PlainFile.Lines(memory) : [];
        HashSet<string> before = [.. lines.FirstOrDefault() == scanner.Key.ToString() ? lines.Skip(1) : []];
        var all = sources.Select(s => (s.File,
            Known: string.Create(CultureInfo.InvariantCulture, $"{s.Size}|{s.Modified}|{s.File.Name}"))).ToList();
        var findings = new IReadOnlyList<PrivateFinding>[all.Count];
        Parallel.For(0, all.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i => findings[i] = before.Contains(all[i].Known)
            ? [] : Scan(all[i].File));
        foreach (var finding in findings.SelectMany(f => f))
        {
            Report(finding, places, diagnostics);
        }

        var clean = new SortedSet<string>(all.Where((_, i) => findings[i].Count == 0).Select(s => s.Known), StringComparer.Ordinal);
        if (memory is not null && !clean.SetEquals(before))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(memory)!);
            File.WriteAllLines(memory, clean.Prepend(scanner.Key.ToString()));
        }

        return findings.All(f => f.Count == 0);
    }

    private IReadOnlyList<PrivateFinding> Scan(PrivacySource file) => file.Read() is { } bytes ? scanner.Scan(file.Name, bytes) : [];

    public static void Report(PrivateFinding finding, PrivatePlaces places, Diagnostics diagnostics)
    {
        if (finding.Match is { } match)
        {
            var name = PrivatePlaces.Hidden(finding.Path, match);
            diagnostics.Report(PublishingRules.PrivateLeak, PrivatePlaces.Span(finding.Path, finding), match.Kind, match.Masked, "1", name);
            places.Reported(match.Canonical);
            return;
        }

        places.Reported(finding.Path);
        diagnostics.Report(PublishingRules.Unsearchable, new SourceFile(finding.Path, "").Whole, finding.Inside.Length == 0 ? ""
            : $"里的 {finding.Inside} ", finding.Unreadable!);
    }
}
