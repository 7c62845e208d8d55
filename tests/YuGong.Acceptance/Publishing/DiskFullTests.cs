using System.Diagnostics;
using Xunit;
using YuGong.Publishing;

namespace YuGong.Tests.Publishing;

public sealed class DiskFullTests : IDisposable
{
    private readonly OutputSandbox yard = new();
    private readonly bool isMounted;

    public DiskFullTests()
    {
        if (OperatingSystem.IsLinux())
        {
            using var mount =
                Process.Start(new ProcessStartInfo("mount",
                ["-t", "tmpfs", "-o", "size=512k", "yugong-test", yard.Folder]) { RedirectStandardError = true, UseShellExecute = false })!;
            mount.WaitForExit();
            isMounted = mount.ExitCode == 0;
        }
    }

    public void Dispose()
    {
        if (isMounted)
        {
            using var umount = Process.Start("umount", ["-l", yard.Folder]);
            umount.WaitForExit();
        }

        yard.Dispose();
    }

    [Fact]
    public void A_full_disk_is_a_finding_and_the_old_site_stays()
    {
        Assert.SkipUnless(isMounted, "mounting a small disk needs root");
        var small = Site(10, 'a');
        yard.Publish(small);
        yard.Publish(new Dictionary<string, string>(small) { ["0/index.html"] = "b" });
        for (var round = 0; round < 3; round++)
        {
            Assert.Null(yard.Publish(Site(100, 'c')));
            Assert.Equal(["YG204"], yard.Codes);
            yard.Shows(new Dictionary<string, string>(small) { ["0/index.html"] = "b" });
            Assert.False(Directory.Exists(Path.Combine(yard.Build, "next")), "the space is given back");
        }

        Assert.NotNull(yard.Publish(Site(12, 'd')));
        yard.Shows(Site(12, 'd'));
    }

    [Fact]
    public void A_mount_point_is_refused_before_anything_is_rendered()
    {
        Assert.SkipUnless(isMounted, "mounting needs root");
        File.WriteAllText(Path.Combine(yard.Folder, "precious"), "!");
        var plan = PublicationPlan.Check([new(OutputPath.Of("x"), default, () => throw new InvalidOperationException("rendered"))], new())!;
        Assert.Null(yard.Publish(plan, new DiskPublication(yard.Folder, Path.GetTempPath() + "elsewhere") { Force = true }));
        Assert.Equal(["YG211"], yard.Codes);

        using var other = new OutputSandbox();
        other.Publish(Site(1, 'a'));
        Directory.CreateDirectory(other.At("media"));
        using var bind = Process.Start("mount", ["--bind", yard.Folder, other.At("media")]);
        bind.WaitForExit();
        Assert.Null(other.Publish(plan, other.Publication(force: true)));
        Assert.Equal("output/media", Assert.Single(other.Findings.Sorted()).Details[0].Zh);
        using var umount = Process.Start("umount", [other.At("media")]);
        umount.WaitForExit();
        Assert.True(File.Exists(Path.Combine(yard.Folder, "precious")));
    }

    private static Dictionary<string, string> Site(int pages, char letter) =>
        Enumerable.Range(0, pages).ToDictionary(i => $"{i}/index.html", _ => new string(letter, 8000));
}
