using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>The natively compiled program makes the same site as the same source on the runtime.</summary>
public sealed class NativeProgramTests(BuiltSites sites)
{
    private static string Native => Judge.Installed(Tool.NativeProgram, "./yugong native");

    [Fact]
    public async Task It_builds_the_same_bytes_and_after_an_edit_the_same_again()
    {
        using var project = CompleteContent.Extend(Project.OfRealSite());
        await NativeAsync(project, "output");
        AssertSame(await sites.FullerAsync(), new(project.Output));

        project.Edit("input/stories/test-person/index.md", "headline: 只为", "headline: 改过");
        await NativeAsync(project, "output");
        await OtherAsync(project, "second");
        AssertSame(new(project.At("second")), new(project.Output));
    }

    [Fact]
    public async Task It_presses_the_same_posters()
    {
        using var project = Project.OfRealSite().WithCards();
        project.Delete("input/urls.txt");
        await NativeAsync(project, "output");
        project.Delete(".cache/posters");
        await OtherAsync(project, "other");
        AssertSame(new(project.At("other")), new(project.Output));
        Assert.Contains(new BuiltSite(project.Output).Files,
            f => f.StartsWith("posters/", StringComparison.Ordinal) && f.EndsWith(".png", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("build", "--help")]
    [InlineData("check", "--help")]
    [InlineData("build", "--pipelines", "nothing")]
    [InlineData("check", "--format", "xml")]
    public async Task It_says_the_same(params string[] arguments)
    {
        var (native, other) = (await Tool.RunAsync(Tool.Start(Native, arguments)), await Tool.RunAsync(Tool.Yugong(arguments)));
        Assert.Equal(other, native);
    }

    private static Task NativeAsync(Project project, string output) => BuildAsync(project, output, Native);

    private static Task OtherAsync(Project project, string output) => BuildAsync(project, output, "dotnet", Tool.ReleaseProgram);

    private static async Task BuildAsync(Project project, string output, string program, params string[] first)
    {
        var said =
            await Tool.RunAsync(Tool.Start(program,
            [.. first, "build", "--root", project.Root, "--date", $"{Project.Today:yyyy-MM-dd}", "--output", project.At(output)]));
        Assert.True(said.Code == 0, said.Out + said.Err);
    }

    private static void AssertSame(BuiltSite one, BuiltSite two)
    {
        Assert.Equal(one.Files, two.Files);
        Assert.All(one.Files, file => Assert.True(one.Bytes(file).AsSpan().SequenceEqual(two.Bytes(file)), file));
    }
}
