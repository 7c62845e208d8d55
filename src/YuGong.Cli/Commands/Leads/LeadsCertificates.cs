using System.CommandLine;
using YuGong.Build.Exports;
using YuGong.Leads;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <param name="To">Null for the register's own folder.</param>
/// <param name="From">A list of thanks as CSV; null for the recommenders of published leads.</param>
/// <param name="Numbers">Only these; empty for all.</param>
internal sealed record CertificatesRequest(LeadsRequest Leads, string Design, string? To, string? From, string? Csv,
    IReadOnlyList<string> Numbers, bool Print, bool Specimen)
{
    public string Folder => Path.GetFullPath(To ?? (Specimen ? Leads.Project.Root : Path.Combine(Leads.Folder, "certificates")));
}

/// <summary><c>leads certificates</c>: numbers, check codes, PDFs, and the sealed ledger from which the verify page is made.</summary>
internal static class LeadsCertificates
{
    public static Command Create()
    {
        var pdf = new Option<bool>("--pdf") { Description = Terminal.Words("印成 A4 横幅 PDF(默认写到 leads/certificates/,按编号命名)",
            "Print as A4 landscape PDFs (usually into leads/certificates/, named by number)") };
        var to = new Option<string?>("--to") { Description = Terminal.Words("PDF 写到这个文件夹(含 --pdf)",
            "Folder for the PDFs (implies --pdf)") };
        var design = new Option<string>("--design") { Description = Terminal.Words("证书的设计:thanks 感谢证书,honour 荣誉证书,或主题里的别的设计",
            "Design of the certificate: thanks, honour, or another one of the theme"),
            DefaultValueFactory = _ => "thanks" };
        var from = new Option<string?>("--from") { Description = Terminal.Words("按致谢名单(CSV,列:致谢、人物;已发的带编号、校验码)发证,不看线索的状态",
            "Issue by a list of thanks (CSV with columns 致谢, 人物; those issued with 编号, 校验码), whatever the state of the leads") };
        var number = new Option<string[]>("--number") { Description = Terminal.Words("只印这些编号,可以写几个",
            "Print these numbers only; several may be given"), AllowMultipleArgumentsPerToken = true };
        var csv = new Option<string?>("--csv") { Description = Terminal.Words("把编号、致谢对象、人物、日期、校验码写成 CSV(含校验码,用完请删)",
            "Write numbers, names, dates and check codes as CSV (delete it after use: it holds the codes)") };
        var specimen = new Option<bool>("--specimen") { Description = Terminal.Words("印一张带“示例”的样张,给设计师和领导看;不用线索库,不编号",
            "Print one specimen with a ribbon, to be looked at; uses no register and no number") };
        return LeadsOptions.Command(
            "certificates", new("给已发布线索的推荐人(或名单上的人)编致谢证书号和校验码,写 input/certificates.txt(全部加封,供 /verify/ 核验),印成 PDF。",
                "Give those who recommended published leads (or are on a list) certificates of thanks: numbers, check codes, "
                + "input/certificates.txt (sealed, for /verify/), PDFs."),
            (parsed, request) => Run(new(
                request, parsed.GetValue(design)!, parsed.GetValue(to), parsed.GetValue(from), parsed.GetValue(csv),
                parsed.GetValue(number) ?? [],
                parsed.GetValue(pdf) || parsed.GetValue(to) is not null, parsed.GetValue(specimen))),
            changes: true, final: false, pdf, to, design, from, number, csv, specimen);
    }

    private static int Run(CertificatesRequest request) =>
        request.Specimen ? Specimen(request) : LeadsSession.With(request.Leads, (register, findings) =>
    {
        if (request.From is { } list && !File.Exists(list))
        {
            Terminal.Warn(new($"没有这个文件:{list}", $"There is no such file: {list}"));
            return 2;
        }

        if (!MayWrite(request, findings))
        {
            return 1;
        }

        var roster = request.From is { } from ? Read(from, register, findings) : null;
        if (findings.HasErrors)
        {
            return 1;
        }

        var before = register.Certificates();
        if (request.Leads.DryRun)
        {
            var coming = roster?.Count(r => r.Number.Length == 0
                && !before.Any(c => c.Recommender == r.Recommender && c.Person == r.Person)) ?? register.ToThank().Count;
            LeadsSession.Tell(request.Leads,
                new Phrase($"已发的证书 {before.Count} 份;会新发 {coming} 份",
                    $"{Phrase.Count(before.Count, "certificate")} issued; would issue {coming} more")
                + (request.Print ? new($",PDF 会写到 {request.Folder}", $", with PDFs in {request.Folder}") : Phrase.Empty)
                + new Phrase("。什么也没有改。", ". Nothing was changed."),
                new { issued = before.Count, coming });
            return 0;
        }

        var all = roster is null
            ? [.. register.Issue(request.Leads.AuditContext), .. before] : register.Issue(roster, request.Leads.AuditContext);
        var issued = all.Where(c => !before.Contains(c)).ToList();
        new VerifyLedger(request.Leads.Project.Input).Add(register.Certificates());
        if (request.Csv is { } csv)
        {
            PrivateFile.Write(csv, CertificateCsv.Write(register.Certificates()));
        }

        var wanted = all.Where(c => request.Numbers.Count == 0 || request.Numbers.Contains(c.Number, StringComparer.OrdinalIgnoreCase))
            .OrderBy(c => c.Number, StringComparer.Ordinal).ToList();
        var printed = request.Print ? Print(request, wanted, findings) : 0;
        Tell(request, issued, register.Certificates().Count, printed);
        return 0;
    });

