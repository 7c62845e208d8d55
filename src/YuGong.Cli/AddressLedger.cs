using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>input/urls.txt</c> held against what would be published.</summary>
internal static class AddressLedger
{
    /// <summary>Reports vanished addresses; a build without pages knows none.</summary>
    public static UrlLedger Check(BuildRequest request, DecidedSite decided, Diagnostics findings)
    {
        var (path, name) = (request.Project.Ledger, $"{request.Project.InputName}/urls.txt");
        var size = File.Exists(path) ? new FileInfo(path).Length : 0;
        var file = size == 0 ? null : TextFile.Read(path, name, size, "台账", findings);
        var ledger = UrlLedger.Parse(file ?? new SourceFile(name, ""), findings);
        if (request.HasPages)
        {
            var living = decided.Plan.Addresses().ToList();
            ledger.Check(living.Exists(SitePosters.IsOne) ? living : [.. living, .. ledger.Addresses.Where(SitePosters.IsOne)], findings);
            PostersWork.ReadCodes(request.Project, new()).Check(living, findings);
        }

        return ledger;
    }
}
