using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.DeskFront;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Desk;

/// <summary>
/// An editor's morning in a real browser with the real Decap: open, edit, upload, be refused, mend, save, publish, take back.
/// </summary>
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
        var related = Field(page, "related");
        await related.WaitForAsync();
        var item = related.Locator("[class*=SortableListItem]").First;
        await item.Locator(":scope > div > button").First.ClickAsync();
        await TypeAsync(page, item.Locator("[id^='relation-field-']"), "同事多年");
        await TypeAsync(page, page.Locator("[id^='name-field-']").First, "某某,电话 13812345678");
        await page.GetByText("保存", new() { Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("API_ERROR").First).ToContainTextAsync(new Regex("第 [0-9]+ 行："));
        await LookAsync(page, "refused");
        await TypeAsync(page, page.Locator("[id^='name-field-']").First, "某某一");

        await Field(page, "portrait").Locator("button").First.ClickAsync();
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

    [Fact]
    public async Task A_new_story_is_begun_and_thrown_away_and_an_old_one_is_deleted_and_brought_back()
    {
        const string Old = "input/stories/left-over/index.md";
        await using var desk = await OpenDesk.StartAsync(change: p =>
            p.Write(Old, Regex.Replace(p.Read(Story).Replace("id: plain-one\n", "id: left-over\n", StringComparison.Ordinal),
            "(?m)^objects: .*\n", "")));
        var page = await sites.Browser.OpenAsync("release", new Uri(desk.Address, "/admin/#/collections/stories/new").ToString(), 1600);
        page.Dialog += (_, dialog) => dialog.AcceptAsync();

        // An empty form asks for what is required and for nothing else.
        await page.Locator("[id^='id-field-']").FillAsync("xin-ren");
        await page.GetByText("保存", new() { Exact = true }).First.ClickAsync();
        await page.GetByText("“姓名”是必填项").First.WaitForAsync();
        await page.Locator("[id^='name-field-']").First.FillAsync("新写的人");
        await page.Locator("[id^='latin_name-field-']").FillAsync("Xin Ren");
        foreach (var (field, words) in ((string, string)[])[("gender", "男"), ("direction", "建设"), ("trades", "桥梁"), ("era", "改革")])
        {
            await Field(page, field).Locator("input").First.ClickAsync();
            await page.Keyboard.TypeAsync(words);
            await page.Locator("[id*='-option-']").Filter(new() { HasText = words }).First.ClickAsync();
        }

        await page.Locator("[id^='headline-field-']").FillAsync("一句主题");
        await page.Locator("[id^='summary-field-']").FillAsync(string.Concat(Enumerable.Repeat("这里是摘要。", 8)));
        await Field(page, "body").Locator("[contenteditable=true]").First.ClickAsync();
        await page.Keyboard.TypeAsync("## 一段\n\n正文。");
        await page.GetByText("保存", new() { Exact = true }).First.ClickAsync();
        await page.GetByText("状态: 草稿").WaitForAsync();
        await HasAddressAsync(page, "/entries/xin-ren/index"); // the client opens the saved entry anew
        await LookAsync(page, "new");
        Assert.Contains("cms/stories/xin-ren", DeskTrial.Git(desk.Project.Root, "branch", "--list", "cms/*"));
        var draft = DeskTrial.Git(desk.Project.Root, "show", "cms/stories/xin-ren/index:input/stories/xin-ren/index.md");
        Assert.Contains("name: 新写的人", draft);
        Assert.DoesNotContain("corrections", draft);
        await page.GetByText("删除未发布的内容").ClickAsync();
        await HasAddressAsync(page, "/admin/#/collections/stories");
        Assert.Equal("", DeskTrial.Git(desk.Project.Root, "branch", "--list", "cms/*"));

        await page.GetByText("left-over").First.ClickAsync();
        await page.GetByText("删除已发布的内容").ClickAsync();
        await HasAddressAsync(page, "/admin/#/collections/stories");
        Assert.False(File.Exists(desk.Project.At(Old)));
        await page.GotoAsync(new Uri(desk.Address, "/desk/entry/stories/left-over/").ToString());
        await LookAsync(page, "deleted");
        await page.Locator("[data-undo]").First.ClickAsync();
        await page.GetByText("撤销:").First.WaitForAsync();
        Assert.True(File.Exists(desk.Project.At(Old)));
        await page.Context.CloseAsync();
    }

    private static ILocator Field(IPage page, string name) =>
        page.Locator($"xpath=//label[starts-with(@for,'{name}-field-')]/ancestor::div[contains(@class,'ControlContainer')][1]");

    /// <summary>As people do: mark everything, type.</summary>
    private static async Task TypeAsync(IPage page, ILocator field, string words)
    {
        await field.ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(words);
    }

    private static Task LookAsync(IPage page, string name) =>
        Environment.GetEnvironmentVariable("YUGONG_LOOK") is { Length: > 0 } folder
            ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"day-{name}.png") })
            : Task.CompletedTask;

    /// <summary>Asks until it is so; an event may come before somebody waits for it.</summary>
    private static Task HasAddressAsync(IPage page, string end) =>
        Assertions.Expect(page)
            .ToHaveURLAsync(new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape(end) + "$"),
            new() { Timeout = 30_000 });
}
