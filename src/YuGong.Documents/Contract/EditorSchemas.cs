using System.Text.Json.Nodes;
using YuGong.Content;
using YuGong.Content.Schemas;

namespace YuGong.Documents.Contract;

/// <summary>
/// The keys that people write – front matter, and the files about the whole site – as JSON Schema 2020-12 for editor programs with
/// completion. Written from the content model, the vocabularies included, so that a word that is not in them is underlined while it is
/// typed.
/// </summary>
public static class EditorSchemas
{
    /// <summary>Of the front matter, by the kind of entry.</summary>
    public static IEnumerable<(string Name, string Json)> OfEntries(Taxonomies taxonomies) =>
        EntrySchemas.All.Select(s => (s.Name, Whole(s.Name, "前置数据", OfKeys(s, taxonomies))));

    public static string Of(SiteFile file) => Whole(file.Title, file.Purpose, Of(file.Shape, Taxonomies.Empty));

    private static string Whole(string title, string description, JsonObject shape)
    {
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = title,
            ["description"] = description,
            ["$comment"] = "由内容模型和词表写成:yugong schemas。不要手改。",
        };
        foreach (var (name, value) in shape)
        {
            whole[name] = value?.DeepClone();
        }

        return Schemas.Text(whole);
    }

    private static JsonObject OfKeys(ISchema schema, Taxonomies taxonomies) => new()
    {
        ["type"] = "object", ["properties"] = Properties(schema, taxonomies),
        ["required"] = new JsonArray([.. schema.Keys.Where(k => k.Required).Select(k => (JsonNode)k.Name)]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Properties(ISchema schema, Taxonomies taxonomies)
    {
        var properties = new JsonObject();
        foreach (var key in schema.Keys.Concat(VocabularyKeys.For(taxonomies, schema.Name)))
        {
            var value = Of(key.Shape, taxonomies);
            value["title"] = key.Label;
            value["description"] = key.Hint;
            properties[key.Name] = value;
        }

        return properties;
    }

    private static JsonObject Of(IShape shape, Taxonomies taxonomies) => shape switch
    {
        ISchema inner => OfKeys(inner, taxonomies),
        IListShape list => new() { ["type"] = "array", ["items"] = Of(list.Item, taxonomies) },
        IWordsShape words => new() { ["enum"] = new JsonArray([.. words.WordsIn(taxonomies).Select(w => (JsonNode)w)]) },
        _ when shape == Shapes.Flag => new() { ["type"] = "boolean" },
        _ when shape == Shapes.Number => new() { ["type"] = "integer" },
        _ when shape == Shapes.Day || shape == Shapes.PastDay =>
            new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
        IDecimalShape => new() { ["type"] = "number" },
        IPairShape =>
            new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 2, ["maxItems"] = 2 },
        IPartShape =>
            new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 4, ["maxItems"] = 4 },
        _ when shape == Shapes.Anything => [],
        _ => new() { ["type"] = new JsonArray("string", "number") },
    };
}
