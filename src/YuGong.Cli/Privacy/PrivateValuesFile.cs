using System.CommandLine;
using YuGong.Content;
using YuGong.Text.Privacy;

namespace YuGong.Cli;

/// <summary>A file of values that must never be published, kept outside the project: a value a line, or kind, tab, value.</summary>
internal static class PrivateValuesFile
{
    public static Option<string?> Option()
    {
        var option = new Option<string?>("--private-values") { Description = Terminal.Words("一个文件,每行一个绝不能公开的值(或“种类<Tab>值”);放在项目之外",
            "A file with one value a line that must never be public (or kind<Tab>value); kept outside the project") };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !File.Exists(result.Tokens[0].Value))
            {
                result.AddError(Terminal.Words($"--private-values:没有文件 {result.Tokens[0].Value}。",
                    $"--private-values: there is no file {result.Tokens[0].Value}."));
            }
        });
        return option;
    }

    public static IReadOnlyList<PrivateValue> Read(string? path) => path is null ? [] :
    [
        .. PlainFile.Lines(path).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t', 2))
            .Select(parts => parts.Length == 2
                ? new PrivateValue(parts[0].Trim(), parts[1].Trim()) : new PrivateValue(PrivateValue.Unnamed, parts[0])),
    ];
}
