using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// <c>/desk/leads/in/</c>: forms and mails come in, a file at a time, by the same intake as <c>leads import</c>; what no lead could be read
/// from waits here (<c>leads held</c>); the blank form (<c>leads form</c>) lies here too.
/// </summary>
internal sealed class LeadsIntakePart(LeadsDoor door, TimeProvider clock) : IEndpoints
{
    private const string Here = "/desk/leads/in/";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Here, context => door.PageAsync(context, "收件", Here, register => register.Held(), LeadsIntakePage.Render))
            .For(DeskAction.WorkLeads);
        routes.MapGet(Here + "form.docx", context => LeadsDoor.SendAsync(context, new("form.docx", BlankForm()))).For(DeskAction.WorkLeads);
        routes.MapPost(Here + "file", TakeAsync).For(DeskAction.WorkLeads);
        routes.MapPost(Here + "retry", context => door.DoAsync(context, "leads-retry", (register, _) => Retry(context, register)))
            .For(DeskAction.WorkLeads);
        routes.MapGet(Here + "held/{id:int}", (HttpContext context, int id) => door.FileAsync(context, "leads-held-out",
            register => HeldFile(context, register, id))).For(DeskAction.WorkLeads);
        routes.MapPost(Here + "held/{id:int}/erase", (HttpContext context, int id) => door.DoAsync(context, "leads-held-erase",
            (register, _) => EraseHeld(context, register, id))).For(DeskAction.KeepLeads);
    }

    /// <summary>Read outside of the register, which others read meanwhile; kept within it, all of the file or nothing.</summary>
    private async Task TakeAsync(HttpContext context)
    {
        using var body = await DeskJson.ReadAsync(context);
        context.Did("leads-in", changes: true);
        if (LeadsFields.Of(body) is not { } said || said["name"] is not { Length: > 0 and <= 255 } name)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "这个请求读不懂。");
            return;
        }

        if (said.File(out var why) is not { } bytes)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, why);
            return;
        }

        if (door.Register.Read(context.Editor().Name, _ => "") is null)
        {
            await door.AnswerAsync(context, null);
            return;
        }

        var read = await Task.Run(() => Reading.Read(Path.GetFileName(name.Replace('\\', '/')), bytes));
        await door.AnswerAsync(context, await Task.Run(() => door.Guarded(
            () => door.Register.Read(context.Editor().Name, register => Take(register, read, door.Occasion(context))))));
    }

    private LeadsAnswer Take(LeadRegister register, IncomingDocument read, AuditContext occasion)
    {
        var (findings, taken) = (new Diagnostics(), (Imported?)null);
        var import = new Import(register, door.Words, occasion);
        register.Together(() => taken = import.Take(read, findings));
        return new(LeadsIntakePage.Told(taken!, findings));
    }

    private LeadsAnswer Retry(HttpContext context, LeadRegister register)
    {
        var (findings, held) = (new Diagnostics(), register.Held());
        var import = new Import(register, door.Words, door.Occasion(context));
        foreach (var original in held)
        {
            import.Take(Reading.Read(original.Name, register.BytesOf(original)), findings);
        }

        return new($"再读了 {held.Count} 个，还有 {register.Held().Count} 个读不出线索。", Here);
    }

    private LeadsFile? HeldFile(HttpContext context, LeadRegister register, int id)
    {
        if (register.Held().FirstOrDefault(o => o.Id == id) is not { } original)
        {
            return null;
        }

        register.Note(door.Occasion(context), "held out", null, "1");
        return new($"held-{original.Id}.{LeadPart.EndingOf(original.Kind)}", register.BytesOf(original));
    }

    private LeadsAnswer EraseHeld(HttpContext context, LeadRegister register, int id)
    {
        if (register.Held().FirstOrDefault(o => o.Id == id) is not { } original)
        {
            return LeadsAnswer.Refused("没有这个来件。");
        }

        register.EraseHeld(original, door.Occasion(context));
        return new($"第 {id} 号来件删除了。", Here);
    }

    private byte[] BlankForm()
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        return FormWriter.Write(SiteVocabulary.Load(door.Project.Reading(Edition.Preview, today), new Diagnostics()).Call);
    }
}
