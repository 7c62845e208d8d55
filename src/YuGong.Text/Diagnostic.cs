using System.Collections.Concurrent;
using System.Globalization;

namespace YuGong.Text;

/// <summary>A finding: a rule broken at a place, with the details its sentence needs.</summary>
public sealed record Diagnostic(Rule Rule, SourceSpan Span, params IReadOnlyList<Detail> Details)
{
    /// <summary>A graver severity than the rule's own, where the entry itself makes it grave.</summary>
    public Severity? Raised { get; init; }

    public Severity Severity => Raised ?? Rule.Severity;

    public string Message(Language language) => Fill(Rule.Message, language);

    public string Hint(Language language) => Fill(Rule.Hint, language);

    /// <summary>What is wrong, in both languages.</summary>
    public Phrase Words => new(Message(Language.Chinese), Message(Language.English));

    private string Fill(Phrase pattern, Language language) => Details.Count == 0
        ? pattern.In(language)
        : string.Format(CultureInfo.InvariantCulture, pattern.In(language), [.. Details.Select(d => d.In(language))]);
}

/// <summary>Collects the findings of one run, from any thread, and hands them out in a stable order.</summary>
public sealed class Diagnostics
{
    private ConcurrentQueue<Diagnostic>? queue;

    public bool HasErrors => Found.Any(d => d.Severity == Severity.Error);

    public int Count => queue?.Count ?? 0;

    /// <summary>Made when the first finding comes: most things that are looked at have none.</summary>
    private ConcurrentQueue<Diagnostic> Found => queue ?? Interlocked.CompareExchange(ref queue, new(), null) ?? queue;

    public void Report(Rule rule, SourceSpan span, params IReadOnlyList<Detail> details) =>
        Found.Enqueue(new(rule, span, details));

    public void Add(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Found.Enqueue(diagnostic);
        }
    }

    public void Add(Diagnostics others)
    {
        if (others.queue is { } theirs)
        {
            Add(theirs);
        }
    }

    /// <summary>Sorted by file, place, code and sentence, so that threads leave no trace.</summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
    [
        .. Found.OrderBy(d => d.Span.File.Path, StringComparer.Ordinal)
            .ThenBy(d => d.Span.Start)
            .ThenBy(d => d.Rule.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Message(Language.Chinese), StringComparer.Ordinal),
    ];
}
