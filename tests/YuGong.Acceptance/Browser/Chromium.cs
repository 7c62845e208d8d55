using Microsoft.Playwright;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Browser;

/// <summary>Debian's Chromium, started once, and the sites it looks at.</summary>
public sealed class Chromium(BuiltSites sites) : IAsyncDisposable
{
    /// <summary>
    /// Without the two pages of its own address bar, which it would load for each window: they cost more than most of ours, and nobody
    /// sees them.
    /// </summary>
    internal static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
    ];

    /// <summary>What lies below the window is laid out one part after another, the page's foot last.</summary>
    private const string IsLaidOut =
        "() => !document.querySelector('.foot') || getComputedStyle(document.querySelector('.foot')).contentVisibility === 'visible'";

    private readonly Lazy<Task<StaticServer>> release = new(() => ServeAsync(sites, "release"));
    private readonly Lazy<Task<StaticServer>> fuller = new(() => ServeAsync(sites, "fuller"));
    private readonly Lazy<Task<StaticServer>> preview = new(() => ServeAsync(sites, "preview"));
    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> browser = new(StartAsync);

    public async Task<StaticServer> ServerAsync(string site) =>
        await (site switch { "fuller" => fuller, "preview" => preview, _ => release }).Value;

    /// <summary>A fresh page of a site, in a context of its own that is closed with the test's end.</summary>
    public async Task<IPage> OpenAsync(string site, string address, int width = 1440, Action<BrowserNewContextOptions>? with = null,
        Action<IPage>? watch = null)
    {
        var server = await ServerAsync(site);
        var options = new BrowserNewContextOptions { BaseURL = server.Address, ViewportSize = new() { Width = width, Height = 900 },
            Locale = "zh-CN", ReducedMotion = ReducedMotion.Reduce };
        with?.Invoke(options);
        var context = await (await browser.Value).Browser.NewContextAsync(options);
        var page = await context.NewPageAsync();
        watch?.Invoke(page);
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        if (address.StartsWith('/')) // a page of the desk's runs no script of the site's
        {
            await page.WaitForFunctionAsync(IsLaidOut);
        }

        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser.IsValueCreated)
        {
            var (driver, window) = await browser.Value;
            await window.CloseAsync();
            driver.Dispose();
        }

        foreach (var server in (Lazy<Task<StaticServer>>[])[release, fuller, preview])
        {
            if (server.IsValueCreated)
            {
                await (await server.Value).DisposeAsync();
            }
        }
    }

    private static async Task<StaticServer> ServeAsync(BuiltSites sites, string name) =>
        await StaticServer.StartAsync(await sites.ByNameAsync(name));

    /// <summary>A browser of its own; the test is skipped where there is none.</summary>
    internal static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var program = Judge.Program("chromium");
        Assertions.SetDefaultExpectTimeout(30_000); // ms; a machine that tests much at once draws pages slowly
        var driver = await Playwright.CreateAsync();
        var window = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = Arguments,
        });
        return (driver, window);
    }
}
