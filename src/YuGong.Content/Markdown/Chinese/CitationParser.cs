using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using YuGong.Text;

namespace YuGong.Content.Markdown.Chinese;

/// <summary>
/// <c>[@s1,s3]</c>, and the same in full width: ［＠s1］ 【@s1】 〔@s1、s3〕 [ @s1 ]. Round brackets and the like are believed when each id
/// is a source of the entry. What looks like a citation and cannot be read as one is found.
/// </summary>
internal sealed class CitationParser : InlineParser
{
    private const string Square = "[［【〔〖";
    private const string Closing = "]］】〕〗)）}｝」』》";
    private const int Longest = 200;

    private static readonly SearchValues<char> Ends = SearchValues.Create(Closing + Square + "|\n`");
    private static readonly SearchValues<char> Separators = SearchValues.Create(",，、;；/／&＆+ \t\n\u3000\u00A0");

    public CitationParser() => OpeningCharacters = ['[', '［', '【', '〔', '〖', '(', '（', '{', '｛', '「', '『', '《', '@', '＠'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (text, start, open) = (slice.Text, slice.Start, slice.CurrentChar);
        if (open is '@' or '＠')
        {
            return MatchBare(processor, ref slice);
        }

        var inside = start + 1;
        while (inside <= slice.End && Marks.IsBlank(text[inside]))
        {
            inside++;
        }

        var isSquare = Square.Contains(open, StringComparison.Ordinal);
        var hasAt = inside <= slice.End && text[inside] is '@' or '＠';
        if (!hasAt && (open != '[' || inside > slice.End || !char.IsAsciiLetterOrDigit(text[inside])))
        {
            return false;
        }

        var end = EndOf(text, inside, slice.End);
        var isClosed = end <= slice.End && Closing.Contains(text[end], StringComparison.Ordinal);
        var context = BodyContext.Of(processor.Context);
        var read = isClosed ? Ids(text, inside, end) : null;
        var isKnown = read?.TrueForAll(c => context.NumberOf(c.Id) is not null) == true;
        var isLink = isClosed && !isKnown && IsLink(slice, end);
        if (read is not null && hasAt && !isLink && (isSquare || isKnown))
        {
            Cite(processor, ref slice, read, end);
            return true;
        }

        var next = end < slice.End ? text[end + 1] : '\0';
        var isLooksOnly = !hasAt && isKnown && next is not ('(' or '[' or ':')
            && !processor.Document.ContainsLinkReferenceDefinition(text[inside..end]);
        if (isLooksOnly || (hasAt && isSquare && !isLink))
        {
            var last = isClosed ? end : Math.Max(inside, end - 1);
            Refuse(processor, ref slice, last, Suggestion(text[inside..(isClosed ? end : last + 1)]));
            return true;
        }

        return false;
    }

    private static bool IsLink(StringSlice slice, int end)
    {
        slice.Start = end + 1;
        return slice.CurrentChar == '(' && LinkHelper.TryParseInlineLink(ref slice, out _, out _);
    }

    /// <summary><c>@s1</c> without brackets, where the entry has a source s1.</summary>
    private static bool MatchBare(InlineProcessor processor, ref StringSlice slice)
    {
        var (text, start) = (slice.Text, slice.Start);
        var end = start;
        while (end < slice.End && (char.IsAsciiLetterOrDigit(text[end + 1]) || text[end + 1] == '-'))
        {
            end++;
        }

        var before = start > 0 ? text[start - 1] : ' ';
        var id = text[(start + 1)..(end + 1)];
        if (char.IsAsciiLetterOrDigit(before) || before is '.' or '_' or '-' || Square.Contains(before, StringComparison.Ordinal)
            || BodyContext.Of(processor.Context).NumberOf(id) is null)
        {
            return false;
        }

        Refuse(processor, ref slice, end, $"[@{id}]");
        return true;
    }

    private static int EndOf(string text, int from, int last)
    {
        var window = text.AsSpan(from, Math.Min(Longest, last + 1 - from));
        for (var at = 0; ;)
        {
            var found = window[at..].IndexOfAny(Ends);
            if (found < 0)
            {
                return from + window.Length;
            }

            at += found;
            if (window[at] != '\n')
            {
                return from + at;
            }

            at++; // a list of sources may be wrapped
        }
    }

    /// <summary>Ids with their places; null when one of them is none.</summary>
    private static List<Cited>? Ids(string text, int from, int end)
    {
        var ids = new List<Cited>();
        for (var at = from; at < end;)
        {
            if (Separators.Contains(text[at]) || text[at] is '@' or '＠')
            {
                at++;
                continue;
            }

            var length = text.AsSpan(at, end - at).IndexOfAny(Separators);
            length = length < 0 ? end - at : length;
            var id = string.Concat(text.AsSpan(at, length).ToString().Select(Marks.Narrow));
            if (!Slug.IsValid(id))
            {
                return null;
            }

            ids.Add(new(id, at));
            at += length;
        }

        return ids.Count == 0 ? null : ids;
    }

    private static string Suggestion(string inside)
    {
        var parts = string.Concat(inside.Select(Marks.Narrow)).ToLowerInvariant()
            .Split([',', '、', ';', '/', ' ', '\n', '@'], StringSplitOptions.RemoveEmptyEntries);
        var ids = parts.Where(p => Slug.IsValid(p) && !p.All(char.IsAsciiDigit)).ToList(); // a number alone is a page
        return ids.Count == 0 ? "[@s1]" : $"[@{string.Join(',', ids)}]";
    }

    private static void Cite(InlineProcessor processor, ref StringSlice slice, List<Cited> read, int end)
    {
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new Citation
        {
            Sources = [.. read.Select(c => c with { Offset = processor.GetSourcePosition(c.Offset) })],
            Span = new(start, processor.GetSourcePosition(end)), Line = line, Column = column,
        };
        slice.Start = end + 1;
    }

    private static void Refuse(InlineProcessor processor, ref StringSlice slice, int last, string instead) =>
        AsTyped.Keep(processor, ref slice, last, ContentRules.LooksLikeCitation, slice.Text[slice.Start..(last + 1)].Trim(), instead);
}
