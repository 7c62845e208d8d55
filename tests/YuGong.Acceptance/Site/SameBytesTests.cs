using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>Same input, same bytes: whatever the folder, the threads, the time zone and the language of the machine.</summary>
public sealed class SameBytesTests(BuiltSites sites)
{
    [Fact]
    public async Task Two_builds_of_one_input_are_equal_byte_for_byte()
    {
        using var project = CompleteContent.Extend(Project.OfRealSite());
        var start = Tool.Yugong("build", "--root", project.Root, "--date", $"{Project.Today:yyyy-MM-dd}", "--jobs", "1");
        (start.Environment["TZ"], start.Environment["LANG"], start.Environment["LC_ALL"]) = ("America/New_York", "tr_TR.UTF-8", "C");
        start.WorkingDirectory = "/";

        var said = await Tool.RunAsync(start);

        Assert.True(said.Code == 0, said.Out + said.Err);
        var (one, two) = (await sites.FullerAsync(), new BuiltSite(project.Output));
        Assert.Equal(one.Files, two.Files);
        Assert.All(one.Files, file => Assert.True(one.Bytes(file).AsSpan().SequenceEqual(two.Bytes(file)), file));
    }

    [Fact]
    public async Task A_second_build_of_the_same_input_touches_nothing()
    {
        using var project = Project.OfRealSite();
        await project.BuildAsync();
        var before = new BuiltSite(project.Output).Files.ToDictionary(f => f, f => File.GetLastWriteTimeUtc(project.At("output/" + f)));

        var said = await project.BuildAsync();

        Assert.Contains("没有改动", said.Out);
        Assert.All(before, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(project.At("output/" + file.Key))));
    }
}
