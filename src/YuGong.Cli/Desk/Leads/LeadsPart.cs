using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// The private register as a table to read, for those who logged in and know its passphrase. Nothing is changed here but its journal.
/// </summary>
internal sealed class LeadsPart(OpenedRegister register, DraftRenderer site, TimeProvider clock) : IEndpoints
{
    private const int PageSize = 100;

    private readonly LoginLimit limit = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/leads/", ShowAsync).For(DeskAction.Read); // without rights it says how one gets them
        routes.MapPost("/desk/leads/open", OpenAsync).For(DeskAction.ReadLeads);
        routes.MapPost("/desk/leads/close", context =>
        {
            register.Close(context.Editor().Name);
            return DeskJson.WriteAsync(context, new { closed = true });
        }).For(DeskAction.ReadLeads);
    }

    private Task ShowAsync(HttpContext context)
    {
        var editor = context.Editor();
        return DeskPage.WriteAsync(context, DeskPage.Render(context, "线索", "/desk/leads/", Body(context, editor)));
    }

    private Html Body(HttpContext context, Editor editor)
    {
        if (!editor.May(DeskAction.ReadLeads))
        {
            return LeadsPage.Closed($"线索库只给登录的人看。先建账户：{CommandName.Value} desk accounts add <姓名>，再打开编辑台。");
        }

        if (!register.IsThere)
        {
            return LeadsPage.Closed($"这里没有线索库。{CommandName.Value} leads init 建一个。");
        }

        var words = site.Site?.Taxonomies ?? Taxonomies.Empty;
        var query = context.Request.Query;
        var filter = new LeadFilter(LeadLabels.StateOf(Said("state") ?? "-"), LeadLabels.ChannelOf(Said("channel") ?? "-"), null,
            Said("direction"), Said("district"), Said("q"));
        var lines = register.Read(editor.Name, opened =>
        {
            opened.Note(new(clock.GetLocalNow(), editor.Name), "list");
            return opened.List(filter);
        });
        if (lines is null)
        {
            return LeadsPage.Locked();
        }

        context.Did("leads-read");
        var page = int.TryParse(query["page"], out var wanted)
            ? Math.Clamp(wanted, 1, Math.Max(1, (lines.Count + PageSize - 1) / PageSize)) : 1;
        return LeadsPage.Table(filter, words, lines.Count, [.. lines.Skip((page - 1) * PageSize).Take(PageSize)], page,
            (lines.Count + PageSize - 1) / PageSize);

        string? Said(string name) => query[name].ToString() is { Length: > 0 and <= 100 } said ? said : null;
    }

    private async Task OpenAsync(HttpContext context)
    {
        var editor = context.Editor();
        if (!register.IsThere)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.Forbidden, "线索库只给登录的人看。");
            return;
        }

        var now = clock.GetUtcNow();
        if (limit.Try(editor.Name, ClientAddress.Of(context), now) is { } wait)
        {
            context.Did("leads-limited");
            await RequestFilter.RefuseAsync(context, HttpStatusCode.TooManyRequests, $"试得太多了。请 {Math.Ceiling(wait.TotalMinutes):0} 分钟后再来。");
            return;
        }

        var passphrase = await PassphraseAsync(context);
        if (passphrase is null || !await Task.Run(() => register.Unlock(editor.Name, passphrase)))
        {
            context.Did("leads-open");
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "口令不对。");
            return;
        }

        limit.Succeeded(editor.Name, ClientAddress.Of(context), now);
        context.Did("leads-open");
        await DeskJson.WriteAsync(context, new { opened = true });
    }

    private static async Task<string?> PassphraseAsync(HttpContext context)
    {
        using var body = await DeskJson.ReadAsync(context);
        return body?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("passphrase", out var said)
            && said.ValueKind == JsonValueKind.String
            && said.GetString() is { Length: > 0 and <= 256 } words ? words : null;
    }
}
