using YuGong.Text;

namespace YuGong.Api;

/// <summary>What can be wrong with the API, the feeds and the search.</summary>
public static class ApiRules
{
    public static Rule NoTables { get; } = new(
        "YG401",
        Severity.Note,
        new("没有拼音表和繁简表", "No tables for pinyin and Traditional characters"),
        new("找不到 {0};搜索照常,但不认拼音和繁体。", "{0} was not found; the search works, without pinyin and Traditional characters."),
        new($"在 {{1}} 运行 npm ci --ignore-scripts;{CommandName.Value} 会自动做。",
            $"Run npm ci --ignore-scripts in {{1}}; {CommandName.Value} does it by itself."),
        new("这两张表来自 npm 包,不放进仓库。", "The tables come from npm packages, not from the repository."));
}
