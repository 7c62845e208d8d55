using System.Globalization;
using System.Text;

namespace YuGong.Content.Schemas;

/// <summary>Whether a text says anything: what cannot be seen is empty, and 待补 or N/A stands for what nobody wrote.</summary>
public static class Wording
{
    /// <summary>The longest placeholder, in folded characters; more is a sentence.</summary>
    private const int LongestPlaceholder = 6;

    /// <summary>Folded: without blanks and marks, half width, lower case.</summary>
    private static readonly HashSet<string> Placeholders = new(StringComparer.Ordinal)
    {
        "无", "空", "略", "从略", "同上", "同前", "见上", "没有", "无此项", "无资料", "无记录", "无来源", "无出处", "无标题", "无名称", "无档号",
        "无地址", "无内容", "无数据",
        "不详", "不明", "不知", "不知道", "不清楚", "不确定", "未知", "未详", "未明", "未定", "未填", "未写", "未核", "未核实", "未命名", "未署名", "未注明",
        "未提供", "未记录", "空白", "占位", "占位符", "标题", "出版者", "来源", "名称", "姓名", "文字", "内容", "某", "某某", "某某某", "某人", "某处", "某报", "某刊", "某单位", "甲乙丙",
        "na", "nil", "nul", "null", "none", "nothing", "tba", "tbd", "todo", "fixme", "test", "unknown", "undefined", "untitled", "empty",
        "blank",
        "placeholder",
        "loremipsum", "asdf", "qwerty", "foobar",
    };

    /// <summary>待补, 待核实, 暂无, 尚缺, 请填写 …: what begins so, and is as short, says that something is to come.</summary>
    private static readonly string[] Beginnings =
    [
        "待补", "待定", "待查", "待核", "待填", "待写", "待录", "待确认", "待完善", "待更新", "待提供", "待添加",
        "暂无", "暂缺", "暂不", "暂未", "暂定", "尚无", "尚未", "尚缺", "尚待", "请填", "请写", "此处填", "此处写", "这里填", "这里写",
        "需补", "需要补", "稍后补", "以后补", "回头补",
    ];

    /// <summary>Nothing that a reader could see: blanks of any width, zero-width and control characters, fillers.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsInvisible(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A letter of any script, and more than a placeholder.</summary>
    public static bool IsStatement(string text) => Has(text, Rune.IsLetter) && !IsPlaceholder(text);

    /// <summary>A letter or a digit, and more than a placeholder: a value, a shelf mark, the number of a book.</summary>
    public static bool IsNotation(string text) => Has(text, Rune.IsLetterOrDigit) && !IsPlaceholder(text);

    /// <summary>The text for comparing: half width, no blanks, no marks, lower case.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var runes = text.EnumerateRunes().GetEnumerator();
        while (NextFolded(ref runes) is { } rune)
        {
            folded.Append(rune);
        }

        return folded.ToString();
    }

    /// <summary>Whether two texts fold alike and leave something. Most texts differ early: nothing is made of them.</summary>
    public static bool FoldAlike(string a, string b)
    {
        var (one, other) = (a.EnumerateRunes().GetEnumerator(), b.EnumerateRunes().GetEnumerator());
        for (var length = 0; ; length++)
        {
            var (x, y) = (NextFolded(ref one), NextFolded(ref other));
            if (x != y)
            {
                return false;
            }

            if (x is null)
            {
                return length > 0;
            }
        }
    }

    private static Rune? NextFolded(ref StringRuneEnumerator runes)
    {
        while (runes.MoveNext())
        {
            if (Rune.IsLetterOrDigit(runes.Current) && !IsInvisible(runes.Current))
            {
                return Rune.ToLowerInvariant(Narrow(runes.Current));
            }
        }

        return null;
    }

    private static bool IsPlaceholder(string text)
    {
        // Room for a short word with marks around it; what is longer is a sentence.
        if (text.Length > 3 * LongestPlaceholder)
        {
            return false;
        }

        var folded = Fold(text);
        return Placeholders.Contains(folded)
            || IsOneOver(folded, "x") || IsOneOver(folded, "某") || IsOneOver(folded, "无")
            || (folded.Length <= LongestPlaceholder && Array.Exists(Beginnings, b => folded.StartsWith(b, StringComparison.Ordinal)));
    }

    /// <summary>XXX, 无无: one character and no other.</summary>
    private static bool IsOneOver(string folded, string character) =>
        folded.Length > 0 && folded.Replace(character, "", StringComparison.Ordinal).Length == 0;

    private static bool Has(string text, Func<Rune, bool> wanted)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (wanted(rune) && !IsInvisible(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>By hand: the program knows no culture, and so no tables for compatible forms.</summary>
    private static Rune Narrow(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E ? new(rune.Value - 0xFEE0) : rune;

    private static bool IsInvisible(Rune rune) => rune.Value switch
    {
        < 0x80 => rune.Value <= ' ' || rune.Value == 0x7F,
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 => true,
        >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
    };
}
