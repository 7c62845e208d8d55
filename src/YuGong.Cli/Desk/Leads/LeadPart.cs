using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;
using YuGong.Leads;

namespace YuGong.Cli;

/// <summary>
/// <c>/desk/leads/YG-2026-0001/</c>: one lead, what came in for it, and what may be done with it. An address has its number and nothing
/// else of it.
/// </summary>
internal sealed class LeadPart(LeadsDoor door, LeadWork work, TimeProvider clock) : IEndpoints
{
    private const string Here = "/desk/leads/{number}/";

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Here, ShowAsync).For(DeskAction.ReadLeads);
        routes.MapGet(Here + "print/", PrintAsync).For(DeskAction.ReadLeads);
        routes.MapGet(Here + "same/{other}/", CompareAsync).For(DeskAction.ReadLeads);
        routes.MapGet(Here + "original/{id:int}", OriginalAsync).For(DeskAction.ReadLeads);
        routes.MapGet(Here + "all.zip", AllAsync).For(DeskAction.KeepLeads);
        foreach (var (name, does) in (ReadOnlySpan<(string, LeadWork.Change)>)
        [
            ("set", LeadWork.Set), ("sort", work.Sort), ("verify", LeadWork.Verify), ("move", work.Move),
            ("keep-both", LeadWork.KeepBoth), ("merge", LeadWork.Merge),
        ])
        {
            routes.MapPost(Here + name, context => DoAsync(context, "leads-" + name, does)).For(DeskAction.WorkLeads);
        }

        routes.MapPost(Here + "promote", PromoteAsync).For(DeskAction.WorkLeads);
        routes.MapPost(Here + "erase", context => DoAsync(context, "leads-erase", work.Erase)).For(DeskAction.KeepLeads);
    }

    private static string NumberIn(HttpContext context) => (string)context.Request.RouteValues["number"]!;

    private Task ShowAsync(HttpContext context, string number) => door.PageAsync(context, number, "/desk/leads/{number}/",
        register => LeadDossier.Open(register, number, door.Occasion(context)),
        lead => new LeadPage(lead, context.Editor(), door.Words, door.People, Today).Render());

    private Task PrintAsync(HttpContext context, string number) => door.PageAsync(context, number, "/desk/leads/{number}/",
        register => LeadDossier.Open(register, number, door.Occasion(context)), lead => LeadPage.Print(lead, door.Words));

    private Task CompareAsync(HttpContext context, string number, string other) => door.PageAsync(context, number, "/desk/leads/{number}/",
        register => LeadDossier.Open(register, number, door.Occasion(context)) is { } one
            && LeadDossier.Open(register, other, door.Occasion(context)) is { } second && one.Lead.Links.Contains(second.Lead.Number)
            ? new SamePersonPage(one, second, context.Editor().May(DeskAction.WorkLeads)) : null,
        page => page.Render());

    private Task OriginalAsync(HttpContext context, string number, int id) => door.FileAsync(context, "leads-original", register =>
    {
        if (RowOf(register, number) is not { } row || register.OriginalsOf(row).FirstOrDefault(o => o.Id == id) is not { } original)
        {
            return null;
        }

        register.Note(door.Occasion(context), "originals out", row);
        return new($"{row.Number}-{original.Id}.{EndingOf(original.Kind)}", register.BytesOf(original));
    });

    /// <summary>As <c>leads export</c> writes them, in one file.</summary>
    private Task AllAsync(HttpContext context, string number) => door.FileAsync(context, "leads-export", register =>
    {
        if (RowOf(register, number) is not { } row)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in LeadsExport.Files(register, row))
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        register.Note(door.Occasion(context), "export", row);
        return new($"{row.Number}.zip", bytes.ToArray());
    });

    /// <summary>A kind of file that is only letters, as part of a name.</summary>
    public static string EndingOf(string kind) => kind.Length is > 0 and < 8 && kind.All(char.IsAsciiLetterOrDigit) ? kind : "bin";

    private Task DoAsync(HttpContext context, string what, LeadWork.Change does) => door.DoAsync(context, what, (register, said) =>
        RowOf(register, NumberIn(context)) is { } row
            ? does(register, row, said, door.Occasion(context)) : LeadsAnswer.Refused("没有这一条线索。"));

    /// <summary>In two halves: the story begins outside of the register, and the register is told of it when it stands.</summary>
    private Task PromoteAsync(HttpContext context) => work.PromoteAsync(context, NumberIn(context));

    private static LeadRow? RowOf(LeadRegister register, string number) =>
        LeadNumber.Parse(number) is { } parsed ? register.Find(parsed) : null;
}
