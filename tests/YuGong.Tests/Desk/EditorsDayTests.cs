using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.DeskFront;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Desk;

/// <summary>An editor's morning in a real browser with the real Decap: open, edit, upload, be refused, mend, save, publish, take back.</summary>
public sealed class EditorsDayTests(BuiltSites sites)
{
    private const string Story = "input/stories/plain-one/index.md";

    [Fact]
    public async Task An_editor_changes_a_story_is_refused_mends_it_adds_a_picture_publishes_and_takes_it_back()
    {
        await using var desk = await OpenDesk.StartAsync();
        var before = desk.Project.Read(Story);
        var page = await sites.Browser.OpenAsync("release", new Uri(desk.Address, "/admin/").ToString(), 1600);
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.GetByText("plain-one").First.ClickAsync();

        // A nested list: a mistake in it is told in Chinese, with its line, and nothing is lost.
        var related = page.Locator("xpath=//label[starts-with(@for,'related-field-')]/ancestor::div[contains(@class,'ControlContainer')][1]");
        await related.WaitForAsync();
        var item = related.Locator("[class*=SortableListItem]").First;
        await item.Locator(":scope > div > button").First.ClickAsync();
        await TypeAsync(page, item.Locator("[id^='relation-field-']"), "同事多年");
        await TypeAsync(page, page.Locator("[id^='name-field-']").First, "某某,电话 13812345678");
        await page.GetByText("保存", new() { Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("API_ERROR").First).ToContainTextAsync(new Regex("第 [0-9]+ 行："));
        await LookAsync(page, "refused");
        await TypeAsync(page, page.Locator("[id^='name-field-']").First, "某某一");

        await page.Locator("xpath=//label[starts-with(@for,'portrait-field-')]/ancestor::div[contains(@class,'ControlContainer')][1]//button").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "选择图片" }).First.ClickAsync();
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByText("上传", new() { Exact = true }).First.ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = "长江 大桥.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() });
        await page.GetByText("选用已选中项目").ClickAsync();
        await page.Locator("[id^='alt-field-']").First.FillAsync("长江大桥的照片");
        await page.Locator("[id^='credit-field-']").First.FillAsync("测试拍摄");
        await page.GetByText("保存", new() { Exact = true }).First.ClickAsync();

        // A draft on a branch: the folder does not know it yet.
        await page.GetByText("状态: 草稿").ClickAsync();
        await LookAsync(page, "draft");
        Assert.Equal(before, desk.Project.Read(Story));
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "就绪" }).Or(page.GetByText("就绪", new() { Exact = true })).Last.ClickAsync();
        await page.GetByText("状态: 就绪").WaitForAsync();
        await page.GetByText("发布", new() { Exact = true }).Last.ClickAsync();
        await page.GetByText("立即发布").ClickAsync();
        await page.GetByText("已发布", new() { Exact = true }).First.WaitForAsync();
        await LookAsync(page, "published");
        var after = desk.Project.Read(Story);
        Assert.Contains("status: published", after);
        Assert.Contains("同事多年", after);
        Assert.True(File.Exists(desk.Project.At("input/stories/plain-one/长江-大桥.png")));
        Assert.Equal("测试员", DeskTrial.Git(desk.Project.Root, "log", "-1", "--format=%an"));

        // The last step alone is taken back.
        await page.GotoAsync(new Uri(desk.Address, "/desk/entry/stories/plain-one/").ToString());
        await LookAsync(page, "history");
        await page.Locator("[data-undo]").First.ClickAsync();
        await page.GetByText("撤销:").First.WaitForAsync();
        Assert.Contains("status: ready", desk.Project.Read(Story));
        await page.Context.CloseAsync();
    }

    /// <summary>As people do: mark everything, type.</summary>
    private static async Task TypeAsync(IPage page, ILocator field, string words)
    {
        await field.ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(words);
    }

    private static Task LookAsync(IPage page, string name) =>
        Environment.GetEnvironmentVariable("YUGONG_LOOK") is { Length: > 0 } folder ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"day-{name}.png") }) : Task.CompletedTask;
}
