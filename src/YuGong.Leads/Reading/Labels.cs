namespace YuGong.Leads;

/// <summary>Knows the form's labels however they are written: spread with blanks, with a colon, with a remark in brackets.</summary>
internal static class Labels
{
    private static readonly Dictionary<string, Field> Known = LeadFormFields.All
        .SelectMany(f => f.AlsoWritten.Prepend(f.Label).Select(label => (Label: Words.Bare(label), f.Field)))
        .DistinctBy(x => x.Label).ToDictionary(x => x.Label, x => x.Field, StringComparer.Ordinal);

    private static readonly int Longest = Known.Keys.Max(k => k.Length);

    /// <summary>Characters in which a label stands, spread with blanks or not; what is behind them is an answer.</summary>
    private const int Head = 120;

    /// <summary>The printed hints of the annex, which are not what anybody said.</summary>
    private static readonly string[] Hints =
    [
        "以简洁文字阐述人物主要工作经历关键项目参与情况突出贡献及感人故事500800字为宜", "以简洁文字阐述人物主要工作经历关键项目参与情况突出贡献及感人故事",
        "标注故事最具代表性的特质如攻坚克难创新突破等可说明是否有相关实物线索老图纸工具照片等", "500800字为宜", "500800字",
        "可说明是否有相关实物线索老图纸工具照片等", "点击或点按此处输入文字", "单击或点击此处输入文字", "单击此处输入文字",
    ];

    /// <summary>The label a cell is, with what stands in the same cell behind it.</summary>
    public static (Field Field, string Behind)? Of(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var narrow = Words.Narrow(text);
        if (Known.TryGetValue(Words.Bare(narrow.Length > 60 ? narrow[..60] : narrow), out var whole) && narrow.Length <= 60)
        {
            return (whole, "");
        }

        // “姓名:测试甲”, “核心事迹简介(500-800字)”, “核心事迹简介” and the text on the lines below it.
        var (bare, end, found) = ("", 0, ((Field, int)?)null);
        for (; end < Math.Min(narrow.Length, Head) && bare.Length < Longest; end++)
        {
            if (char.IsLetterOrDigit(narrow[end]))
            {
                bare += narrow[end];
            }

            if (Known.TryGetValue(bare, out var field) && Stops(narrow, end + 1))
            {
                found = (field, end + 1);
            }
        }

        if (found is not var (label, from))
        {
            return null;
        }

        var rest = narrow[from..].TrimStart(' ');
        if (rest.StartsWith('(') && rest.IndexOf(')') is > 0 and < 40 and var close)
        {
            rest = rest[(close + 1)..].TrimStart(' ');
        }

        // What follows counts in the text as it was written, from the same place at its end.
        rest = rest.TrimStart(':', ' ', '\n');
        return (label, WithoutHints(text.Length >= rest.Length ? Tail(text, narrow, rest) : rest));
    }

    /// <summary>The field's words without the hint that is printed in its cell.</summary>
    public static string WithoutHints(string text)
    {
        foreach (var hint in Hints)
        {
            text = Without(text, hint);
        }

        return text.Trim();
    }

    public static bool IsHint(string text) => text.Length > 0 && Words.Bare(WithoutHints(text)).Length == 0;

    private static bool Stops(string narrow, int at)
    {
        var rest = narrow.AsSpan(at)[..Math.Min(narrow.Length - at, Head)].TrimStart(' ');
        return rest.IsEmpty || rest[0] is ':' or '\n' or '(';
    }

    private static string Tail(string text, string narrow, string rest) =>
        narrow.Length == text.Length ? text[(text.Length - rest.Length)..] : rest;

    private static string Without(string text, string hint)
    {
        // Find the hint's letters in order, whatever punctuation and breaks stand between them.
        for (var start = 0; start < text.Length; start++)
        {
            if (Words.Narrow(text[start]) != hint[0])
            {
                continue;
            }

            var (at, matched) = (start, 0);
            for (; at < text.Length && matched < hint.Length; at++)
            {
                var c = Words.Narrow(text[at]);
                if (char.IsLetterOrDigit(c))
                {
                    if (c != hint[matched])
                    {
                        break;
                    }

                    matched++;
                }
            }

            if (matched == hint.Length)
            {
                while (at < text.Length && Words.Narrow(text[at]) is ')' or '。' or '.' or ';')
                {
                    at++;
                }

                while (start > 0 && Words.Narrow(text[start - 1]) == '(')
                {
                    start--;
                }

                return text[..start] + text[at..];
            }
        }

        return text;
    }
}
