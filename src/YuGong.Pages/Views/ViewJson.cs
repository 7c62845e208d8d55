using System.Buffers;
using System.Text.Encodings.Web;
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
    /// <summary>Han characters stay as they are: escaping them would cost more than everything else here.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    /// <summary>Equal models have equal fingerprints; the site's own part is hashed once and given.</summary>
    public static Fingerprint FingerprintOf(PageModel model, Fingerprint site) =>
        Hash(model with { Site = Views.SiteView.None }, Default.GetTypeInfo(model.GetType())!).With(site);

    public static Fingerprint FingerprintOf(SiteView site) => Hash(site, Default.GetTypeInfo(typeof(SiteView))!);

    private static Fingerprint Hash(object value, JsonTypeInfo type)
    {
        buffer ??= new(16 * 1024);
        writer ??= new(buffer, Plain);
        buffer.ResetWrittenCount();
        writer.Reset();
        JsonSerializer.Serialize(writer, value, type);
        writer.Flush();
        return Fingerprint.Of(buffer.WrittenSpan);
    }

    /// <summary>The type that templates may read members of, or null for words, numbers and lists.</summary>
    public static JsonTypeInfo? MembersOf(Type type) =>
        Default.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } info ? info : null;
}
