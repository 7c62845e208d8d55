using YuGong.Text;

namespace YuGong.Content.Yaml;

/// <summary>What YamlDotNet says, as an editor would say it. A sentence that is not here stays as it is. No full stop at the end.</summary>
internal static class YamlErrorText
{
    private static readonly (string Theirs, Phrase Ours)[] Sentences =
    [
        ("Mapping values are not allowed", new("值里又有一个“: ”", "another ': ' within a value")),
        ("found invalid mapping", new("值里又有一个“: ”", "another ': ' within a value")),
        ("Mapping keys are not allowed", new("这里不能写键", "no key can stand here")),
        ("did not find expected key", new("这一行的缩进和上面对不上", "the indentation does not fit the lines above")),
        ("did not find expected '-' indicator", new("列表里这一行没有和上面的 - 对齐", "this line of the list is not below the - above")),
        ("Block sequence entries are not allowed", new("这里不能开始一个列表(- 前面的缩进不对)", "no list can begin here (wrong indentation before the -)")),
        ("Anchor before sequence entry", new("这里不能开始一个列表(- 前面的缩进不对)", "no list can begin here (wrong indentation before the -)")),
        ("did not find expected ',' or '}'", new("花括号没有关上,或者少了逗号", "a brace is not closed, or a comma is missing")),
        ("did not find expected ',' or ']'", new("方括号没有关上,或者少了逗号", "a bracket is not closed, or a comma is missing")),
        ("did not find expected node content", new("逗号或括号前面少了值", "a value is missing before a comma or bracket")),
        ("could not find expected ':'", new("这一行没有冒号", "there is no colon in this line")),
        ("invalid tab as indentation", new("缩进用了制表符(Tab),要用空格", "indented by a tab: use blanks")),
        ("tab character that violate indentation", new("缩进用了制表符(Tab),要用空格", "indented by a tab: use blanks")),
        ("character that cannot start any token",
            new("这个符号不能开头:文字加上引号,缩进用空格", "this character cannot come first: quote text, indent by blanks")),
        ("found unexpected end of stream", new("引号没有关上", "a quotation mark is not closed")),
        ("found unexpected document indicator", new("引号没有关上", "a quotation mark is not closed")),
        ("wrong indentation", new("引号没有关上,或者引号里的下一行没有缩进", "a quotation mark is not closed, or the next line within is not indented")),
        ("found unknown escape character",
            new("双引号里的反斜线后面写错了;照原样的文字用单引号", "wrong after a backslash in double quotes; use single quotes for text as it is")),
        ("expected hexadecimal number",
            new("双引号里的反斜线后面写错了;照原样的文字用单引号", "wrong after a backslash in double quotes; use single quotes for text as it is")),
        ("found a comment between adjacent scalars", new("一句话中间不能插注释", "no comment can stand within a sentence")),
        ("Duplicate key", new("同一个键写了两次", "one key is written twice")),
        ("did not find expected comment or line break", new("| 和 > 后面要另起一行", "a new line must follow | and >")),
        ("anchor", new("& 和 * 开头的文字要加引号", "text that begins with & or * must be quoted")),
        ("alias", new("& 和 * 开头的文字要加引号", "text that begins with & or * must be quoted")),
        ("tag", new("! 开头的文字要加引号", "text that begins with ! must be quoted")),
        ("directive", new("% 开头的文字要加引号", "text that begins with % must be quoted")),
        ("Did not find expected <document start>",
            new("这里多出一段,和上面不是一份数据", "something more stands here that does not belong to the data above")),
    ];

    /// <param name="message">With or without the position that the parser puts in front.</param>
    public static Phrase Of(string message)
    {
        foreach (var (theirs, ours) in Sentences)
        {
            if (message.Contains(theirs, StringComparison.OrdinalIgnoreCase))
            {
                return ours;
            }
        }

        var end = message.LastIndexOf("): ", StringComparison.Ordinal);
        var theirOwn = (end < 0 ? message : message[(end + 3)..]).TrimEnd('.');
        return new(theirOwn, theirOwn);
    }
}
