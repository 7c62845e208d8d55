using Xunit;
using YuGong.Build;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Tests.Sites;

/// <summary>A build that knows the last one makes what a build that knows nothing makes: bytes and findings.</summary>
public sealed class IncrementalTests
{
    /// <summary>Fifty edits each that are published, and however many that are refused in between.</summary>
    [Theory]
    [InlineData(20261122)]
    [InlineData(4)]
    public void After_any_edit_an_incremental_build_equals_a_clean_one(int seed)
    {
        using var project = Clean.Small();
        var edits = new RandomEdits(project, seed);
        RunMemory? known = null;
        var refused = 0;
        for (var made = 0; made <= 50;)
        {
            var edit = made == 0 ? "nothing yet" : edits.Next();
            var quick = Clean.Plan(project, Edition.Release, known);
            var clean = Clean.Plan(project, Edition.Release, null);

            Assert.Equal(Clean.Said(clean), Clean.Said(quick));
            if (clean.Findings.HasErrors || clean.Site is null || quick.Site is null)
            {
                refused++;
                edits.Undo();
                continue;
            }

            Assert.NotNull(new DiskPublication(project.Output, project.Root) { Jobs = 2 }.Publish(quick.Site.Publication, new(),
                TestContext.Current.CancellationToken));
            known = Remembered(project, quick.Site.Memory);
            var site = new BuiltSite(project.Output);
            Assert.Equal(clean.Site.Publication.Files.Select(f => f.Path.Value).Order(StringComparer.Ordinal), site.Files);
            Assert.All(clean.Site.Publication.Files,
                f => Assert.True(f.Render().Span.SequenceEqual(site.Bytes(f.Path.Value)),
                $"edit {made} ({edit}) left {f.Path.Value} stale"));
            made++;
        }

        Assert.InRange(refused, 1, 60);
    }

    /// <summary>What the build knows goes through its files, as between two runs.</summary>
    private static RunMemory Remembered(Project project, RunMemory memory)
    {
        var file = new RunMemoryFile(project.At(".cache/builds/test.state"));
        file.Write(memory);
        file.WriteEntries(memory);
        var read = file.Read() ?? throw new InvalidOperationException("The memory cannot be read back.");
        return read with { Entries = file.ReadEntries() };
    }
}
