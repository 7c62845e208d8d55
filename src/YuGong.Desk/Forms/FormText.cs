using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace YuGong.Desk;

/// <summary>
/// What stands in a form, as the text of an entry: one line of JSON a key, which is YAML. For the preview only; a save keeps the file's
/// own writing. What was cleared (empty text, empty list, a mapping of nothing) was not said.
/// </summary>
public static class FormText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="values">A JSON object: the front matter's keys, and the Markdown as <c>body</c>.</param>
    public static string Of(JsonElement values)
    {
        var text = new StringBuilder("---\n");
        var body = "";
        foreach (var value in values.EnumerateObject())
        {
            if (value.NameEquals("body"))
            {
                body = value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString()! : "";
            }
            else if (!IsNothing(value.Value))
            {
                text.Append(JsonSerializer.Serialize(value.Name, Plain)).Append(": ");
                Write(text, value.Value);
                text.Append('\n');
            }
        }

        return text.Append("---\n\n").Append(body.ReplaceLineEndings("\n").TrimEnd()).Append('\n').ToString();
    }

    private static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => value.GetString()!.Length == 0,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => value.EnumerateObject().All(v => IsNothing(v.Value)),
        _ => false,
    };

    private static void Write(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Join(text, '{', value.EnumerateObject().Where(v => !IsNothing(v.Value)), '}', member =>
                {
                    text.Append(JsonSerializer.Serialize(member.Name, Plain)).Append(": ");
                    Write(text, member.Value);
                });
                break;
            case JsonValueKind.Array:
                // Empty items stay, so that places keep their numbers
                Join(text, '[', value.EnumerateArray(), ']', item => Write(text, item));
                break;
            default:
                text.Append(JsonSerializer.Serialize(value, Plain));
                break;
        }
    }

    private static void Join<T>(StringBuilder text, char open, IEnumerable<T> items, char close, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "" : ", ");
            write(item);
            first = false;
        }

        text.Append(close);
    }
}
