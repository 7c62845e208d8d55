using YuGong.Content;
using YuGong.Pages;
using YuGong.Posters.Codes;
using YuGong.Publishing;
using YuGong.Publishing.Privacy;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>What a publication needs of the checks that came before it.</summary>
/// <param name="Claims">What <c>input/claims.txt</c> will say when the site is published.</param>
/// <param name="CleanFiles">Files of input and theme in which nothing private was found.</param>
public sealed record PublicChecks(ClaimUpdate Claims, ProjectPrivacy Privacy, CleanFiles CleanFiles);

/// <summary>
/// What stands between a decided site and the public. Whoever plans a site for the public asks it, be it for a check, a build or the desk;
/// none of them knows a rule of its own.
/// </summary>
/// <param name="made">What the theme has pages for.</param>
/// <param name="living">Every address of the site.</param>
internal sealed class PlanChecks(
    RunOptions options, InputSnapshot snapshot, ThemeAddresses made, IReadOnlyList<string> living, Diagnostics findings)
{
    /// <summary>Holds the site against the ledgers and searches the input for what is private; findings name the input.</summary>
    /// <param name="known">What an earlier run found clean.</param>
    public PublicChecks Run(LoadedSite loaded, UrlLedger addresses, ShortLinks codes, CleanFiles known)
    {
        var (project, site) = (options.Project, loaded.Site);
        CheckAddresses(addresses, codes, loaded.Unread);
        var claims = ClaimLedger.In(project.Input, project.InputName, findings).Check(site, options.Jobs, findings);
        var privacy = new ProjectPrivacy(project, site, snapshot, loaded.Searched, options.PrivateValues);
        privacy.ScanOverlay(options.Overlay, findings);
        return new(claims, privacy, privacy.ScanInput(options.Jobs, known, findings));
    }

    /// <summary>Reports vanished addresses; a site without pages has none to lose, and of an unread entry its own finding tells.</summary>
    private void CheckAddresses(UrlLedger addresses, ShortLinks codes, IReadOnlySet<string> unread)
    {
        if (!options.HasPages)
        {
            return;
        }

        var withdrawn = WithdrawnLedger.In(options.Project.Input, options.Project.InputName, new()).Addresses
            .Select(NameOf).ToHashSet(StringComparer.Ordinal);
        var gone = withdrawn.Concat(unread.Select(NameOf)).ToHashSet(StringComparer.Ordinal);
        var withoutPosters = !living.Any(PosterStep.IsPoster);
        var excused = addresses.Addresses.Where(a =>
            (withoutPosters && PosterStep.IsPoster(a)) || unread.Contains(a) || (IsBesideEntry(a) && gone.Contains(NameOf(a))));
        var accounted = living.Concat(excused).ToHashSet(StringComparer.Ordinal);
        accounted.UnionWith(made.ReportUnmade(addresses.Addresses.Where(a => !accounted.Contains(a)), findings));
        addresses.Check(accounted, findings);
        codes.Check([.. living, .. unread, .. codes.Codes.Select(c => c.Address).Where(a => !made.Makes(a))], findings);
    }

    /// <summary>Pages that show an entry again under its name; they go with it when it is withdrawn.</summary>
    private static bool IsBesideEntry(string address) =>
        PosterStep.IsPoster(address) || address.StartsWith("/embed/", StringComparison.Ordinal);

    private static string NameOf(string address) => address.TrimEnd('/')[(address.TrimEnd('/').LastIndexOf('/') + 1)..];
}
