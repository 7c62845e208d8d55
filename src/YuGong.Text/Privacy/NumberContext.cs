using System.Buffers;

namespace YuGong.Text.Privacy;

/// <summary>What the words around a number say that it is: a telephone, or a sum, a drawing, an address of a page.</summary>
/// <param name="form">Of the whole text.</param>
internal sealed class NumberContext(string text, TextForm form)
{
    private const int Reach = 16;
    private const int LongestAddress = 1024;

    /// <summary>Behind these a number is a means of reaching somebody.</summary>
    private static readonly string[] Contact =
    [
        "电话", "手机", "座机", "固话", "联系", "致电", "拨打", "热线", "传真", "号码", "咨询", "微信", "宅电", "来电", "短信", "電話", "手機", "聯繫",
        "tel", "phone", "mobile", "mob", "cell", "call", "sms", "fax", "whatsapp", "wechat", "weixin", "vx", "wx", "contact", "shouji",
        "dianhua", "sjh", "lxdh",
    ];

    /// <summary>Behind these it is the number of a thing.</summary>
    private static readonly string[] Things =
    [
        "编号", "图号", "图纸号", "档号", "档案号", "案卷", "卷号", "全宗", "流水号", "序列号", "序号", "单号", "订单", "票号", "合同号", "批号", "文号", "信用代码", "机构代码",
        "注册号", "专利", "登记号", "索书号", "索取号", "条码", "条形码", "标准号", "货号", "型号", "学号", "工号", "馆藏号", "藏品号", "账目", "代码", "编码", "桩号", "里程",
        "金额", "总额", "合计", "总计", "造价", "总投资", "投资", "产值", "价值", "人民币", "计", "共", "约", "达",
        "第", "合同", "货", "件号", "批次",
        "isbn", "issn", "doi", "no.", "sn", "cn", "gb/t", "gb", "rmb", "usd", "id", "jgj", "jgj/t", "jtg", "jtg/t", "dl/t", "sl", "tb",
        "cjj", "cecs", "astm", "iso", "hg", "yb", "sy",
    ];

    /// <summary>What may stand between the word for a thing and its number.</summary>
    private static readonly SearchValues<char> Strict = SearchValues.Create(" :=是为号第\t\"'([()");

    private static readonly string[] Units =
    [
        "元", "万", "亿", "吨", "亩", "千", "百", "公里", "公斤", "公顷", "米", "平方", "立方", "升", "度", "人", "次", "册", "字", "件", "株", "户", "台", "套", "座",
        "份",
        "条", "本", "卷", "页", "颗", "个", "倍", "年", "美元", "港元", "日元", "英镑", "瓦", "帕", "牛", "焦", "秒", "毫", "厘", "分米", "克", "斤", "担", "石", "里",
        "尺", "丈",
        "块", "片", "根", "道", "步", "遍", "张", "把", "辆", "艘", "架", "位数", "字节", "比特", "像素", "%", "‰", "℃", "°",
        "kg", "km", "kw", "mw", "gw", "wh", "m2", "m3", "mm", "cm", "m²", "m³", "pa", "mpa", "kn", "t", "hz", "px", "bytes", "byte", "kb",
        "mb", "gb", "ms", "yuan", "rmb",
    ];

    public bool IsContact(int start)
    {
        var before = Before(start);
        return Array.Exists(Contact, w => EndsWithWord(before, w, loose: true));
    }

    /// <summary>A sum, a measure, a part of an address or of a fingerprint, the number of a thing: nobody can be called by it.</summary>
    public bool IsSomethingElse(int start, int end) =>
        IsDecimal(start, end) || (!IsContact(start) && (HasUnit(end) || IsSum(start) || IsOfAThing(start) || IsBareInCode(start, end)))
        || IsInFingerprint(start, end) || (IsInAddress(start) && !IsParameter(start));

    /// <summary>3.13812345678 and 13812345678.5: with a point against a digit.</summary>
    private bool IsDecimal(int start, int end) =>
        (start >= 2 && text[start - 1] is '.' or ',' && char.IsAsciiDigit(text[start - 2]))
        || (end + 1 < text.Length && text[end] is '.' or ',' && char.IsAsciiDigit(text[end + 1]));

