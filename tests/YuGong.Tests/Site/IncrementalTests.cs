using Xunit;
using YuGong.Cli;
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
        BuildState? known = null;
        var refused = 0;
        for (var made = 0; made <= 50;)
        {
            var edit = made == 0 ? "nothing yet" : edits.Next();
            var quick = Clean.Decide(project, Edition.Release, known, KnownEntries.From(Entries(project)));
            var clean = Clean.Decide(project, Edition.Release, null);

            Assert.Equal(Clean.Said(clean), Clean.Said(quick));
            if (clean.Findings.HasErrors || clean.Site is null || quick.Site is null)
            {
                refused++;
                edits.Undo();
                continue;
            }

            Assert.NotNull(new DiskPublication(project.Output, project.Root) { Jobs = 2 }.Publish(quick.Site.Plan, new(), TestContext.Current.CancellationToken));
            known = Remembered(project, quick.Site.State);
            quick.Site.Entries.Write(Entries(project));
            var site = new BuiltSite(project.Output);
            Assert.Equal(clean.Site.Plan.Files.Select(f => f.Path.Value).Order(StringComparer.Ordinal), site.Files);
            Assert.All(clean.Site.Plan.Files, f => Assert.True(f.Render().Span.SequenceEqual(site.Bytes(f.Path.Value)), $"edit {made} ({edit}) left {f.Path.Value} stale"));
            made++;
        }

        Assert.InRange(refused, 1, 60);
    }

    private static string Entries(Project project) => project.At(".cache/builds/test.entries");

    /// <summary>What the build knows goes through its file, as between two runs.</summary>
    private static BuildState Remembered(Project project, BuildState state)
    {
        var path = project.At(".cache/builds/test.state");
        state.Write(path);
        return BuildState.Read(path) ?? throw new InvalidOperationException("The state cannot be read back.");
    }
}
