using Xunit;

namespace YuGong.Tests.Publishing;

/// <summary>Two hundred generations of anything, against a plain dictionary.</summary>
public sealed class RandomPublicationTests : IDisposable
{
    private readonly OutputSandbox yard = new();
    private readonly Dictionary<string, string> site = new();
    private readonly Dictionary<string, string> foreign = new();

    public void Dispose() => yard.Dispose();

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Incremental_output_equals_the_plan_whatever_happened_before(int seed, bool exchange)
    {
        var random = new Random(seed);
        for (var generation = 0; generation < 200; generation++)
        {
            EditSite(random);
            Disturb(random);
            var stamps = site.Keys.Where(path => Holds(path, site[path])).ToDictionary(path => path, yard.Stamp);
            var publication = new YuGong.Publishing.DiskPublication(yard.Output, yard.Folder) { Jobs = 3, MayExchange = exchange,
                MaySyncDisk = exchange };
            var report = yard.Publish(OutputSandbox.Plan(site), publication);
            var said = string.Join(", ", yard.Findings.Sorted().Select(d => d.Message(YuGong.Text.Language.English)));
            Assert.True(report is not null, $"generation {generation}: {said}");
            yard.Shows(site.Concat(foreign));
            Assert.Equal(foreign.Count, report.Foreign);
            Assert.Equal(site.Count, report.Kept + report.Written.Count);
            Assert.All(stamps, file => Assert.Equal(file.Value, yard.Stamp(file.Key)));
        }
    }

    /// <summary>Few texts of one length, so that old and new files differ in nothing but their bytes.</summary>
    private static string Text(Random random) => $"text {random.Next(4)}";

    private static string Place(Random random) => $"{random.Next(3)}/{random.Next(3)}/{random.Next(4)}.html";

    private void EditSite(Random random)
    {
        for (var edits = random.Next(6); edits > 0; edits--)
        {
            var path = Place(random);
            if (random.Next(3) == 0)
            {
                site.Remove(path);
            }
            else
            {
                site[path] = Text(random);
            }
        }
    }

    /// <summary>What people do to an output and to what lies beside it.</summary>
    private void Disturb(Random random)
    {
        var spare = Path.Combine(yard.Build, "next");
        if (!Directory.Exists(yard.Output))
        {
            return;
        }

        switch (random.Next(9))
        {
            case 0 when site.Keys.FirstOrDefault(path => File.Exists(yard.At(path))) is { } path:
                File.WriteAllText(yard.At(path), Text(random));
                return;
            case 1 when site.Keys.LastOrDefault(path => File.Exists(yard.At(path))) is { } path:
                File.Delete(yard.At(path));
                return;
            case 2:
                var mine = $"{random.Next(3)}/mine-{random.Next(3)}.txt";
                yard.Put(mine, foreign[mine] = $"mine {random.Next(3)}");
                return;
            case 3 when foreign.Count > 0:
                File.Delete(yard.At(foreign.Keys.First()));
                foreign.Remove(foreign.Keys.First());
                return;
            case 4:
                foreach (var file in Directory.EnumerateFiles(yard.Output, "*", SearchOption.AllDirectories))
                {
                    File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
                }

                return;
            case 5 when Directory.Exists(spare):
                foreach (var file in Directory.EnumerateFiles(spare, "*", SearchOption.AllDirectories).Where(_ => random.Next(2) == 0))
                {
                    File.Delete(file);
                }

                return;
            case 6 when Directory.Exists(spare):
                Directory.Delete(spare, recursive: true);
                return;
            case 7 when random.Next(3) == 0:
                Directory.Delete(yard.Output, recursive: true);
                foreign.Clear();
                return;
            case 8 when random.Next(2) == 0:
                Directory.Delete(yard.Build, recursive: true); // costs time and nothing else
                return;
            default:
                return;
        }
    }

    private bool Holds(string path, string text) => File.Exists(yard.At(path)) && File.ReadAllText(yard.At(path)) == text;
}
