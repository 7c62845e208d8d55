using System.Text.Json;
using System.Text.Json.Serialization;

namespace YuGong.Pages.Views;

/// <summary>
/// Finished markup that is made when a template first prints it. <paramref name="key"/> stands for it in the page's
/// fingerprint: equal keys must mean equal markup.
/// </summary>
[JsonConverter(typeof(MarkupAsKey))]
public sealed class Markup(string key, Func<string> make)
{
    private string? made;

    public string Key { get; } = key;

    public override string ToString() => made ??= make();
}

/// <summary>In JSON markup is its key; nobody reads it back.</summary>
internal sealed class MarkupAsKey : JsonConverter<Markup>
{
    public override Markup Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Markup value, JsonSerializerOptions options) => writer.WriteStringValue(value.Key);
}

/// <summary>The five directions are part of every site view; a card needs only say which.</summary>
internal sealed class DirectionAsId : JsonConverter<DirectionView>
{
    public override DirectionView Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, DirectionView value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}

/// <summary>
/// What is made of a page's own entry and of nothing else is not written: the key of its structured data stands for it.
/// </summary>
internal sealed class OfItsEntry<T> : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNullValue();
}

/// <summary>A card is a part of many pages; its key is enough for theirs.</summary>
internal sealed class CardAsKey : JsonConverter<PersonCard>
{
    public override PersonCard Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, PersonCard value, JsonSerializerOptions options) => writer.WriteStringValue(value.Key);
}

internal sealed class CardsAsKeys : JsonConverter<IReadOnlyList<PersonCard>>
{
    public override IReadOnlyList<PersonCard> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<PersonCard> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var card in value)
        {
            writer.WriteStringValue(card.Key);
        }

        writer.WriteEndArray();
    }
}
