using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary><c>POST /api/v1</c>: the protocol of Decap's proxy backend.</summary>
internal sealed class ProtocolPart(EditingDesk desk) : IDeskPart
{
    public const string Address = "/api/v1";

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(Address, AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        JsonDocument? body;
        try
        {
            body = await JsonDocument.ParseAsync(context.Request.Body, new() { MaxDepth = 32 }, context.RequestAborted);
        }
        catch (JsonException)
        {
            await DeskGuard.RefuseAsync(context, HttpStatusCode.BadRequest, "请求不是 JSON。");
            return;
        }

        using (body)
        {
            var answer = IsNextDoor(context, body.RootElement)
                ? DeskAnswer.Error(403, "这个请求来自别的网站,编辑台不接受。")
                : await desk.AnswerAsync(body.RootElement, context.Editor(), context.Tab());
            Note(context, body.RootElement);
            context.Response.StatusCode = answer.Status;
            await DeskJson.WriteAsync(context, answer.Body);
        }
    }

    /// <summary>What changes something is told to the log.</summary>
    private static void Note(HttpContext context, JsonElement request)
    {
        if (Said(request, "action") is not { } action || !Writes.Contains(action) || !request.TryGetProperty("params", out var about))
        {
            return;
        }

        var entry = Said(about, "collection") is { } collection ? $"{collection}/{Said(about, "slug")}" : null;
        var files = about.ValueKind == JsonValueKind.Object && about.TryGetProperty("dataFiles", out var data) && data is { ValueKind: JsonValueKind.Array } ? string.Join(' ', data.EnumerateArray().Select(f => Said(f, "path"))) : null;
        context.Did(action, entry ?? files ?? Said(about, "path"));
    }

    private static readonly string[] Writes =
        ["persistEntry", "persistMedia", "deleteFile", "deleteFiles", "updateUnpublishedEntryStatus", "publishUnpublishedEntry", "deleteUnpublishedEntry"];

    private static string? Said(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;

    private static bool IsNextDoor(HttpContext context, JsonElement request) =>
        context.Items[DeskGuard.AskedFromNextDoor] is true
        && !(request.ValueKind == JsonValueKind.Object && request.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.String && action.GetString() == DeskGuard.AskedFromNextDoor);
}
