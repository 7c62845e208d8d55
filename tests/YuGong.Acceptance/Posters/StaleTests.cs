using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Posters;

/// <summary>A poster that cannot be made is told by the exit code, and leaves nothing that an earlier run made.</summary>
public sealed class StaleTests
{
    [Fact]
    public async Task A_text_that_does_not_fit_ends_with_1_and_takes_away_what_was_made_before()
    {
        using var project = Project.OfRealSite().WithCards();
        foreach (var shape in (string[])["square", "og"])
        {
            project.Write($"themes/yugong/posters/peak/{shape}.svg",
                File.ReadAllText(GitRepository.At("themes", "yugong", "posters", "peak", shape + ".svg")));
        }

        string[] one = ["--story", "shui-xiheng", "--design", "peak", "--shape", "square,og", "--format", "svg", "--output", "made"];
        Assert.Equal(0, (await project.RunAsync("posters", one)).Code);
        Assert.Equal(["shui-xiheng-peak-og.svg", "shui-xiheng-peak-square.svg"], Made(project));
        project.Write("made/shui-xiheng/notes.txt", "somebody's");

        project.Edit("themes/yugong/posters/peak/square.svg", "data-size=\"32.3..60.5\"", "data-size=\"400\"");
        var said = await project.RunAsync("posters", one);
        Assert.Equal(1, said.Code);
        Assert.Contains("YG510", said.Err, StringComparison.Ordinal);
        Assert.Contains("shui-xiheng-peak-square", said.Err, StringComparison.Ordinal);
        Assert.Equal(["notes.txt", "shui-xiheng-peak-og.svg"], Made(project));
    }

    private static string[] Made(Project project) =>
        [.. Directory.GetFiles(project.At("made/shui-xiheng")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
}
