using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using YuGong.Text;

namespace YuGong.Pages.Views;

/// <summary>
/// The views as JSON: it names members for templates (snake_case), reads them without reflection,
/// and gives each page the fingerprint that decides whether it must be rendered again.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HomePage))]
[JsonSerializable(typeof(PeoplePage))]
[JsonSerializable(typeof(HallPage))]
[JsonSerializable(typeof(RoomPage))]
[JsonSerializable(typeof(PersonPage))]
[JsonSerializable(typeof(ObjectsPage))]
[JsonSerializable(typeof(ObjectPage))]
[JsonSerializable(typeof(DialoguesPage))]
[JsonSerializable(typeof(DialoguePage))]
[JsonSerializable(typeof(VideosPage))]
[JsonSerializable(typeof(VideoPage))]
[JsonSerializable(typeof(CallPage))]
[JsonSerializable(typeof(ProsePage))]
[JsonSerializable(typeof(NotFoundPage))]
[JsonSerializable(typeof(RedirectPage))]
[JsonSerializable(typeof(WholeSite))]
internal sealed partial class ViewJson : JsonSerializerContext
{
    /// <summary>Equal models have equal fingerprints; the site's own part is hashed once and given.</summary>
    public static Fingerprint FingerprintOf(PageModel model, Fingerprint site)
    {
        var bare = model with { Site = Views.SiteView.None };
        return Fingerprint.Of(JsonSerializer.SerializeToUtf8Bytes(bare, Default.GetTypeInfo(model.GetType())!)).With(site);
    }

    public static Fingerprint FingerprintOf(SiteView site) =>
        Fingerprint.Of(JsonSerializer.SerializeToUtf8Bytes(site, Default.GetTypeInfo(typeof(SiteView))!));

    /// <summary>The type that templates may read members of, or null for words, numbers and lists.</summary>
    public static JsonTypeInfo? MembersOf(Type type) =>
        Default.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } info ? info : null;
}
