using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>
/// The history of an entry and the way back: <c>GET /desk/api/history?path=&amp;skip=&amp;take=</c>, <c>GET
/// /desk/api/patch?commit=&amp;path=</c>,
/// <c>POST /desk/undo</c> with <c>{ "commit": "…" }</c>.
/// </summary>
internal sealed class HistoryPart(EditingDesk desk) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/api/history", async context =>
        {
            var steps = await desk.HistoryAsync(Path(context), Number(context, "skip", 0), Math.Min(200, Number(context, "take", 20)));
            await DeskJson.WriteAsync(context, steps);
        }).For(DeskAction.Read);
        routes.MapGet("/desk/api/patch", async context =>
        {
            if (await desk.PatchAsync(context.Request.Query["commit"].ToString(), Path(context)) is { } patch)
            {
                await DeskJson.WriteAsync(context, new { patch });
                return;
            }

            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这一步。");
        }).For(DeskAction.Read);
        routes.MapPost("/desk/undo", async context =>
        {
            using var body = await DeskJson.ReadAsync(context);
            var commit = body?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("commit", out var said)
                && said.ValueKind == JsonValueKind.String ? said.GetString()! : "";
            var answer = await desk.UndoAsync(commit, context.Editor());
            context.Did("undo", commit, changes: true);
            context.Response.StatusCode = answer.Status;
            await DeskJson.WriteAsync(context, answer.Body);
        }).For(DeskAction.Read); // the desk itself asks whether this one may undo
    }

    /// <summary>What leads out of the project is asked for as nothing that is there.</summary>
    private static string Path(HttpContext context) => Places.Plain(context.Request.Query["path"].ToString()) ?? "\u0001";

    private static int Number(HttpContext context, string name, int otherwise) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
