using System.Globalization;
using YuGong.Content.Yaml;

namespace YuGong.Content.Writing;

/// <summary>What YAML says, apart from how it is written.</summary>
internal static class YamlEquality
{
    /// <summary>
    /// Without what says nothing: forms write a cleared field as <c>""</c>, an untouched group as <c>{}</c>, an empty list as <c>[]</c>.
    /// Null when nothing is left.
    /// </summary>
    public static Node? Of(Node node) => node switch
    {
        Scalar { Text: "" } or Scalar { IsEmpty: true } => null,
        Sequence list => list.Items.Select(Of).OfType<Node>().ToList() is { Count: > 0 } items ? list with { Items = items } : null,
        Mapping map => Of(map),
        _ => node,
    };

    public static Mapping? Of(Mapping map)
    {
        var entries = map.Entries.Select(e => (e.Key, Value: Of(e.Value))).Where(e => e.Value is not null)
            .Select(e => new MappingEntry(e.Key, e.Value!)).ToList();
        return entries.Count > 0 ? map with { Entries = entries } : null;
    }

    /// <summary>Equal in meaning: quotes, brackets, the order of keys and the writing of plain numbers (1e3, 1000) do not count.</summary>
    public static bool Same(Node? a, Node? b) => (a, b) switch
    {
        (null, null) => true,
        (Scalar x, Scalar y) => x.Text == y.Text || (x.Plain && y.Plain && Number(x.Text) is { } n && n == Number(y.Text))
            || (Folded(x.Text) == Folded(y.Text) && IsFlag(y)),
        (Sequence x, Sequence y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(p => Same(p.First, p.Second)),
        (Mapping x, Mapping y) => x.Entries.Count == y.Entries.Count
            && x.Entries.All(e => y.Find(e.Key.Text) is { } twin && Same(e.Value, twin.Value)),
        _ => false,
    };

    /// <summary>The same thing with another wording: an id, a date, a label that stands first.</summary>
    public static bool Alike(Node a, Node b) =>
        a is Mapping { Entries.Count: > 0 } x && b is Mapping y && y.Find(x.Entries[0].Key.Text) is { } twin
        && Same(x.Entries[0].Value, twin.Value);

    private static bool IsFlag(Scalar scalar) => scalar.Plain && scalar.Text is "true" or "false";

    private static string Folded(string text) => text.ToLowerInvariant();

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out var number) ? number : null;
}
