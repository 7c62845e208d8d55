using System.Collections.Immutable;
using Scriban.Syntax;
using YuGong.Text;

namespace YuGong.Pages.Templating;

/// <summary>One walk of one template's tree: reports what is wrong and makes what renders.</summary>
/// <param name="page">The record whose members are names here; null in layouts and partials.</param>
internal sealed partial class TemplateWalk(TemplateCompiler compiler, TemplateSource source, TemplateType? page)
{
    private static readonly char[] WordEnds = [' ', '\t', '\r', '\n', ';'];

    private readonly List<Variable> variables = [];
    private readonly Dictionary<string, ScriptVariable> notGiven = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    /// <summary>Paths of which the tests around this place say that they are not null.</summary>
    private ImmutableHashSet<string> there = [];

    /// <summary>The place of the innermost loop's variable; null outside loops.</summary>
    private int? loop;

    /// <summary>Whether <c>body</c> is the page.</summary>
    public bool IsLayout { get; init; }

    /// <summary>Of whose names are known here.</summary>
    private string Name => page?.Name ?? Path.GetFileName(source.File.Path);

    private bool IsPartial => page is null && !IsLayout;

    /// <summary>The first thing that is wrong, here or in a partial.</summary>
    public Diagnostic? Fault { get; private set; }

    /// <summary>Names of a partial, <c>$card</c>, that it reads and was not given.</summary>
    public IReadOnlyCollection<string> NotGiven => notGiven.Keys;

    /// <summary>What a partial was given and does not read.</summary>
    public IReadOnlyList<string> NotRead => [.. variables.Select(v => v.Name).Where(n => !read.Contains(n))];

    /// <summary>Makes a value known inside a partial as <c>$name</c>; the first gets the next free place, others those after it.</summary>
    public void Give(string name, TemplateType type) => variables.Add(new("$" + name, type, compiler.NewSlot()));

    /// <summary>
    /// A name that a partial was not given is a slip of the finger where the partial reads one very much like it; otherwise whoever
    /// includes it forgot something, and is told.
    /// </summary>
    public void SettleNotGiven()
    {
        var given = variables.Select(v => v.Name).Where(read.Contains).ToList();
        foreach (var (name, place) in notGiven.Where(n => Suggestion.Nearest(n.Key, given) is not null).ToList())
        {
            notGiven.Remove(name);
            ReportUnknown(place, given);
        }
    }

    private void Report(Rule rule, ScriptNode node, params IReadOnlyList<Detail> details) => Report(rule, source.SpanOf(node), details);

    private void Report(Rule rule, SourceSpan span, params IReadOnlyList<Detail> details) =>
        Blame(compiler.Report(new(rule, span, details)));

    private void Blame(Diagnostic? fault) => Fault ??= fault;

    private static Phrase Nearest(string word, IEnumerable<string> known) =>
        known.ToList() is var all && Suggestion.Nearest(word, all) is { } near ? Suggestion.Question(near)
        : all.Count > 0 ? Known(Phrase.List(all))
        : new("这里没有名字可用。", "There are no names to be used here.");

    private static Phrase Known(Phrase names) => new($"有:{names.Zh}。", $"There are: {names.En}.");

    /// <summary>The text of an expression as its author wrote it.</summary>
    private string Wording(ScriptNode node)
    {
        var span = source.SpanOf(node);
        return span.File.Text.Substring(span.Start, span.Length).Trim();
    }

    private void ReportUnknown(ScriptVariable variable, IEnumerable<string> known) =>
        Report(PageRules.UnknownName, variable, Name, variable.Name, Nearest(variable.Name, known));

    private void WrongKind(ScriptNode node, TemplateType type, string wanted)
    {
        if (type.Kind != ValueKind.Unknown)
        {
            Report(PageRules.WrongKind, node, Wording(node), type.Name, wanted);
        }
    }

    /// <summary>Themes compose what is there; whatever computes, remembers or repeats without a list is not for them.</summary>
    private void NotForThemes(ScriptNode node)
    {
        var construct = node switch
        {
            ScriptBinaryExpression { OperatorAsText: { } sign } => sign,
            ScriptUnaryExpression { OperatorAsText: { } sign } => sign,
            ScriptAssignExpression => "=",
            ScriptIndexerExpression or ScriptArrayInitializerExpression => "[ ]",
            ScriptConditionalExpression => "? :",
            ScriptObjectInitializerExpression => "{ }",
            ScriptInterpolatedStringExpression => "$\"…\"",
            ScriptNamedArgument { Name.Name: var argument } => argument,
            _ => Wording(node).Split(WordEnds, 2)[0],
        };
        var span = source.SpanOf(node);
        var keyword = Wording(node).StartsWith(construct, StringComparison.Ordinal) ? construct.Length : span.Length;
        Report(PageRules.NotForThemes, span with { Length = keyword }, construct);
    }

    /// <param name="Name">As templates write it.</param>
    private sealed record Variable(string Name, TemplateType Type, int Slot);
}
