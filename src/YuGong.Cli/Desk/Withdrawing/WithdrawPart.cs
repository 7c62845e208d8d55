using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build.Takedown;
using YuGong.Content;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>
/// 「立即撤下」: <c>GET /desk/withdraw/stories/x/</c> says what goes, <c>POST /desk/withdraw</c> with
/// <c>{ "collection": "stories", "id": "x", "name": "…" }</c> does it; how far it is, <c>GET /desk/api/online</c> says.
/// </summary>
internal sealed class WithdrawPart(DeskWithdrawal withdrawal) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/withdraw/{collection}/{id}/", AskAsync).For(DeskAction.GoOnline);
        routes.MapPost("/desk/withdraw", DoAsync).For(DeskAction.GoOnline);
    }

    private async Task AskAsync(HttpContext context, string collection, string id)
    {
        var (kind, plan) = Find(collection, id);
        if (kind is null || (plan is null && !withdrawal.IsUnproven(id)))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这个条目。");
            return;
        }

        var title = plan?.Entries[0].Title ?? id;
        await DeskPage.WriteAsync(context, DeskPage.Render(context, $"撤下 {title}", "", Html.Of($"""
            <nav class="crumbs" aria-label="位置"><a href="/desk/">总览</a> / 撤下</nav>
            <h1>撤下 {title}</h1>
            {(plan is null ? new Html("<p>已经撤下,还没有查干净。改好提到它的文字以后,再查一遍。</p>") : Told(plan))}
            {(plan is not null && withdrawal.IsLocked(context.Editor()) ? Locked : Html.None)}
            <form data-withdraw="{collection}" data-id="{id}">
            <p><label>{(plan is null ? "写上编号" : "写上名字")}“{title}”,才会做 <input name="name" autocomplete="off" required></label></p>
            <p><button class="button" type="submit">{(plan is null ? "再查一遍" : "立即撤下")}</button></p></form>
            <p role="status" data-online-status></p>
            """)));
    }

    private Html Told(WithdrawalPlan plan)
    {
        var mentions = withdrawal.Mentions(plan);
        var edits = plan.Edits.Count == 0 ? Html.None
            : Html.Of($"<p>别处对它的引用去掉:</p><ul class=\"lines\">{Html.Join(plan.Edits, Edited)}</ul>");
        var texts = mentions.Count == 0 ? Html.None
            : Html.Of($"<p>这些文字提到它,要人改,最好先改:</p><ul class=\"lines\">{Html.Join(mentions, m => Html.Of($"<li>{m}</li>"))}</ul>");
        return Html.Of($"""
            <p>从页面、接口、搜索、图片、海报和缓存里撤下,重新构建,更新所有在线的地方,再查一遍撤干净没有。原来的地址留一页说明;以前的版本不能再退回。</p>
            <p>撤下的是:</p><ul class="lines">{Html.Join(plan.Entries, Line)}{Html.Join(plan.Books, Line)}</ul>
            {edits}{texts}
            <p class="soft">git 的旧提交里还有它的文字;要清除历史,请管仓库的人照 docs/leads.md 做。</p>
            """);
    }

    private static Html Edited(WithdrawalEdit edit) => Html.Of($"<li>{(edit.Address.Length > 0 ? edit.Address : edit.Name)}</li>");

    private static Html Line(WithdrawnBook book) => Html.Of($"<li>只有它的一本书 <span class=\"soft\">{book.Name}</span></li>");

    private static Html Line(Entry entry) => Html.Of($"<li>{entry.Title} <span class=\"soft\">{EntryAddresses.Of(entry)}</span></li>");

    private static Html Locked { get; } = new("""
        <p>线索库锁着:先<a href="/desk/leads/">打开它</a>,撤下时就一起记下,证书也收回;不打开,事后请管线索的人记。</p>
        """);

    private async Task DoAsync(HttpContext context)
    {
        using var body = await DeskJson.ReadAsync(context);
        string Said(string name) => body?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(name, out var said)
            && said.ValueKind == JsonValueKind.String ? said.GetString()! : "";
        var id = Said("id");
        var (kind, plan) = Find(Said("collection"), id);
        if (kind is null || (plan is null && !withdrawal.IsUnproven(id)))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这个条目。");
            return;
        }

        if (Said("name").Trim() != (plan?.Entries[0].Title ?? id))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "名字和这一条的不一样,什么也没有做。");
            return;
        }

        context.Did("withdraw", id, changes: true);
        if (!withdrawal.Begin(plan, id, context.Editor()))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.Conflict, "另一次上线还没有做完。");
            return;
        }

        await DeskJson.WriteAsync(context, new { begun = true });
    }

    private (EntryKind? Kind, WithdrawalPlan? Plan) Find(string collection, string id) =>
        DeskCollection.Find(collection) is { } found && Slug.IsValid(id) && EntryKind.Find(found.Schema.Name) is { } kind
            && EntryKind.Exhibits.Contains(kind) ? (kind, withdrawal.Plan(kind, id)) : (null, null);
}
