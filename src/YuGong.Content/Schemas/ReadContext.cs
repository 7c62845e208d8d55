using YuGong.Text;

namespace YuGong.Content.Schemas;

/// <summary>What reading needs to know: where findings go, the vocabularies, and today (for dates that lie ahead).</summary>
public sealed class ReadContext(Diagnostics diagnostics, Taxonomies taxonomies, DateOnly today)
{
    public Taxonomies Taxonomies { get; } = taxonomies;

    public DateOnly Today { get; } = today;

    /// <summary>Vocabularies that could not be read whole: a word missing from them is no mistake of who uses it.</summary>
    public IReadOnlySet<string> DoubtfulVocabularies { get; init; } = new HashSet<string>();

    /// <summary>The key being read, for sentences that must name it.</summary>
    public string Field { get; internal set; } = "";

    /// <summary>Whether no error was reported through this context.</summary>
    public bool Clean { get; private set; } = true;

    public void Report(Rule rule, SourceSpan span, params IReadOnlyList<Detail> details)
    {
        Clean &= rule.Severity != Severity.Error;
        diagnostics.Report(rule, span, details);
    }
}
