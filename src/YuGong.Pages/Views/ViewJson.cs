using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
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
[JsonSerializable(typeof(SearchPage))]
[JsonSerializable(typeof(ApiPage))]
[JsonSerializable(typeof(EmbedPage))]
[JsonSerializable(typeof(EmbedBoardPage))]
[JsonSerializable(typeof(NotFoundPage))]
[JsonSerializable(typeof(RedirectPage))]
[JsonSerializable(typeof(PostersPage))]
[JsonSerializable(typeof(PosterPage))]
[JsonSerializable(typeof(TimelinePage))]
[JsonSerializable(typeof(MapPage))]
[JsonSerializable(typeof(WholeSite))]
[JsonSerializable(typeof(PersonCard))]
[JsonSerializable(typeof(IReadOnlyList<PersonCard>))]
[JsonSerializable(typeof(IReadOnlyList<FactView>))]
[JsonSerializable(typeof(IReadOnlyList<EventView>))]
[JsonSerializable(typeof(IReadOnlyList<FigureView>))]
[JsonSerializable(typeof(IReadOnlyList<HonourView>))]
[JsonSerializable(typeof(IReadOnlyList<QuotationView>))]
[JsonSerializable(typeof(IReadOnlyList<ProjectView>))]
[JsonSerializable(typeof(AboutView))]
internal sealed partial class ViewJson : JsonSerializerContext
{
    /// <summary>Han characters stay as they are: escaping them would cost more than everything else here.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A writer and its buffer, used again and again by one thread.</summary>
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? ofPages, ofCards;

    /// <summary>Equal models have equal fingerprints; the site's own part is hashed once and given.</summary>
    public static Fingerprint FingerprintOf(PageModel model, Fingerprint site) =>
        Hash(model with { Site = Views.SiteView.None }, model.GetType(), ref ofPages).With(site);

    public static Fingerprint FingerprintOf(SiteView site) => Hash(site, typeof(SiteView), ref ofPages);

    /// <summary>Asked while a page that holds the card is being hashed, hence with a buffer of its own.</summary>
    public static Fingerprint FingerprintOf(PersonCard card) => Hash(card, typeof(PersonCard), ref ofCards);

    private static Fingerprint Hash(object value, Type type, ref (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? tools)
    {
        if (tools is null)
        {
            var fresh = new ArrayBufferWriter<byte>(16 * 1024);
            tools = (fresh, new(fresh, Plain));
        }

        var (buffer, writer) = tools.Value;
        buffer.ResetWrittenCount();
        writer.Reset();
        JsonSerializer.Serialize(writer, value, Default.GetTypeInfo(type)!);
        writer.Flush();
        return Fingerprint.Of(buffer.WrittenSpan);
    }
}
