using System.Text;

namespace YuGong.Posters.Typesetting;

/// <summary>
/// What a character is to a line: the line breaking classes of Unicode (UAX #14) that occur in Chinese text, with the marks of CLREQ told
/// apart where CLREQ treats them apart.
/// </summary>
internal enum Kind
{
    /// <summary>Han characters and everything else that stands in a square of its own.</summary>
    Han,
    Letter,
    Digit,
    Space,
    NoBreakSpace,
    NewLine,

    /// <summary>开始括号、开始引号、开始书名号.</summary>
    Opening,

    /// <summary>结束括号、结束引号、结束书名号、顿号、逗号、句号.</summary>
    Closing,

    /// <summary>冒号、分号、々: may not begin a line.</summary>
    NonStarter,

    /// <summary>叹号、问号.</summary>
    Exclamation,

    /// <summary>Full stop, comma and colon of Western text.</summary>
    Infix,

    /// <summary>A quotation mark of Western text, which says not which side it is on.</summary>
    Quote,

    /// <summary>间隔号.</summary>
    Middle,

    /// <summary>破折号: each half of ——.</summary>
    Dash,

    /// <summary>省略号: each half of ……, and other leaders.</summary>
    Ellipsis,

    /// <summary>连接号 ～ and –: a line may break behind them only.</summary>
    Connector,
    Hyphen,
    Slash,

    /// <summary>￥ $ № before a number.</summary>
    Prefix,

    /// <summary>% ‰ ℃ behind a number.</summary>
    Postfix,

    /// <summary>Combining marks and joiners belong to what stands before them.</summary>
    Mark,
}

internal static class Kinds
{
    private const string Openings = "（「『《〈【〖〔［｛〘〚｟([{“‘";
    private const string Closings = "）」』》〉】〗〕］｝〙〛｠)]}”’、，。．｡､";
    private const string NonStarters = "：；々〻ーゝゞヽヾ〜゠‼⁇⁈⁉ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";
    private const string Prefixes = "$￥£€¥№+±\\";
    private const string Postfixes = "%％‰℃℉°′″¢";

    public static Kind Of(Rune rune)
    {
        if (rune.IsBmp)
        {
            var c = (char)rune.Value;
            if (c is >= '0' and <= '9')
            {
                return Kind.Digit;
            }

            if (c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))
            {
                return Kind.Letter;
            }

            switch (c)
            {
                case ' ' or '\t':
                    return Kind.Space;
                case '\u00A0' or '\u2060' or '\u202F':
                    return Kind.NoBreakSpace;
                case '\n':
                    return Kind.NewLine;
                case '！' or '？' or '!' or '?':
                    return Kind.Exclamation;
                case '.' or ',' or ':' or ';':
                    return Kind.Infix;
                case '"' or '\'':
                    return Kind.Quote;
                case '·' or '•' or '・' or '‧':
                    return Kind.Middle;
                case '—' or '―' or '⸺':
                    return Kind.Dash;
                case '…' or '⋯' or '‥':
                    return Kind.Ellipsis;
                case '～' or '–':
                    return Kind.Connector;
                case '-' or '‐':
                    return Kind.Hyphen;
                case '/' or '／':
                    return Kind.Slash;
                default:
                    break;
            }

            var known = Openings.Contains(c) ? Kind.Opening : Closings.Contains(c) ? Kind.Closing : NonStarters.Contains(c)
                ? Kind.NonStarter
                : Prefixes.Contains(c) ? Kind.Prefix : Postfixes.Contains(c) ? Kind.Postfix : (Kind?)null;
            if (known is { } kind)
            {
                return kind;
            }
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
                or System.Globalization.UnicodeCategory.EnclosingMark or System.Globalization.UnicodeCategory.Format => Kind.Mark,
            _ when IsWide(rune.Value) => Kind.Han,
            _ => Kind.Letter,
        };
    }

    /// <summary>Whether a character stands in a square of its own (East Asian Width W or F, by blocks).</summary>
    public static bool IsWide(int c) =>
        c is (>= 0x2E80 and <= 0x4DBF) or (>= 0x4E00 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF)
            or (>= 0x20000 and <= 0x3FFFD);

    /// <summary>Letters, digits and what belongs to words of another script.</summary>
    public static bool IsWestern(Kind kind) =>
        kind is Kind.Letter or Kind.Digit or Kind.Infix or Kind.Quote or Kind.Hyphen or Kind.Slash or Kind.Prefix or Kind.Postfix;
}
