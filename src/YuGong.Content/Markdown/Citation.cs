using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace YuGong.Content.Markdown;

/// <summary><c>[@s1,s3]</c> in a body: the sentence before it rests on these sources of the entry.</summary>
internal sealed class Citation : LeafInline
{
    public required IReadOnlyList<Cited> Sources { get; init; }
}

internal sealed record Cited(string Id, int Offset);

internal sealed class CitationExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new CitationParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}

internal sealed class CitationParser : InlineParser
{
    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '@')
        {
            return false;
        }

        var text = slice.Text;
        var end = text.IndexOf(']', slice.Start);
        if (end < 0 || end > slice.End)
        {
            return false;
        }

        var sources = new List<Cited>();
        var at = slice.Start + 2;
        foreach (var part in text[at..end].Split(','))
        {
            var id = part.Trim().TrimStart('@');
            if (!Slug.IsValid(id))
            {
                return false;
            }

            sources.Add(new(id, at + part.IndexOf(id, StringComparison.Ordinal) - slice.Start));
            at += part.Length + 1;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new Citation
        {
            Sources = [.. sources.Select(s => s with { Offset = start + s.Offset })],
            Span = new(start, start + end - slice.Start),
            Line = line,
            Column = column,
        };
        slice.Start = end + 1;
        return true;
    }
}

/// <summary>Superscript numbers that lead to the list of sources on the same page.</summary>
internal sealed class CitationRenderer : HtmlObjectRenderer<Citation>
{
    /// <summary>The number of a source in the entry that is being rendered.</summary>
    public Func<string, int?> NumberOf { get; set; } = _ => null;

    protected override void Write(HtmlRenderer renderer, Citation citation)
    {
        renderer.Write("<sup class=\"cite\">");
        foreach (var (id, _) in citation.Sources)
        {
            if (NumberOf(id) is { } number)
            {
                renderer.Write("<a href=\"#source-").Write(id).Write("\">[").Write(number.ToString()).Write("]</a>");
            }
        }

        renderer.Write("</sup>");
    }
}
