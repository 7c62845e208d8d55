using System.CommandLine;
using YuGong.Leads;

namespace YuGong.Cli;

/// <summary><c>leads certificates</c>: numbers and check codes, and the sealed ledger from which the verify page is made.</summary>
internal static class LeadsCertificates
{
    public static Command Create()
    {
        var csv = new Option<string?>("--csv") { Description = "把编号、致谢对象、人物、日期、校验码写成 CSV,供排版证书(含校验码,发完请删)" };
        return LeadsOptions.Command("certificates", "给已发布线索的推荐人编致谢证书号和校验码,并写 input/certificates.txt(全部加封,供 /verify/ 核验)。", (parsed, request) => Run(request, parsed.GetValue(csv)), changes: true, final: false, csv);
    }

    private static int Run(LeadsRequest request, string? csv) => LeadsDesk.With(request, (register, _) =>
    {
        if (request.DryRun)
        {
            Console.WriteLine($"已发的证书 {register.Certificates().Count} 份。什么也没有改。");
            return 0;
        }

        var issued = register.Issue(request.Occasion);
        var path = Path.Combine(request.Project.Input, "certificates.txt");
        var known = File.Exists(path) ? File.ReadAllLines(path) : [];
        var fresh = issued.Select(c => CheckCode.Line(c.Number, c.Code, LeadRegister.PublicRecord(c))).ToList();
        if (fresh.Count > 0)
        {
            // Sorted by place, so that the order of the lines tells nothing.
            File.WriteAllLines(path + ".draft", known.Concat(fresh).Order(StringComparer.Ordinal));
            File.Move(path + ".draft", path, overwrite: true);
        }

        if (csv is not null)
        {
            File.WriteAllBytes(csv, CertificateCsv.Write(register.Certificates()));
        }

        if (request.Json)
        {
            LeadsDesk.Print(issued);
        }
        else
        {
            Console.Write(LeadsTable.Of(["编号", "致谢", "人物", "校验码"], [.. issued.Select(c => (IReadOnlyList<string>)[c.Number, c.Recommender, c.Person, c.Code])], !Console.IsOutputRedirected));
            Console.WriteLine($"新发 {issued.Count} 份,共 {register.Certificates().Count} 份。");
        }

        return 0;
    });
}
