using Xunit;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Tests.Sites;

/// <summary>Builds that know nothing of earlier ones, to hold others against.</summary>
internal static class Clean
{
    public static Project Small()
    {
        var project = Fuller.Small(Project.OfRealSite());
        var built = Decide(project, Edition.Release, null);
        Assert.False(built.Findings.HasErrors, Said(built));
        return project;
    }

    public static BuildRequest Request(Project project, Edition edition) =>
        new(ProjectFolder.At(project.Root), Project.Today, edition, 2, []) { WithFonts = false };

    public static (DecidedSite? Site, Diagnostics Findings) Decide(Project project, Edition edition, BuildState? known, KnownEntries? entries = null)
    {
        var findings = new Diagnostics();
        var request = Request(project, edition) with { Known = known, Entries = entries ?? KnownEntries.None };
        return (SiteBuild.Decide(request, SiteBuild.Stamp(request), findings), findings);
    }

    public static string Said((DecidedSite? Site, Diagnostics Findings) built) => FindingsPrinter.Text(built.Findings.Sorted(), Language.English);
}
