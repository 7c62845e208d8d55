using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.Browser;
using YuGong.Tests.Sites;

namespace YuGong.Tests.DeskFront;

/// <summary>
/// The desk in a real browser: Decap takes our configuration, the preview follows the form, our own pages are fit for everybody.
/// </summary>
public sealed class AdminTests(PlainDesk open, BuiltSites sites) : IClassFixture<PlainDesk>
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Decap checks the configuration against its own JSON Schema and says on the page what it does not take.</summary>
    [Fact]
    public async Task Decap_takes_the_configuration_and_lists_every_collection_without_a_word_of_complaint()
    {
        var noise = new List<string>();
        var page = await OpenAsync("/admin/", 1440, noise);
        await page.GetByText("人物故事").First.WaitForAsync();
        foreach (var name in (string[])["人物故事", "老物件", "访谈", "短视频", "页面"])
        {
            Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = name }).First.IsVisibleAsync(), name);
        }

        await page.GetByText("test-person").First.WaitForAsync();
        Assert.True(noise.Count == 0, string.Join("\n", noise));
        await LookAsync(page, "list");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_preview_beside_the_form_is_the_real_page_and_follows_what_is_typed()
    {
        var noise = new List<string>();
        var page = await OpenAsync("/admin/#/collections/stories/entries/plain-one/index", 1920, noise);
        var headline = page.Locator("input[id^='headline-field-']");
        await headline.WaitForAsync();
        var drawing = page.FrameLocator("iframe#preview-pane, iframe[class*='PreviewPane']").FrameLocator("iframe:not([hidden])");
        await drawing.GetByText("一个平常的人").First.WaitForAsync();
        await headline.FillAsync("刚刚打进来的主题句");
        await drawing.GetByText("刚刚打进来的主题句").First.WaitForAsync();
        await LookAsync(page, "preview");

        var pane = page.FrameLocator("iframe#preview-pane, iframe[class*='PreviewPane']");
        await pane.GetByRole(AriaRole.Tab, new() { Name = "海报" }).ClickAsync();
        await pane.GetByText("没有海报").WaitForAsync(); // a test's project has no designs; the card itself is pressed in the Press tests

        await headline.FillAsync("这一句写得实在太长太长太长太长太长太长太长太长太长太长太长了");
        await pane.GetByRole(AriaRole.Tab, new() { Name = "发现" }).ClickAsync();
        await pane.GetByText("主题句").First.WaitForAsync();
        await LookAsync(page, "findings");
        await pane.GetByRole(AriaRole.Button).Filter(new() { HasText = "主题句" }).First.ClickAsync();
        Assert.StartsWith("headline-field-", await page.EvaluateAsync<string>("document.activeElement.id"), StringComparison.Ordinal);
        Assert.True(noise.Count == 0, string.Join("\n", noise));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/desk/")]
    [InlineData("/desk/entry/stories/test-person/")]
    [InlineData("/desk/leads/")]
    public async Task Axe_finds_nothing_on_the_desks_own_pages_and_nothing_scrolls_sideways(string address)
    {
        var noise = new List<string>();
        var page = await OpenAsync(address, 320, noise);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        foreach (var width in (int[])[360, 1024, 1440, 1920])
        {
            await page.SetViewportSizeAsync(width, 900);
            await LookAsync(page, $"{address.Trim('/').Replace('/', '-')}-{width}");
            var result = await page.RunAxe(Rules);
            Assert.NotEmpty(result.Passes);
            Assert.Empty(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{width} px, {v.Id}: {v.Help}\n  {n.Html}")));
        }

        Assert.True(noise.Count == 0, string.Join("\n", noise));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string address, int width, List<string> noise)
    {
        var own = open.Desk.Address.ToString();
        return await sites.Browser.OpenAsync("release", own.TrimEnd('/') + address, width, watch: p =>
        {
            p.Request += (_, request) =>
                Hear(!request.Url.StartsWith(own, StringComparison.Ordinal) && !request.Url.StartsWith("data:",
                StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal), $"asks {request.Url}");
            // A test's project has no designs and so no card; of an entry without a draft the protocol answers 404, and the browser notes
            // both.
            p.Console += (_, message) =>
                Hear(message.Type == "error" && !message.Location.Contains("/card.webp",
                StringComparison.Ordinal) && !(message.Text.Contains("404", StringComparison.Ordinal)
                && message.Location.Contains("/api/v1:", StringComparison.Ordinal)), $"{message.Text} {message.Location}");
            p.PageError += (_, error) => Hear(true, error);
        });

        void Hear(bool isNoise, string what)
        {
            lock (noise)
            {
                if (isNoise)
                {
                    noise.Add(what);
                }
            }
        }
    }

    /// <summary>Pictures for somebody to look at, where <c>YUGONG_LOOK</c> names a folder.</summary>
    private static async Task LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("YUGONG_LOOK") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"),
                FullPage = !page.Url.Contains("/admin/", StringComparison.Ordinal) });
        }
    }
}
