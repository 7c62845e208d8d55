using YuGong.Content;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Publishing.Privacy;

/// <summary>
/// What lies in <c>input/</c> and in the theme is searched where it lies: whoever may read the repository reads captions, settings
/// and photographs with all their metadata, whatever is left of these when they are published. Texts of entries are searched
/// as they are read (YG135).
/// </summary>
/// <param name="scanner">Of the whole build.</param>
/// <param name="known">Files that were clean before.</param>
public sealed class InputScan(PrivacyScanner scanner, CleanFiles known)
{
    /// <summary>Reports each finding at its place; gives the files in which there was none.</summary>
    /// <param name="sources">Files with their versions, by which a clean one is known again.</param>
    /// <param name="places">Learns what was reported, so that the gate does not repeat it.</param>
    public CleanFiles Report(
        IEnumerable<(PrivacySource File, Fingerprint Version)> sources, PrivatePlaces places, int jobs, Diagnostics diagnostics)
    {
        var before = known.Of(scanner);
        var all = sources.Select(s => (s.File,
            Known: $"{s.Version}|{s.File.Name}")).ToList();
        var findings = new IReadOnlyList<PrivateFinding>[all.Count];
        Parallel.For(0, all.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i => findings[i] = before.Contains(all[i].Known)
            ? [] : Scan(all[i].File));
        foreach (var finding in findings.SelectMany(f => f))
        {
            Report(finding, places, diagnostics);
        }

        var clean = new SortedSet<string>(all.Where((_, i) => findings[i].Count == 0).Select(s => s.Known), StringComparer.Ordinal);
        return clean.SetEquals(before) ? known : new(scanner.Key.ToString(), clean) { IsNew = true };
    }

    private IReadOnlyList<PrivateFinding> Scan(PrivacySource file) => file.Read() is { } bytes ? scanner.Scan(file.Name, bytes) : [];

    public static void Report(PrivateFinding finding, PrivatePlaces places, Diagnostics diagnostics)
    {
        if (finding.Match is { } match)
        {
            var name = PrivatePlaces.Hidden(finding.Path, match);
            diagnostics.Report(PublishingRules.PrivateLeak, PrivatePlaces.Span(finding.Path, finding), PrivateKinds.Words(match.Kind),
                match.Masked, "1", name);
            places.Reported(match.Canonical);
            return;
        }

        places.Reported(finding.Path);
        diagnostics.Report(PublishingRules.Unsearchable, new SourceFile(finding.Path, "").Whole, PrivatePlaces.InsideOf(finding),
            finding.Unreadable!);
    }
}
