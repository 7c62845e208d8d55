using System.Diagnostics;
using Xunit;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Tests.Publishing;

/// <summary>No command destroys content: what people keep is no output, whatever it is called and however one gets there.</summary>
public sealed class OutputGuardTests : IDisposable
{
    private readonly OutputSandbox yard = new();

    public OutputGuardTests()
    {
        foreach (var folder in (string[])["input/stories", "themes/yugong", ".git/objects", ".cache", "leads", ".desk", ".dist", "src",
            "docs", "elsewhere/content"])
        {
            Directory.CreateDirectory(At(folder));
        }
    }

    public void Dispose() => yard.Dispose();

    [Theory]
    [InlineData("input")]
    [InlineData("input/")]
    [InlineData("./output/../input")]
    [InlineData("Input")]
    [InlineData("input/stories")]
    [InlineData("input/stories/x")]
    [InlineData("themes")]
    [InlineData("themes/yugong/new")]
    [InlineData(".git")]
    [InlineData(".git/objects")]
    [InlineData(".git/new")]
    [InlineData("other/.git/x")]
    [InlineData(".cache")]
    [InlineData(".cache/site")]
    [InlineData(".dist")]
    [InlineData(".desk")]
    [InlineData(".withdrawal")]
    [InlineData("leads")]
    [InlineData("leads/x")]
    [InlineData("src")]
    [InlineData("src/site")]
    [InlineData("docs/site")]
    [InlineData("elsewhere/content")]
    [InlineData("elsewhere/content/x")]
    [InlineData("elsewhere")]
    [InlineData(".output.build")]
    [InlineData(".output.build/next")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("/")]
    [InlineData("/etc")]
    [InlineData("/etc/site")]
    [InlineData("/usr")]
    [InlineData("/home")]
    [InlineData("/home/somebody-else")]
    [InlineData("~")]
    [InlineData("~/..")]
    public void What_people_keep_is_no_output(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && path[0] == '/', "a path of Unix");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.SkipWhen(path[0] == '~' && !Directory.Exists(home), "this account has no home");
        Assert.Equal("YG212", Fault(Path.GetFullPath(At(path.Replace("~", home, StringComparison.Ordinal)))));
    }

    [Theory]
    [InlineData("output")]
    [InlineData("output/")]
    [InlineData("inputs")]
    [InlineData("input.site")]
    [InlineData("public/site")]
    [InlineData("elsewhere/content-2")]
    [InlineData(".site")]
    public void A_new_folder_of_its_own_is_an_output(string path) => Assert.Null(Fault(At(path)));

    [Fact]
    public void A_link_is_what_it_leads_to()
    {
        Directory.CreateSymbolicLink(At("a"), At("input"));
        Directory.CreateSymbolicLink(At("b"), "a");
        Directory.CreateDirectory(At("far"));
        Directory.CreateSymbolicLink(At("far/up"), "..");
        Directory.CreateSymbolicLink(At("ring"), "ring");
        foreach (var path in (string[])["a", "a/", "b", "b/stories", "b/new", "far/up", "far/up/input", "far/up/themes/x",
            "far/up/far/up/.git"])
        {
            Assert.True(Fault(At(path)) == "YG212", path);
        }

        Assert.Null(Fault(At("far/up/output")));

        // The content itself may lie behind a link.
        Directory.Delete(At("themes"), recursive: true);
        Directory.CreateDirectory(At("shelf/theme/yugong"));
        Directory.CreateSymbolicLink(At("themes"), At("shelf/theme"));
        Assert.All(["themes", "shelf/theme", "shelf/theme/yugong", "shelf"], path => Assert.Equal("YG212", Fault(At(path))));
    }

    [Fact]
    public void A_bind_mount_is_what_is_mounted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "bind mounts are of Linux");
        Directory.CreateDirectory(At("mounted"));
        Assert.SkipUnless(Run("mount", "--bind", At("input"), At("mounted")), "mounting needs root");
        try
        {
            Assert.Equal("YG212", Fault(At("mounted")));
            Assert.Equal("YG212", Fault(At("mounted/stories/new")));
        }
        finally
        {
            Run("umount", At("mounted"));
        }
    }

    [Fact]
    public void A_site_lies_in_no_other_site_nor_in_an_export()
    {
        FolderKind.Site.Open(At("output"));
        Assert.Equal("YG212", Fault(At("output/part")));
        Assert.Null(Fault(At("output")));
        FolderKind.Private.Open(At("out"));
        Assert.Equal("YG207", Fault(At("out")));
        Assert.Equal("YG207", Fault(At("output"), FolderKind.Private));
        Assert.Null(Fault(At("out"), FolderKind.Private));
    }

    [Fact]
    public void Posters_go_on_in_the_folder_of_an_older_version()
    {
        yard.Put("../posters/x/peak.pdf", "x");
        Assert.Equal("YG207", Fault(At("posters"), FolderKind.Posters));
        yard.Put("../posters/.posters.json", "{}");
        Assert.Null(Fault(At("posters"), FolderKind.Posters));
        Assert.Equal("YG207", Fault(At("posters")));
    }

    [Fact]
    public void A_file_is_never_written_over_another_nor_among_what_is_kept()
    {
        string? Of(string path, byte[]? bytes = null)
        {
            Diagnostics findings = new();
            return Guard().MayWrite(At(path), bytes, findings) ? null : Assert.Single(findings.Sorted()).Rule.Code;
        }

        File.WriteAllText(At("form.docx"), "filled in");
        Directory.CreateSymbolicLink(At("content"), At("input"));
        File.CreateSymbolicLink(At("dangling"), At("input/new.txt"));
        Assert.Null(Of("new.docx"));
        Assert.Null(Of("new/folder/form.docx"));
        Assert.Null(Of("form.docx", "filled in"u8.ToArray()));
        Assert.Equal("YG218", Of("form.docx", "blank"u8.ToArray()));
        Assert.Equal("YG218", Of("form.docx"));
        Assert.All(["input", "input/urls.txt", "content/urls.txt", "dangling", "themes/yugong/theme.json", ".git/config",
            "leads/register.db", "elsewhere", "elsewhere/content/x"], path => Assert.Equal("YG212", Of(path)));
        Assert.Equal("filled in", File.ReadAllText(At("form.docx")));
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private string At(string path) => Path.Combine(yard.Folder, path);

    private OutputGuard Guard() => new(yard.Folder, [At("elsewhere/content")]);

    /// <summary>The same with force: a guard that force opens is none.</summary>
    private string? Fault(string folder, FolderKind? kind = null)
    {
        Diagnostics findings = new(), forced = new();
        var may = Guard().MayFill(folder, kind ?? FolderKind.Site, findings);
        Assert.Equal(may, Guard().MayFill(folder, kind ?? FolderKind.Site, forced, force: true));
        return may ? null : Assert.Single(findings.Sorted()).Rule.Code;
    }
}
