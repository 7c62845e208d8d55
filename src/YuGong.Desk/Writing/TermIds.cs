using System.Globalization;
using System.Text.Json.Nodes;
using YuGong.Content.Schemas;

namespace YuGong.Desk;

/// <summary>Words of a vocabulary get their ids by themselves: people choose a name, entries remember the id.</summary>
internal static class TermIds
{
    private const string Id = "id";
    private const string Name = "name";

    /// <summary>Gives an id to every item of a list that has a name and none.</summary>
    /// <param name="idOf">A valid id from a name, perhaps taken.</param>
    public static void Fill(ISchema schema, JsonObject values, Func<string, string> idOf)
    {
        foreach (var key in schema.Keys.Where(k => k.Shape is IListShape { Item: ISchema item } && HasId(item)))
        {
            var items = (values[key.Name] as JsonArray ?? []).OfType<JsonObject>().ToList();
            var taken = items.Select(i => Words(i, Id)).ToHashSet(StringComparer.Ordinal);
            foreach (var item in items.Where(i => Words(i, Id).Length == 0 && Words(i, Name).Length > 0))
            {
                var wanted = idOf(Words(item, Name));
                var id = wanted;
                for (var number = 2; !taken.Add(id); number++)
                {
                    id = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
                }

                Put(item, id);
            }
        }
    }

    private static bool HasId(ISchema item) => item.Keys.Any(k => k.Name == Id && k.Shape == Shapes.Reference);

    /// <summary>The id stands first, as people write it.</summary>
    private static void Put(JsonObject item, string id)
    {
        item.Remove(Id);
        item.Insert(0, Id, id);
    }

    private static string Words(JsonObject item, string key) =>
        item[key] is JsonValue said && said.TryGetValue<string>(out var words) ? words.Trim() : "";
}
