using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Hosting;

/// <summary>The units of <c>deploy/systemd</c> as systemd reads them.</summary>
public sealed class UnitTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("yugong-units-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("yugong-serve.service")]
    [InlineData("yugong-desk.service")]
    public async Task A_unit_is_understood_and_exposes_little(string name)
    {
        // The program is not where it will be; systemd looks for it.
        var unit = Path.Combine(folder, name);
        var text = await File.ReadAllTextAsync(GitRepository.At("deploy", "systemd", name), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(unit, text.Replace("/srv/yugong/site/.dist/yugong", "/bin/true", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var said = await Tool.RunAsync(Judge.Start("systemd-analyze", "verify", "--man=no", unit));
        Assert.DoesNotContain(name, said.Out + said.Err, StringComparison.Ordinal);
        var exposed = await Tool.RunAsync(
            Judge.Start("systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", unit));
        Assert.True(exposed.Code == 0, exposed.Out + exposed.Err);
    }
}
