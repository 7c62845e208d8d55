using System.Collections.Concurrent;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Publishing.Privacy;

/// <summary>
/// The last look before the public: every file of a plan is searched as it is rendered, and nothing is published when one
/// of them holds something private. A file whose key is known was searched when it was made, by the same scanner.
/// </summary>
/// <param name="scanner">Of the whole build.</param>
/// <param name="isPressed">Which PDFs our own press made: their words are the site's, and their pages are not read again.</param>
public sealed class PrivacyGate(PrivacyScanner scanner, Func<string, bool> isPressed)
{
    private readonly PrivacyScanner ofPressed = scanner.WithoutPages();
    private readonly ConcurrentQueue<PrivateFinding> found = new();

    /// <summary>The same plan, searched while it is rendered.</summary>
    public PublicationPlan Over(PublicationPlan plan) => plan.Each(file => file.Through(scanner.Key, bytes =>
    {
        Scan(file.Path.Value, bytes);
        return bytes;
    }));

    public void Scan(string path, ReadOnlyMemory<byte> bytes)
    {
        foreach (var finding in (isPressed(path) ? ofPressed : scanner).Scan(path, bytes))
        {
            found.Enqueue(finding);
        }
    }

    /// <summary>Reports what was found, each value once; true when there was nothing.</summary>
    /// <param name="places">Where a value comes from.</param>
    /// <param name="diagnostics">Gets the findings; values that it has from the input already are not told again.</param>
    public bool Report(PrivatePlaces places, Diagnostics diagnostics)
    {
        foreach (var value in found.Where(f => f.Match is not null).GroupBy(f => f.Match!.Canonical, StringComparer.OrdinalIgnoreCase))
        {
            var files = value.Select(f => f.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var first = value.OrderBy(f => f.Text is null).ThenBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Match!.Start).First();
            if (!places.IsReported(value.Key))
            {
                diagnostics.Report(
                    PublishingRules.PrivateLeak, places.Of(first), PrivateKinds.Words(first.Match!.Kind), first.Match.Masked,
                    $"{files.Count}",
                        PrivatePlaces.Hidden(files[0], first.Match));
            }
        }

        foreach (var finding in found.Where(f => f.Unreadable is not null).OrderBy(f => f.Path, StringComparer.Ordinal)
            .DistinctBy(f => f.Path))
        {
            if (!places.IsReported(finding.Path))
            {
                places.ReportUnreadable(finding, diagnostics);
            }
        }

        return found.IsEmpty;
    }
}
