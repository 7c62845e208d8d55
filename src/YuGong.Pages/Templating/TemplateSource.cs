using Scriban;
using Scriban.Syntax;
using YuGong.Text;

namespace YuGong.Pages.Templating;

/// <summary>A template of a theme: its text and, once somebody asks, Scriban's tree of it. Threads may share it.</summary>
public sealed class TemplateSource(SourceFile file)
{
    /// <summary>The end of the names of templates.</summary>
    public const string Extension = ".scriban";

    private readonly Lazy<Template> parsed = new(() => Template.Parse(file.Text, file.Path));

    public SourceFile File { get; } = file;

    /// <summary>Everything but what stands in a block that is not closed; read it only where nothing is wrong with the syntax.</summary>
    internal ScriptBlockStatement? Body => parsed.Value.Page?.Body;

    /// <summary>What Scriban itself says against the text.</summary>
    internal IEnumerable<(SourceSpan Span, string Says)> Complaints => parsed.Value.Messages
        .Where(m => m.Type == Scriban.Parsing.ParserMessageType.Error)
        .Select(m => (SpanOf(m.Span), m.Message));

    /// <summary>The words that the template itself brings to a page: its text and the literals in its expressions.</summary>
    internal IEnumerable<string> Words()
    {
        var words = new WordCollector();
        words.Visit(parsed.Value.Page);
        return words.Found;
    }

    internal SourceSpan SpanOf(Scriban.Parsing.SourceSpan span) => File.Span(span.Start.Offset, Math.Max(span.Length, 0));

    internal SourceSpan SpanOf(ScriptNode node) => SpanOf(node.Span);

    private sealed class WordCollector : ScriptVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(ScriptRawStatement raw) => Found.Add(raw.Text.ToString());

        public override void Visit(ScriptLiteral literal) => Found.Add(literal.Value as string ?? "");
    }
}
