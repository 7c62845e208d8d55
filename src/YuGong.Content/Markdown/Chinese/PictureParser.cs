using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace YuGong.Content.Markdown.Chinese;

/// <summary>
/// <c>![泵房](泵房 一.jpg "编辑部摄")</c>: names with blanks and lone brackets, full-width brackets and quotes. A file name ends with its
/// suffix, so there is nothing to guess.
/// </summary>
internal sealed partial class PictureParser : InlineParser
{
    public PictureParser() => OpeningCharacters = ['!', '！'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (text, start) = (slice.Text, slice.Start);
        if (slice.PeekChar() is not ('[' or '［' or '【' or '(' or '（' or ' ' or '\u3000'))
        {
            return false;
        }

        const int Longest = 700;
        var line = text.AsSpan(start, Math.Min(Longest, slice.End + 1 - start));
        line = line.IndexOf('\n') is >= 0 and var length ? line[..length] : line;
        if (Written().Match(line.ToString()) is { Success: true } written)
        {
            if (IsPlain(slice, written))
            {
                return false;
            }

            Show(processor, ref slice, written);
            return true;
        }

        if (Resembling().Match(line.ToString()) is not { Success: true } seen || IsMarkdown(processor, slice))
        {
            return false;
        }

        AsTyped.Keep(processor, ref slice, start + seen.Length - 1, ContentRules.PictureAsText, seen.Value);
        return true;
    }

    /// <summary>Whether Markdown itself reads the same name.</summary>
    private static bool IsPlain(StringSlice slice, Match written)
    {
        if (!written.Value.StartsWith("![", StringComparison.Ordinal) || slice.Text[slice.Start + written.Groups["open"].Index] != '(')
        {
            return false;
        }

        slice.Start += written.Groups["open"].Index;
        var name = written.Groups["name"].Value;
        return slice.Text[slice.Start - 1] == ']' && LinkHelper.TryParseInlineLink(ref slice, out var url, out _)
            && (url == name || HtmlHelper.Unescape(url) == HtmlHelper.Unescape(name));
    }

    /// <summary>Whether it is a picture of Markdown's after all: one with another kind of address, or by reference.</summary>
    private static bool IsMarkdown(InlineProcessor processor, StringSlice slice)
    {
        if (slice.PeekChar() != '[')
        {
            return false;
        }

        slice.Start++;
        if (!LinkHelper.TryParseLabel(ref slice, out var label))
        {
            return false;
        }

        return slice.CurrentChar switch
        {
            '(' => LinkHelper.TryParseInlineLink(ref slice, out _, out _),
            '[' when LinkHelper.TryParseLabel(ref slice, true, out var second, out _) =>
                processor.Document.ContainsLinkReferenceDefinition(second!.Length == 0 ? label : second),
            _ => processor.Document.ContainsLinkReferenceDefinition(label),
        };
    }

    private static void Show(InlineProcessor processor, ref StringSlice slice, Match written)
    {
        var start = slice.Start;
        var at = processor.GetSourcePosition(start, out var line, out var column);
        var (alt, name, title) = (written.Groups["alt"], written.Groups["name"], written.Groups["title"]);
        var picture = new LinkInline(HtmlHelper.Unescape(name.Value), HtmlHelper.Unescape(title.Value))
        {
            IsImage = true, IsClosed = true, Line = line, Column = column,
            Span = new(at, processor.GetSourcePosition(start + written.Length - 1)),
            UrlSpan = new(processor.GetSourcePosition(start + name.Index),
                processor.GetSourcePosition(start + name.Index + name.Length - 1)),
        };
        if (alt.Length > 0)
        {
            picture.AppendChild(new LiteralInline
            {
                Content = new(slice.Text, start + alt.Index, start + alt.Index + alt.Length - 1), Line = line, Column = column,
                Span = new(processor.GetSourcePosition(start + alt.Index), processor.GetSourcePosition(start + alt.Index + alt.Length - 1)),
            });
        }

        processor.Inline = picture;
        slice.Start = start + written.Length;
    }

    [GeneratedRegex("""
        ^[!！][ \u3000]?(?:\[(?<alt>[^\[\]]{0,300})\]|[［【](?<alt>[^［］【】]{0,300})[］】])[ \u3000]?(?<open>[(（])[ \t\u3000]*<?
        (?<name>[^"“”<>]{0,200}?\.(?:jpe?g|png|webp|avif|tiff?|heic|heif|svg|gif|bmp))>?
        (?:[ \t\u3000]*(?:["“”](?<title>[^"“”]*)["“”]|['‘’](?<title>[^'‘’]*)['‘’]))?[ \t\u3000]*[)）]
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 10_000)]
    private static partial Regex Written();

    [GeneratedRegex("""
        ^(?:[!！][ \u3000]?[\[［【]|!\()[^!！]{0,200}?\.(?:jpe?g|png|webp|avif|tiff?|heic|heif|svg|gif|bmp)(?![a-z0-9])[^!！\[］【\])）]*[\])）］】]*
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 10_000)]
    private static partial Regex Resembling();
}
