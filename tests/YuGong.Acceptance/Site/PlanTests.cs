using Xunit;
using YuGong.Build;
using YuGong.Content;
using YuGong.Tests.Findings;
using YuGong.Text;

namespace YuGong.Tests.Sites;

/// <summary>A plan reads; a publication writes, and the ledgers only when the site stands.</summary>
public sealed class PlanTests
{
    private static readonly string[] Folders = ["input", "themes/yugong/templates", "output"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_plan_changes_no_file_of_the_project_and_codes_are_noted_when_the_site_stands()
    {
        using var trial = WithCards();
        var before = Files(trial);
        var findings = new Diagnostics();
        var plan = SitePlanner.Plan(Options(trial), null, findings, Cancel)!;
        Assert.False(findings.HasErrors);
        Assert.True(plan.Codes.IsNew);
        Assert.Contains(plan.Publication.Files, f => f.Path.Value.StartsWith("posters/yu-gong/", StringComparison.Ordinal));
        Assert.Equal(before, Files(trial));

        var published = SitePublisher.Publish(plan, new(), null, findings, Cancel)!;
        Assert.Equal(["codes.txt", "urls.txt", "claims.txt"], published.Ledgers);
        Assert.Contains("story:yu-gong", File.ReadAllText(trial.Project.Codes));
    }

    [Fact]
    public void A_refused_publication_notes_nothing()
    {
        using var trial = WithCards();
        trial.Put("output/letter.txt", "somebody's");
        var before = Files(trial);
        var findings = new Diagnostics();
        var plan = SitePlanner.Plan(Options(trial), null, findings, Cancel)!;
        Assert.Null(SitePublisher.Publish(plan, new(), null, findings, Cancel));
        Assert.True(findings.HasErrors);
        Assert.Equal(before, Files(trial));
    }

    /// <summary>The small project with the real theme's cards.</summary>
    private static ExampleProject WithCards()
    {
        var trial = new ExampleProject();
        foreach (var file in Directory.GetFiles(GitRepository.At("themes", "yugong", "posters", "card"), "*", SearchOption.AllDirectories)
            .Append(GitRepository.At("themes", "yugong", "posters", "fonts.json")))
        {
            trial.Put(Path.GetRelativePath(GitRepository.Root, file), File.ReadAllBytes(file));
        }

        Directory.CreateSymbolicLink(trial.At("themes/yugong/node_modules"), GitRepository.At("themes", "yugong", "node_modules"));
        return trial;
    }

    private static RunOptions Options(ExampleProject trial) =>
        new(trial.Project, ExampleProject.Today, Edition.Release) { Jobs = 1, WithFonts = false, WithPosters = true, WithPictures = true };

    private static IEnumerable<string> Files(ExampleProject trial) =>
        Folders.Select(trial.At).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)).Append(trial.Project.Settings)
            .Select(file => $"{file} {Fingerprint.Of(File.ReadAllBytes(file))}").Order(StringComparer.Ordinal).ToList();
}
