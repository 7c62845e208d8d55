using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build;
using YuGong.Content;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>
/// Going online from the overview: <c>GET /desk/api/online</c> how far it is, <c>GET /desk/api/online/place?name=</c> what is online there,
/// <c>POST /desk/online</c> and <c>POST /desk/online/back</c> with <c>{ "place": "…" }</c>, <c>POST /desk/online/push</c>.
/// </summary>
internal sealed class OnlinePart(ProjectFolder project, OnlineWork work) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/api/online", context => DeskJson.WriteAsync(context, work.Now)).For(DeskAction.Read);
        routes.MapGet("/desk/api/online/place", async context =>
        {
            if (Find(context.Request.Query["name"].ToString()) is { } place)
            {
                var (editor, cancel) = (context.Editor(), context.RequestAborted);
                await DeskJson.WriteAsync(context, new { words = await Task.Run(() => work.Look(place, editor, cancel), cancel) });
                return;
            }

            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这个地方。");
        }).For(DeskAction.Read);
        routes.MapPost("/desk/online", context => BeginAsync(context, isBack: false)).For(DeskAction.GoOnline);
        routes.MapPost("/desk/online/push", context =>
        {
            context.Did("online-push", changes: true);
            return BegunAsync(context, work.BeginPush());
        }).For(DeskAction.GoOnline);
        routes.MapPost("/desk/online/back", context => BeginAsync(context, isBack: true)).For(DeskAction.GoOnline);
    }

    private async Task BeginAsync(HttpContext context, bool isBack)
    {
        using var body = await DeskJson.ReadAsync(context);
        var name = body?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("place", out var said)
            && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
        if (Find(name) is not { } place)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这个地方。");
            return;
        }

        context.Did(isBack ? "online-back" : "online", place.Name, changes: true);
        await BegunAsync(context, work.Begin(place, isBack, context.Editor()));
    }

    private Task BegunAsync(HttpContext context, bool isBegun) => isBegun ? DeskJson.WriteAsync(context, work.Now)
        : RequestFilter.RefuseAsync(context, HttpStatusCode.Conflict, "另一次上线还没有做完。");

    private DeployPlace? Find(string? name) => Settings.Peek(project.Settings).Deploy.FirstOrDefault(p => p.Name == name);
}
