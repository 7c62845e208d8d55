using System.Net;
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
        if (!Register.IsThere)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.Forbidden, "线索库只给登录的人看。");
            return;
        }

        using var body = await DeskJson.ReadAsync(context);
        context.Did("leads-open");
        await door.TryKeyAsync(context, LeadsFields.Of(body), key => WhyClosed(context, key) is { } why ? LeadsAnswer.Refused(why)
            : new("") { IsOpened = true });
    }

    /// <summary>Null when it is open. A register that git would take is opened here as little as by a command.</summary>
    private string? WhyClosed(HttpContext context, LeadKey key)
    {
        var findings = new Diagnostics();
        return LeadsGit.WouldTake(door.Request(context), findings) ? LeadsAnswer.Messages(findings)
            : Register.Unlock(context.Editor().Name, key);
    }
}
