using System.Text.Json.Nodes;
using YuGong.Content;

namespace YuGong.Desk;

/// <summary>
/// What holds where a file about the whole site says nothing: a form shows it, and the file gets it only when it is changed.
/// </summary>
public static class GivenValues
{
    private const string Identity = "site";

    /// <param name="form">Its id.</param>
    /// <param name="settings">As <c>statiq.json</c> has them.</param>
    public static JsonObject Of(string form, Settings settings)
    {
        var given = new JsonObject();
        if (form != Identity)
        {
            return given;
        }

        Say("title", settings.SiteTitle);
        Say("tagline", settings.Tagline);
        Say("description", settings.Description);
        List("navigation", settings.Navigation.Select(n => new JsonObject { ["title"] = n.Title, ["path"] = n.Path }));
        List("organizers", Texts(settings.Organizers));
        List("undertakers", Texts(settings.Footer.Undertakers));
        Say("support", settings.Footer.Support);
        Say("icp", settings.Footer.Icp);
        Say("police_record", settings.Footer.PoliceRecord);
        List("unbroken", Texts(settings.Unbroken));
        return given;

        void Say(string key, string text)
        {
            if (text.Length > 0)
            {
                given[key] = text;
            }
        }

        void List(string key, IEnumerable<JsonNode> items)
        {
            if (items.ToArray() is { Length: > 0 } all)
            {
                given[key] = new JsonArray(all);
            }
        }

        static IEnumerable<JsonNode> Texts(IReadOnlyList<string> words) => words.Select(w => (JsonNode)JsonValue.Create(w));
    }

    /// <summary>What a file says, and where it says nothing, what holds.</summary>
    public static JsonObject Under(JsonObject said, JsonObject given)
    {
        foreach (var (key, value) in given)
        {
            if (!said.ContainsKey(key))
            {
                said[key] = value?.DeepClone();
            }
        }

        return said;
    }

    /// <summary>Takes away what the file need not say; all of it stays where nothing else would.</summary>
    /// <param name="saysAlready">Whether the file as it stands says the key.</param>
    public static void Leave(JsonObject values, JsonObject given, Func<string, bool> saysAlready)
    {
        List<string> unsaid = [.. given.Where(g => !saysAlready(g.Key) && JsonNode.DeepEquals(g.Value, values[g.Key])).Select(g => g.Key)];
        foreach (var key in unsaid)
        {
            values.Remove(key);
        }
    }
}
