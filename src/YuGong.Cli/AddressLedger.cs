using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>input/urls.txt</c> held against what would be published.</summary>
internal static class AddressLedger
{
    public static UrlLedger Read(ProjectFolder project, Diagnostics findings) =>
        UrlLedger.Parse(TextFile.Ledger(project.Ledger, $"{project.InputName}/urls.txt", findings), findings);

    /// <summary>Reports vanished addresses; a build without pages knows none.</summary>
    public static void Check(BuildRequest request, DecidedSite decided, Diagnostics findings)
    {
        var ledger = decided.Ledger;
        if (request.HasPages)
        {
            var living = decided.Plan.Addresses().ToList();
            var withdrawn = WithdrawnLedger.In(request.Project.Input, request.Project.InputName, new()).Addresses.Select(NameOf).ToHashSet(StringComparer.Ordinal);
            IEnumerable<string> excused = ledger.Addresses.Where(a => (SitePosters.IsOne(a) && !living.Exists(SitePosters.IsOne)) || (IsBeside(a) && withdrawn.Contains(NameOf(a))));
            ledger.Check([.. living, .. excused], findings);
            PostersWork.ReadCodes(request.Project, new()).Check(living, findings);
        }
    }

    /// <summary>Pages that show an entry again under its name; they go with it when it is withdrawn.</summary>
    private static bool IsBeside(string address) => SitePosters.IsOne(address) || address.StartsWith("/embed/", StringComparison.Ordinal);

    private static string NameOf(string address) => address.TrimEnd('/')[(address.TrimEnd('/').LastIndexOf('/') + 1)..];
}
