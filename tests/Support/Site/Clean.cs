using Xunit;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Tests.Sites;

/// <summary>Plans that know nothing of earlier ones, to hold others against.</summary>
internal static class Clean
{
    /// <summary>The small project is always the same, so that nothing is wrong with it is found out once.</summary>
    private static readonly Lazy<string> WrongWithSmall = new(() =>
    {
        using var project = CompleteContent.Small(Project.OfRealSite());
        var planned = Plan(project, Edition.Release, null);
        return planned.Findings.HasErrors ? Said(planned) : "";
    });

    public static Project Small()
    {
        Assert.Equal("", WrongWithSmall.Value);
        return CompleteContent.Small(Project.OfRealSite());
    }

    public static RunOptions Options(Project project, Edition edition) =>
        new(ProjectFolder.At(project.Root), Project.Today, edition) { Jobs = 2, WithFonts = false };

    public static (SitePlan? Site, Diagnostics Findings) Plan(Project project, Edition edition, RunMemory? memory)
    {
        var findings = new Diagnostics();
        return (SitePlanner.Plan(Options(project, edition), memory, findings), findings);
    }

    public static string Said((SitePlan? Site, Diagnostics Findings) planned) =>
        FindingsPrinter.Text(planned.Findings.Sorted(), Language.English);
}
