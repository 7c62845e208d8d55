using System.Text.Json.Nodes;

namespace YuGong.Tests.Api;

/// <summary>Which changes of a schema would break somebody who reads documents by the old one.</summary>
internal static class Compatibility
{
    public static IReadOnlyList<string> Breaks(JsonObject before, JsonObject after)
    {
        var found = new List<string>();
        foreach (var (name, schema) in before)
        {
            if (after[name] is { } now)
            {
                Compare(name, Inlined(schema!, schema!), Inlined(now, now), found);
            }
            else
            {
                found.Add($"{name} is gone");
            }
        }

        return found;
    }

    /// <summary>
    /// A shape that is told once and referred to afterwards is the same as one told again: which of them is which, is no matter.
    /// </summary>
    private static JsonNode Inlined(JsonNode node, JsonNode root)
    {
        if (node is JsonArray list)
        {
            return new JsonArray([.. list.Select(item => item is null ? null : Inlined(item, root))]);
        }

        if (node is not JsonObject schema)
        {
            return node.DeepClone();
        }

        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            var target = reference[2..].Split('/').Aggregate(root, (at, step) => at[step]!);
            return Inlined(target, root);
        }

        return new JsonObject(schema.Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : Inlined(m.Value, root))));
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
