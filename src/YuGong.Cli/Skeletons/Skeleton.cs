using System.Text;
using YuGong.Content;
using YuGong.Content.Schemas;

namespace YuGong.Cli;

/// <summary>A new entry's file, written from the content model: every key with its label and what to write, required ones open.</summary>
internal static class Skeleton
{
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["story"] = "## 小标题\n\n正文 600 到 1200 字，一句话一个依据，写完在句后注明来源[@s1]。\n",
        ["object"] = "写它是什么、怎么来的、今天在哪里。\n",
        ["dialogue"] = "采写手记（可选）。问答写在上面的 exchanges 里。\n",
        ["video"] = "文字稿：影片里说了什么，照录。\n",
        ["news"] = "发生了什么，在哪里，谁做的。只写来源里有的。\n",
        ["page"] = "## 小标题\n\n正文。\n",
    };

    /// <param name="words">Whose own vocabularies are keys too.</param>
    /// <param name="known">Values already known, as they stand in YAML, by key.</param>
    /// <param name="head">Comments for the head of the file, each line with its mark.</param>
    /// <param name="body">Null for what the kind's body is to say.</param>
    public static string Write(string kind, string id, Taxonomies words,
        IReadOnlyDictionary<string, string>? known = null, string head = "", string? body = null)
    {
        var schema = EntrySchemas.All.First(s => s.Name == kind);
        var text = new StringBuilder("---\n").Append(head).Append("# 带 * 的键必填;其余用到才去掉前面的 #。说明见 docs/content.md。\n");
        foreach (var key in schema.Keys.Concat(VocabularyKeys.For(words, kind)))
        {
            var value = key.Name switch { "id" => id, "status" => "draft", _ => known?.GetValueOrDefault(key.Name) };
            var mark = key.Required ? "*" : "";
            text.Append("# ").Append(mark).Append(key.Label).Append(':').Append(key.Hint).Append('\n')
                .Append(key.Required || value is not null ? "" : "# ").Append(key.Name).Append(':')
                .Append(value is null ? "" : value.StartsWith('\n') ? value : " " + value).Append('\n');
        }

        return text.Append("---\n\n").Append(body ?? Bodies[kind]).ToString();
    }
}
