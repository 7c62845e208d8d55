using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using YuGong.Text;

namespace YuGong.Content.Markdown.Chinese;

internal delegate void FindMisreading(Rule rule, Markdig.Syntax.SourceSpan span, params IReadOnlyList<Detail> details);

/// <summary>What was read otherwise than it looks: each is one finding that says what to write.</summary>
/// <param name="body">The body as written.</param>
internal sealed partial class Misreadings(ReadOnlyMemory<char> body, FindMisreading find)
{
    private readonly Dictionary<ContainerBlock, Block> latest = [];

    public void Read(MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case Misread misread:
                    find(misread.Rule, misread.Place, misread.Details);
                    break;
                case LiteralInline literal:
                    CheckStars(literal);
                    break;
                case HeadingBlock { IsSetext: true, Level: 2 } heading:
                    find(ContentRules.HeadingByLine, FirstLine(heading.Span), Shown(heading.Span));
                    break;
                case ListBlock list:
                    CheckNesting(list);
                    break;
                case FencedCodeBlock { ClosingFencedCharCount: 0 } code:
                    find(ContentRules.CodeNotClosed, FirstLine(code.Span));
                    break;
                case ParagraphBlock paragraph:
                    CheckParagraph(paragraph);
                    break;
            }

            if (node is Block { Parent: { } parent } block)
            {
                latest[parent] = block;
            }
        }

        CheckNotes(document);
    }

    /// <summary>
    /// Stars that found no partner, full-width ones, and <c>** words **</c>; <c>\*</c> and a star that stands alone are meant.
    /// </summary>
    private void CheckStars(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (text.IsEmpty)
        {
            return;
        }

        if (!literal.IsFirstCharacterEscaped && text[0] is '*' or '_' && !text.ContainsAnyExcept(text[0]))
        {
            var isAlone = char.IsWhiteSpace(At(literal.Span.Start - 1)) && char.IsWhiteSpace(At(literal.Span.End + 1));
            if (!isAlone && (text[0] == '*' || text.Length == 2))
            {
                find(ContentRules.EmphasisNotClosed, literal.Span, text.ToString());
            }

            return;
        }

        foreach (var match in LooseStars().EnumerateMatches(text))
        {
            var at = literal.Span.Start + match.Index;
            find(ContentRules.EmphasisNotClosed, new(at, at + match.Length - 1), text.Slice(match.Index, match.Length).ToString());
            return;
        }
    }

    /// <summary>An item that stands further in than the first of its list, and yet is none of an inner list.</summary>
    private void CheckNesting(ListBlock list)
    {
        var isInner = latest.GetValueOrDefault(list.Parent!) is ListBlock { IsOrdered: true } before && list.Column >= before.Column + 2;
        var item = isInner ? list[0] : list.FirstOrDefault(i => i.Column >= list[0].Column + 2);
        if (item is not null)
        {
            find(ContentRules.ListNotNested, FirstLine(item.Span), Shown(item.Span));
        }
    }

    private void CheckParagraph(ParagraphBlock paragraph)
    {
        var text = Text(paragraph.Span);
        if (paragraph.Inline is null || text.IsEmpty)
        {
            return;
        }

        if (IsIndented(paragraph.Span.Start) && BlockMark().IsMatch(text))
        {
            find(ContentRules.MarkTooFarIn, FirstLine(paragraph.Span), Shown(paragraph.Span));
            return;
        }

        foreach (var match in HeadingMark().EnumerateMatches(text))
        {
            find(ContentRules.LooksLikeHeading, FirstLine(new(paragraph.Span.Start + match.Index, paragraph.Span.End)));
        }

        if (text[0] is '|' or '｜' && TableRow().Count(text) > 1)
        {
            find(ContentRules.LooksLikeTable, FirstLine(paragraph.Span));
            return;
        }

        foreach (var match in LinkMark().EnumerateMatches(text))
        {
            var at = paragraph.Span.Start + match.Index;
            if (At(at - 1) is not ('\\' or '!' or '！') && !paragraph.Inline.Descendants().Any(i =>
                i is LinkInline or CodeInline or Citation or Misread && i.Span.Start <= at + 1 && i.Span.End > at))
            {
                find(ContentRules.LooksLikeLink, new(at, at + match.Length - 1), text.Slice(match.Index, match.Length).ToString());
            }
        }
    }

    private void CheckNotes(MarkdownDocument document)
    {
        var notes = document.OfType<LinkReferenceDefinitionGroup>().SelectMany(g => g).OfType<FootnoteLinkReferenceDefinition>();
        foreach (var note in notes.Where(n => n.Footnote.Order < 0))
        {
            find(ContentRules.FootnoteNotUsed, note.Span, note.Footnote.Label?.TrimStart('^') ?? "");
        }
    }

    private char At(int place) => place >= 0 && place < body.Length ? body.Span[place] : ' ';

    private bool IsIndented(int place)
    {
        var at = place - 1;
        while (at >= 0 && Marks.IsBlank(body.Span[at]))
        {
            at--;
        }

        return at < place - 1 && (at < 0 || body.Span[at] == '\n');
    }

    private ReadOnlySpan<char> Text(Markdig.Syntax.SourceSpan span) =>
        span.Start < 0 || span.End < span.Start ? default : body.Span[span.Start..Math.Min(body.Length, span.End + 1)];

    private Markdig.Syntax.SourceSpan FirstLine(Markdig.Syntax.SourceSpan span)
    {
        var end = Text(span).IndexOf('\n');
        return end < 0 ? span : new(span.Start, span.Start + end - 1);
    }

    private string Shown(Markdig.Syntax.SourceSpan span)
    {
        var text = Text(FirstLine(span)).Trim();
        return text.Length > 24 ? string.Concat(text[..24], "…") : text.ToString();
    }

    [GeneratedRegex(@"^(?:[#＃]{1,6}(?:[ \u3000]|(?<=..)\S)|[-*+＊－＋•] |[>＞]|[0-9]{1,3}[.)] )", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex BlockMark();

    [GeneratedRegex(@"^(?:[#＃](?![#＃ \u30000-9\n])(?![^#＃\n]*[#＃])|[#＃]{7,})[^\n]",
        RegexOptions.CultureInvariant | RegexOptions.Multiline, 10_000)]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"(?:(?<=^|\s)\*\*(?=\s)|＊＊|＿＿)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LooseStars();

    [GeneratedRegex(@"^[ \t]*[|｜]", RegexOptions.CultureInvariant | RegexOptions.Multiline, 10_000)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"[\[［【][^\[\]［］【】\n]{1,80}[\]］】][ \u3000]?[(（][ ]?(?:https?[:：]|mailto[:：]|/|www\.)[^)）\n]{0,300}[)）]?",
        RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LinkMark();
}
