using System.Text;
using System.Text.RegularExpressions;
using YuGong.Text;

namespace YuGong.Tests.Findings;

/// <summary>Writes docs/diagnostics from the rules and their examples, so that the pages are what the program says.</summary>
internal static partial class DiagnosticsPages
{
    /// <summary>The entry's own promise makes these graver (see docs/content.md, 真实性关口).</summary>
    private static bool IsGate(Rule rule) =>
        string.CompareOrdinal(rule.Code, "YG190") >= 0 && string.CompareOrdinal(rule.Code, "YG195") <= 0;

    public static string Index(IReadOnlyList<(string Room, int Hundred, IReadOnlyList<Rule> Rules)> rooms)
    {
        var text = new StringBuilder("# 发现一览\n\n`./yugong check` 会说的每一句话。每页说明为什么有这条规则、怎么改,并附一个能重现的例子;")
            .Append("例子是 `tests/YuGong.Tests/Findings/` 里的测试,这些页由测试写成(`YUGONG_ACCEPT=1`),请不要手改。\n\n")
            .Append("错误必须改好才能发布;警告应当改;说明只是让人知道。\n\n")
            .Append("Every finding of `./yugong check`, with its reason, its remedy and an example. "
                + "These pages are written by the tests.\n");
        foreach (var (room, hundred, rules) in rooms)
        {
            text.Append("\n## ").Append(room).Append("(YG").Append(hundred).Append("xx)\n\n| | 程度 | 标题 | English |\n|---|---|---|---|\n");
            foreach (var rule in rules.OrderBy(r => r.Code, StringComparer.Ordinal))
            {
                text.Append($"| [{rule.Code}]({rule.Code}.md) | {SeverityName(rule.Severity)} | {rule.Title.Zh} | {rule.Title.En} |\n");
            }
        }

        return text.ToString();
    }

    /// <param name="examples">The first is the rule's own.</param>
    public static string Page(Rule rule, IReadOnlyList<Example> examples)
    {
        var text = new StringBuilder($"# {rule.Code} {rule.Title.Zh}\n\n**{SeverityName(rule.Severity)}**")
            .Append(rule.Severity switch
            {
                Severity.Error => ":改好之前不发布。",
                _ when IsGate(rule) => ":这个条目不发布,别的照常;它写着 `status: published` 时是错误。",
                Severity.Warning => ":应当改,不拦发布。",
                _ => ":只是让人知道。",
            }).Append("\n\n> ")
            .Append(Open(rule.Message.Zh)).Append("\n\n**为什么** ").Append(rule.Why.Zh).Append("\n\n**怎么办** ")
            .Append(OnlyDetail(rule.Hint.Zh) ? "提示随情形而定,见例子。" : Open(rule.Hint.Zh)).Append('\n');
        foreach (var example in examples)
        {
            text.Append(example == examples[0] ? "\n## 例子\n\n" : "\n## 又一例\n\n").Append(example.Comment.Trim()).Append('\n');
            foreach (var section in example.Input)
            {
                Show(text, section);
            }

            var how = example.Findings.How;
            var command = rule.Code[2] == '7' ? "desk" : how == "posters" || how.StartsWith("build", StringComparison.Ordinal)
                || how.Split(' ')[0] is "leads" or "article" or "book" or "import" ? how : how.Length > 0 ? "build" : "check";
            text.Append($"\n`./yugong {command}` 这样说:\n");
            Fence(text, "text", example.Findings.Text);
        }

        return text.Append($"\n---\n\n**{rule.Title.En}** ({rule.Severity.ToString().ToLowerInvariant()}). {Open(rule.Message.En)} ")
            .Append(OnlyDetail(rule.Hint.En) ? "What to do depends on the case; see the example. " : Open(rule.Hint.En).TrimEnd() + " ")
            .Append("*Why:* ").Append(rule.Why.En).Append('\n').ToString();
    }

    private static void Show(StringBuilder text, Section section)
    {
        var (how, value) = section.How.Split(": ", 2) is [var a, var b] ? (a, b) : (section.How, "");
        var what = how switch
        {
            "" when section.Path == "build" => "先构建一次,然后:",
            "" when section.Path == "leads" => "先运行(`./yugong leads …`):",
            "form" => $"征集表 `{section.Path}`,别的栏都填好了,这几栏是:",
            "edit" => $"`{section.Path}` 里改动的几行:",
            "bytes" => $"`{section.Path}` 以这些字节开头:`{value}`",
            "bytes after" => $"`{section.Path}` 以这些字节结尾:`{value}`",
            "body" => $"`{section.Path}`(正文从略):",
            "line breaks" => $"`{section.Path}`(每行以 {value} 结尾):",
            "size" => $"`{section.Path}`({value}):",
            "link" => $"`{section.Path}` 是一个符号链接,指到 `{value}`。",
            "gone" => $"没有 `{section.Path}`。",
            _ => $"`{section.Path}`" + (section.Text.Length == 0 ? "(空文件)" : ":"),
        };
        text.Append('\n').Append(what).Append('\n');
        if (section.Text.Length > 0)
        {
            Fence(text, how == "edit" ? "diff" : LanguageOf(section.Path), section.Text);
        }
    }

    private static string LanguageOf(string path) => Path.GetExtension(path) switch
    {
        ".md" => "markdown",
        ".json" => "json",
        ".yaml" => "yaml",
        ".scriban" => "scriban",
        _ => "text",
    };

    private static void Fence(StringBuilder text, string language, string lines) =>
        text.Append("\n````").Append(language).Append('\n').Append(lines.TrimEnd('\n')).Append("\n````\n");

    private static string SeverityName(Severity severity) =>
        severity switch { Severity.Error => "错误", Severity.Warning => "警告", _ => "说明" };

    /// <summary>The sentence with dots where a finding puts its details.</summary>
    private static string Open(string words) =>
        Placeholder().Replace(words, "…").Replace("{{", "{").Replace("}}", "}").Replace("<", "\\<").Replace("*", "\\*");

    private static bool OnlyDetail(string words) => words == "{0}" || words == "{1}" || words == "{2}" || words == "{3}";

    [GeneratedRegex("(?<!\\{)\\{[0-9]\\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
