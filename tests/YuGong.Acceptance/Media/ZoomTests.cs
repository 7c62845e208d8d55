using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.Browser;

namespace YuGong.Tests.Media;

/// <summary>The viewer on object pages, in Chromium.</summary>
public sealed class ZoomTests(OddSite odd) : IAsyncLifetime
{
    private readonly List<string> noise = [];
    private StaticServer? server;
    private IPlaywright? driver;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        (driver, browser) = await Chromium.StartAsync();
        server = await StaticServer.StartAsync(odd.Site);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await browser!.DisposeAsync();
            driver!.Dispose();
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task OpenSeadragon_asks_for_nothing_that_is_not_there()
    {
        var page = await OpenAsync("odd-3000-2000");
        await page.Locator(".zoom-open").ClickAsync();
        await page.Locator(".zoom-stage canvas").WaitForAsync();
        foreach (var (width, height) in OddPictures.Sizes)
        {
            // Every tile that its own arithmetic names, on every level, with the size it expects.
            var wrong = await page.EvaluateAsync<string[]>(
                """
                async ([url, width, height]) => {
                  const info = await (await fetch(url)).json();
                  info.id = new URL(url, location.href).href.replace('/info.json', '');
                  const Source = OpenSeadragon.TileSource.determineType(null, info, info.id);
                  const options = Source.prototype.configure.call({ }, info, info.id);
                  const source = new Source(options);
                  const wrong = [];
                  if (source.width !== width || source.height !== height) wrong.push(`is ${source.width} × ${source.height}`);
                  let asked = 0;
                  for (let level = source.minLevel; level <= source.maxLevel; level++) {
                    const tiles = source.getNumTiles(level);
                    for (let x = 0; x < tiles.x; x++) for (let y = 0; y < tiles.y; y++) {
                      const answer = await fetch(source.getTileUrl(level, x, y));
                      asked++;
                      if (!answer.ok) wrong.push(`${answer.status} ${answer.url}`);
                    }
                  }
                  return asked > 0 ? wrong : ['asked for nothing'];
                }
                """, new object[] { $"/iiif/objects/{OddPictures.IdOf(width, height)}/plan/info.json", width, height });
            Assert.Empty(wrong);
        }

        Assert.True(noise.Count == 0, string.Join('\n', noise));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("odd-819-1638")]
    [InlineData("odd-513-512")]
    [InlineData("odd-5000-5003")]
    [InlineData("odd-30000-700")]
    public async Task Keys_alone_open_zoom_pan_and_leave(string id)
    {
        var page = await OpenAsync(id);
        await page.Locator(".zoom-open").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".zoom-stage canvas").First.WaitForAsync();
        await UntilAsync(page, "document.activeElement.getAttribute('role') === 'application'");
        for (var i = 0; i < 8; i++)
        {
            await page.Keyboard.PressAsync("+");
        }

        await UntilAsync(page, "/是全图的 (1\\.[3-9]|[2-9]|\\d\\d)/.test(document.querySelector('.zoom-said').textContent)");
        foreach (var key in (string[])["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "-", "0"])
        {
            await page.Keyboard.PressAsync(key);
        }

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("放大", (await page.EvaluateAsync<string>("document.activeElement.lastChild.textContent")).Trim());
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Keyboard.PressAsync("Escape");
        // A dialog tells that it was closed in a task of its own, which comes later than the key where the machine is busy.
        await UntilAsync(page, "!document.querySelector('.zoom') && document.activeElement.textContent === '放大细看'");
        Assert.Empty(noise);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task Axe_finds_nothing_while_the_viewer_is_open(int width)
    {
        var page = await OpenAsync("odd-4097-4095", width);
        await page.Locator(".zoom-open").ClickAsync();
        await page.Locator(".zoom-stage canvas").First.WaitForAsync();
        await Axe.FindsNothingAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_of_it_is_loaded_before_somebody_asks_and_without_script_there_is_the_large_picture()
    {
        var asked = new List<string>();
        var page = await OpenAsync("odd-3000-2000", watch: p => p.Request += (_, r) => asked.Add(r.Url));
        Assert.DoesNotContain(asked, a => a.Contains("openseadragon", StringComparison.Ordinal) || a.Contains("/iiif/",
            StringComparison.Ordinal));
        await page.Context.CloseAsync();

        var plain = await OpenAsync("odd-3000-2000", with: o => o.JavaScriptEnabled = false);
        Assert.False(await plain.Locator(".zoom-open").IsVisibleAsync());
        var large = await plain.Locator(".zoom-ways a").GetAttributeAsync("href");
        Assert.Equal((3000, 2000), JpegSize.Of(odd.Site.Bytes(large![1..])));
        await plain.Context.CloseAsync();
    }

    /// <summary>Playwright's own waiting evaluates words inside the page, which the pages' policy forbids.</summary>
    private static async Task UntilAsync(IPage page, string condition)
    {
        for (var tries = 0; tries < 100 && !await page.EvaluateAsync<bool>(condition); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.True(await page.EvaluateAsync<bool>(condition), condition);
    }

    private async Task<IPage> OpenAsync(string id, int width = 1440, Action<BrowserNewContextOptions>? with = null,
        Action<IPage>? watch = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = server!.Address, ViewportSize = new() { Width = width, Height = 900 },
            Locale = "zh-CN", ReducedMotion = ReducedMotion.Reduce };
        with?.Invoke(options);
        var page = await (await browser!.NewContextAsync(options)).NewPageAsync();
        page.Response += (_, response) => Hear(response.Status >= 400, $"{response.Status} {response.Url}");
        page.RequestFailed += (_, request) =>
            Hear(!string.Equals(request.Failure, "net::ERR_ABORTED", StringComparison.Ordinal), $"{request.Failure} {request.Url}");

        // OpenSeadragon tells of a tile that came while it was being closed; that depends on the machine's speed.
        page.Console += (_, message) =>
            Hear(message.Type is "error" or "warning" && !message.Text.StartsWith("Ignoring tile", StringComparison.Ordinal),
            $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Hear(true, error);
        watch?.Invoke(page);
        await page.GotoAsync($"/objects/{id}/", new() { WaitUntil = WaitUntilState.Load });
        return page;

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
}
