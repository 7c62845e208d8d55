using System.Globalization;
using Xunit;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Tests.Publishing;

/// <summary>
/// 断电,旧网站都在 (README): at every moment of a build the device, without the memory above it, holds the old site or the new one.
/// </summary>
public sealed class PowerCutTests : IDisposable
{
    private readonly LoopDisk disk = new();
    private readonly OutputSandbox yard;

    public PowerCutTests() => yard = new(Directory.CreateDirectory(Path.Combine(disk.Folder, "project")).FullName);

    public void Dispose()
    {
        yard.Dispose();
        disk.Dispose();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void After_a_power_cut_at_any_step_the_old_site_or_the_new_one_is_whole(bool syncDisk, bool exchange)
    {
        Assert.SkipUnless(disk.IsMounted, "mounting a loop disk needs root");
        Publish(1, syncDisk, exchange, null);
        disk.CommitNames();
        var overwritten = 0;
        for (var generation = 2; generation < 8; generation++)
        {
            var before = TreeOfSpare();
            // The journal is committed at each step, the worst that the system may do of its own: names are there, data that nobody asked
            // for is not.
            Publish(generation, syncDisk, exchange, step =>
            {
                if (step == PublicationStep.Stage)
                {
                    List<string> files = [.. TreeOfSpare()
                        .Where(f => before.GetValueOrDefault(f.Key) is { } was && was != f.Value && was.IsSameFileAs(f.Value)
                        && was.Size == f.Value.Size).Select(f => f.Key)];
                    LoopDisk.WriteBack(files);
                    overwritten += files.Count;
                    Judge(generation - 1, generation - 1, exchange); // were the last swap lost, these pages would be in the site already
                }
                else if (step is PublicationStep.Swap or PublicationStep.Done)
                {
                    Judge(generation - 1, generation, exchange);
                    if (step == PublicationStep.Done && generation % 2 == 0)
                    {
                        disk.CommitNames();
                        Judge(generation, generation, exchange);
                    }
                }
            });
            Judge(generation - 1, generation, exchange);
        }

        Assert.True(overwritten > 0);
    }

    [Fact]
    public void A_ledger_is_the_old_one_or_the_new_one()
    {
        Assert.SkipUnless(disk.IsMounted, "mounting a loop disk needs root");
        var path = Path.Combine(yard.Folder, "urls.txt");
        AtomicFile.Write(path, "/one/\n");
        disk.CommitNames();
        for (var i = 0; i < 4; i++)
        {
            AtomicFile.Write(path, $"/{i}/\n");
            disk.CommitNames();
            disk.AfterPowerCut(found => Assert.Equal($"/{i}/\n", File.ReadAllText(Path.Combine(found, "project", "urls.txt"))));
        }
    }

    private Dictionary<string, FileStat> TreeOfSpare()
    {
        var spare = Path.Combine(yard.Build, "next");
        return !Directory.Exists(spare)
            ? [] : Directory.EnumerateFiles(spare, "*", SearchOption.AllDirectories).ToDictionary(f => f, f => FileStat.At(f)!);
    }

    private void Publish(int generation, bool syncDisk, bool exchange, Action<PublicationStep>? at)
    {
        var publication = new DiskPublication(yard.Output, yard.Folder)
        {
            Jobs = 2, MayExchange = exchange, MaySyncDisk = syncDisk,
            Progress = (step, done, _) =>
            {
                if (done == 0)
                {
                    at?.Invoke(step);
                }
            },
        };
        Assert.NotNull(yard.Publish(OutputSandbox.Plan(KilledBuild.Site(generation)), publication));
    }

    private void Judge(int oldest, int newest, bool exchange) => disk.AfterPowerCut(found =>
    {
        var output = Path.Combine(found, "project", "output");
        if (!exchange && !Directory.Exists(output))
        {
            output = Path.Combine(found, "project", ".output.build", "old"); // between two renamings; the next build puts it back
        }

        var standing = int.Parse(File.ReadAllText(Path.Combine(output, "generation.txt")), CultureInfo.InvariantCulture);
        Assert.InRange(standing, oldest, newest);
        Assert.Equal(new SortedDictionary<string, string>(KilledBuild.Site(standing), StringComparer.Ordinal), OutputSandbox.Look(output));
    });
}
