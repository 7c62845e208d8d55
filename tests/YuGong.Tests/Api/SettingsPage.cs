using System.Text;
using YuGong.Cli;
using YuGong.Content.Schemas;

namespace YuGong.Tests.Api;

/// <summary>docs/settings.md: every key of every file about the whole site, from the table that reading checks by.</summary>
internal static class SettingsPage
{
    public static string Write()
    {
        var page = new StringBuilder("""
            # 设置:整个网站的文件,一键一行

            本页由程序的键表写成(`tests/YuGong.Tests/Api/SettingsPage.cs`),和检查、`yugong schemas` 写的 JSON Schema 是同一张表:
            写错的键(YG130,带“是不是想写……”)、缺的键(YG131)、不对的写法(YG133 等)都指出文件、行、列。

            **编辑器补全。** `yugong schemas` 把这些写成 `input/.schemas/*.json`,并在没有的时候写一份 `.vscode/settings.json`:
            VS Code 打开项目就认得(YAML 要装 redhat.vscode-yaml)。别的编辑器:
            JSON 文件里写 `"$schema": "./input/.schemas/statiq.json"`(`statiq.json` 和 `theme.json` 都收这个键),
            YAML 文件第一行写 `# yaml-language-server: $schema=.schemas/call.json`。

            条目的前置数据见 [content.md](content.md),`theme.json` 怎样用见 [themes.md](themes.md)。


            """.ReplaceLineEndings("\n"));
        foreach (var file in SchemasCommand.Files)
        {
            page.Append($"## {file.Title} `{file.Path}`\n\n{file.Purpose}{(file.IsList ? "文件是一列,每一项:" : "")}\n\n");
            page.Append("| 键 | 必填 | 写法 | 意思 |\n|---|---|---|---|\n");
            Rows(page, "", file.Schema);
            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Rows(StringBuilder page, string before, ISchema schema)
    {
        foreach (var key in schema.Keys)
        {
            var (inner, form, mark) = key.Shape switch
            {
                ISchema keys => (keys, "键: 值", ""),
                IListShape { Item: ISchema keys } => (keys, "一列", "[]"),
                var shape => ((ISchema?)null, Cell(shape.Form.Zh), ""),
            };
            var meaning = key.Hint.StartsWith(key.Label, StringComparison.Ordinal) ? key.Hint : $"{key.Label}:{key.Hint}";
            page.Append($"| `{before}{key.Name}` | {(key.Required ? "✓" : "")} | {form} | {Cell(meaning)} |\n");
            if (inner is not null)
            {
                Rows(page, $"{before}{key.Name}{mark}.", inner);
            }
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
