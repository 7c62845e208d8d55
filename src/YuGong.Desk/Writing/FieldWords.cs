using System.Text.Json.Nodes;
using YuGong.Content;
using YuGong.Content.Schemas;

namespace YuGong.Desk;

/// <summary>A value of a form as people say it: names for ids, dates in Chinese, a group as lines of its own.</summary>
/// <param name="names">The name of an entry of a kind by its id; null for one that is not there.</param>
public sealed class FieldWords(Taxonomies taxonomies, Func<string, string, string?> names)
{
    /// <summary>Titles of the entry's sources by their ids; a source that is not among them is called by its id.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Empty for nothing. Members of a group stand on lines of their own, members of a list between 、.</summary>
    public string Of(IShape? shape, JsonNode? value) => (shape, value) switch
    {
        (_, null) => "",
        (ISchema schema, JsonObject map) => string.Join('\n', Members(schema, map)),
        (IListShape { Item: ISchema } list, JsonArray items) => string.Join("\n\n", items.Select(i => Of(list.Item, i))),
        (IListShape list, JsonArray items) => string.Join('、', items.Select(i => Of(list.Item, i)).Where(w => w.Length > 0)),
        (_, JsonArray parts) => string.Join(", ", parts.Select(TextOf)),
        (_, JsonObject map) => string.Join('\n', map.Select(m => $"{m.Key}：{Of(null, m.Value)}")),
        _ => Plain(shape, TextOf(value)),
    };

    /// <summary>Of a value that is one text; empty for any other.</summary>
    public static string TextOf(JsonNode? value) => value is JsonValue said && said.TryGetValue<string>(out var words) ? words : "";

    private string Plain(IShape? shape, string words) => shape switch
    {
        _ when words.Length == 0 => "",
        IWordsShape choice => choice.NamedIn(taxonomies).FirstOrDefault(c => c.Word == words).Name ?? words,
        IEntryShape entry => names(entry.Kind, words) ?? words,
        _ when shape == Shapes.Reference => Sources.GetValueOrDefault(words, words),
        _ when shape == Shapes.Flag => words == "true" ? "是" : "否",
        _ when shape == Shapes.Date || shape == Shapes.Day || shape == Shapes.PastDay => SpokenDate.Shown(words),
        _ => words,
    };

    private IEnumerable<string> Members(ISchema schema, JsonObject map)
    {
        foreach (var key in schema.Keys.Where(k => k.Name != HeaderKeys.Id.Name))
        {
            if (Of(key.Shape, map[key.Name]) is { Length: > 0 } words)
            {
                yield return $"{key.Label}：{words.Replace("\n", "；", StringComparison.Ordinal)}";
            }
        }
    }
}