    /// <summary>Asked before a number is given: a certificate that cannot be written down should not be issued.</summary>
    private static bool MayWrite(CertificatesRequest request, Diagnostics findings)
    {
        var guard = WritePlaces.Private(request.Leads);
        return (!request.Print || request.To is null || guard.MayFill(request.Folder, FolderKind.Private, findings))
            & (request.Csv is not { } csv || guard.MayWrite(Path.GetFullPath(csv), null, findings));
    }

    private static int Specimen(CertificatesRequest request)
    {
        var findings = new Diagnostics();
        if (!WritePlaces.Private(request.Leads).MayReplace(Path.Combine(request.Folder, $"specimen-{request.Design}.pdf"), findings))
        {
            return LeadsSession.Say(findings);
        }

        var printed = Print(request, [CertificateExport.Specimen(request.Leads.Today)], findings);
        if (printed > 0)
        {
            var file = Path.Combine(request.Folder, $"specimen-{request.Design}.pdf");
            LeadsSession.Tell(request.Leads, new($"样张写好了:{file}。", $"Specimen written: {file}."), new { specimen = file });
        }

        return LeadsSession.Say(findings);
    }

    private static int Print(CertificatesRequest request, IReadOnlyList<Certificate> certificates, Diagnostics findings)
    {
        var leads = request.Leads;
        var options = new CertificateExportOptions(leads.Project, leads.Today, request.Design, request.Folder, request.Specimen);
        using var progress = new CountedProgress(Terminal.Words("证书",
            "Certificates"), certificates.Count, leads.Json) { IsLong = certificates.Count > 4 };
        return CertificateExport.Print(options, certificates, progress.Set, findings);
    }

    private static IReadOnlyList<RosterRow> Read(string path, LeadRegister register, Diagnostics findings)
    {
        var place = new SourceFile(path, "").Whole;
        if (IncomingFile.Read(path, out var unread) is not { } bytes)
        {
            findings.Report(LeadsRules.BadRoster, place, "1", unread!);
            return [];
        }

        return Read(bytes, place, register, findings);
    }

    /// <summary>The rows of a list of thanks, each held to what was issued before; findings say what is wrong.</summary>
    public static IReadOnlyList<RosterRow> Read(byte[] bytes, SourceSpan place, LeadRegister register, Diagnostics findings)
    {
        if (Roster.Read(bytes) is not { } roster)
        {
            findings.Report(LeadsRules.BadRoster, place, "1",
                new Phrase("没有“致谢”和“人物”两列", "there are no columns 致谢 and 人物"));
            return [];
        }

        var known = register.Certificates().ToDictionary(c => c.Number, StringComparer.OrdinalIgnoreCase);
        foreach (var (row, why) in roster.Select(r => (r.Row, Roster.Fault(r, known))).Where(f => f.Item2 is not null))
        {
            findings.Report(LeadsRules.BadRoster, place, $"{row}", why!);
        }

        return roster;
    }

    private static void Tell(CertificatesRequest request, IReadOnlyList<Certificate> issued, int all, int printed)
    {
        if (request.Leads.Json)
        {
            LeadsSession.Print(issued);
            return;
        }

        Terminal.Write(LeadsTable.Format(
            [new("编号", "number"), new("致谢", "thanks"), new("人物", "person"), new("校验码", "code")],
            [.. issued.Select(c => (IReadOnlyList<string>)[c.Number, c.Recommender, c.Person, c.Code])], !Console.IsOutputRedirected));
        Terminal.Say(
            new Phrase($"新发 {issued.Count} 份,共 {all} 份。", $"{issued.Count} issued now, {all} in all.")
            + (printed > 0 ? new($"印了 {printed} 份,在 {request.Folder}(含姓名和校验码,发完请删)。",
                $" {printed} printed into {request.Folder} (with names and codes: delete them once sent).") : Phrase.Empty)
            + (issued.Count > 0 ? new($"核验页要重新构建才有:{CommandName.Value} build。",
                $" The page of verification needs a build: {CommandName.Value} build.") : Phrase.Empty));
    }
}
