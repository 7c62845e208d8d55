using Xunit;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Tests.Findings;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>What counts as changed: neither the size nor the time of writing can hide that a file is another one.</summary>
public sealed class ChangedFilesTests : IDisposable
{
    private const string Story = "input/stories/yu-gong/index.md";

    private readonly ExampleProject project = new();

    /// <summary>Ways to another text of the same size at the same time.</summary>
    public static TheoryData<string> Ways => ["in place", "renamed over", "through a second name", "touched only", "copied over"];

    public void Dispose() => project.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_change_that_keeps_size_and_time_is_a_change(string way)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "tried where the system tells when a file changed");
        var (path, time) = (project.At(Story), File.GetLastWriteTimeUtc(project.At(Story)));
        var before = InputFiles.Stamp(InputFiles.Scan(project.At("input")));
        Assert.Equal(before, InputFiles.Stamp(InputFiles.Scan(project.At("input"))));
        var text = File.ReadAllText(path);
        var other = text.Replace("愚公", "公愚", StringComparison.Ordinal);
        Assert.NotEqual(text, other);
        switch (way)
        {
            case "in place":
                File.WriteAllText(path, other);
                break;
            case "renamed over":
                File.WriteAllText(path + ".new", other);
                File.SetLastWriteTimeUtc(path + ".new", time);
                File.Move(path + ".new", path, overwrite: true);
                break;
            case "through a second name":
                Assert.True(Unix.Link(path, project.At("second")));
                File.WriteAllText(project.At("second"), other);
                break;
            case "copied over":
                File.WriteAllText(project.At("copy"), other);
                File.SetLastWriteTimeUtc(project.At("copy"), time);
                File.Copy(project.At("copy"), path, overwrite: true);
                break;
        }

        File.SetLastWriteTimeUtc(path, time);
        Assert.NotEqual(before, InputFiles.Stamp(InputFiles.Scan(project.At("input"))));
    }

    [Fact]
    public void A_build_shows_the_new_text_although_its_time_was_restored()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "tried where the system tells when a file changed");
        Assert.Equal(0, project.Command("build").Code);
        var (path, page) = (project.At(Story), project.At("output/people/yu-gong/index.html"));
        var (time, text) = (File.GetLastWriteTimeUtc(path), File.ReadAllText(path));
        var at = text.LastIndexOf('山');
        File.WriteAllText(path, text[..at] + "岭" + text[(at + 1)..]);
        File.SetLastWriteTimeUtc(path, time);
        var before = File.ReadAllText(page);
        Assert.Equal(0, project.Command("build").Code);
        Assert.NotEqual(before, File.ReadAllText(page));
    }

    [Fact]
    public void A_link_that_stays_inside_the_project_is_read_like_what_it_leads_to()
    {
        var before = Scan();
        Directory.CreateDirectory(project.At("shared"));
        Directory.Move(project.At("input/stories/yu-gong"), project.At("shared/yu-gong"));
        Directory.CreateSymbolicLink(project.At("input/stories/yu-gong"), "../../shared/yu-gong");
        File.Move(project.At("input/texts.yaml"), project.At("shared/texts.yaml"));
        File.CreateSymbolicLink(project.At("input/texts.yaml"), project.At("shared/texts.yaml"));
        Assert.Equal(before.Select(f => f.Path), Scan().Select(f => f.Path));
        Assert.DoesNotContain(Scan(), f => f.IsRefused);
        Assert.DoesNotContain(project.Check(), d => d.Severity == Severity.Error);

        var stamp = InputFiles.Stamp(Scan());
        File.AppendAllText(project.At("shared/yu-gong/index.md"), "\n");
        Assert.NotEqual(stamp, InputFiles.Stamp(Scan()));
    }

    [Fact]
    public void Links_to_each_other_and_to_hidden_folders_end_the_walk()
    {
        Directory.CreateDirectory(project.At("a"));
        Directory.CreateDirectory(project.At("b"));
        Directory.CreateDirectory(project.At(".private"));
        Directory.CreateSymbolicLink(project.At("a/b"), project.At("b"));
        Directory.CreateSymbolicLink(project.At("b/a"), project.At("a"));
        Directory.CreateSymbolicLink(project.At("a/up"), "..");
        Directory.CreateSymbolicLink(project.At("a/hidden"), project.At(".private"));
        File.CreateSymbolicLink(project.At("a/self"), "self");
        Assert.Equal(
            [("b/a", LinkState.Circular), ("hidden", LinkState.Outside), ("self", LinkState.Circular), ("up", LinkState.Circular)],
            InputFiles.Scan(project.At("a"), project.Root).Select(f => (f.Path, f.Link)));
    }

    private IReadOnlyList<InputFile> Scan() => InputFiles.Scan(project.At("input"), project.Root);
}
