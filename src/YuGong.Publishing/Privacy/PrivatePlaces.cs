using YuGong.Content;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Publishing.Privacy;

/// <param name="Name">As people know it: <c>input/call.yaml</c>.</param>
public sealed record PrivacySource(string Name, string FullPath)
{
    /// <summary>Null for what is no file or cannot be read: whoever reads the input says so (YG107).</summary>
    internal byte[]? Read()
    {
        try
        {
            return File.Exists(FullPath) ? PlainFile.Bytes(FullPath) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>Where something private came from: the place in the input that says it, or the file of the output that holds it.</summary>
/// <param name="outputName">What people call the output.</param>
/// <param name="site">For the files that lie beside an entry; null when there is no site.</param>
/// <param name="sources">Files that may say it, in the order in which they are asked; read only when there is a finding.</param>
/// <param name="scanner">Finds the value there in whatever spelling.</param>
public sealed class PrivatePlaces(string outputName, Site? site, IReadOnlyList<PrivacySource> sources, PrivacyScanner? scanner)
{
    private readonly HashSet<string> reported = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<List<PrivateFinding>> inSources = new(() =>
        [.. sources.SelectMany(s => s.Read() is { } bytes ? scanner!.Scan(s.Name, bytes) : []).Where(f => f.Match is not null)]);

    /// <summary>The place, in a copy of the text in which the value is masked: findings are printed and sent around.</summary>
    public SourceSpan Of(PrivateFinding finding)
    {
        var match = finding.Match!;
        if (sources.Count > 0 && inSources.Value.Where(f => f.Match!.Canonical == match.Canonical).OrderBy(f => f.Text is null)
            .FirstOrDefault() is { } said)
        {
            return Span(said.Path, said);
        }

        return Beside(finding.Path) is { } beside ? new SourceFile(Hidden(beside, match), "").Whole
            : Span($"{outputName}/{finding.Path}", finding);
    }

    /// <summary>The place of a finding in the file in which it was found.</summary>
    public static SourceSpan Span(string name, PrivateFinding finding) => finding.Text is { } text
        ? new SourceFile(Hidden(name, finding.Match!), Hidden(text.Text, finding.Match!)).Span(finding.Match!.Start, finding.Match.Length)
        : new SourceFile(Hidden(name, finding.Match!), "").Whole;

    public static string Hidden(string text, PrivateMatch match) =>
        text.Replace(match.Value, PrivateMatch.Mask(match.Value), StringComparison.Ordinal);

    /// <param name="what">A value, or a file that cannot be read.</param>
    public bool IsReported(string what) => reported.Contains(what);

    public void Reported(string what) => reported.Add(what);

    public void ReportUnreadable(PrivateFinding finding, Diagnostics diagnostics)
    {
                diagnostics.Report(PublishingRules.Unsearchable,
                    new SourceFile(Beside(finding.Path) ?? $"{outputName}/{finding.Path}", "").Whole,
            InsideOf(finding), finding.Unreadable!);
    }

    /// <summary>Which part of a file.</summary>
    public static Phrase InsideOf(PrivateFinding finding) =>
        finding.Inside.Length == 0 ? Phrase.Empty : new($"里的 {finding.Inside} ", $" ({finding.Inside})");

    private string? Beside(string path)
    {
        foreach (var entry in site?.Entries ?? [])
        {
            if (entry.Header.Folder.Files.FirstOrDefault(f => path == EntryAddresses.Of(entry)[1..] + f) is { } beside)
            {
                return $"{entry.Header.Folder.Path}/{beside}";
            }
        }

        return null;
    }
}
