using System.Text;
using Xunit;
using YuGong.Build;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Text;
using Project = YuGong.Tests.Sites.Project;

namespace YuGong.Tests.Desk;

/// <summary>A draft brings pictures that the folder does not have yet; they are looked at like all others.</summary>
public sealed class UnsavedPictureTests
{
    private const string Folder = "stories/shui-xiheng/";

    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public void A_picture_of_a_draft_is_looked_at_and_leaves_nothing_behind()
    {
        using var project = Project.OfRealSite();
        var check = new OverlayCheck(ProjectFolder.At(project.Root), () => Project.Today);
        var text = project.Read($"input/{Folder}index.md").Replace(
            "\nheadline:", "\nportrait: { src: new.png, alt: 测试的肖像, credit: 测试拍摄 }\nheadline:", StringComparison.Ordinal);
        Assert.Contains("new.png", text);

        Assert.DoesNotContain(Findings(Png), d => d.Severity == Severity.Error);
        Assert.Contains(Findings(Png), d => d.Rule.Code == "YG547" && d.Span.File.Path == $"input/{Folder}index.md");
        Assert.Contains(Findings("no picture at all"u8.ToArray()), d => d.Severity == Severity.Error);
        Assert.DoesNotContain(Directory.GetDirectories(Path.GetTempPath(), "yugong-unsaved-*"),
            d => File.Exists(Path.Combine(d, Folder, "new.png")));
        Assert.False(File.Exists(project.At($"input/{Folder}new.png")));

        IReadOnlyList<Diagnostic> Findings(byte[] picture) => check.Findings(new(new Dictionary<string, byte[]?>
        {
            [Folder + "index.md"] = Encoding.UTF8.GetBytes(text), [Folder + "new.png"] = picture,
        }));
    }
}
