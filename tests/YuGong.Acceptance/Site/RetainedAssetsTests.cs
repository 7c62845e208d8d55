using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>A page that a browser still holds finds the style sheet of its own generation for a day.</summary>
public sealed class RetainedAssetsTests
{
    private const string Sheet = "themes/yugong/assets/site.css";

    [Fact]
    public async Task A_style_sheet_stays_for_a_day_after_the_site_stopped_naming_it()
    {
        using var project = Clean.Small();
        await BuildAsync(project, 1);
        var first = Sheets(project);
        project.Write(Sheet, project.Read(Sheet) + "\n/* another generation */\n");
        await BuildAsync(project, 1);
        var second = Sheets(project).Except(first).ToList();
        Assert.Single(second);
        Assert.Subset(Sheets(project), first);

        await BuildAsync(project, 2);
        Assert.Subset(Sheets(project), first);

        await BuildAsync(project, 3);
        Assert.Equal(second, Sheets(project));
    }

    [Fact]
    public async Task A_file_that_somebody_else_put_among_the_assets_is_never_taken_for_one_of_ours()
    {
        using var project = Clean.Small();
        await BuildAsync(project, 1);
        project.Write("output/assets/site.0123abcd.css", "main{}");
        await BuildAsync(project, 2);
        await BuildAsync(project, 4);
        Assert.True(File.Exists(project.At("output/assets/site.0123abcd.css")));
    }

    private static SortedSet<string> Sheets(Project project) =>
        new(Directory.GetFiles(project.At("output/assets"), "site.*.css").Select(f => Path.GetFileName(f)), StringComparer.Ordinal);

    private static async Task BuildAsync(Project project, int day)
    {
        var said = await project.RunAsync("build", "--no-posters", "--date", $"2027-01-{day:00}");
        Assert.True(said.Code == 0, said.Out + said.Err);
    }
}
