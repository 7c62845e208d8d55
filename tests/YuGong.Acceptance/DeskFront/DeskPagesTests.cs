using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.Browser;
using YuGong.Tests.Sites;

namespace YuGong.Tests.DeskFront;

/// <summary>The desk's own pages in a real browser are fit for everybody.</summary>
public sealed class DeskPagesTests(PlainDesk open, BuiltSites sites) : IClassFixture<PlainDesk>
{
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
            await Axe.FindsNothingAsync(page, $"{width} px");
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
            p.Console += (_, message) => Hear(message.Type == "error", $"{message.Text} {message.Location}");
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
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
