using System.Globalization;
using System.Text;

namespace YuGong.Text.Privacy;

/// <summary>
/// A piece of a text, normalised once: escapes are undone (HTML, JSON and JavaScript, addresses), characters that are read alike
/// are one (<see cref="Folding"/>), invisible ones are gone. Each character knows where it stands in the text as it was given.
/// </summary>
internal sealed class FoldedText
{
    private const int LongestTag = 400;

    /// <summary>Tags within a line of words; any other ends a cell, a paragraph, an item.</summary>
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label",
        "mark", "nobr", "q", "rp", "rt",
        "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tspan", "tt", "u", "var", "wbr", "text",
    };

    /// <summary>Of Office and OpenDocument, where everything else is a line's: the properties of a run stand between its letters.</summary>
    private static readonly HashSet<string> OfficeBorders = new(StringComparer.OrdinalIgnoreCase)
    {
        "w:p", "w:tc", "w:tr", "w:tbl", "w:br", "w:tab", "w:cr", "a:p", "a:tc", "a:tr", "a:br", "text:p", "text:h", "text:tab",
        "text:line-break", "table:table-cell",
    };

    private readonly List<(int Start, int End)> places;

    /// <param name="withoutTags">Tags within a line vanish and all others become borders.</param>
    public FoldedText(ReadOnlySpan<char> text, int from, int to, bool withoutTags)
    {
        places = new(to - from);
        var characters = new StringBuilder(to - from);
        for (var at = from; at < to;)
        {
            var (rune, length) = withoutTags && text[at] == '<' && Tag(text, at) is var (mark, tag) ? (mark, tag) : Next(text, at);
            var character = rune is > ' ' and < 0x7F ? (char)rune : Folding.Of(rune);
            if (character != Folding.Nothing)
            {
                characters.Append(character);
                places.Add((at, at + length));
            }

            at += length;
        }

        Text = characters.ToString();
    }

    public string Text { get; }

    /// <summary>The place in the text as it was given.</summary>
    public (int Start, int Length) SuspectPlace(int start, int end) => (places[start].Start, places[end - 1].End - places[start].Start);

    private static (int Rune, int Length)? Tag(ReadOnlySpan<char> text, int at)
    {
        if (text[at..].StartsWith("<!--"))
        {
            var close = text[at..].IndexOf("-->");
            return close < 0 ? null : (0x200B, close + 3);
        }

        var name = at + 1 < text.Length && text[at + 1] == '/' ? at + 2 : at + 1;
        if (name >= text.Length || !char.IsAsciiLetter(text[name]))
        {
            return null;
        }

        var end = text.Slice(at, Math.Min(LongestTag, text.Length - at)).IndexOf('>');
        if (end < 0)
        {
            return null;
        }

        var stop = name;
        while (stop < at + end && (char.IsAsciiLetterOrDigit(text[stop]) || text[stop] == ':'))
        {
            stop++;
        }

        var tag = text[name..stop].ToString();
        var office = tag.StartsWith("w:", StringComparison.Ordinal) || tag.StartsWith("a:", StringComparison.Ordinal)
            || tag.StartsWith("text:", StringComparison.Ordinal);
        return (Inline.Contains(tag) || (office && !OfficeBorders.Contains(tag)) ? 0x200B : Folding.Border, end + 1);
    }

    /// <summary>The character that stands at a place, its escape undone, and how much of the text spells it.</summary>
    internal static (int Rune, int Length) Next(ReadOnlySpan<char> text, int at)
    {
        var escape = text[at] switch
        {
            '&' => Reference(text, at),
            '\\' => Backslash(text, at),
            '%' => Percent(text, at),
            _ => default,
        };
        if (escape.Length > 0)
        {
            return escape;
        }

        return char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            ? (char.ConvertToUtf32(text[at], text[at + 1]), 2)
            : (text[at], 1);
    }

    /// <summary>HTML: numeric references, and the named ones that hide a number or an address.</summary>
    private static (int Rune, int Length) Reference(ReadOnlySpan<char> text, int at)
    {
        var end = text.Slice(at, Math.Min(12, text.Length - at)).IndexOf(';');
        if (end < 3)
        {
            return default;
        }

        var name = text.Slice(at + 1, end - 1);
        if (name[0] == '#')
        {
            var hexadecimal = name.Length > 2 && name[1] is 'x' or 'X';
            var digits = name[(hexadecimal ? 2 : 1)..];
            var known = int.TryParse(digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture, out var rune);
            return known && rune is > 0 and <= 0x10FFFF ? (rune, end + 1) : default;
        }

        var character = name switch
        {
            "nbsp" or "ensp" or "emsp" or "thinsp" or "numsp" or "puncsp" or "hairsp" => ' ',
            "shy" or "zwj" or "zwnj" or "lrm" or "rlm" or "NoBreak" or "ZeroWidthSpace" => (char)0x200B,
            "commat" => '@',
            "period" => '.',
            "middot" or "centerdot" => '·',
            "ndash" or "mdash" or "dash" or "hyphen" or "minus" or "horbar" => '-',
            "plus" => '+',
            "lpar" => '(',
            "rpar" => ')',
            "sol" => '/',
            "num" => '#',
            "amp" => '&',
            "Tab" or "NewLine" => ' ',
            _ => '\0',
        };
        return character == '\0' ? default : (character, end + 1);
    }

    /// <summary><c>\u0031</c>, <c>\u{31}</c>, <c>\x31</c>, <c>\n</c> of a program; a backslash before punctuation is Markdown's.</summary>
    private static (int Rune, int Length) Backslash(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length)
        {
            return default;
        }

        if (text[at + 1] == 'u' && at + 2 < text.Length && text[at + 2] == '{')
        {
            var end = text.Slice(at, Math.Min(11, text.Length - at)).IndexOf('}');
            return end > 3 && Hexadecimal(text[(at + 3)..(at + end)]) is >= 0 and var far ? (far, end + 1) : default;
        }

        var length = text[at + 1] switch { 'u' => 4, 'x' => 2, _ => 0 };
        if (length > 0 && at + 2 + length <= text.Length && Hexadecimal(text.Slice(at + 2, length)) is >= 0 and var rune)
        {
            if (char.IsHighSurrogate((char)rune) && at + 12 <= text.Length && text.Slice(at + 6, 2) is "\\u"
                && Hexadecimal(text.Slice(at + 8, 4)) is >= 0xDC00 and <= 0xDFFF and var low)
            {
                return (char.ConvertToUtf32((char)rune, (char)low), 12);
            }

            return (rune, 2 + length);
        }

        return text[at + 1] is 'n' or 'r' or 't' ? (' ', 2) : char.IsAsciiLetterOrDigit(text[at + 1]) ? default : (0x200B, 1);
    }

    /// <summary>RFC 3986: what the octets spell in UTF-8, where that can be part of a number, an address or a name.</summary>
    private static (int Rune, int Length) Percent(ReadOnlySpan<char> text, int at)
    {
        Span<byte> octets = stackalloc byte[4];
        var count = 0;
        while (count < 4 && at + (3 * count) + 3 <= text.Length && text[at + (3 * count)] == '%'
            && Hexadecimal(text.Slice(at + (3 * count) + 1, 2)) is >= 0 and var octet)
        {
            octets[count++] = (byte)octet;
        }

        return count > 0 && Rune.DecodeFromUtf8(octets[..count], out var rune, out var used) == System.Buffers.OperationStatus.Done
            && rune.Value >= ' '
            ? (rune.Value, 3 * used)
            : default;
    }

    private static int Hexadecimal(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : -1;
}
