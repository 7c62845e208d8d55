using System.Text.Json.Nodes;
using YuGong.Content;
using YuGong.Content.Schemas;

namespace YuGong.Desk;

/// <summary>A key of the content model as a field of a form: the shape of its values decides the widget.</summary>
public sealed class DeskFields(Taxonomies taxonomies)
{
    /// <summary>What an id may be, for the form; the rule itself is <see cref="Slug"/>.</summary>
    private const string IdPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    public JsonNode Of(IKey key) => Of(key, key.Required);

    /// <summary>The Markdown, as plain text: the rich editor would rewrite footnotes and tables.</summary>
    public static JsonNode Body(ISchema schema) => new JsonObject
    {
        ["name"] = "body", ["label"] = schema == EntrySchemas.Video ? "文字稿" : "正文", ["widget"] = "markdown",
        ["modes"] = new JsonArray("raw"), ["buttons"] = new JsonArray(),
        ["required"] = schema != EntrySchemas.Dialogue, ["hint"] = BodyHint(schema),
    };

    private static string BodyHint(ISchema schema) =>
        (schema == EntrySchemas.Story ? "600–1,200 字。" : "") + "小标题从 ## 起;引用写 [@s1] 或 [@s1,s3];站内链接写 [税西恒](/people/shui-xiheng/);不写 HTML。";

    private JsonObject Of(IKey key, bool required)
    {
        var field = new JsonObject { ["name"] = key.Name, ["label"] = key.Label };
        foreach (var (name, value) in Widget(key, key.Shape, required))
        {
            field[name] = value;
        }

        field["required"] = required;
        if (FormHints.Of(key) is { Length: > 0 } hint)
        {
            field["hint"] = hint;
        }

        return field;
    }

    private IEnumerable<(string Name, JsonNode Value)> Widget(IKey key, IShape shape, bool required) => shape switch
    {
        ISchema inner => [("widget", "object"), ("collapsed", !required), ("summary", Summary(inner)), ("fields", Inner(inner, required))],
        IListShape { Item: ISchema inner } =>
            [("widget", "list"), ("label_singular", key.Label), ("collapsed", true), ("summary", Summary(inner)),
            ("fields", InItem(inner))],
        IListShape { Item: IWordsShape words } => [("widget", "select"), ("multiple", true), ("options", Options(words))],
        IListShape { Item: IEntryShape entry } => [.. Relation(entry), ("multiple", true)],
        IListShape list => [("widget", "list"), ("label_singular", key.Label), ("collapsed", false), ("field", Item(key, list.Item))],
        IWordsShape words => ReferenceEquals(key, HeaderKeys.Status)
            ? [("widget", "select"), ("options", Options(words)), ("default", "draft")]
            : [("widget", "select"), ("options", Options(words))],
        IEntryShape entry => Relation(entry),
        IProseShape => [("widget", "text")],
        _ when shape == Shapes.Flag => [("widget", "boolean")],
        _ when shape == Shapes.Number => [("widget", "number"), ("value_type", "int"), ("step", 1)],
        _ when shape == Shapes.Day || shape == Shapes.PastDay =>
            [("widget", "datetime"), ("format", "YYYY-MM-DD"), ("date_format", "YYYY-MM-DD"), ("time_format", false), ("default", "")],
        _ when shape == Shapes.PictureName =>
            [("widget", "image"), ("choose_url", false),
            ("media_library", new JsonObject { ["config"] = new JsonObject { ["max_file_size"] = 40_000_000 } })],
        _ when shape == Shapes.FileName => [("widget", "file"), ("choose_url", false)],
        _ when shape == Shapes.Focal || shape is IPartShape => [("widget", "list"), ("collapsed", false), ("field", Fraction())],
        _ when shape == Shapes.Anything => [("widget", "hidden")],
        _ when shape == Shapes.Reference => [("widget", "string"), ("pattern", new JsonArray(IdPattern, "只用小写字母、数字和 -"))],
        _ => [("widget", "string")],
    };

    /// <summary>
    /// Decap asks for the required parts of a mapping even where the whole mapping may be left out; there the rule says it at saving.
    /// </summary>
    private JsonArray Inner(ISchema schema, bool required) => new([.. schema.Keys.Select(k => (JsonNode)Of(k, required && k.Required))]);

    /// <summary>
    /// Decap begins a new entry with an item in every list whose items have a default, and then asks for the rest of it. In an item the day
    /// is today's.
    /// </summary>
    private JsonArray InItem(ISchema schema)
    {
        var fields = Inner(schema, true);
        foreach (var field in fields)
        {
            field!.AsObject().Remove("default");
        }

        return fields;
    }

    private JsonObject Item(IKey key, IShape shape)
    {
        var field = new JsonObject { ["name"] = "item", ["label"] = key.Label };
        foreach (var (name, value) in Widget(key, shape, true))
        {
            field[name] = value;
        }

        return field;
    }

    private static JsonObject Fraction() =>
        new() { ["name"] = "item", ["label"] = "0 到 1", ["widget"] = "number", ["value_type"] = "float", ["min"] = 0, ["max"] = 1,
        ["step"] = 0.01 };

    private JsonArray Options(IWordsShape words) =>
        new([.. words.NamedIn(taxonomies).Select(w => (JsonNode)new JsonObject { ["label"] = w.Name, ["value"] = w.Word })]);

    private static (string Name, JsonNode Value)[] Relation(IEntryShape entry)
    {
        var collection = DeskCollection.OfKind(entry.Kind);
        return
        [
            ("widget", "relation"), ("collection", collection.Name), ("value_field", "id"),
            ("search_fields", new JsonArray(collection.TitleKey, "id")),
            ("display_fields", new JsonArray(collection.TitleKey)), ("options_length", 40),
        ];
    }

    /// <summary>What a folded item shows: its first required words.</summary>
    private static string Summary(ISchema schema)
    {
        var told = schema.Keys.Where(k => k.Shape is not (ISchema or IListShape)).OrderBy(k => !k.Required).Take(2);
        return string.Join(' ', told.Select(k => $"{{{{fields.{k.Name}}}}}"));
    }
}
