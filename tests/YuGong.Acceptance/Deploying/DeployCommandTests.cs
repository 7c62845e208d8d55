using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Deploying;

/// <summary><c>yugong deploy</c> as people type it, on a copy of the real site.</summary>
public sealed class DeployCommandTests
{
    [Fact]
    public async Task A_site_is_built_put_online_told_of_and_brought_back()
    {
        using var project = Project.OfRealSite();
        var online = project.At("www/current");
        Git(project, "init", "--quiet", "-b", "main");
        Git(project, "config", "user.name", "李工");
        Git(project, "config", "user.email", "li@localhost");
        project.Write(".gitignore", ".cache/\noutput/\n.output.build/\nwww/\n.desk/\nthemes/yugong/node_modules\n");
        project.Edit("statiq.json", "\"YuGong\": {", "\"YuGong\": { \"Deploy\": [ { \"Name\": \"正式\", \"Folder\": \"www\" } ],");
        Git(project, "add", ".");
        Git(project, "commit", "--quiet", "-m", "the site");

        var rehearsed = await Deploy(project, "--dry-run");
        Assert.True(rehearsed.Code == 0, rehearsed.Err);
        Assert.Contains("还没有上线过", rehearsed.Out);
        Assert.Contains("什么也没有改", rehearsed.Out);
        Assert.Matches(@"会加 \d+ 个、改 0 个、去掉 0 个文件", rehearsed.Out);
        Assert.Contains("--verbose 全部列出", rehearsed.Out);
        Assert.False(Directory.Exists(project.At("www")));

        var first = await Deploy(project);
        Assert.True(first.Code == 0, first.Err);
        Assert.Contains("版本 000001-", first.Out);
        Assert.Contains("https://yugong.example.org/", first.Out);
        var page = File.ReadAllText(Path.Combine(online, "index.html"));
        Assert.DoesNotContain("【示例】", page);
        Assert.False(File.Exists(Path.Combine(online, ".yugong")));
        Assert.Equal("", Git(project, "status", "--porcelain"));

        Assert.Contains("没有改动", (await Deploy(project)).Out);
        Assert.Contains("和线上的一样", (await Deploy(project, "--dry-run")).Out);
        project.Edit("statiq.json", "\"Tagline\": \"匠心实干\"", "\"Tagline\": \"匠心\"");
        var changes = await Deploy(project, "--dry-run", "--verbose");
        Assert.Contains("\n  改 index.html\n", changes.Out);
        Assert.DoesNotContain("全部列出", changes.Out);
        var second = await Deploy(project, "正式", "--by", "王工");
        Assert.True(second.Code == 0, second.Err);
        Assert.Contains("版本 000002-", second.Out);
        var told = (await Deploy(project, "--status")).Out;
        Assert.Contains("000002-", told);
        Assert.Contains("王工 上线", told);
        Assert.Matches(@"修订 [0-9a-f]{12}\+", told); // the setting is not committed
        Assert.Contains("可以退回:000001-", told);

        var back = await Deploy(project, "--back");
        Assert.Contains("退回到版本 000001-", back.Out);
        Assert.Equal(page, File.ReadAllText(Path.Combine(online, "index.html")));
        Assert.Equal(2, (await Deploy(project, "别处")).Code);
    }

    private static Task<Answer> Deploy(Project project, params IEnumerable<string> arguments) =>
        project.RunAsync("deploy", ["--date", $"{Project.Today:yyyy-MM-dd}", .. arguments]);

    private static string Git(Project project, params IEnumerable<string> arguments) =>
        LoopbackServer.Run("git", ["-C", project.Root, .. arguments]);
}
