using System.Text.RegularExpressions;
using Xunit;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Tests.NewSite;

/// <summary><c>yugong init</c>: a site of any city.</summary>
public sealed partial class InitTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"yugong-init-{Guid.NewGuid():N}");

    [Fact]
    public void A_new_site_has_nothing_wrong_and_shows_a_sample_of_each_kind()
    {
        Assert.Equal(0, CommandTree.Run(["init", folder, "--title", "滨海匠人", "--tagline", "一丝不苟", "--organizer", "滨海市工程师学会"]));
        var project = ProjectFolder.At(folder);
        foreach (var edition in (ReadOnlySpan<Edition>)[Edition.Preview, Edition.Release])
        {
            var findings = new Diagnostics();
            var site = project.Load(edition, Clock.Today(project), findings)!;
            Assert.Empty(findings.Sorted().Where(f => f.Severity != Severity.Note).Select(f => $"{f.Span.File.Path}: {f.Rule.Code}"));
            Assert.Equal("滨海匠人", site.Settings.SiteTitle);
            Assert.Equal("滨海", site.Settings.Seal);
            var shown = edition == Edition.Preview ? 1 : 0;
            Assert.Equal((shown, shown, shown, shown, shown, 1), (site.Stories.Count, site.Objects.Count, site.Dialogues.Count,
                site.Videos.Count, site.News.Count, site.Pages.Count));
            Assert.Equal(shown == 1, site.Call is not null);
        }
    }

    [Fact]
    public void Nothing_is_left_to_fill_in_and_hidden_files_are_hidden()
    {
        Assert.Equal(0, CommandTree.Run(["init", folder]));
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList();
        Assert.All(files, f => Assert.DoesNotMatch(Placeholder(), File.ReadAllText(f)));
        Assert.Contains(Path.Combine(folder, ".gitignore"), files);
        Assert.Contains(Path.Combine(folder, ".github", "workflows", "site.yml"), files);
        Assert.Contains(Path.Combine(folder, "README.en.md"), files);
    }

    [Fact]
    public void A_folder_with_something_in_it_is_left_alone()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "mine.txt"), "x");
        Assert.Equal(1, CommandTree.Run(["init", folder]));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("--title", "他说:“好”")]
    [InlineData("--title", "a\"b")]
    [InlineData("--organizer", "一\n二")]
    [InlineData("--tagline", "# 题")]
    public void A_name_that_would_break_a_file_is_misuse(string option, string value)
    {
        Assert.Equal(2, CommandTree.Run(["init", folder, option, value]));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void A_site_without_themes_uses_the_one_that_came_with_the_program_until_it_is_ejected()
    {
        Assert.Equal(0, CommandTree.Run(["init", folder]));
        Assert.Equal(ToolFolder.Themes, ProjectFolder.At(folder).Themes);
        Assert.Equal(0, CommandTree.Run(["theme", "eject", "--root", folder]));
        Assert.Equal(Path.Combine(folder, "themes"), ProjectFolder.At(folder).Themes);
        Assert.True(File.Exists(Path.Combine(folder, "themes", "yugong", "templates", "home.scriban")));
        Assert.False(Directory.Exists(Path.Combine(folder, "themes", "yugong", "node_modules")));
        Assert.Equal(1, CommandTree.Run(["theme", "eject", "--root", folder]));
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"(?<!\$)\{\{", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}
