using System.Globalization;

namespace YuGong.Text.Intake;

/// <summary>What people call a character that they cannot see: its number, as one looks it up, and its name.</summary>
public static class CharacterName
{
    /// <summary>Names of the ASCII controls (Unicode, NameAliases.txt).</summary>
    private static readonly string[] Controls =
    [
        "NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION", "ENQUIRY", "ACKNOWLEDGE", "BELL", "BACKSPACE",
        "TABULATION", "LINE FEED", "LINE TABULATION", "FORM FEED", "CARRIAGE RETURN", "SHIFT OUT", "SHIFT IN", "DATA LINK ESCAPE",
        "DEVICE CONTROL ONE", "DEVICE CONTROL TWO", "DEVICE CONTROL THREE", "DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE",
        "SYNCHRONOUS IDLE", "END OF TRANSMISSION BLOCK", "CANCEL", "END OF MEDIUM", "SUBSTITUTE", "ESCAPE", "FILE SEPARATOR",
        "GROUP SEPARATOR", "RECORD SEPARATOR", "UNIT SEPARATOR",
    ];

    /// <param name="code">A code point, or half of a pair.</param>
    public static Phrase Of(int code)
    {
        var number = "U+" + code.ToString("X4", CultureInfo.InvariantCulture);
        var name = NameOf(code);
        return new($"{number} {name.Zh}", $"{number} {name.En}");
    }

    private static Phrase NameOf(int code) => code switch
    {
        0x08 => new("退格符", "BACKSPACE"),
        0x0B => new("软回车", "LINE TABULATION"),
        0x0C => new("分页符", "FORM FEED"),
        0x1B => new("转义符", "ESCAPE"),
        < 0x20 => new($"控制符 {Controls[code]}", $"{Controls[code]}"),
        0x7F => new("删除符", "DELETE"),
        0x85 => new("下一行", "NEXT LINE"),
        <= 0x9F and >= 0x80 => new("控制符", "CONTROL"),
        0xAD => new("软连字符", "SOFT HYPHEN"),
        0x200B => new("零宽空格", "ZERO WIDTH SPACE"),
        0x200C => new("零宽不连字", "ZERO WIDTH NON-JOINER"),
        0x200D => new("零宽连字", "ZERO WIDTH JOINER"),
        0x2028 => new("行分隔符", "LINE SEPARATOR"),
        0x2029 => new("段分隔符", "PARAGRAPH SEPARATOR"),
        0x2060 => new("字连接符", "WORD JOINER"),
        0xFEFF => new("零宽不换行空格(BOM)", "ZERO WIDTH NO-BREAK SPACE"),
        0x3000 => new("全角空格", "IDEOGRAPHIC SPACE"),
        0xA0 => new("不换行空格", "NO-BREAK SPACE"),
        0xFFFC => new("图片的位置", "OBJECT REPLACEMENT CHARACTER"),
        0xFFFD => new("丢了的字", "REPLACEMENT CHARACTER"),
        0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => new("文字方向符", "DIRECTION MARK"),
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => new("异体选择符", "VARIATION SELECTOR"),
        (>= 0x2E80 and <= 0x2FD5) => new("部首", "RADICAL"),
        (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F) => new("兼容字", "COMPATIBILITY IDEOGRAPH"),
        (>= 0xD800 and <= 0xDFFF) => new("半个字", "HALF OF A PAIR"),
        (>= 0xE000 and <= 0xF8FF) or >= 0xF0000 => new("字体自造的字", "PRIVATE USE CHARACTER"),
        _ when (code & 0xFFFE) == 0xFFFE || code is >= 0xFDD0 and <= 0xFDEF => new("不是字符", "NONCHARACTER"),
        _ => new("没有宽度的字符", "CHARACTER WITHOUT WIDTH"),
    };
}
