using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace YuGong.Content.Markdown.Chinese;

/// <summary>A mark of a footnote that has no text, or in brackets that are none.</summary>
internal sealed class FootnoteMarkParser : InlineParser
{
    private const int Longest = 40;

    public FootnoteMarkParser() => OpeningCharacters = ['[', '［', '【', '〔'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (text, start) = (slice.Text, slice.Start);
        if (slice.PeekChar() is not ('^' or '＾'))
        {
            return false;
        }

        var window = text.AsSpan(start, Math.Min(Longest, slice.End + 1 - start));
        var end = window.IndexOfAny("]］】〕\n") is > 2 and var length ? start + length : -1;
        if (end < 0 || text[end] == '\n')
        {
            return false;
        }

        var label = "^" + text[(start + 2)..end].Trim();
        var isKnown = processor.Document.TryGetLinkReferenceDefinition(label, out var reference);
        if (isKnown && text[start] == '[' && text[end] == ']' && text[start + 1] == '^')
        {
            return false;
        }

        if (isKnown && reference is FootnoteLinkReferenceDefinition { CreateLinkInline: { } create })
        {
            var link = create(processor, reference, null);
            link.Span = new(processor.GetSourcePosition(start), processor.GetSourcePosition(end));
            processor.Inline = link;
            slice.Start = end + 1;
            return true;
        }

        AsTyped.Keep(processor, ref slice, end, ContentRules.FootnoteWithoutText, label[1..]);
        return true;
    }
}
