using System.Text.Json;
using Microsoft.Playwright;

namespace YuGong.VisualBench;

/// <summary>A page whose weight has a bar, bytes over the wire.</summary>
/// <param name="First">What may come before anything is scrolled.</param>
/// <param name="Scrolled">What may have come when the end has been seen.</param>
internal sealed record WeighedPage(string Path, int First, int Scrolled)
{
    private const int Kilobyte = 1000;

    /// <summary>Home, every person, every person's posters.</summary>
    public static IReadOnlyList<WeighedPage> In(string site) =>
    [
        new("/", 300 * Kilobyte, 420 * Kilobyte),
        .. Template.All(site, "posters").Select(person => new WeighedPage($"/posters/{person}/", 600 * Kilobyte, 600 * Kilobyte)),
        .. Template.All(site, "posters").Intersect(Template.All(site, "people"))
            .Select(person => new WeighedPage($"/people/{person}/", 300 * Kilobyte, 300 * Kilobyte)),
    ];
}

/// <summary>Weighs a page as our server sends it to a browser that knows nothing yet: headers and packed bodies.</summary>
internal sealed class WeightBench(IBrowser browser, string origin, Report report)
{
    /// <summary>A telephone's and a desk's window; the telephone asks for pictures of twice its size.</summary>
    private static readonly (string Name, int Width, int Height, int Scale)[] Windows = [("390@2", 390, 844, 2), ("1440", 1440, 900, 1)];

    public async Task WeighAsync(WeighedPage weighed)
    {
        foreach (var (name, width, height, scale) in Windows)
        {
            var context = await browser.NewContextAsync(new()
            {
                ViewportSize = new() { Width = width, Height = height }, DeviceScaleFactor = scale, Locale = "zh-CN",
            });
            var page = await context.NewPageAsync();
            var bytes = 0.0;
            var network = await context.NewCDPSessionAsync(page);
            network.Event("Network.loadingFinished").OnEvent += (_, told) =>
                bytes += told is { } message && message.TryGetProperty("encodedDataLength", out var length) ? length.GetDouble() : 0;
            await network.SendAsync("Network.enable");
            await page.GotoAsync(origin + weighed.Path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Weigh("first", weighed.First);
            await page.EvaluateAsync("async () => { for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) "
                + "{ scrollTo(0, y); await new Promise(r => setTimeout(r, 80)); } }");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.WaitForTimeoutAsync(300);
            Weigh("scrolled", weighed.Scrolled);
            await context.CloseAsync();

            void Weigh(string when, int most) =>
                report.Figure($"{weighed.Path} {name} {when}", "weight", $"{bytes / 1000:0} kB (≤ {most / 1000})", bytes <= most);
        }
    }
}
