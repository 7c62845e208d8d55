using Scriban.Syntax;
using YuGong.Text;

namespace YuGong.Pages.Templating;

/// <summary>What is wrong with the signs of a template, before anything in it means something: one finding for one cause.</summary>
internal static class TemplateSyntax
{
    /// <summary>How Scriban speaks of blocks; we name the statement that has no end, it names the place where the end was missed.</summary>
    private const string AboutEnd = "<end> statement";

    /// <summary>Nothing for a template that can be read.</summary>
    public static IEnumerable<Diagnostic> Check(TemplateSource source)
    {
        var signs = new Signs(source);
        signs.Visit(source.Body);
        signs.Finish();
        var complaints = source.Complaints.ToList();
        if (complaints.Count > 0 && signs.Found.Count == 0)
        {
            // Scriban stumbles on after its first complaint; what it says then helps nobody.
            var (span, says) = complaints.Find(c => !c.Says.Contains(AboutEnd, StringComparison.Ordinal)) is { Says: not null } first
                ? first
                : complaints[0];
            return [new(PageRules.UnreadableTemplate, span, WithoutLead(says))];
        }

        return signs.Found;
    }

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
            if (open is not null)
            {
                Found.Clear();
                Report(source.SpanOf(open), "{{", "}}"); // Scriban takes the end of the file for }}
            }
            else if (source.Body?.Statements.OfType<ScriptEndStatement>().FirstOrDefault() is { } stray)
            {
                Report(source.SpanOf(stray.EndKeyword), "end", "if/for");
            }
        }

        private void MustEnd(ScriptBlockStatement? block, ScriptKeyword keyword, string name)
        {
            if (block is not null && block.Statements.LastOrDefault() is not ScriptEndStatement)
            {
                Report(source.SpanOf(keyword), name, "end");
            }
        }

        private void Report(SourceSpan span, string sign, string counterpart) =>
            Found.Add(new(PageRules.TemplateSyntax, span, sign, counterpart));
    }
}
