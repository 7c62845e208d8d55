using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Tests.Browser;
using YuGong.Tests.Desk;
using YuGong.Tests.Sites;
using Project = YuGong.Tests.Sites.Project;

namespace YuGong.Tests.DeskFront;

/// <summary>Our own forms in a real browser: nothing typed is lost, findings lead to their field, and what was not changed stays.</summary>
public sealed class WriteTests(PlainDesk open, BuiltSites sites) : IClassFixture<PlainDesk>
{
    [Fact]
    public async Task A_new_entry_outlives_its_server_and_findings_lead_to_its_fields()
    {
        await using var desk = await OpenDesk.StartAsync();
        var page = await OpenAsync(desk, "/desk/write/stories/", 1440);
        await page.GetByPlaceholder("姓名").FillAsync("林新人");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建人物故事" }).ClickAsync();
        await page.WaitForURLAsync("**/desk/write/stories/lin-xinren/");
        await SavedAsync(page, "还没存成一步");
        Assert.Equal("Lin Xinren", await Field(page, "latin_name").InputValueAsync());

        // Incomplete and wrong as it is, it is kept; the second half while the desk is away.
        await Field(page, "headline").FillAsync("先写下的一句");
        await SavedAsync(page, "还没存成一步");
        await page.Locator("[data-key=sources] > [data-add]").ClickAsync();
        await page.Locator("[data-key=sources] .item [data-key=title] .v").FillAsync("一篇报道");
        await SavedAsync(page, "还没存成一步");
        await desk.KillAsync();
        await Field(page, "post").EvaluateAsync("e => e.closest('details').open = true");
        await Field(page, "post").FillAsync("断线时写的");
        await SavedAsync(page, "连不上编辑台");
        var browser = page.Context;
        await page.CloseAsync();
        await desk.ReopenAsync();

        page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(desk.Address, "/desk/write/stories/lin-xinren/").ToString());
        await SavedAsync(page, "还没存成一步");
        Assert.Equal("断线时写的", await Field(page, "post").InputValueAsync()); // what the browser alone knew
        Assert.Equal("先写下的一句", await Field(page, "headline").InputValueAsync());
        Assert.Equal("一篇报道", await page.Locator("[data-key=sources] .item [data-key=title] .v").InputValueAsync());

