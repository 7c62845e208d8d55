using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace YuGong.Content.Markdown.Chinese;

/// <summary>
/// Markdown as it is typed with a Chinese input method. What can be meant in one way only is read so; what cannot is kept as typed and
/// found by <see cref="Misreadings"/>.
/// </summary>
/// <param name="settlesBreaks">Whether line breaks are read as what they mean.</param>
internal sealed class ChineseExtension(bool settlesBreaks = true) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        var blocks = pipeline.BlockParsers;
        blocks.TryRemove<IndentedCodeBlockParser>(); // nobody who indents a paragraph means a program
        blocks.Replace<HeadingBlockParser>(new HeadingParser());
        blocks.Find<QuoteBlockParser>()!.OpeningCharacters = ['>', '＞'];
        blocks.Find<ListBlockParser>()!.ItemParsers.Replace<UnorderedListItemParser>(new Bullets());
        blocks.InsertBefore<ParagraphBlockParser>(new IndentedParagraphParser(blocks.Find<ParagraphBlockParser>()!));

        var inlines = pipeline.InlineParsers;
        inlines.Replace<EmphasisInlineParser>(new EmphasisParser());
        inlines.Insert(0, new PictureParser());
        inlines.Insert(0, new FootnoteMarkParser());
        inlines.Insert(0, new CitationParser());
        if (settlesBreaks)
        {
            pipeline.DocumentProcessed += LineBreaks.Settle;
        }
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed class Bullets : UnorderedListItemParser
    {
        public Bullets() => OpeningCharacters = ['-', '+', '*', '＊', '－', '＋', '•', '·', '●'];
    }
}
