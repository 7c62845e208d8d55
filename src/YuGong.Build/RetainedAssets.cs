using System.Text.RegularExpressions;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>
/// Style sheets, scripts and fonts that carry a fingerprint stay for a day after the site stopped naming them: a page that
/// a browser or a cache still holds asks for those of its own generation. Who built when is not asked of a clock: the day is
/// the build's. A lost record lets them stay a day longer.
/// </summary>
/// <param name="LastNamed">By path in the output: the last day on which a build named the asset.</param>
public sealed partial record RetainedAssets(IReadOnlyDictionary<string, DateOnly> LastNamed)
{
    public static RetainedAssets None { get; } = new(new Dictionary<string, DateOnly>());

    /// <summary>The plan with the assets that are to stay, and what to remember of them.</summary>
    public static (PublicationPlan Plan, RetainedAssets Next) Over(
        PublicationPlan plan, string output, RetainedAssets before, DateOnly today)
    {
        var kept = PublishedTree.Owned(output).Where(path => Fingerprinted().IsMatch(path) && plan.Find(path) is null)
            .Select(path => (Path: path, LastNamed: before.LastNamed.TryGetValue(path, out var day) ? day : today))
            .Where(asset => today <= asset.LastNamed.AddDays(1) && File.Exists(Path.Combine(output, asset.Path)))
            .OrderBy(asset => asset.Path, StringComparer.Ordinal).ToList();
        if (kept.Count == 0)
        {
            return (plan, None);
        }

        var with = PublicationPlan.Check([.. plan.Files, .. kept.Select(asset => Retained(output, asset.Path))], new());
        return (with ?? plan, new(kept.ToDictionary(asset => asset.Path, asset => asset.LastNamed)));
    }

    private static OutputFile Retained(string output, string path) =>
        new(OutputPath.Of(path), Fingerprint.Of($"retained {path}"), () => File.ReadAllBytes(Path.Combine(output, path)));

    [GeneratedRegex(@"^assets/.+[.-][0-9a-f]{8}\.[a-z0-9.]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fingerprinted();
}
