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
            var withdrawn = WithdrawnLedger.In(request.Project.Input, request.Project.InputName, new()).Addresses.Select(NameOf).ToHashSet(StringComparer.Ordinal);
            IEnumerable<string> excused = ledger.Addresses.Where(a => (SitePosters.IsOne(a) && !living.Exists(SitePosters.IsOne)) || (IsBeside(a) && withdrawn.Contains(NameOf(a))));
            ledger.Check([.. living, .. excused], findings);
            PostersWork.ReadCodes(request.Project, new()).Check(living, findings);
        }

        return ledger;
    }

    /// <summary>Pages that show an entry again under its name; they go with it when it is withdrawn.</summary>
    private static bool IsBeside(string address) => SitePosters.IsOne(address) || address.StartsWith("/embed/", StringComparison.Ordinal);

    private static string NameOf(string address) => address.TrimEnd('/')[(address.TrimEnd('/').LastIndexOf('/') + 1)..];
}
