using Scriban.Syntax;
using YuGong.Text;

namespace YuGong.Pages.Templating;

/// <summary>A template ready to render.</summary>
/// <param name="Fault">The first thing that is wrong with it; a template with a fault must not be rendered.</param>
internal sealed record CompiledTemplate(RenderStep Step, Diagnostic? Fault);

/// <summary>A partial for certain types of what it is given.</summary>
/// <param name="FirstSlot">Where the first of what it is given lies.</param>
/// <param name="NotGiven">Names that it reads and nobody gave it.</param>
/// <param name="NotRead">Names that it was given and does not read.</param>
internal sealed record CompiledPartial(
    RenderStep Step, Diagnostic? Fault, int FirstSlot, IReadOnlyCollection<string> NotGiven, IReadOnlyCollection<string> NotRead);

/// <summary>
/// Checks templates against the schema and makes delegates of them, both in one walk of Scriban's tree: every name is resolved to a getter
/// or to a place before anything is rendered. The caller sees to it that one thread at a time compiles.
/// </summary>
internal sealed class TemplateCompiler(
    Theme theme, TemplateSchema schema, IReadOnlyDictionary<string, TemplateFunction> functions, IReadOnlyCollection<string> assets)
{
    public static readonly RenderStep Nothing = static _ => { };

    private readonly Dictionary<string, CompiledPartial> partials = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly HashSet<(string Rule, SourceSpan Span, string Details)> told = [];
    private readonly List<Diagnostic> findings = [];

    public TemplateSchema Schema => schema;

    public IReadOnlyDictionary<string, TemplateFunction> Functions => functions;

    /// <summary>The files that templates may ask the address of.</summary>
    public IReadOnlyCollection<string> Assets => assets;

    public IReadOnlyCollection<string> Partials => [.. theme.Partials.Keys];

    /// <summary>Places of variables. No partial is inside itself, so each variable of each has one of its own for good.</summary>
    public int Slots { get; private set; }

    /// <summary>Each mistake once, though a partial is compiled for everybody who includes it.</summary>
    public IReadOnlyList<Diagnostic> Findings => findings;

    public int NewSlot() => Slots++;

    public Diagnostic Report(Diagnostic finding)
    {
        if (told.Add((finding.Rule.Code, finding.Span, string.Join('\n', finding.Details))))
        {
            findings.Add(finding);
        }

        return finding;
    }

    /// <summary>A template as pages ask for it.</summary>
    public CompiledTemplate Compile(string name)
    {
        var source = theme.Templates[name];
        if (CheckSyntax(source) is { } unreadable)
        {
            return new(Nothing, unreadable);
        }

        var isLayout = name == TemplateSchema.Layout;
        var walk = new TemplateWalk(this, source, isLayout ? null : schema.PageOf(name)) { IsLayout = isLayout };
        return new(walk.Block(source.Body), walk.Fault);
    }

    /// <summary>What is wrong with partials that no template includes is found as far as it can be without knowing what they get.</summary>
    public void CheckPartials()
    {
        foreach (var partial in theme.Partials.Values)
        {
            CheckSyntax(partial);
        }
    }

    public bool IsOpen(string partial) => open.Contains(partial);

    /// <summary>The same for the same types.</summary>
    public CompiledPartial Partial(string name, IReadOnlyList<(string Name, TemplateType Type)> given)
    {
        var key = name + string.Concat(given.Select(g => $"|{g.Name}:{g.Type.Name}"));
        if (partials.TryGetValue(key, out var known))
        {
            return known;
        }

        var source = theme.Partials[name];
        if (CheckSyntax(source) is { } unreadable)
        {
            return partials[key] = new(Nothing, unreadable, 0, [], []);
        }

        open.Add(name);
        var walk = new TemplateWalk(this, source, null);
        var first = Slots;
        foreach (var (argument, type) in given)
        {
            walk.Give(argument, type);
        }

        var step = walk.Block(source.Body);
        walk.SettleNotGiven();
        open.Remove(name);
        return partials[key] = new(step, walk.Fault, first, walk.NotGiven, walk.NotRead);
    }

    private Diagnostic? CheckSyntax(TemplateSource source)
    {
        Diagnostic? first = null;
        foreach (var finding in TemplateSyntax.Check(source))
        {
            first ??= Report(finding);
        }

        return first;
    }
}
