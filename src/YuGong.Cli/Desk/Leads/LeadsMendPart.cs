using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// <c>/desk/leads/mend/</c>: what is done when the register does not open, as <c>leads restore</c> and <c>leads check --accept</c> do it,
/// and new key files. None of it needs an open register; each asks for the key.
/// </summary>
internal sealed class LeadsMendPart(LeadsDoor door) : IEndpoints
{
    private const string Here = "/desk/leads/mend/", Home = "/desk/leads/";

    private readonly ArrivingBackup arriving = new(door.Register.Folder);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Here, ShowAsync).For(DeskAction.KeepLeads);
        routes.MapGet(Here + "key", KeyFileAsync).For(DeskAction.KeepLeads);
        routes.MapPost(Here + "accept", context => TryAsync(context, "leads-accept", Accept)).For(DeskAction.KeepLeads);
        routes.MapPost(Here + "upload", UploadAsync).For(DeskAction.KeepLeads);
        routes.MapPost(Here + "restore", context => TryAsync(context, "leads-restore", Restore)).For(DeskAction.KeepLeads);
    }

    private Task ShowAsync(HttpContext context)
    {
        context.Did("leads-mend");
        var body = LeadsFrame.Render(context.Editor(), "", Page(door.Register.IsThere), null);
        return DeskPage.WriteAsync(context, DeskPage.Render(context, "线索库打不开时", Home, body, LeadsFrame.Head));
    }

    /// <summary>A key that is nowhere but in this answer: it is the register's once it came back.</summary>
    private static Task KeyFileAsync(HttpContext context)
    {
        context.Did("leads-key-file");
        return LeadsDoor.SendAsync(context, new("leads.key", Encoding.ASCII.GetBytes(KeyFile.NewText())));
    }

    private async Task TryAsync(HttpContext context, string what, Func<HttpContext, LeadsFields, LeadKey, LeadsAnswer> work)
    {
        using var body = await DeskJson.ReadAsync(context);
        context.Did(what, changes: true);
        var said = LeadsFields.Of(body);
        await door.TryKeyAsync(context, said, key =>
        {
            var (request, findings) = (door.Request(context), new Diagnostics());
            return LeadsGit.WouldTake(request, findings) || !LeadsSession.IsPlaceForRegister(request, findings)
                ? LeadsAnswer.Refused(findings) : work(context, said!, key);
        });
    }

    private LeadsAnswer Accept(HttpContext context, LeadsFields said, LeadKey key)
    {
        var findings = new Diagnostics();
        using (var register = LeadRegister.Open(door.Register.Folder, key, findings, whateverItsAnchor: true))
        {
            if (register is null)
            {
                return LeadsAnswer.Refused(findings);
            }

            if (register.Anchored.Fault is not { } fault)
            {
                return new("线索库和锚对得上，没有什么要认的。");
            }

            if (!said.Says("sure"))
            {
                return new($"{fault.Zh}。先查明白是怎么回事；照样用这个线索库，就勾上再按一次。");
            }

            door.Register.CloseForAll();
            register.Accept(door.Occasion(context));
        }

        return Opened(context, key, "认下了，记进了流水；锚从这里接着记。");
    }

    /// <summary>Whoever mended it reads it at once, and what was done stands above.</summary>
    private LeadsAnswer Opened(HttpContext context, LeadKey key, string words)
    {
        door.Register.Unlock(context.Editor().Name, key);
        return new(words, Home);
    }

    private async Task UploadAsync(HttpContext context)
    {
        using var body = await DeskJson.ReadAsync(context);
        var (size, at) = (FormRequest.Number(body, "size") ?? 0, FormRequest.Number(body, "at") ?? -1);
        if (FormRequest.File(body) is not { } bytes || size is <= 0 or > ArrivingBackup.MostBytes || at < 0)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "文件没有传完整，或者太大了。");
            return;
        }

        var part = new UploadPart(DeskJson.Said(body, "name"), size, DeskJson.Said(body, "stamp"), at, bytes);
        if (arriving.Take(part, door.Now) is not var (have, name))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.Conflict, "没有传完的文件太多了，明天再传，或者请管机器的人清掉 leads/arriving。");
            return;
        }

        await DeskJson.WriteAsync(context, new { have, name });
    }

    /// <summary>As the command does it; what came is gone afterwards, however it ended.</summary>
    private LeadsAnswer Restore(HttpContext context, LeadsFields said, LeadKey key)
    {
        if (door.Register.IsThere && !said.Says("sure"))
        {
            return LeadsAnswer.Refused("这里有线索库：要用备份换掉它，就勾上再按一次。");
        }

        try
        {
            if (arriving.Whole(said["files"].Split(' ')) is not { } backup)
            {
                return LeadsAnswer.Refused("里面没有线索库的备份。");
            }

            var findings = new Diagnostics();
            door.Register.CloseForAll();
            int? leads;
            using (var register = LeadRegister.Restore(backup, door.Register.Folder, key, door.Occasion(context), findings,
                withoutAnchor: said.Says("without")))
            {
                leads = register?.Rows().Count;
            }

            return leads is null ? LeadsAnswer.Refused(findings)
                : Opened(context, key, $"恢复了 {leads} 条线索。原来的库留在旁边（register.before-restore.db）；请核对编号。");
        }
        catch (InvalidDataException)
        {
            return LeadsAnswer.Refused("这个压缩包打不开。");
        }
        finally
        {
            arriving.Forget();
        }
    }

    private static Html Page(bool isThere) => Html.Of($"""
        <h1>线索库打不开时</h1>
        <p>口令或钥匙丢了，谁也打不开，这里也不行。别的毛病，先把整个 leads 文件夹拷一份，再动手。</p>
        <div class="papers">
        {(!isThere ? Html.None : Html.Of($"""
        <section class="paper" aria-labelledby="accept"><h2 id="accept">锚对不上</h2>
        <p class="soft">库旁边的锚记着上一次写到哪里。对不上，就是库被换过、截过，或者放回了旧的一份。查明白了还要用它，才认下；这件事记进流水。</p>
        {LeadsFrame.Form(Here + "accept", AcceptFields, "看一看，认下")}</section>
        """))}
        <section class="paper" aria-labelledby="restore"><h2 id="restore">从备份恢复</h2>
        <p class="soft">选下载的备份（.zip），或者备份和它旁边的 .anchor 两个文件。先证明备份完整，再换上；删除过的线索会再删一次，
        给专家的链接要重新做。</p>
        <form class="deed" data-leads-backup="{Here}restore">
        <label>备份 <input type="file" name="backup" multiple required></label>
        {LeadsFrame.Key("备份那时候的口令", "of-backup")}
        <label class="tick"><input type="checkbox" name="without" value="yes"> 没有锚也恢复（末尾有没有被截掉，看不出来）</label>
        {(isThere ? Sure("用备份换掉现在的库") : Html.None)}
        <p><button class="button button-quiet" type="submit">恢复</button> <span role="status" class="soft"></span></p></form></section>
        </div>
        """);

    private static Html AcceptFields { get; } =
        Html.Of($"{LeadsFrame.Key("线索库的口令", "of-register")}{Sure("已经查明白，照样用这个库")}");

    private static Html Sure(string words) => Html.Of($"""
        <label class="tick"><input type="checkbox" name="sure" value="yes"> {words}</label>
        """);
}
