using System.Text.Encodings.Web;
using System.Text.Json;

namespace YuGong.Media;

internal static class Json
{
    /// <summary>For people to read: indented, Han characters as they are.</summary>
    public static JsonWriterOptions Plain { get; } =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
