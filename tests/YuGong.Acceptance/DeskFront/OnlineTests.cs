using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.Browser;
using YuGong.Tests.Deploying;
using YuGong.Tests.Sites;

namespace YuGong.Tests.DeskFront;

/// <summary>The buttons by which a site goes online, comes back, and somebody leaves it, pressed in a real browser.</summary>
public sealed class OnlineTests(BuiltSites sites)
{
    [Fact]
    public async Task A_publisher_goes_online_and_takes_somebody_off_and_nobody_brings_them_back()
    {
        await using var open = await OpenDesk.StartAsync(change: project =>
        {
            var place = $"{{ \"Name\": \"正式\", \"Folder\": \"{project.Root}/www\", \"Schedule\": \"5 0 * * *\" }}";
            project.Edit("statiq.json", "\"YuGong\": {", $"\"YuGong\": {{ \"Deploy\": [ {place} ],");
            project.Edit("input/stories/plain-one/index.md", "latin_name: plain-one", "latin_name: Mou Pingchang");
        });
        var project = open.Project;
        var page = await sites.Browser.OpenAsync("release", open.Address + "desk/", 390);
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        var status = page.Locator("[data-online-status]");
        await page.GetByText("定时：先由人上线一次").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "上线到正式" }).ClickAsync();
        await EndsAsync(status, "上线了");
        Assert.True(File.Exists(project.At("www/current/people/plain-one/index.html")));

        await page.GotoAsync(open.Address + "desk/entry/stories/plain-one/");
        await page.GetByRole(AriaRole.Link, new() { Name = "立即撤下" }).ClickAsync();
        await page.GetByText("/people/plain-one/").First.WaitForAsync();
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Axe.FindsNothingAsync(page);
        await page.GetByLabel("写上名字").FillAsync("别的名字");
        await page.GetByRole(AriaRole.Button, new() { Name = "立即撤下" }).ClickAsync();
        await EndsAsync(status, "什么也没有做");
        Assert.True(Directory.Exists(project.At("input/stories/plain-one")));

        await page.GetByLabel("写上名字").FillAsync("某plain-one");
        await page.GetByRole(AriaRole.Button, new() { Name = "立即撤下" }).ClickAsync();
        await EndsAsync(status, "都不在了");
        Assert.Contains("上线了", await status.TextContentAsync());
        Assert.False(Directory.Exists(project.At("input/stories/plain-one")));
        Assert.DoesNotContain("某plain-one", File.ReadAllText(project.At("www/current/people/plain-one/index.html")));
        Assert.Equal("", LoopbackServer.Run("git", ["-C", project.Root, "status", "--porcelain", "--", "input"]));
        Assert.Contains("撤下 /people/plain-one/", LoopbackServer.Run("git", ["-C", project.Root, "log", "-3", "--format=%s"]));

        await page.GotoAsync(open.Address + "desk/");
        await PushAsync(page, project.Root, status);
        await page.GetByRole(AriaRole.Button, new() { Name = "正式退回上一版" }).ClickAsync();
        await EndsAsync(status, "退回");
        Assert.DoesNotContain("某plain-one", File.ReadAllText(project.At("www/current/people/plain-one/index.html")));
        await page.Context.CloseAsync();
    }

    /// <summary>The history goes to where it comes from; where that is nowhere, the page says so.</summary>
    private static async Task PushAsync(IPage page, string root, ILocator status)
    {
        string Git(params string[] arguments) => LoopbackServer.Run("git", ["-C", root, .. arguments]);
        var push = page.GetByRole(AriaRole.Button, new() { Name = "推送仓库" });
        await push.ClickAsync();
        await EndsAsync(status, "没能推送");
        var remote = Directory.CreateTempSubdirectory("yugong-remote-").FullName;
        Git("init", "-q", "--bare", remote);
        Git("remote", "add", "origin", remote);
        Git("push", "-q", "-u", "origin", "HEAD~1:refs/heads/main");
        Git("branch", "-q", "--set-upstream-to=origin/main");
        await push.ClickAsync();
        await EndsAsync(status, "仓库已推送");
        Assert.Equal(Git("rev-parse", "HEAD"), LoopbackServer.Run("git", ["-C", remote, "rev-parse", "main"]));
        Directory.Delete(remote, recursive: true);
    }

    /// <summary>What is still being done begins with 正在.</summary>
    private static Task EndsAsync(ILocator status, string words) =>
        Assertions.Expect(status).ToHaveTextAsync(new Regex($"^(?!正在).*{words}"), new() { Timeout = 180_000 });
}
