using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Publishing;

/// <summary>
/// The way of systems without Linux's calls – no exchange of folders, no second names for files, no word about inodes – tried here: the
/// same tests in a process that is told to do without.
/// </summary>
public sealed class PortablePublicationTests
{
    [Fact]
    public async Task What_holds_on_linux_holds_where_its_calls_are_missing()
    {
        var start = Tool.Start("dotnet", Path.Combine(AppContext.BaseDirectory, "YuGong.Acceptance.dll"), "-noLogo", "-noColor",
            "-class", "*" + nameof(RandomPublicationTests));
        start.Environment["YUGONG_PORTABLE"] = "1";
        var said = await Tool.RunAsync(start);
        Assert.True(said.Code == 0, said.Out);
        Assert.Contains("Total: 3, Errors: 0, Failed: 0", said.Out, StringComparison.Ordinal);
    }
}
