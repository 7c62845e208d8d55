using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace YuGong.Content.Markdown.Chinese;

/// <summary>
/// Emphasis after the CommonMark CJK-friendly amendments, with two rules more: quotation marks, dashes and dots are Chinese here, and a
/// star between factors (<c>1200*800*600</c>, <c>5*3=15</c>, <c>长*宽*高</c>) is a sign of multiplication.
/// </summary>
internal sealed class EmphasisParser : EmphasisInlineParser
{
    private const string Sides = "长宽高厚深径底边";
    private const string Units = "米厘毫分千公平方立寸尺丈里吨克升瓦伏安度只根块个台套片层排列行人天时日班次年月周元分秒件张页";
    private const string Diameters = "φΦϕØø∅×";

    public EmphasisParser() => CjkFriendlyEmphasis = true;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (text, start) = (slice.Text, slice.Start);
        var mark = slice.CurrentChar;
        var end = start;
        while (end < slice.End && text[end + 1] == mark)
        {
            end++;
        }

        var before = start > 0 ? text[start - 1] : '\0';
        var after = end < slice.End ? text[end + 1] : '\0';
        if (mark == '*' && before != '*' && IsFactorSign(text, start, before, after))
        {
            KeepAsTyped(processor, ref slice, end);
            return true;
        }

        if (!base.Match(processor, ref slice))
        {
            return false;
        }

        if (mark == '*' && processor.Inline is EmphasisDelimiterInline delimiter)
        {
            delimiter.Type |= Marks.IsSharedMark(before) ? DelimiterType.Close : DelimiterType.Undefined;
            delimiter.Type |= Marks.IsSharedMark(after) ? DelimiterType.Open : DelimiterType.Undefined;
        }

        return true;
    }

    private static bool IsFactorSign(string text, int at, char before, char after)
    {
        var isNumberBefore = char.IsAsciiDigit(Marks.Narrow(before)) || before is '%' or '℃' or '″' or '′' or '°'
            || IsUnitOfNumber(text, at - 1);
        var isNumberAfter = char.IsAsciiDigit(Marks.Narrow(after)) || IsOneOf(Diameters, after);
        var (isSideBefore, isSideAfter) = (IsOneOf(Sides, before), IsOneOf(Sides, after));
        return ((isSideBefore || isNumberBefore) && (isSideAfter || isNumberAfter))
            || (isNumberBefore && (char.IsAsciiLetter(after) || after is '(' or '（' or '-' or '.'))
            || (isNumberAfter && (char.IsAsciiLetterOrDigit(before) || before is ')' or '）'))
            || (char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after));
    }

    /// <summary><c>3米</c>, <c>50 mm</c>, <c>2厘米</c>: a few letters or a known Han unit, and a digit before them.</summary>
    private static bool IsUnitOfNumber(string text, int last)
    {
        const int Longest = 4;
        var at = last;
        var isUnit = at >= 0 && (char.IsAsciiLetter(text[at]) || IsOneOf(Units, text[at]));
        while (isUnit && at >= 0 && last - at < Longest && (char.IsAsciiLetter(text[at]) || IsOneOf(Units, text[at]) || text[at] == ' '))
        {
            at--;
        }

        return isUnit && at >= 0 && char.IsAsciiDigit(Marks.Narrow(text[at]));
    }

    private static bool IsOneOf(string set, char c) => set.Contains(c, StringComparison.Ordinal);

    private static void KeepAsTyped(InlineProcessor processor, ref StringSlice slice, int end)
    {
        if (processor.Inline is LiteralInline before && ReferenceEquals(before.Content.Text, slice.Text)
            && before.Content.End + 1 == slice.Start)
        {
            before.Content.End = end;
            before.Span.End = processor.GetSourcePosition(end);
        }
        else
        {
            var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
            processor.Inline = new LiteralInline
            {
                Content = new(slice.Text, slice.Start, end), Span = new(start, processor.GetSourcePosition(end)), Line = line,
                Column = column, IsFirstCharacterEscaped = true, // not a mark that lost its partner
            };
        }

        slice.Start = end + 1;
    }
}
