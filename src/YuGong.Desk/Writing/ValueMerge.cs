using System.Globalization;
using System.Text.Json.Nodes;

namespace YuGong.Desk;

/// <summary>Words that somebody wrote into the same field a moment earlier: the later ones stand, these are kept.</summary>
/// <param name="Field">From the outermost key inwards: <c>events, 3, text</c>.</param>
/// <param name="Text">What stood there, as it was typed; what is no single text, as JSON.</param>
internal sealed record LostWords(IReadOnlyList<string> Field, string Text);

/// <summary>
/// Brings two people's changes to one field together: what only one of them changed is theirs, however deep it lies; where both changed the
/// same words, the later ones win and the others are handed back.
/// </summary>
internal static class ValueMerge
{
    private const string Gap = "\n\n";

    /// <param name="was">What the later one began with; null when the field said nothing.</param>
    /// <param name="mine">What the later one made of it.</param>
    /// <param name="theirs">What the earlier one made of it meanwhile.</param>
    public static JsonNode? Of(JsonNode? was, JsonNode? mine, JsonNode? theirs, IReadOnlyList<string> field, List<LostWords> lost)
    {
        if (Same(was, theirs) || Same(mine, theirs))
        {
            return mine?.DeepClone();
        }

        if (Same(was, mine))
        {
            return theirs?.DeepClone();
        }

        return (was, mine, theirs) switch
        {
            (JsonObject or null, JsonObject m, JsonObject t) => Objects(was as JsonObject, m, t, field, lost),
            (JsonArray w, JsonArray m, JsonArray t) when m.Count >= w.Count && t.Count >= w.Count => Lists(w, m, t, field, lost),
            _ when Blocks(was) is { } w && Blocks(mine) is { } m && Blocks(theirs) is { } t && w.Length > 1
                && m.Length == w.Length && t.Length == w.Length => Texts(w, m, t, field, lost),
            _ => Lose(mine, theirs, field, lost),
        };
    }

    /// <summary>Equal to a reader: nothing, an empty text and an empty list are one.</summary>
    public static bool Same(JsonNode? a, JsonNode? b) => JsonNode.DeepEquals(a, b) || (IsNothing(a) && IsNothing(b));

    private static bool IsNothing(JsonNode? node) => node switch
    {
        null => true,
        JsonObject map => map.All(m => IsNothing(m.Value)),
        JsonArray list => list.Count == 0,
        _ => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 0,
    };

    private static JsonObject Objects(JsonObject? was, JsonObject mine, JsonObject theirs, IReadOnlyList<string> field,
        List<LostWords> lost)
    {
        var made = new JsonObject();
        foreach (var name in mine.Select(m => m.Key).Concat(theirs.Select(t => t.Key)).Distinct(StringComparer.Ordinal).ToList())
        {
            made[name] = Of(was?[name], mine[name], theirs[name], [.. field, name], lost);
        }

        return made;
    }

    /// <summary>Item by item as far as all three go; what each added comes behind, the earlier one's first.</summary>
    private static JsonArray Lists(JsonArray was, JsonArray mine, JsonArray theirs, IReadOnlyList<string> field, List<LostWords> lost)
    {
        var made = new JsonArray();
        for (var i = 0; i < was.Count; i++)
        {
            made.Add(Of(was[i], mine[i], theirs[i], [.. field, i.ToString(CultureInfo.InvariantCulture)], lost));
        }

        foreach (var added in theirs.Skip(was.Count).Concat(mine.Skip(was.Count)))
        {
            made.Add(added?.DeepClone());
        }

        return made;
    }

    private static JsonValue Texts(string[] was, string[] mine, string[] theirs, IReadOnlyList<string> field, List<LostWords> lost)
    {
        var made = new List<string>();
        for (var i = 0; i < was.Length; i++)
        {
            if (mine[i] != was[i] && theirs[i] != was[i] && mine[i] != theirs[i])
            {
                lost.Add(new(field, theirs[i]));
            }

            made.Add(mine[i] == was[i] ? theirs[i] : mine[i]);
        }

        return JsonValue.Create(string.Join(Gap, made));
    }

    private static JsonNode? Lose(JsonNode? mine, JsonNode? theirs, IReadOnlyList<string> field, List<LostWords> lost)
    {
        if (!IsNothing(theirs))
        {
            lost.Add(new(field, theirs is JsonValue value && value.TryGetValue<string>(out var text) ? text : theirs!.ToJsonString()));
        }

        return mine?.DeepClone();
    }

    private static string[]? Blocks(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text.Split(Gap) : null;
}
