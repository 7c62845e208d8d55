using System.Globalization;
using System.Text.Json.Nodes;
using YuGong.Content;
using YuGong.Content.Schemas;

namespace YuGong.Desk;

/// <summary>A date as it was typed, and as it was understood.</summary>
/// <param name="Field">From the outermost key inwards.</param>
/// <param name="Words">As it is said back; null when it is no date.</param>
public sealed record FormDate(IReadOnlyList<string> Field, string? Words);

/// <summary>Every date of a form.</summary>
public static class FormDates
{
    public static IReadOnlyList<FormDate> Of(ISchema schema, JsonObject values) => [.. In(schema, values, [])];

    private static IEnumerable<FormDate> In(ISchema schema, JsonObject values, IReadOnlyList<string> at) =>
        schema.Keys.Where(k => values[k.Name] is not null).SelectMany(k => In(k.Shape, values[k.Name]!, [.. at, k.Name]));

    private static IEnumerable<FormDate> In(IShape shape, JsonNode value, IReadOnlyList<string> at) => (shape, value) switch
    {
        (ISchema schema, JsonObject map) => In(schema, map, at),
        (IListShape list, JsonArray items) => items.SelectMany((item, i) => item is null
            ? [] : In(list.Item, item, [.. at, i.ToString(CultureInfo.InvariantCulture)])),
        (_, JsonValue said) when (shape == Shapes.Date || shape == Shapes.Day || shape == Shapes.PastDay)
            && said.TryGetValue<string>(out var words) && words.Trim().Length > 0 => [new(at, Understood(shape, words))],
        _ => [],
    };

    private static string? Understood(IShape shape, string said) => SpokenDate.ToEdtf(said) is not { } edtf ? null
        : shape == Shapes.Date || DateOnly.TryParseExact(edtf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? HistoricalDate.Parse(edtf)!.Chinese : null;
}
