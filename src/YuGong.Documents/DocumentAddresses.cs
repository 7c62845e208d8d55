using System.Security.Cryptography;
using System.Text;
using YuGong.Content;

namespace YuGong.Documents;

/// <summary>Where the API's documents are. Version 1 of the contract lives under <c>/api/v1/</c> for good.</summary>
public sealed class DocumentAddresses(Settings settings)
{
    public const string Root = "api/v1/";

    /// <summary>Complete address of a document by its place below <see cref="Root"/>.</summary>
    public Uri Of(string place) => new(settings.Origin + settings.LinkRoot + "/" + Root + place);

    /// <summary>Complete address of a page by its path on the site.</summary>
    public Uri Page(string path) => new(settings.Absolute(path));

    public static string TypeOf(Entry entry) => entry is Story ? "person" : entry.Kind;

    public static string TypeOf(EntryKind kind) => kind == EntryKind.Story ? "person" : kind.Name;

    /// <summary>people, objects, dialogues, videos, news, pages.</summary>
    public static string CollectionOf(string type) => type switch { "person" => "people", "news" => "news", _ => type + "s" };

    /// <summary>SHA-256 of <c>type/id</c>, lower-case hexadecimal: who holds a document knows it, and it names nobody.</summary>
    public static string KeyOf(string type, string id) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{type}/{id}")));

    /// <summary>The seal of a person, as a drawing.</summary>
    public static string SealOf(string person) => $"people/{person}/seal.svg";

    /// <summary>The mountain of a person, as a drawing.</summary>
    public static string RidgeOf(string person) => $"people/{person}/ridge.svg";

    public static string PlaceOf(Entry entry) => $"{CollectionOf(TypeOf(entry))}/{entry.Id}.json";
}
