using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Content.Writing;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>
/// An entry as a form holds it: the keys of the front matter, however deep, every value a text, and the Markdown as <c>body</c>. What a
/// form does not show is in it too, so that nothing is lost on the way back.
/// </summary>
public static partial class FormValues
{
    private static readonly IKey[] First = [HeaderKeys.Id, HeaderKeys.Status];

    /// <summary>Null when the text is no front matter that can be read.</summary>
    public static JsonObject? Of(string text)
    {
        var file = new SourceFile("", text.ReplaceLineEndings("\n"));
        if (FrontMatterBlock.Read(file, new()) is not { } matter || Of(matter.Keys) is not JsonObject values)
        {
            return null;
        }

        values[FormSteps.Body] = file.Text[matter.BodyStart..].Trim('\n');
        return values;
    }

    /// <summary>What a form says, in the file's own notation: dates, numbers and flags as the rules read them.</summary>
    public static JsonObject Written(ISchema schema, JsonObject values)
    {
        var (written, shapes) = (new JsonObject(), schema.Keys.ToDictionary(k => k.Name, k => k.Shape, StringComparer.Ordinal));
        foreach (var (name, value) in values)
        {
            written[name] = value is not null && shapes.TryGetValue(name, out var shape) ? Written(shape, value) : value?.DeepClone();
        }

        return written;
    }

    /// <summary>A field as it is kept: dates that were understood in the file's notation, everything else as it was typed.</summary>
    public static JsonNode? Kept(ISchema schema, string key, JsonNode? value) =>
        Dated(schema, key, value, said => SpokenDate.ToEdtf(said) ?? said);

    /// <summary>The same as a form shows it: dates in Chinese.</summary>
    public static JsonObject Shown(ISchema schema, JsonObject values) =>
        new(values.Select(v => KeyValuePair.Create(v.Key, Dated(schema, v.Key, v.Value, SpokenDate.Shown))));

    private static JsonNode? Dated(ISchema schema, string key, JsonNode? value, Func<string, string> change) =>
        schema.Keys.FirstOrDefault(k => k.Name == key) is { } known && value is not null
            ? Dated(known.Shape, value, change) : value?.DeepClone();

    private static JsonNode Dated(IShape shape, JsonNode value, Func<string, string> change) => (shape, value) switch
    {
        (ISchema schema, JsonObject map) =>
            new JsonObject(map.Select(m => KeyValuePair.Create(m.Key, Dated(schema, m.Key, m.Value, change)))),
        (IListShape list, JsonArray items) =>
            new JsonArray([.. items.Select(i => i is null ? JsonValue.Create("") : Dated(list.Item, i, change))]),
        _ when IsDate(shape) && WordsOf(value) is { Length: > 0 } said => JsonValue.Create(change(said)),
        _ => value.DeepClone(),
    };

    /// <summary>The whole entry as a text of its own, for whoever reads it: the preview, the check.</summary>
    public static string Text(ISchema schema, JsonObject values) => FormText.Of(JsonSerializer.SerializeToElement(Written(schema, values)));

    /// <summary>The entry's file with what the form says, and nothing else of it changed.</summary>
    /// <param name="standing">Null for a new entry.</param>
    public static string Into(string? standing, ISchema schema, JsonObject values)
    {
        if (standing is not null && Of(standing) is { } said && JsonNode.DeepEquals(Written(schema, said), Written(schema, values)))
        {
            return standing;
        }

        return FrontMatterPatcher.Merge(standing, Text(schema, InFileOrder(schema, values)));
    }

    /// <summary>A new file begins with who it is and ends with its papers; in one that stands, keys keep their places.</summary>
    private static JsonObject InFileOrder(ISchema schema, JsonObject values)
    {
        var ordered = new JsonObject();
        var keys = First.Concat(schema.Keys.Where(k => !HeaderKeys.All.Contains(k))).Concat(schema.Keys).Select(k => k.Name)
            .Concat(values.Select(v => v.Key));
        foreach (var name in keys.Where(n => values.ContainsKey(n) && !ordered.ContainsKey(n)).ToList())
        {
            ordered[name] = values[name]?.DeepClone();
        }

        return ordered;
    }

    private static JsonNode Of(Node node) => node switch
    {
        Mapping map => map.Entries.Aggregate(new JsonObject(), (made, e) =>
        {
            made[e.Key.Text] = Of(e.Value);
            return made;
        }),
        Sequence list => new JsonArray([.. list.Items.Select(Of)]),
        Scalar { IsEmpty: false } scalar => JsonValue.Create(scalar.Text),
        _ => JsonValue.Create(""),
    };

    private static JsonNode Written(IShape shape, JsonNode value) => (shape, value) switch
    {
        (ISchema schema, JsonObject map) => Written(schema, map),
        (IListShape list, JsonArray items) =>
            new JsonArray([.. items.Select(i => i is null ? JsonValue.Create("") : Written(list.Item, i))]),
        (_, JsonArray parts) when shape is IPairShape or IPartShape => new JsonArray([.. parts.Select(p => Number(WordsOf(p)))]),
        (_, JsonValue) when WordsOf(value) is { Length: > 0 } said => Written(shape, said),
        _ => value.DeepClone(),
    };

    private static JsonNode Written(IShape shape, string said) =>
        IsDate(shape) ? Number(SpokenDate.ToEdtf(said) ?? said)
        : shape == Shapes.Flag && said is "true" or "false" ? JsonValue.Create(said == "true")
        : shape == Shapes.Number || shape is IDecimalShape ? Number(said)
        : JsonValue.Create(said);

    private static bool IsDate(IShape shape) => shape == Shapes.Date || shape == Shapes.Day || shape == Shapes.PastDay;

    private static JsonNode Number(string said) => Plain().IsMatch(said) ? JsonNode.Parse(said)! : JsonValue.Create(said);

    private static string WordsOf(JsonNode? value) => value is JsonValue said && said.TryGetValue<string>(out var words) ? words : "";

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$", RegexOptions.None, 1000)]
    private static partial Regex Plain();
}
