using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.DeskFront;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Desk;

/// <summary>An editor's morning in a real browser: open, edit, upload, be refused, mend, save, publish, take back, delete.</summary>
public sealed class EditorsDayTests(BuiltSites sites)
{
    private const string Story = "input/stories/plain-one/index.md";
    private const string Old = "input/stories/left-over/index.md";

    [Fact]
    public async Task An_editor_changes_a_story_is_refused_mends_it_adds_a_picture_publishes_and_takes_it_back()
    {
        await using var desk = await OpenDesk.StartAsync();
        var before = desk.Project.Read(Story);
        var page = await sites.Browser.OpenAsync("release", new Uri(desk.Address, "/admin/").ToString(), 1600); // where forms once were
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.Locator("a[href='/desk/write/stories/plain-one/']").ClickAsync();

        // The page beside the form follows what is typed.
        await page.Locator("[data-key=headline] .v").FillAsync("刚刚打进来的主题句");
        await page.FrameLocator("iframe:not(.coming)").GetByText("刚刚打进来的主题句").First.WaitForAsync();
        await Assertions.Expect(page.FrameLocator("iframe:not(.coming)").Locator(".desk-changed").First).ToContainTextAsync("刚刚打进来的主题句");

        // What is private is no draft; it is told, and nothing is lost.
        await page.Locator("[data-key=post]").EvaluateAsync("e => { const d = e.closest('details'); if (d) d.open = true; }");
        await page.Locator("[data-key=post] .v").FillAsync("电话 13812345678");
        await page.GetByRole(AriaRole.Button, new() { Name = "存成一步" }).ClickAsync();
        await SavedAsync(page, "没有存成一步");
        await page.Locator("[data-key=post] .v").FillAsync("工程师");

        await page.Locator("[data-key=portrait]").EvaluateAsync("e => { const d = e.closest('details'); if (d) d.open = true; }");
        await page.Locator("[data-key=portrait] [data-upload]").SetInputFilesAsync(
            new FilePayload { Name = "长江 大桥.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() });
        await Assertions.Expect(page.Locator("[data-key=portrait] [data-key=src] select")).ToHaveValueAsync("长江-大桥.png");
        await page.Locator("[data-key=portrait] [data-key=alt] .v").FillAsync("长江大桥的照片");
        await page.Locator("[data-key=portrait] [data-key=credit] .v").FillAsync("测试拍摄");
        await page.GetByRole(AriaRole.Button, new() { Name = "存成一步" }).ClickAsync();
        await SavedAsync(page, "存成了一步");
        Assert.Equal(before, desk.Project.Read(Story)); // a draft on a branch: the folder does not know it yet

        // Where it is decided, both versions are seen.
        await page.Locator("a[href='/desk/review/stories/plain-one/']").ClickAsync();
        await Assertions.Expect(page.Locator(".changes")).ToContainTextAsync("刚刚打进来的主题句");
        await page.Locator("[data-decide=pending_publish]").ClickAsync();
        await Assertions.Expect(page.Locator(".review > p.soft")).ToContainTextAsync("就绪，", new() { Timeout = 30_000 });
        await page.Locator("[data-decide=published]").ClickAsync();
        await page.WaitForURLAsync("**/desk/");
        Assert.Contains("status: published", desk.Project.Read(Story));
        Assert.True(File.Exists(desk.Project.At("input/stories/plain-one/长江-大桥.png")));
        Assert.Equal("测试员", DeskTrial.Git(desk.Project.Root, "log", "-1", "--format=%an"));

        // The last step alone is taken back.
        await page.GotoAsync(new Uri(desk.Address, "/desk/entry/stories/plain-one/").ToString());
        await page.Locator("[data-undo]").First.ClickAsync();
        await page.GetByText("撤销:").First.WaitForAsync();
        Assert.Contains("status: ready", desk.Project.Read(Story));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_draft_is_thrown_away_and_a_story_that_is_deleted_is_brought_back()
    {
        await using var desk = await OpenDesk.StartAsync(change: p =>
            p.Write(Old, Regex.Replace(p.Read(Story).Replace("id: plain-one\n", "id: left-over\n", StringComparison.Ordinal),
            "(?m)^objects: .*\n", "")));
        var before = desk.Project.Read(Old);
        var page = await sites.Browser.OpenAsync("release", new Uri(desk.Address, "/desk/write/stories/left-over/").ToString(), 1600);
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.Locator("[data-key=headline] .v").FillAsync("要丢的一句");
        await page.GetByRole(AriaRole.Button, new() { Name = "存成一步" }).ClickAsync();
        await SavedAsync(page, "存成了一步");
        await page.Locator("[data-discard]").ClickAsync();
        await page.Locator("[data-delete]").WaitForAsync();
        Assert.Equal("", DeskTrial.Git(desk.Project.Root, "branch", "--list", "cms/*"));

        await page.Locator("[data-delete]").ClickAsync();
        await page.WaitForURLAsync("**/desk/entry/stories/left-over/");
        Assert.False(File.Exists(desk.Project.At(Old)));
        await page.Locator("[data-undo]").First.ClickAsync();
        await page.GetByText("撤销:").First.WaitForAsync();
        Assert.Equal(before, desk.Project.Read(Old));
        await page.Context.CloseAsync();
    }

    private static Task SavedAsync(IPage page, string words) =>
        Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync(words, new() { Timeout = 30_000 });
}
