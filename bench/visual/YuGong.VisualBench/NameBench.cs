using Microsoft.Playwright;

namespace YuGong.VisualBench;

/// <summary>The contrast of the names over a painted night, against the pixels that are really behind them.</summary>
internal sealed class NameBench(IBrowser browser, string origin, IReadOnlyList<int> widths, Report report)
{
    /// <summary>WCAG 2.2, 1.4.3, for text of any size.</summary>
    private const double Least = 4.5;

    private static readonly string Script = PageBench.ReadScript("names.js");

    public async Task LookAsync(string path)
    {
        foreach (var width in widths)
        {
            var context = await browser.NewContextAsync(new()
            {
                ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce,
            });
            var page = await context.NewPageAsync();
            await page.GotoAsync(origin + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await PageBench.ScrollThroughAsync(page);
            var names = await page.EvaluateAsync<string>($"() => JSON.stringify(({Script}).hide())");
            var behind = Convert.ToBase64String(await page.ScreenshotAsync(new() { FullPage = true }));
            var sheet = await context.NewPageAsync();
            var measured = await sheet.EvaluateAsync<double[]>($"given => ({Script}).contrast(given)", new[] { behind, names });
            var contrast = measured.DefaultIfEmpty(0).Min();
            report.Figure($"{path} {width}", "names over the lights",
                $"{contrast:0.0} : 1, the least of {measured.Length} names", contrast >= Least);
            await context.CloseAsync();
        }
    }
}
