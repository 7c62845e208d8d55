using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>What the parts behind the forms read of a request, and how they answer it.</summary>
internal static class FormRequest
{
    /// <summary>Where a form is: <c>/desk/write/stories/shui-xiheng/</c>.</summary>
    public const string Entry = "/desk/write/{collection}/{id}/";

    public static Delegate OfEntry(Func<HttpContext, DeskCollection, string, Task> answer) =>
        (HttpContext context, string collection, string id) => DeskCollection.Find(collection, id) is { } found
            ? answer(context, found, id) : RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这一篇。");

    public static Task AnswerAsync(HttpContext context, DeskAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        return DeskJson.WriteAsync(context, answer.Body);
    }

    public static string? Said(JsonDocument? body, string name) =>
        body?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(name, out var said)
            && said.ValueKind == JsonValueKind.String ? said.GetString() : null;

    /// <summary>A file that was sent in base 64; null when it did not come whole.</summary>
    public static byte[]? File(JsonDocument? body)
    {
        var content = Said(body, "content") ?? "";
        var bytes = new byte[(content.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(content, bytes, out var length) ? bytes[..length] : null;
    }

    /// <summary>A whole number of the body; null where it says none.</summary>
    public static long? Number(JsonDocument? body, string name) =>
        body?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(name, out var said)
            && said.ValueKind == JsonValueKind.Number && said.TryGetInt64(out var number) ? number : null;

    public static Dictionary<string, FieldChange>? Changes(JsonElement body) =>
        body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("changes", out var changes)
            || changes.ValueKind != JsonValueKind.Object ? null
        : changes.EnumerateObject().Where(c => c.Value.ValueKind == JsonValueKind.Object).ToDictionary(c => c.Name, c => new FieldChange(
            c.Value.TryGetProperty("was", out var was) ? was.Deserialize<JsonNode>() : null,
            c.Value.TryGetProperty("now", out var now) ? now.Deserialize<JsonNode>() : null), StringComparer.Ordinal);
}