        // Taking back, over fields.
        await Field(page, "headline").FillAsync("改坏了");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        Assert.Equal("先写下的一句", await Field(page, "headline").InputValueAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "重做" }).ClickAsync();
        Assert.Equal("改坏了", await Field(page, "headline").InputValueAsync());
        await page.Keyboard.PressAsync("Control+z");
        Assert.Equal("先写下的一句", await Field(page, "headline").InputValueAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "存成一步" }).ClickAsync();
        await SavedAsync(page, "存成了一步");
        Assert.Contains("headline: 先写下的一句", DeskTrial.Git(desk.Project.Root, "show",
            "cms/stories/lin-xinren/index:input/stories/lin-xinren/index.md"), StringComparison.Ordinal);

        // What it lacks is said step by step, and leads there, out of every fold.
        await Assertions.Expect(page.Locator(".write-steps [data-lack=person]")).ToContainTextAsync("还差");
        await page.Locator("[data-look=findings]").ClickAsync();
        await page.Locator(".told-list button").Filter(new() { HasText = "摘要" }).First.ClickAsync();
        Assert.Equal("summary", await FocusedAsync(page));
        await page.Locator(".told-list button").Filter(new() { HasText = "来源 · 第 1 项" }).First.ClickAsync();
        Assert.True(await page.Locator("[data-key=sources] .item details").First.EvaluateAsync<bool>("d => d.open"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_typed_before_the_script_has_come_is_kept_too()
    {
        var page = await OpenAsync(open.Desk, "/desk/", 1440);
        var comes = new TaskCompletionSource();
        await page.RouteAsync("**/desk/write.js", async route =>
        {
            await comes.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(new Uri(open.Desk.Address, "/desk/write/stories/test-person/").ToString(),
            new() { WaitUntil = WaitUntilState.Commit });
        await Field(page, "headline").FillAsync("抢先写下的一句");
        comes.SetResult();
        await SavedAsync(page, "还没存成一步");
        Assert.Equal("抢先写下的一句", await Field(page, "headline").InputValueAsync());
        await page.ReloadAsync();
        Assert.Equal("抢先写下的一句", await Field(page, "headline").InputValueAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_part_of_a_picture_is_shown_on_the_picture()
    {
        var page = await OpenAsync(open.Desk, "/desk/write/objects/test-object/", 1440);
        await page.EvaluateAsync("document.querySelectorAll('form.writing details').forEach(d => d.open = true)");
        await page.Locator("[data-key=card] [data-pick]").ClickAsync();
        await Assertions.Expect(page.Locator(".pick .mark")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowUp");
        await page.GetByRole(AriaRole.Button, new() { Name = "好", Exact = true }).ClickAsync();
        Assert.Matches(@"^0\.\d+, [\d.]+, [\d.]+, [\d.]+$", await Field(page, "card").InputValueAsync());
        await SavedAsync(page, "还没存成一步");
        await page.Context.CloseAsync();
    }

    /// <summary>Entries and files about the site: what the fields hold is what the file says, so nothing changes by itself.</summary>
    [Fact]
    public async Task What_the_fields_hold_is_what_the_file_says()
    {
        await using var desk = await OpenDesk.StartAsync(change: p =>
        {
            p.Delete("input");
            Project.CopyFolder(GitRepository.At("input"), p.At("input"));
        });
        var page = await OpenAsync(desk, "/desk/write/", 1440);
        await page.Context.RouteAsync(new System.Text.RegularExpressions.Regex("/(look|missing|keep|names/.*)$"), r => r.AbortAsync());
        var entries = Directory.GetFiles(GitRepository.At("input"), "index.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(GitRepository.At("input"), f).Replace('\\', '/').Split('/')).Where(p => p.Length == 3)
            .Select(p => (Form: DeskCollection.Find(p[0])!, Id: p[1]));
        var files = SiteForm.All(Taxonomies.Empty).Select(f => (Form: DeskCollection.Of(f), f.Id))
            .Where(f => File.Exists(desk.Project.At(f.Form.PathOf("input", f.Id))));
        foreach (var (form, id) in entries.Concat(files))
        {
            var (schema, text) = (form.Schema, desk.Project.Read(form.PathOf("input", id)));
            text = form.Site?.Dress(text) ?? text;
            await page.GotoAsync(new Uri(desk.Address, $"/desk/write/{form.Name}/{id}/").ToString());
            var held = JsonNode.Parse(await page.EvaluateAsync<string>("""
                async () => {
                  const { form, fieldsOf, read } = await import('/desk/write-fields.js');
                  return JSON.stringify(Object.fromEntries(fieldsOf(form).map(f => [f.dataset.key, read(f)])));
                }
                """))!.AsObject();
            var values = FormValues.Of(text)!;
            foreach (var (key, value) in held)
            {
                values[key] = FormValues.Kept(schema, key, value);
            }

            Assert.Equal(text, FormValues.Into(text, schema, values));
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/desk/write/stories/")]
    [InlineData("/desk/write/stories/test-person/")]
    [InlineData("/desk/write/site/")]
    [InlineData("/desk/write/site/places/")]
    [InlineData("/desk/media/")]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(string address)
    {
        var page = await OpenAsync(open.Desk, address, 390);
        if (address.EndsWith("test-person/", StringComparison.Ordinal))
        {
            // The page in its frame runs no script, axe's neither; it has tests of its own.
            await page.WaitForSelectorAsync("iframe:not(.coming)", new() { State = WaitForSelectorState.Attached });
            await page.EvaluateAsync("document.querySelector('[data-look=findings]').click()");
            await page.WaitForFunctionAsync("!document.querySelector('iframe')");
        }

        foreach (var width in (int[])[390, 1024, 1440])
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await page.EvaluateAsync("document.querySelectorAll('form.writing details').forEach(d => d.open = true)");
            await Axe.FindsNothingAsync(page, $"{width} px");
        }

        await page.Context.CloseAsync();
    }

    private static ILocator Field(IPage page, string key) => page.Locator($"[data-key={key}]").Locator(".v, legend").First;

    private static Task SavedAsync(IPage page, string words) =>
        Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync(words, new() { Timeout = 30_000 });

    private static Task<string> FocusedAsync(IPage page) =>
        page.EvaluateAsync<string>("document.activeElement.closest('[data-key]').dataset.key");

    private Task<IPage> OpenAsync(OpenDesk desk, string address, int width) =>
        sites.Browser.OpenAsync("release", new Uri(desk.Address, address).ToString(), width);
}