    private bool HasUnit(int end)
    {
        var at = SkipBlanks(end);
        at = at < text.Length && text[at] is '多' or '余' or '来' or '+' ? SkipBlanks(at + 1) : at;
        foreach (var unit in Units)
        {
            if (string.CompareOrdinal(text, at, unit, 0, unit.Length) == 0
                || (char.IsAsciiLetter(unit[0]) && string.Compare(text, at, unit, 0, unit.Length, StringComparison.OrdinalIgnoreCase) == 0))
            {
                var behind = at + unit.Length;
                if (!char.IsAsciiLetter(unit[^1]) || behind >= text.Length || !char.IsAsciiLetterOrDigit(text[behind]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsSum(int start)
    {
        var at = start - 1;
        while (at >= 0 && text[at] == ' ')
        {
            at--;
        }

        return at >= 0 && text[at] is '¥' or '$' or '€' or '£' or '#' or '№' or '≈' or '=' or '×' or '^'
            && !(text[at] == '=' && IsParameter(start));
    }

    private bool IsOfAThing(int start)
    {
        var before = Before(start);
        return Array.Exists(Things, w => EndsWithWord(before, w, loose: false)) || IsLetterDash(start);
    }

    /// <summary>KB-138-0012-3456, 施工图 T/138: letters and a dash before a number are the rest of a longer name.</summary>
    private bool IsLetterDash(int start)
    {
        if (start < 2 || text[start - 1] is not ('-' or '/' or '.') || !char.IsAsciiLetterOrDigit(text[start - 2]))
        {
            return false;
        }

        return char.IsAsciiLetter(text[start - 2]) && form != TextForm.Code && text[start - 1] == '-';
    }

    /// <summary><c>"size":13812345678,</c> in JSON: nobody keeps a telephone as a quantity, unless the key says so.</summary>
    private bool IsBareInCode(int start, int end)
    {
        var (before, behind) = (start - 1, SkipBlanks(end));
        while (before > 0 && text[before] is ' ' or '\n' or '-')
        {
            before--;
        }

        if (before < 1 || (form != TextForm.Code && !(text[before] == ':' && text[before - 1] == '"')))
        {
            return false;
        }

        if (text[before] == '*' && text[before - 1] == '/')
        {
            return false; // what stands in a comment was written by somebody
        }

        return text[before] is ':' or ',' or '[' or '=' or '(' or '+' or '*'
            && (behind >= text.Length || text[behind] is ',' or ']' or '}' or ';' or ')' or '\n' or '+' or '*');
    }

    /// <summary>A word of letters and several numbers is a fingerprint or a key; letters alone may have been put there to hide
    /// one.</summary>
    private bool IsInFingerprint(int start, int end)
    {
        var (from, to) = (start, end);
        while (from > 0 && IsWord(text[from - 1]))
        {
            from--;
        }

        while (to < text.Length && IsWord(text[to]))
        {
            to++;
        }

        var rest = string.Concat(text.AsSpan(from, start - from), text.AsSpan(end, to - end));
        return rest.Any(char.IsAsciiDigit) || IsUuid(from, to);
    }

    /// <summary>RFC 9562: 8-4-4-4-12, of which the last may look like a number.</summary>
    private bool IsUuid(int from, int to) =>
        to - from == 12 && from >= 24 && text[from - 1] == '-' && text[from - 6] == '-' && text[from - 11] == '-' && text[from - 16] == '-';

    /// <summary>In the address of a page, long numbers name articles.</summary>
    public bool IsInAddress(int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestAddress
            && text[start - 1] is > ' ' and <= '~' and not ('"' or '\'' or '<' or '>' or '`' or '|'))
        {
            start--;
        }

        var before = text.AsSpan(start, at - start);
        if (before.Contains("://", StringComparison.Ordinal) || before.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || before.Contains("10.", StringComparison.Ordinal) && before.Contains('/')
                || before.Contains("doi:", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var slash = before.IndexOf('/');
        var dot = slash < 0 ? -1 : before[..slash].LastIndexOf('.');
        return dot > 0 && slash - dot is >= 3 and <= 7 && !before[(dot + 1)..slash].ContainsAnyExceptInRange('A', 'z');
    }

    /// <summary><c>?tel=13812345678</c>: the address says itself what it gives away.</summary>
    private bool IsParameter(int start)
    {
        if (start == 0 || text[start - 1] is not ('=' or '/' or ':' or '+'))
        {
            return false;
        }

        var before = Before(start - (text[start - 1] == '+' ? 1 : 0)).TrimEnd('=', '/', ':', '+');
        return Array.Exists(Contact, w => before.EndsWith(w, StringComparison.OrdinalIgnoreCase))
            || before.EndsWith("wa.me", StringComparison.OrdinalIgnoreCase);
    }

    private string Before(int start) => text.Substring(Math.Max(0, start - Reach), Math.Min(Reach, start));

    /// <param name="loose">Other words may stand between, such as 请联系老王:; otherwise only a colon, a blank and 为, 是, 号.</param>
    private static bool EndsWithWord(ReadOnlySpan<char> before, string word, bool loose)
    {
        var at = before.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || (char.IsAsciiLetter(word[0]) && at > 0 && char.IsAsciiLetter(before[at - 1])))
        {
            return false;
        }

        var between = before[(at + word.Length)..];
        if (char.IsAsciiLetter(word[^1]) && between.Length > 0 && char.IsAsciiLetter(between[0]))
        {
            return false;
        }

        return loose ? between.Length <= 8 && !between.ContainsAny("。.;\n元") : !between.ContainsAnyExcept(Strict);
    }

    private int SkipBlanks(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\n')
        {
            at++;
        }

        return at;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c);
}
