using Xunit;
using YuGong.Build.Live;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Tests.Sites;
using YuGong.Text;

namespace YuGong.Tests.Preview;

/// <summary>What the preview shows is what a clean build would make.</summary>
public sealed class MemoryTests
{
    [Fact]
    public void The_preview_in_memory_keeps_up_with_any_edit()
    {
        using var project = Clean.Small();
        var edits = new RandomEdits(project, 7);
        var preview = new PreviewSite(Clean.Options(project, Edition.Preview));
        for (var i = 0; i < 25; i++)
        {
            var edit = i == 0 ? "nothing yet" : edits.Next();
            preview.Rebuild();
            var clean = Clean.Plan(project, Edition.Preview, null);
            if (clean.Findings.HasErrors)
            {
                edits.Undo();
                continue;
            }

            Assert.Equal(Clean.Said(clean), FindingsPrinter.Text(preview.Now.Findings, Language.English));
            Assert.All(clean.Site?.Publication.Files ?? [],
                f => Assert.True(preview.Get(f.Path.Value) is { } shown && f.Render().Span.SequenceEqual(shown.Span),
                $"edit {i} ({edit}) left {f.Path.Value} stale"));
        }
    }
}
