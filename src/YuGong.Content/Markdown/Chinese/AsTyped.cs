using Markdig.Helpers;
using Markdig.Parsers;
using YuGong.Text;

namespace YuGong.Content.Markdown.Chinese;

/// <summary>Keeps what cannot be read as it was typed, with the rule that says so.</summary>
internal static class AsTyped
{
    /// <param name="last">The last character of it in the slice.</param>
    public static void Keep(InlineProcessor processor, ref StringSlice slice, int last, Rule rule, params IReadOnlyList<Detail> details)
    {
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var place = new Markdig.Syntax.SourceSpan(start, processor.GetSourcePosition(last));
        processor.Inline = new Misread
        {
            Rule = rule, Details = details, Place = place, Content = new(slice.Text, slice.Start, last), Span = place, Line = line,
            Column = column, IsFirstCharacterEscaped = true,
        };
        slice.Start = last + 1;
    }
}
