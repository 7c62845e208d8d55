using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build.Exports;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// <c>/desk/leads/certificates/</c>: thanks for the recommenders of published leads, or for the people of a list, as
/// <c>leads certificates</c> gives them. The sealed records are committed; a certificate is printed when it is asked for and kept nowhere.
/// </summary>
internal sealed class LeadsCertificatesPart(LeadsDoor door, EditingDesk desk, TimeProvider clock) : IEndpoints
{
    private const string Here = "/desk/leads/certificates/";

    private readonly Lock printing = new();

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Here, context => door.PageAsync(context, "证书", Here, CertificateListing.Of, LeadsCertificatesPage.Render))
            .For(DeskAction.KeepLeads);
        routes.MapPost(Here + "issue", context => IssueAsync(context, "leads-certificates", (register, _) =>
            [.. register.Issue(door.Occasion(context))])).For(DeskAction.KeepLeads);
        routes.MapPost(Here + "roster", context => IssueAsync(context, "leads-roster", (register, said) =>
            FromRoster(context, register, said))).For(DeskAction.KeepLeads);
        routes.MapGet(Here + "list.csv", context => door.FileAsync(context, "leads-certificates-out",
            register => new("certificates.csv", CertificateCsv.Write(register.Certificates())))).For(DeskAction.KeepLeads);
        routes.MapGet(Here + "{design}/{certificate}.pdf", PrintAsync).For(DeskAction.KeepLeads);
    }

    /// <summary>Numbers in the register, then the sealed records in the content, then their commit.</summary>
    private Task IssueAsync(HttpContext context, string what, Func<LeadRegister, LeadsFields, IReadOnlyList<Certificate>?> issue) =>
        door.DoAsync(context, what, (register, said) =>
        {
            var before = register.Certificates().Count;
            if (issue(register, said) is null)
            {
                return LeadsAnswer.Refused("名单有不对的地方，一份也没有发：要有“致谢”和“人物”两列，每行都写全，已发的编号和校验码对得上。");
            }

            var all = register.Certificates();
            desk.AloneOnMainAsync(() =>
            {
                new VerifyLedger(door.Project.Input).Add(all);
                return new ProjectGit(door.Project).Commit([$"{door.Project.InputName}/certificates.txt"], "证书的核验记录（加封）",
                    context.Editor());
            }).GetAwaiter().GetResult();
            return new($"新发 {all.Count - before} 份，共 {all.Count} 份。核验页下次上线以后才有。", Here);
        });

    private IReadOnlyList<Certificate>? FromRoster(HttpContext context, LeadRegister register, LeadsFields said)
    {
        var findings = new Diagnostics();
        var place = new SourceFile("roster", "").Whole;
        var roster = said.File(out _) is { } bytes ? LeadsCertificates.Read(bytes, place, register, findings) : null;
        return roster is null || findings.HasErrors ? null : register.Issue(roster, door.Occasion(context));
    }

    /// <summary>One at a time, into a folder of its own that is gone when the certificate is sent.</summary>
    private async Task PrintAsync(HttpContext context, string design, string certificate)
    {
        context.Did("leads-certificate-print", certificate.Length <= 20 ? certificate : null);
        var isSpecimen = certificate == "specimen";
        var found = isSpecimen ? CertificateExport.Specimen(Today)
            : await Task.Run(() => door.Register.Read(context.Editor().Name,
                register => register.Certificates().FirstOrDefault(c => c.Number == certificate)));
        if (found is null || design.Length > 40 || !design.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这份证书，或者线索库锁上了。");
            return;
        }

        var findings = new Diagnostics();
        var pdf = await Task.Run(() => Print(found, design, isSpecimen, findings));
        if (pdf is null)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, LeadsAnswer.Messages(findings));
            return;
        }

        await LeadsDoor.SendAsync(context, new(isSpecimen ? $"specimen-{design}.pdf" : $"{certificate}.pdf", pdf));
    }

    private byte[]? Print(Certificate certificate, string design, bool isSpecimen, Diagnostics findings)
    {
        lock (printing)
        {
            var folder = PrivateFile.Folder(Path.Combine(door.Register.Folder, "printing"));
            try
            {
                CertificateExport.Print(new(door.Project, Today, design, folder, isSpecimen), [certificate], _ => { }, findings);
                return Directory.GetFiles(folder, "*.pdf") is [var file] ? File.ReadAllBytes(file) : null;
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}

/// <summary>Certificates that were issued, and how many are due.</summary>
internal sealed record CertificateListing(IReadOnlyList<Certificate> Issued, int ToThank)
{
    public static CertificateListing Of(LeadRegister register) => new(register.Certificates(), register.ToThank().Count);
}

/// <summary>The certificates as a table with what may be done.</summary>
internal static class LeadsCertificatesPage
{
    private const string Head = "编号 致谢 人物 日期 校验码";

    public static Html Render(CertificateListing listing) => Html.Of($"""
        <h1>证书 <span class="number">{listing.Issued.Count}</span></h1>
        <p>给已发布线索的推荐人：编号、校验码和加封的核验记录。还有 {listing.ToThank} 份可以发。</p>
        {(listing.ToThank == 0 ? Html.None
            : LeadsFrame.Form("/desk/leads/certificates/issue", Html.None, $"发 {listing.ToThank} 份", quiet: false))}
        {(listing.Issued.Count == 0 ? new Html("<p class=\"none\">还没有发过。</p>") : Table(listing.Issued))}
        <div class="papers"><section class="paper" aria-labelledby="roster"><h2 id="roster">按名单发</h2>
        <p class="soft">CSV 表，列：致谢、人物；已发的带编号、校验码。不看线索走到哪一步，可以重复收。</p>
        <form class="deed" data-leads-file="/desk/leads/certificates/roster">
        <label>名单 <input type="file" required accept=".csv"></label>
        <p><button class="button button-quiet" type="submit">收名单、发证</button> <span role="status" class="soft"></span></p></form></section>
        <section class="paper" aria-labelledby="specimen"><h2 id="specimen">样张</h2>
        <p class="soft">带“示例”，给设计师和领导看，不编号。</p>
        <p><a href="/desk/leads/certificates/thanks/specimen.pdf" download>感谢证书</a>，
        <a href="/desk/leads/certificates/honour/specimen.pdf" download>荣誉证书</a></p></section></div>
        """);

    private static Html Table(IReadOnlyList<Certificate> issued) => Html.Of($"""
        <p class="soft">证书和表里有姓名和校验码：发完请删，随时可以再印。<a href="/desk/leads/certificates/list.csv" download>下载 CSV 表</a></p>
        <div class="scroll" tabindex="0" role="region" aria-label="证书"><table class="table"><thead><tr>
        {Html.Join(Head.Split(' '), h => Html.Of($"<th scope=\"col\">{h}</th>"))}<th scope="col">印</th></tr></thead>
        <tbody>{Html.Join(issued, Row)}</tbody></table></div>
        """);

    private static Html Row(Certificate c) => Html.Of($"""
        <tr><td>{c.Number}</td><td>{VisibleText.Line(c.Recommender)}</td><td>{VisibleText.Line(c.Person)}</td><td>{c.Issued:yyyy-MM-dd}</td>
        <td>{c.Code}</td><td><a href="/desk/leads/certificates/thanks/{c.Number}.pdf" download>感谢证书</a>
        <a href="/desk/leads/certificates/honour/{c.Number}.pdf" download>荣誉证书</a></td></tr>
        """);
}
