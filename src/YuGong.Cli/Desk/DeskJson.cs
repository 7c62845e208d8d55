using System.Text.Encodings.Web;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace YuGong.Cli;

/// <summary>Answers as JSON: names in camel case, Chinese as Chinese.</summary>
internal static class DeskJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Deeper than any form.</summary>
    private const int MostDepth = 32;

    /// <summary>
    /// The body of a request; null when it is no JSON, or holds half a character (a lone surrogate, which JSON can spell and nobody can
    /// read).
    /// </summary>
    public static async Task<JsonDocument?> ReadAsync(HttpContext context)
    {
        try
        {
            var body = await JsonDocument.ParseAsync(context.Request.Body, new() { MaxDepth = MostDepth }, context.RequestAborted);
            if (IsText(body.RootElement))
            {
                return body;
            }

            body.Dispose();
        }
        catch (JsonException)
        {
            // said below
        }

        return null;
    }

    /// <summary>A text of the body; empty where it says none.</summary>
    public static string Said(JsonDocument? body, string name) => FormRequest.Said(body, name) ?? "";

    public static async Task WriteAsync<T>(HttpContext context, T answer)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, Options);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static bool IsText(JsonElement said) => said.ValueKind switch
    {
        JsonValueKind.String => !IsEscaped(JsonMarshal.GetRawUtf8Value(said)) || IsReadable(said.GetString),
        JsonValueKind.Object => said.EnumerateObject()
            .All(m => (!IsEscaped(JsonMarshal.GetRawUtf8PropertyName(m)) || IsReadable(() => m.Name)) && IsText(m.Value)),
        JsonValueKind.Array => said.EnumerateArray().All(IsText),
        _ => true,
    };

    private static bool IsEscaped(ReadOnlySpan<byte> raw) => raw.IndexOf("\\u"u8) >= 0;

    private static bool IsReadable(Func<string?> read)
    {
        try
        {
            return read() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
