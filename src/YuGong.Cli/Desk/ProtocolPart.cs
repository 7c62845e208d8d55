using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary><c>POST /api/v1</c>: the protocol of Decap's proxy backend.</summary>
internal sealed class ProtocolPart(EditingDesk desk) : IEndpoints
{
    public const string Address = "/api/v1";

    // The desk asks for each action
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(Address, AnswerAsync).For(DeskAction.Read);

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await DeskJson.ReadAsync(context);
        if (body is null)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.BadRequest, "请求不是 JSON。");
            return;
        }

        var answer = await desk.AnswerAsync(body.RootElement, context.Editor(), context.Tab());
        Note(context, body.RootElement);
        context.Response.StatusCode = answer.Status;
        await DeskJson.WriteAsync(context, answer.Body);
    }

    /// <summary>What changes something is told to the log.</summary>
    private static void Note(HttpContext context, JsonElement request)
    {
        if (Said(request, "action") is not { } action || !Writes.Contains(action) || !request.TryGetProperty("params", out var about))
        {
            return;
        }

        var entry = Said(about, "collection") is { } collection ? $"{collection}/{Said(about, "slug")}" : null;
        context.Did(action, entry, [.. Paths(about)], changes: true);
    }

    /// <summary>Every path that a request names, wherever in it.</summary>
    private static IEnumerable<string> Paths(JsonElement about) => about.ValueKind switch
    {
        JsonValueKind.Object => about.EnumerateObject()
            .SelectMany(m => m.Name is "path" or "newPath" or "paths" ? Words(m.Value) : Paths(m.Value)),
        JsonValueKind.Array => about.EnumerateArray().SelectMany(Paths),
        _ => [],
    };

    private static IEnumerable<string> Words(JsonElement said) => said.ValueKind switch
    {
        JsonValueKind.String => [said.GetString()!],
        JsonValueKind.Array => said.EnumerateArray().SelectMany(Words),
        _ => [],
    };

    private static readonly string[] Writes =
        ["persistEntry", "persistMedia", "deleteFile", "deleteFiles", "updateUnpublishedEntryStatus", "publishUnpublishedEntry",
            "deleteUnpublishedEntry"];

    private static string? Said(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var said) && said.ValueKind == JsonValueKind.String
            ? said.GetString()
            : null;
}
