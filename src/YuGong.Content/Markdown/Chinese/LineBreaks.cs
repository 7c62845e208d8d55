using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace YuGong.Content.Markdown.Chinese;

/// <summary>
/// Line breaks that were typed: between Chinese they are nothing, before <c>二、</c>, <c>2、</c>, <c>（2）</c>, <c>②</c> and the like they
/// are meant, and elsewhere they are a blank.
/// </summary>
internal static partial class LineBreaks
{
    public static void Settle(MarkdownDocument document)
    {
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (leaf.Inline is { } inline && inline.FirstChild != inline.LastChild)
            {
                Settle(inline);
            }
        }
    }

    private static void Settle(ContainerInline root)
    {
        var breaks = root.Descendants<LineBreakInline>().Where(b => !b.IsHard).ToList();
        if (breaks.Count == 0)
        {
            return;
        }

        var kinds = breaks.Select(b => KindOf(StartAfter(b))).ToList();
        var often = kinds.GroupBy(k => k).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet();
        var first = root.FirstChild is LiteralInline start ? KindOf(start.Content.AsSpan()) : '\0';
        for (var i = 0; i < breaks.Count; i++)
        {
            var (before, after) = (Last(Beside(breaks[i], forwards: false)), First(Beside(breaks[i], forwards: true)));
            if (kinds[i] != '\0' && (Marks.EndsPhrase(before) || first == kinds[i] || often.Contains(kinds[i])))
            {
                breaks[i].IsHard = true;
            }
            else if (before != '\0' && after != '\0' && Marks.JoinsAcrossBreak(before, after))
            {
                breaks[i].Remove();
            }
        }
    }

    /// <summary>The kind of number or dot that a line begins with; none: <c>\0</c>.</summary>
    private static char KindOf(ReadOnlySpan<char> line)
    {
        foreach (var match in Numbered().EnumerateMatches(line))
        {
            var mark = line.Slice(match.Index, match.Length).TrimEnd();
            return mark[0] switch
            {
                '(' or '（' => '(',
                '第' => '第',
                >= '①' and <= '⓿' or >= '❶' and <= '➓' or >= '㈠' and <= '㈩' or >= '㊀' and <= '㊉' => '①',
                '·' or '•' or '●' or '○' or '◆' or '◇' or '■' or '□' or '▪' or '▲' or '★' or '☆' or '※' or '►' or '➢' or '√' => mark[0],
                '—' => '—',
                '-' => '-',
                _ => char.IsAsciiDigit(Marks.Narrow(mark[0])) ? '1' : char.IsAsciiLetter(mark[0]) ? 'a' : '一',
            };
        }

        return '\0';
    }

    private static ReadOnlySpan<char> StartAfter(LineBreakInline at)
    {
        var next = Beside(at, forwards: true);
        while (next is ContainerInline { FirstChild: { } child })
        {
            next = child;
        }

        return next is LiteralInline literal ? literal.Content.AsSpan() : default;
    }

    /// <summary>What stands next to it in reading order; a citation is no text, what stands behind it is.</summary>
    private static Inline? Beside(Inline inline, bool forwards)
    {
        for (Inline? at = inline; at is not null; at = at.Parent)
        {
            var sibling = forwards ? at.NextSibling : at.PreviousSibling;
            while (sibling is Citation or FootnoteLink || (sibling is LiteralInline literal && literal.Content.IsEmpty))
            {
                sibling = forwards ? sibling.NextSibling : sibling.PreviousSibling;
            }

            if (sibling is not null)
            {
                return sibling;
            }
        }

        return null;
    }

    private static char First(Inline? inline) => inline switch
    {
        LiteralInline { Content.IsEmpty: false } literal => literal.Content[literal.Content.Start],
        CodeInline { Content: { Length: > 0 } code } => code[0],
        HtmlEntityInline { Transcoded.IsEmpty: false } entity => entity.Transcoded[entity.Transcoded.Start],
        LinkInline { IsImage: true } => '\0',
        ContainerInline container => First(container.FirstChild),
        _ => '\0',
    };

    private static char Last(Inline? inline) => inline switch
    {
        LiteralInline { Content.IsEmpty: false } literal => literal.Content[literal.Content.End],
        CodeInline { Content: { Length: > 0 } code } => code[^1],
        HtmlEntityInline { Transcoded.IsEmpty: false } entity => entity.Transcoded[entity.Transcoded.End],
        LinkInline { IsImage: true } => '\0',
        ContainerInline { LastChild: Citation or FootnoteLink } container => Last(Beside(container.LastChild, forwards: false)),
        ContainerInline container => Last(container.LastChild),
        _ => '\0',
    };

    [GeneratedRegex("""
        ^(?:第?[一二三四五六七八九十百]{1,4}(?:、|[,，.．:：](?!\d))|[（(](?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,3}|[a-zA-Z])[)）]
        |[0-9０-９]{1,3}(?:、|[)）]|[.．](?![0-9０-９]))|[甲乙丙丁戊己庚辛壬癸]、|[a-zA-Z](?:、|[.．)）](?![a-zA-Z]))
        |[①-⓿❶-➓㈠-㈩㊀-㊉]|[·•][ \u3000]?(?=[^·•]*$)|[●○◆◇■□▪▲★☆※►➢√]|——|-(?=[\u3400-\u9FFF“《]))
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 10_000)]
    private static partial Regex Numbered();
}
