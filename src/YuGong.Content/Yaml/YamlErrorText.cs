namespace YuGong.Content.Yaml;

/// <summary>What YamlDotNet says, as an editor would say it. A sentence that is not here stays as it is. No full stop at the end.</summary>
internal static class YamlErrorText
{
    private static readonly (string Theirs, string Ours)[] Sentences =
    [
        ("Mapping values are not allowed", "值里又有一个“: ”"),
        ("found invalid mapping", "值里又有一个“: ”"),
        ("Mapping keys are not allowed", "这里不能写键"),
        ("did not find expected key", "这一行的缩进和上面对不上"),
        ("did not find expected '-' indicator", "列表里这一行没有和上面的 - 对齐"),
        ("Block sequence entries are not allowed", "这里不能开始一个列表(- 前面的缩进不对)"),
        ("Anchor before sequence entry", "这里不能开始一个列表(- 前面的缩进不对)"),
        ("did not find expected ',' or '}'", "花括号没有关上,或者少了逗号"),
        ("did not find expected ',' or ']'", "方括号没有关上,或者少了逗号"),
        ("did not find expected node content", "逗号或括号前面少了值"),
        ("could not find expected ':'", "这一行没有冒号"),
        ("invalid tab as indentation", "缩进用了制表符(Tab),要用空格"),
        ("tab character that violate indentation", "缩进用了制表符(Tab),要用空格"),
        ("character that cannot start any token", "这个符号不能开头:文字加上引号,缩进用空格"),
        ("found unexpected end of stream", "引号没有关上"),
        ("found unexpected document indicator", "引号没有关上"),
        ("wrong indentation", "引号没有关上,或者引号里的下一行没有缩进"),
        ("found unknown escape character", "双引号里的反斜线后面写错了;照原样的文字用单引号"),
        ("expected hexadecimal number", "双引号里的反斜线后面写错了;照原样的文字用单引号"),
        ("found a comment between adjacent scalars", "一句话中间不能插注释"),
        ("Duplicate key", "同一个键写了两次"),
        ("did not find expected comment or line break", "| 和 > 后面要另起一行"),
        ("anchor", "& 和 * 开头的文字要加引号"),
        ("alias", "& 和 * 开头的文字要加引号"),
        ("tag", "! 开头的文字要加引号"),
        ("directive", "% 开头的文字要加引号"),
        ("Did not find expected <document start>", "这里多出一段,和上面不是一份数据"),
    ];

    /// <param name="message">With or without the position that the parser puts in front.</param>
    public static string Of(string message)
    {
        foreach (var (theirs, ours) in Sentences)
        {
            if (message.Contains(theirs, StringComparison.OrdinalIgnoreCase))
            {
                return ours;
            }
        }

        var end = message.LastIndexOf("): ", StringComparison.Ordinal);
        return (end < 0 ? message : message[(end + 3)..]).TrimEnd('.');
    }
}
