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
    private const string Here = "/desk/leads/in/", FormName = "form.docx";

    private static string? Soffice => Office.Find(Environment.GetEnvironmentVariable("PATH"));

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Here, context => door.PageAsync(context, "收件", Here, register => register.Held(),
            held => LeadsIntakePage.Render(held, Soffice is not null)))
            .For(DeskAction.WorkLeads);
        routes.MapGet(Here + FormName, context => LeadsDoor.SendAsync(context, new(FormName, BlankForm()))).For(DeskAction.WorkLeads);
        routes.MapGet(Here + "form.pdf", PdfAsync).For(DeskAction.WorkLeads);
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

    /// <summary>The same form by LibreOffice, in a folder that is gone when it is sent.</summary>
    private async Task PdfAsync(HttpContext context)
    {
        var folder = Directory.CreateTempSubdirectory("yugong-form-").FullName;
        try
        {
            var (form, pdf) = (Path.Combine(folder, FormName), Path.Combine(folder, "form.pdf"));
            await File.WriteAllBytesAsync(form, BlankForm(), context.RequestAborted);
            var why = Soffice is { } program ? await Task.Run(() => Office.Convert(program, "pdf", folder, form)?.Zh)
                : "这台机器没有装 LibreOffice";
            if (why is not null || !File.Exists(pdf))
            {
                await RequestFilter.RefuseAsync(context, HttpStatusCode.ServiceUnavailable, $"PDF 做不出来：{why}。Word 的表照样能用。");
                return;
            }

            await LeadsDoor.SendAsync(context, new("form.pdf", await File.ReadAllBytesAsync(pdf, context.RequestAborted)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
