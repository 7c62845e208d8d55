using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// The private register's door and its list, for those who logged in and know its passphrase. What is looked for is sent, never part of
/// an address: it may be a name.
/// </summary>
internal sealed class LeadsPart(LeadsDoor door, TimeProvider clock) : IEndpoints
{
    private readonly LoginLimit limit = new();

    private OpenedRegister Register => door.Register;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/leads/", ShowAsync).For(DeskAction.Read); // without rights it says how one gets them
        routes.MapPost("/desk/leads/open", OpenAsync).For(DeskAction.ReadLeads);
        routes.MapPost("/desk/leads/close", context =>
        {
            Register.Close(context.Editor().Name);
            return DeskJson.WriteAsync(context, new { closed = true });
        }).For(DeskAction.ReadLeads);
        routes.MapPost("/desk/leads/find", context => door.DoAsync(context, "leads-find", (_, said) => Find(context, said)))
            .For(DeskAction.ReadLeads);
    }

    private async Task ShowAsync(HttpContext context)
    {
        var editor = context.Editor();
        if (!editor.May(DeskAction.ReadLeads))
        {
            var why = $"线索库只给登录的人看。先建账户：{CommandName.Value} desk accounts add <姓名>，再打开编辑台。";
            var body = LeadsFrame.Render(editor, "", LeadsFrame.Closed(why), null);
            await DeskPage.WriteAsync(context, DeskPage.Render(context, "线索", "/desk/leads/", body, LeadsFrame.Head));
            return;
        }

        var view = Register.ViewOf(editor.Name);
        var retention = Retention.In(Register.Folder);
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        await door.PageAsync(context, "线索", "/desk/leads/", opened =>
        {
            opened.Note(door.Occasion(context), "list");
            var lines = opened.List(view.Filter).Where(l => !view.IsDue || retention.DueOf(l.Row) <= today).ToList();
            return new LeadsListing(view, lines, door.People, retention)
            {
                Page = int.TryParse(context.Request.Query["page"], out var page) ? page : 1,
            };
        }, listing => LeadsListPage.Render(listing, door.Words, today));
    }

    private LeadsAnswer Find(HttpContext context, LeadsFields said)
    {
        string? Said(string name) => said[name] is { Length: > 0 and <= 100 } words ? words : null;
        var assigned = Said("assigned") is ['=', ..] and var marked ? marked[1..] : null;
        Register.Look(context.Editor().Name, new(
            new(LeadLabels.StateOf(Said("state") ?? "-"), LeadLabels.ChannelOf(Said("channel") ?? "-"), Said("batch"), Said("direction"),
                Said("district"), Said("q"), assigned), said.Says("due")));
        return new LeadsAnswer("", "/desk/leads/");
    }

    private async Task OpenAsync(HttpContext context)
    {
        var editor = context.Editor();
        if (!Register.IsThere)
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
        context.Did("leads-open");
        if (await Task.Run(() => WhyClosed(context, passphrase)) is { } why)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, why);
            return;
        }

        limit.Succeeded(editor.Name, ClientAddress.Of(context), now);
        await DeskJson.WriteAsync(context, new { opened = true });
    }

    /// <summary>Null when it is open. A register that git would take is opened here as little as by a command.</summary>
    private string? WhyClosed(HttpContext context, string? passphrase)
    {
        var findings = new Diagnostics();
        return passphrase is null ? "口令不对。"
            : LeadsGit.WouldTake(door.Request(context), findings) ? LeadsAnswer.Messages(findings)
            : Register.Unlock(context.Editor().Name, passphrase);
    }

    private static async Task<string?> PassphraseAsync(HttpContext context)
    {
        using var body = await DeskJson.ReadAsync(context);
        return body?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("passphrase", out var said)
            && said.ValueKind == JsonValueKind.String
            && said.GetString() is { Length: > 0 and <= 256 } words ? words : null;
    }
}
