using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace YuGong.Content.Markdown;

/// <summary>
/// <c>[原文]{.sic}</c> and <c>{.sic}</c> at the end of a paragraph: words that stand as in the original, for the copy desk. Readers see
/// the words and nothing of the mark.
/// </summary>
internal sealed class SicExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new SicParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}

internal sealed class SicParser : InlineParser
{
    public const string Mark = "{.sic}";

    public SicParser() => OpeningCharacters = ['[', '{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (rest.StartsWith(Mark))
        {
            Add(processor, slice.Text, slice.Start, 0, slice.Start);
            slice.Start += Mark.Length;
            return true;
        }

        var end = rest[0] == '[' ? rest[1..].IndexOfAny('[', ']') + 1 : 0;
        if (end < 2 || rest[end] != ']' || !rest[(end + 1)..].StartsWith(Mark))
        {
            return false;
        }

        Add(processor, slice.Text, slice.Start + 1, end - 1, slice.Start);
        slice.Start += end + 1 + Mark.Length;
        return true;
    }

    private static void Add(InlineProcessor processor, string text, int start, int length, int at)
    {
        var place = processor.GetSourcePosition(at, out var line, out var column);
        processor.Inline = new LiteralInline
        {
            Content = new StringSlice(text, start, start + length - 1), Span = new(place, place + length), Line = line, Column = column,
            IsClosed = true,
        };
    }
}
