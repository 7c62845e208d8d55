using Markdig.Parsers;
using Markdig.Syntax;

namespace YuGong.Content.Markdown.Chinese;

/// <summary>
/// A line that begins with full-width blanks, or with four blanks or a tab, is a paragraph of its own, as in print; the style sets the
/// indentation.
/// </summary>
internal sealed class IndentedParagraphParser(ParagraphBlockParser paragraphs) : BlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var isWide = Marks.IsWideBlank(processor.CurrentChar);
        if (!isWide && !(processor.IsCodeIndent && processor.CurrentBlock is ParagraphBlock && processor.CurrentChar != '|'))
        {
            return BlockState.None;
        }

        while (Marks.IsBlank(processor.CurrentChar))
        {
            processor.NextChar();
        }

        if (processor.Line.IsEmpty)
        {
            return BlockState.BreakDiscard;
        }

        processor.NewBlocks.Push(new ParagraphBlock(paragraphs)
        {
            Column = processor.Column, Span = new(processor.Start, processor.Line.End),
        });
        return BlockState.Continue;
    }
}
