using System.Globalization;
using Xunit;
using YuGong.Publishing;

namespace YuGong.Tests.Publishing;

/// <summary>SIGKILL, for true: the output is the old site or the new one, and the next build is as if nothing had been.</summary>
public sealed class KilledPublicationTests : IDisposable
{
    private readonly OutputSandbox yard = new();
    private int generation = 1;
    private (ulong Inode, long Modified) unchanged;

    public void Dispose() => yard.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_at_any_step_a_build_leaves_a_whole_site(bool exchange)
    {
        Begin();
        foreach (var step in Enum.GetValues<PublicationStep>())
        {
            for (var round = 0; round < 2; round++) // once with each of the two trees as output
            {
                using var build = KilledBuild.Start(yard, ++generation, exchange, step);
                await build.WaitForExitAsync(TestContext.Current.CancellationToken);
                Assert.NotEqual(0, build.ExitCode);
                Judge(generation);
            }
        }
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task Killed_at_any_moment_a_build_leaves_a_whole_site(bool exchange, int seed)
    {
        Begin();
        var random = new Random(seed);
        for (var round = 0; round < 12; round++)
        {
            using var build = KilledBuild.Start(yard, generation + 1, exchange, step: null);
            await build.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            await Task.Delay(random.Next(120), TestContext.Current.CancellationToken);
            build.Kill();
            await build.WaitForExitAsync(TestContext.Current.CancellationToken);
            Judge(int.MaxValue);
        }
    }

    [Fact]
    public void Killed_between_two_renamings_the_old_site_is_put_back()
    {
        // Only systems without an exchange call pass through this moment, and it is too short to hit.
        Begin();
        Directory.Move(yard.Output, Path.Combine(yard.Build, "old"));
        Assert.NotNull(yard.Publish(OutputSandbox.Plan(KilledBuild.Site(2)),
            new DiskPublication(yard.Output, yard.Folder) { MayExchange = false }));
        Shows(2);
    }

    private void Begin()
    {
        yard.Publish(KilledBuild.Site(generation));
        unchanged = yard.Stamp("assets/site.css");
        yard.Put("CNAME", "foreign");
        yard.Publish(KilledBuild.Site(++generation));
        Shows(generation);
    }

    /// <summary>Whole as it was or as it was to be, and whole again after the next build.</summary>
    private void Judge(int newest)
    {
        if (!Directory.Exists(yard.Output))
        {
            // Two renamings: the site may be away for the moment between them. The next build puts it back.
            Directory.Move(Path.Combine(yard.Build, "old"), yard.Output);
        }

        var standing = int.Parse(File.ReadAllText(yard.At("generation.txt")), CultureInfo.InvariantCulture);
        Assert.InRange(standing, generation - 1, newest);
        Shows(standing);
        generation = standing + 1;
        Assert.NotNull(yard.Publish(KilledBuild.Site(generation)));
        Shows(generation);
        Assert.Equal(unchanged, yard.Stamp("assets/site.css"));
    }

    private void Shows(int expected) => yard.Shows([.. KilledBuild.Site(expected), new("CNAME", "foreign")]);
}
