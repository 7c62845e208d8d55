using System.Text.Json.Nodes;
using YuGong.Api;
using YuGong.Content;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>A new entry from its name alone: the id, and for a person the name in letters and with tones.</summary>
/// <param name="Id">Valid, and perhaps taken.</param>
internal sealed record NewEntry(string Id, JsonObject Values)
{
    private const string Unnamed = "new-entry";

    /// <summary>A valid id from any name, for a word of a vocabulary.</summary>
    public static string IdOf(NameSpelling spelling, string name) => Valid(spelling.Of(name, isPerson: false).Id, "word");

    public static NewEntry Named(DeskCollection collection, string name, NameSpelling spelling)
    {
        var isPerson = collection.TitleKey == "name";
        var spelt = spelling.Of(name, isPerson);
        var values = new JsonObject { [collection.TitleKey] = name };
        if (isPerson && spelt.Letters.Length > 0)
        {
            (values["latin_name"], values["pinyin"]) = (spelt.Letters, spelt.Marked);
        }

        return new(Valid(spelt.Id, Unnamed), values);
    }

    private static string Valid(string id, string otherwise) => Slug.IsValid(id) && WindowsName.CanBe(id) ? id : otherwise;
}
