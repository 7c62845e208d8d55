using System.Globalization;
using System.Text.Json.Nodes;
using YuGong.Content.Schemas;

namespace YuGong.Desk;

/// <summary>Where an entry's text names a file beside it.</summary>
/// <param name="Place">In the form's words: 肖像 · 文件.</param>
/// <param name="Alt">Its text for who does not see it; empty where there is none.</param>
/// <param name="Credit">Whose it is; empty where nobody says.</param>
public sealed record MediaUse(string Place, string Alt, string Credit);

internal static class MediaUses
{
    public static IEnumerable<MediaUse> Of(ISchema schema, JsonObject values, string name) =>
        In(schema, values, name, []).Concat(InBody(values, name));

    private static IEnumerable<MediaUse> In(ISchema schema, JsonNode? node, string name, IReadOnlyList<string> at) => node switch
    {
        JsonObject map => map.Where(m => m.Key != FormSteps.Body).SelectMany(m => Words(m.Value) == name
            ? [new(FormPlace.Words(schema, [.. at, m.Key]), Words(map["alt"]), Words(map["credit"]))]
            : In(schema, m.Value, name, [.. at, m.Key])),
        JsonArray list => list.SelectMany((item, i) => Words(item) == name
            ? [new(FormPlace.Words(schema, at), "", "")]
            : In(schema, item, name, [.. at, i.ToString(CultureInfo.InvariantCulture)])),
        _ => [],
    };

    /// <summary>In Markdown: <c>![alt](name "credit")</c>; an address may be spelt in percents.</summary>
    private static IEnumerable<MediaUse> InBody(JsonObject values, string name)
    {
        var body = Words(values[FormSteps.Body]);
        foreach (var spelt in new[] { name, Uri.EscapeDataString(name) }.Distinct(StringComparer.Ordinal))
        {
            for (var at = body.IndexOf(spelt, StringComparison.Ordinal); at >= 0;
                at = body.IndexOf(spelt, at + spelt.Length, StringComparison.Ordinal))
            {
                var (open, line) = (body.LastIndexOf("![", at, StringComparison.Ordinal), body.IndexOf('\n', at));
                var after = body[(at + spelt.Length)..(line < 0 ? body.Length : line)].Split('"');
                var close = open < 0 ? -1 : body.IndexOf("](", open, StringComparison.Ordinal);
                yield return new("正文", close > 0 && close < at ? body[(open + 2)..close] : "", after.Length > 2 ? after[1] : "");
            }
        }
    }

    private static string Words(JsonNode? node) => node is JsonValue said && said.TryGetValue<string>(out var words) ? words : "";
}
