using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Browser;

/// <summary>axe-core finds nothing on any template, on a phone and on a desk.</summary>
public sealed class AccessibilityTests(BuiltSites sites)
{
    private readonly Chromium chromium = sites.Browser;

    /// <summary>On a phone and on a desk; and at 320 CSS pixels nothing scrolls sideways (WCAG 1.4.10).</summary>
    [Theory]
    [MemberData(nameof(Templates.All), MemberType = typeof(Templates))]
    public async Task Axe_finds_nothing_at_any_width(string site, string address)
    {
        var page = await chromium.OpenAsync(site, address, 320);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        foreach (var width in (int[])[360, 1440])
        {
            await page.SetViewportSizeAsync(width, 900);
            await Axe.FindsNothingAsync(page, $"{width} px");
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_first_key_leads_past_the_navigation()
    {
        var page = await chromium.OpenAsync("release", "/people/shui-xiheng/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_navigation_opens_and_closes_on_a_phone()
    {
        var page = await chromium.OpenAsync("release", "/", 360);
        var link = page.Locator("#nav a[href='/hall/']");
        Assert.False(await link.IsVisibleAsync());
        await page.Locator(".nav-button").ClickAsync();
        Assert.True(await link.IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await link.IsVisibleAsync());
        await page.Context.CloseAsync();
    }
}
