using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using YuGong.Content;

namespace YuGong.Documents.Contract;

/// <summary>
/// The contract as JSON Schema 2020-12, written from the records themselves, so that it cannot say anything else. Each record is one
/// named schema; where another holds it, there is a reference.
/// </summary>
public static class Schemas
{
    /// <summary>Where the schemas of a schema file are; OpenAPI keeps them elsewhere.</summary>
    private const string Definitions = "#/$defs/";

    private const string Components = "#/components/schemas/";

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every record by its name, with the names of the records that it holds; the same for every site.</summary>
    private static readonly Lazy<IReadOnlyDictionary<string, Component>> All = new(ReadAll);

    /// <summary>Every kind of document by the name of its schema.</summary>
    public static IReadOnlyList<(string Name, Type Type)> Documents { get; } =
    [
        ("person", typeof(PersonDocument)), ("object", typeof(ObjectDocument)), ("dialogue", typeof(DialogueDocument)),
        ("video", typeof(VideoDocument)), ("news", typeof(NewsDocument)),
        ("page", typeof(PageDocument)), ("list", typeof(ListDocument)), ("index", typeof(IndexDocument)),
        ("changes", typeof(ChangesDocument)),
        ("directions", typeof(DirectionsDocument)), ("halls", typeof(HallsDocument)), ("taxonomies", typeof(TaxonomiesDocument)),
        ("timeline", typeof(TimelineDocument)), ("posters", typeof(PostersDocument)), ("call", typeof(CallDocument)),
        ("search", typeof(SearchAnswer)), ("oembed", typeof(OEmbedDocument)),
    ];

    /// <summary>What a record of the contract is called in OpenAPI and in <c>$defs</c>.</summary>
    /// <param name="document">As <see cref="Documents"/> calls it.</param>
    public static string ComponentOf(string document) => ComponentNames.Of(Documents.First(d => d.Name == document).Type)!;

    /// <summary>A schema that stands alone: the document's own, and beside it those it refers to.</summary>
    public static string Whole(string name, Type type, Settings settings)
    {
        var root = All.Value[ComponentNames.Of(type)!];
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = new DocumentAddresses(settings).Of($"schemas/{name}.json").OriginalString,
            ["title"] = ComponentNames.Of(type),
        };
        foreach (var (member, value) in (JsonObject)root.Schema.DeepClone())
        {
            whole[member] = value?.DeepClone();
        }

        var used = new SortedSet<string>(StringComparer.Ordinal);
        Collect(root, used);
        if (used.Count > 0)
        {
            whole["$defs"] = new JsonObject(used.Select(n => KeyValuePair.Create(n, (JsonNode?)All.Value[n].Schema.DeepClone())));
        }

        return Text(whole);
    }

    /// <summary>Every record, for OpenAPI's <c>components</c>, in the order of the names.</summary>
    public static JsonObject AsComponents() =>
        new(All.Value.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => KeyValuePair.Create(c.Key, Moved(c.Value.Schema))));

    public static JsonObject ReferenceTo(string document) => new() { ["$ref"] = Components + ComponentOf(document) };

    public static string Text(JsonNode node) => node.ToJsonString(Readable) + "\n";

    private static JsonNode? Moved(JsonObject schema) =>
        JsonNode.Parse(schema.ToJsonString().Replace(Definitions, Components, StringComparison.Ordinal));

    private static void Collect(Component from, SortedSet<string> used)
    {
        foreach (var name in from.Holds)
        {
            if (used.Add(name))
            {
                Collect(All.Value[name], used);
            }
        }
    }

    private static Dictionary<string, Component> ReadAll()
    {
        var read = new Dictionary<string, Component>(StringComparer.Ordinal);
        var waiting = new Queue<Type>(Documents.Select(d => d.Type));
        while (waiting.TryDequeue(out var type))
        {
            var name = ComponentNames.Of(type)!;
            if (read.ContainsKey(name))
            {
                continue;
            }

            var held = new List<Type>();
            var exporting = new JsonSchemaExporterOptions
            {
                TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, node) => Transform(context, node, held),
            };
            var schema = (JsonObject)DocumentJson.TypeOf(type).GetJsonSchemaAsNode(exporting);
            read[name] = new(schema, [.. held.Distinct().Select(t => ComponentNames.Of(t)!)]);
            held.ForEach(waiting.Enqueue);
        }

        return read;
    }

    /// <summary>
    /// Every member is always there (a later minor version may say more, which JSON Schema allows unless told otherwise); the words of a
    /// member and what it may say come from its attributes; a record inside another becomes a reference.
    /// </summary>
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node, List<Type> held)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        var (type, property) = (context.TypeInfo.Type, context.PropertyInfo);
        if (!context.Path.IsEmpty && context.TypeInfo.Kind == JsonTypeInfoKind.Object && ComponentNames.Of(type) is { } name)
        {
            held.Add(type);
            schema = Reference(name, property?.IsGetNullable == true);
        }
        else if (schema["properties"] is JsonObject properties)
        {
            Complete(schema, properties, context.TypeInfo);
        }
        else if (FormatOf(type) is { } format)
        {
            schema["format"] = format;
        }

        var said = property?.AttributeProvider ?? (context.Path.IsEmpty ? type : null);
        if (said is not null && Attribute<AllowedValuesAttribute>(said) is { } allowed)
        {
            schema["enum"] = new JsonArray([.. allowed.Values.Select(v => (JsonNode)(string)v!)]);
        }

        if (said is not null && Attribute<DescriptionAttribute>(said) is { } words)
        {
            schema["description"] = words.Description;
        }

        return schema;
    }

    private static JsonObject Reference(string name, bool isNullable)
    {
        var reference = new JsonObject { ["$ref"] = Definitions + name };
        return isNullable ? new() { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    private static void Complete(JsonObject schema, JsonObject properties, JsonTypeInfo record)
    {
        var optional = record.Properties.Where(p => p.ShouldSerialize is not null
            || p.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), true) == true)
            .Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        schema["required"] =
            new JsonArray([.. properties.Select(p => p.Key).Where(p => !optional.Contains(p)).Select(p => (JsonNode)p)]);
        if (record.Type.IsSubclassOf(typeof(PublicDocument)) && properties["type"] is JsonObject type)
        {
            type.Remove("enum");
            type["const"] = Documents.First(d => d.Type == record.Type).Name; // clients tell documents apart by it
        }
    }

    /// <summary>OpenAPI's format registry; without one, generators choose the size of a number.</summary>
    private static string? FormatOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) => "int32",
        var number when number == typeof(long) => "int64",
        var number when number == typeof(double) => "double",
        _ => null,
    };

    private static T? Attribute<T>(ICustomAttributeProvider provider)
        where T : Attribute => provider.GetCustomAttributes(typeof(T), inherit: false).OfType<T>().FirstOrDefault();

    private sealed record Component(JsonObject Schema, IReadOnlyList<string> Holds);
}
