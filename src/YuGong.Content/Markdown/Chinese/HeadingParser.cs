using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace YuGong.Content.Markdown.Chinese;

/// <summary>
/// <c>##标题</c>, <c>＃＃ 标题</c> and <c>##　标题</c> are headings like <c>## 标题</c>. A single <c>#</c> needs its blank: <c>#1</c> and
/// <c>#话题#</c> are text.
/// </summary>
internal sealed class HeadingParser : HeadingBlockParser
{
    private const int MostMarks = 6;

    public HeadingParser() => OpeningCharacters = ['#', '＃'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
        {
            return BlockState.None;
        }

        var line = processor.Line;
        var marks = 0;
        while (line.PeekChar(marks) is '#' or '＃')
        {
            marks++;
        }

        var next = line.PeekChar(marks);
        var isBlank = next == '\0' || Marks.IsBlank(next);
        if (marks > MostMarks || (marks == 1 && !isBlank) || next == '\\')
        {
            return BlockState.None;
        }

        var start = processor.Start;
        var column = processor.Column;
        for (var i = 0; i < marks; i++)
        {
            processor.NextChar();
        }

        while (processor.CurrentChar != '\0' && Marks.IsBlank(processor.CurrentChar))
        {
            processor.NextChar();
        }

        TrimClosingMarks(ref processor.Line, mustStandOff: isBlank);
        processor.NewBlocks.Push(new HeadingBlock(this)
        {
            HeaderChar = '#', HeaderCharCount = marks, Level = marks, Column = column, Span = new(start, line.End),
        });
        return BlockState.Break;
    }

    /// <summary>The marks that may close a heading stand off by a blank, or as close as those that opened it.</summary>
    private static void TrimClosingMarks(ref StringSlice line, bool mustStandOff)
    {
        line.TrimEnd();
        var end = line.End;
        while (end >= line.Start && line.Text[end] is '#' or '＃')
        {
            end--;
        }

        if (end < line.End && (end < line.Start || !mustStandOff || Marks.IsBlank(line.Text[end])))
        {
            line.End = end;
            line.TrimEnd();
        }
    }
}
