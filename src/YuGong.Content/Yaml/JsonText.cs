using System.Text;
using System.Text.Json;
using YuGong.Text;

namespace YuGong.Content.Yaml;

/// <summary>
/// Reads JSON into the same nodes as YAML, with the same places, without starting a YAML parser for one small file.
/// Null for anything that is not JSON: JSON is YAML too, so YamlDotNet can then say what is wrong.
/// </summary>
internal static class JsonText
{
    public static Node? TryRead(SourceFile file)
    {
        var bytes = Encoding.UTF8.GetBytes(file.Text);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            return reader.Read() && Read(ref reader, file, bytes) is { } node && !reader.Read() ? node : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // the latter for \u of half a character
        }
    }

    private static Node? Read(ref Utf8JsonReader reader, SourceFile file, byte[] bytes)
    {
        var start = CharAt(bytes, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var entries = new List<MappingEntry>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (Word(ref reader, file, bytes) is not { } key || Mapping.Holds(entries, key.Text) || !reader.Read()
                        || Read(ref reader, file, bytes) is not { } value)
                    {
                        return null;
                    }

                    entries.Add(new(key, value));
                }

                return new Mapping(file.Span(start, CharAt(bytes, reader.BytesConsumed) - start), entries);
            case JsonTokenType.StartArray:
                var items = new List<Node>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (Read(ref reader, file, bytes) is not { } item)
                    {
                        return null;
                    }

                    items.Add(item);
                }

                return new Sequence(file.Span(start, CharAt(bytes, reader.BytesConsumed) - start), items);
            case JsonTokenType.String:
                return Word(ref reader, file, bytes);
            default:
                var end = CharAt(bytes, reader.BytesConsumed);
                return new Scalar(file.Span(start, end - start), file.Text[start..end], Plain: true);
        }
    }

    /// <summary>Null for characters that the full parser has something to say of.</summary>
    private static Scalar? Word(ref Utf8JsonReader reader, SourceFile file, byte[] bytes)
    {
        var start = CharAt(bytes, reader.TokenStartIndex);
        var length = Encoding.UTF8.GetCharCount(reader.ValueSpan) + 2;
        var words = reader.GetString()!;
        return BadCharacters.In(words) < 0 ? new(file.Span(start, length), words, Plain: false) : null;
    }

    private static int CharAt(byte[] bytes, long offset) => Encoding.UTF8.GetCharCount(bytes, 0, (int)offset);
}
