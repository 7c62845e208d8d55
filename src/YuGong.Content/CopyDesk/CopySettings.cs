using YuGong.Text;

namespace YuGong.Content;

/// <summary>How the site wants its texts read: section <c>CopyDesk</c> of <c>statiq.json</c>.</summary>
/// <param name="Severities">By the rule's code; null for a rule that is switched off. A rule that is not named keeps its own.</param>
/// <param name="Sic">Words that stand as they are, wherever they stand.</param>
public sealed record CopySettings(IReadOnlyDictionary<string, Severity?> Severities, IReadOnlyList<string> Sic)
{
    public static CopySettings Default { get; } = new(new Dictionary<string, Severity?>(), []);
}
