using System.ComponentModel;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using YuGong.Content;

namespace YuGong.Documents.Contract;

/// <summary>The contract as JSON Schema 2020-12, written from the records themselves, so that it cannot say anything else.</summary>
public static class Schemas
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSchemaExporterOptions Exporting =
        new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

    /// <summary>Every kind of document by the name of its schema.</summary>
    public static IReadOnlyList<(string Name, Type Type)> Documents { get; } =
    [
        ("person", typeof(PersonDocument)), ("object", typeof(ObjectDocument)), ("dialogue", typeof(DialogueDocument)),
        ("video", typeof(VideoDocument)),
        ("page", typeof(PageDocument)), ("list", typeof(ListDocument)), ("index", typeof(IndexDocument)),
        ("changes", typeof(ChangesDocument)),
        ("directions", typeof(DirectionsDocument)), ("halls", typeof(HallsDocument)), ("taxonomies", typeof(TaxonomiesDocument)),
        ("timeline", typeof(TimelineDocument)), ("posters", typeof(PostersDocument)), ("call", typeof(CallDocument)),
        ("search", typeof(SearchAnswer)), ("oembed", typeof(OEmbedDocument)),
    ];

    public static string Whole(string name, Type type, Settings settings)
    {
        var schema = Of(type);
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = new DocumentAddresses(settings).Of($"schemas/{name}.json").OriginalString,
        };
        foreach (var (member, value) in schema.ToList())
        {
            schema.Remove(member);
            whole[member] = value;
        }

        return whole.ToJsonString(Readable) + "\n";
    }

    public static JsonObject Of(Type type) => (JsonObject)DocumentJson.TypeOf(type).GetJsonSchemaAsNode(Exporting);

    public static string Text(JsonNode node) => node.ToJsonString(Readable) + "\n";

    /// <summary>Every member is always there and no other is; the words of a member come from its description.</summary>
    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        if (schema["properties"] is JsonObject properties)
        {
            var optional = context.TypeInfo.Properties.Where(p => p.ShouldSerialize is not null
                || p.AttributeProvider?.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute), true) == true)
                .Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            schema["required"] =
                new JsonArray([.. properties.Select(p => p.Key).Where(p => !optional.Contains(p)).Select(p => (JsonNode)p)]);
            schema["additionalProperties"] = true; // a later minor version may say more
        }

        if ((context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type) is { } said && Words(said) is { } words)
        {
            schema["description"] = words;
        }

        return schema;
    }

    private static string? Words(ICustomAttributeProvider provider) =>
        provider.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false).OfType<DescriptionAttribute>()
            .FirstOrDefault()?.Description;
}
