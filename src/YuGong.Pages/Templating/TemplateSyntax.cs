using Scriban.Syntax;
using YuGong.Text;

namespace YuGong.Pages.Templating;

/// <summary>What is wrong with the signs of a template, before anything in it means something: one finding for one cause.</summary>
internal static class TemplateSyntax
{
    /// <summary>How Scriban speaks of blocks; it names the place where the end was missed, we the statement that has none.</summary>
    private const string NoEnd = "<end> statement was not found", NoBeginning = "Found <end> statement";

    /// <summary>A text in quotes that goes on to the end of the file: the cause of whatever else is said.</summary>
    private const string OpenQuote = "not terminated";

    /// <summary>Nothing for a template that can be read.</summary>
    public static IEnumerable<Diagnostic> Check(TemplateSource source)
    {
        var complaints = source.Complaints.ToList();
        var signs = new Signs(source) { Blocks = complaints.Exists(c => c.Says.Contains(NoEnd, StringComparison.Ordinal)) };
        signs.Visit(source.Body);
        signs.Finish();
        if (complaints.Count == 0 || signs.Found.Count > 0)
        {
            return signs.Found;
        }

        // Scriban stumbles on after its first complaint; what it says then helps nobody.
        var (span, says) = complaints.OrderBy(c => Weight(c.Says)).First();
        return [new(PageRules.UnreadableTemplate, span, WithoutLead(says))];
    }

    /// <summary>What is likelier the cause comes first.</summary>
    private static int Weight(string says) =>
        says.Contains(OpenQuote, StringComparison.Ordinal) ? 0
        : says.Contains(NoEnd, StringComparison.Ordinal) || says.Contains(NoBeginning, StringComparison.Ordinal) ? 2
        : 1;

    /// <summary>“Error while parsing if statement: Expecting …” without what our sentence says already.</summary>
    private static string WithoutLead(string says) =>
        says.StartsWith("Error while parsing", StringComparison.Ordinal) && says.IndexOf(": ", StringComparison.Ordinal) is var at and > 0
            ? says[(at + 2)..]
            : says;

    /// <summary>Braces and ends that do not belong to each other.</summary>
    private sealed class Signs(TemplateSource source) : ScriptVisitor
    {
        private ScriptEscapeStatement? open;
        private bool oneTooMany;

        /// <summary>Whether there is a block without an end.</summary>
        public bool Blocks { get; init; }

        public List<Diagnostic> Found { get; } = [];

        public override void Visit(ScriptEscapeStatement brace)
        {
            open = brace.IsEntering ? brace : null;
            var (third, counterpart) = brace.IsEntering ? ("{", "}") : ("}", "{");
            var after = brace.Span.End.Offset + 1;
            var isThird = brace.EscapeCount == 0 && string.CompareOrdinal(source.File.Text, after, third, 0, 1) == 0;
            if (isThird && !(brace.IsClosing && oneTooMany))
            {
                Report(source.File.Span(after, 1), third, counterpart);
            }

            oneTooMany = brace.IsEntering && isThird;
        }

        public override void Visit(ScriptIfStatement statement)
        {
            if (statement.Else is null)
            {
                MustEnd(statement.Then, statement.IfKeyword, "if");
            }

            base.Visit(statement);
        }

        public override void Visit(ScriptElseStatement statement)
        {
            MustEnd(statement.Body, statement.ElseKeyword, "else");
            base.Visit(statement);
        }

        public override void Visit(ScriptForStatement statement)
        {
            if (statement.Else is null)
            {
                MustEnd(statement.Body, statement.ForOrTableRowKeyword, "for");
            }

            base.Visit(statement);
        }

        /// <summary>Reports what is seen only when everything was seen.</summary>
        public void Finish()
        {
            if (open is not null && source.File.Text.IndexOf("}}", open.Span.Start.Offset, StringComparison.Ordinal) < 0)
            {
                Found.Clear(); // all else comes of it
                Report(source.SpanOf(open), "{{", "}}"); // Scriban takes the end of the file for }}
            }
            else if (source.Body?.Statements.OfType<ScriptEndStatement>().FirstOrDefault() is { } stray)
            {
                Report(source.SpanOf(stray.EndKeyword), "end", "if/for");
            }
        }

        private void MustEnd(ScriptBlockStatement? block, ScriptKeyword keyword, string name)
        {
            if (Blocks && block is not null && block.Statements.LastOrDefault() is not ScriptEndStatement)
            {
                Report(source.SpanOf(keyword), name, "end");
            }
        }

        private void Report(SourceSpan span, string sign, string counterpart) =>
            Found.Add(new(PageRules.TemplateSyntax, span, sign, counterpart));
    }
}
