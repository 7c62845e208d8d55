using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using YuGong.Text;

namespace YuGong.Documents;

/// <summary>
/// The documents as JSON (RFC 8259): UTF-8, snake_case, one line, Han characters as they are, keys in the order they are declared.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PersonDocument))]
[JsonSerializable(typeof(ObjectDocument))]
[JsonSerializable(typeof(DialogueDocument))]
[JsonSerializable(typeof(VideoDocument))]
[JsonSerializable(typeof(NewsDocument))]
[JsonSerializable(typeof(PageDocument))]
[JsonSerializable(typeof(ListDocument))]
[JsonSerializable(typeof(IndexDocument))]
[JsonSerializable(typeof(ChangesDocument))]
[JsonSerializable(typeof(DirectionsDocument))]
[JsonSerializable(typeof(HallsDocument))]
[JsonSerializable(typeof(TaxonomiesDocument))]
[JsonSerializable(typeof(TimelineDocument))]
[JsonSerializable(typeof(PostersDocument))]
[JsonSerializable(typeof(CallDocument))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(JsonFeed))]
[JsonSerializable(typeof(OEmbedDocument))]
public sealed partial class DocumentJson : JsonSerializerContext
{
    private static readonly JsonWriterOptions Plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    public static byte[] Bytes(object document)
    {
        Write(document);
        return buffer!.WrittenSpan.ToArray();
    }

    public static Fingerprint FingerprintOf(object document)
    {
        Write(document);
        return Fingerprint.Of(buffer!.WrittenSpan);
    }

    public static OEmbedDocument ReadOEmbed(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Default.OEmbedDocument)!;

    public static JsonTypeInfo TypeOf(Type type) =>
        Default.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type} is no document.");

    private static void Write(object document)
    {
        buffer ??= new(32 * 1024);
        writer ??= new(buffer, Plain);
        buffer.ResetWrittenCount();
        writer.Reset();
        JsonSerializer.Serialize(writer, document, TypeOf(document.GetType()));
        writer.Flush();
    }
}
