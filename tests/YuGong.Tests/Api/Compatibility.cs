using System.Text.Json.Nodes;

namespace YuGong.Tests.Api;

/// <summary>Which changes of a schema would break somebody who reads documents by the old one.</summary>
internal static class Compatibility
{
    /// <param name="before">Documents by name, and the schemas that they refer to by theirs.</param>
    public static IReadOnlyList<string> Breaks(JsonObject before, JsonObject after)
    {
        var found = new List<string>();
        foreach (var (name, schema) in before["documents"]!.AsObject())
        {
            if (after["documents"]![name] is { } now)
            {
                Compare(name, Inlined(schema!, before["schemas"]!), Inlined(now, after["schemas"]!), found);
            }
            else
            {
                found.Add($"{name} is gone");
            }
        }

        return found;
    }

    /// <summary>
    /// A shape that is told once and referred to afterwards is the same as one told again, whatever it is called: generated clients of
    /// an older description keep their names.
    /// </summary>
    private static JsonNode Inlined(JsonNode node, JsonNode schemas)
    {
        if (node is JsonArray list)
        {
            return new JsonArray([.. list.Select(item => item is null ? null : Inlined(item, schemas))]);
        }

        if (node is not JsonObject schema)
        {
            return node.DeepClone();
        }

        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return Inlined(schemas[reference[(reference.LastIndexOf('/') + 1)..]]!, schemas);
        }

        if (schema["anyOf"] is JsonArray choices)
        {
            var record = Inlined(choices[0]!, schemas).AsObject();
            record["type"] = new JsonArray("object", "null");
            return record;
        }

        return new JsonObject(schema.Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : Inlined(m.Value, schemas))));
    }

    /// <summary>
    /// Members may come; none may go, become absent, get another type, become null where it never was, or lose its format.
    /// </summary>
    private static void Compare(string place, JsonNode before, JsonNode after, List<string> found)
    {
        if (before is not JsonObject old || after is not JsonObject now)
        {
            return;
        }

        var (types, may) = (TypesOf(now), TypesOf(old));
        if (may.Count > 0 && !types.IsSubsetOf(may))
        {
            found.Add($"{place} was {string.Join('|', may)} and is {string.Join('|', types)}");
        }

        if (old["format"]?.GetValue<string>() is { } format && now["format"]?.GetValue<string>() != format)
        {
            found.Add($"{place} is no {format} any more");
        }

        foreach (var (name, member) in old["properties"]?.AsObject() ?? [])
        {
            if (now["properties"]?[name] is { } still)
            {
                Compare($"{place}.{name}", member!, still, found);
            }
            else
            {
                found.Add($"{place}.{name} is gone");
            }
        }

        var required = Names(now["required"]);
        found.AddRange(Names(old["required"]).Where(n => !required.Contains(n) && now["properties"]?[n] is not null)
            .Select(n => $"{place}.{n} may be absent"));
        if (old["items"] is { } items && now["items"] is { } theirs)
        {
            Compare(place + "[]", items, theirs, found);
        }
    }

    private static SortedSet<string> TypesOf(JsonObject schema) =>
        schema["type"] is JsonArray many ? [.. Names(many)] : schema["type"] is { } one ? [one.GetValue<string>()] : [];

    private static List<string> Names(JsonNode? list) => [.. (list as JsonArray ?? []).Select(n => n!.GetValue<string>())];
}
