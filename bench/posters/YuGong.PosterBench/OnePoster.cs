using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using YuGong.Posters;
using YuGong.Posters.Pressing;
using YuGong.Text;

namespace YuGong.PosterBench;

/// <summary>The same A3 poster with bleed at 300 dpi as PNG: the press, Chromium and resvg-js take turns; medians of wall time.</summary>
internal static class OnePoster
{
    private const double Bar = 0.40;

    public static async Task<bool> RaceAsync(Func<string, PosterRenderer> open, string story, int rounds, string work, string resvgScript)
    {
        using var room = open("one");
        var order = room.Orders.First(o => o.Name.Subject == story && o.Name is { Design: "peak", Shape: "a3" });
        Press(room, order, "warm", [PosterFormat.SvgOutlines]);
        var svg = Path.Combine(work, "poster.svg");
        var made = Press(room, order, "svg", [PosterFormat.SvgOutlines, PosterFormat.Png]);
        File.WriteAllBytes(svg, room.Means.Store.Get(made.File(PosterFormat.SvgOutlines)!.Stored)!.Value.ToArray());
        var (width, height) = (made.File(PosterFormat.Png)!.Width, made.File(PosterFormat.Png)!.Height);
        var page = Path.Combine(work, "poster.html");
        File.WriteAllText(page,
            $"<!DOCTYPE html><style>body{{margin:0}}svg{{display:block;width:{width}px;height:"
            + $"{height}px}}</style>{File.ReadAllText(svg).Split("?>\n", 2)[1]}");

        using var playwright = await Playwright.CreateAsync();
        await using var browser =
            await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
        var start = new ProcessStartInfo("node", [resvgScript, svg, $"{width}", Path.Combine(work, "resvg.png")]) { UseShellExecute = false,
            RedirectStandardInput = true, RedirectStandardOutput = true };
        using var resvg = Process.Start(start)!;

        var (ours, chromium, others) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            Press(room, order, $"round{round}", [PosterFormat.Png]);
            var own = watch.Elapsed.TotalMilliseconds;

            var context =
                await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, DeviceScaleFactor = 1 });
            var tab = await context.NewPageAsync();
            watch.Restart();
            await tab.GotoAsync("file://" + page);
            await tab.ScreenshotAsync(new() { Path = Path.Combine(work, "chromium.png"), Timeout = 120_000 });
            var theirs = watch.Elapsed.TotalMilliseconds;
            await context.CloseAsync();

            resvg.StandardInput.WriteLine("go");
            var third = double.Parse((await resvg.StandardOutput.ReadLineAsync())!.Split(' ')[0], CultureInfo.InvariantCulture);
            if (round >= 0)
            {
                ours.Add(own);
                chromium.Add(theirs);
                others.Add(third);
            }
        }

        resvg.StandardInput.Close();
        await resvg.WaitForExitAsync();
        var (mine, browserTime, resvgTime) = (Median(ours), Median(chromium), Median(others));
        Console.WriteLine(
            $"A3 + 3 mm, {width} × {height} px, PNG, median of {rounds} (typesetting, preflight and the file on disk included in ours)");
        Console.WriteLine($"  press     {mine,7:0} ms");
        Console.WriteLine($"  Chromium  {browserTime,7:0} ms   ratio {mine / browserTime:0.00} (bar {Bar:0.00})");
        Console.WriteLine($"  resvg-js  {resvgTime,7:0} ms   ratio {mine / resvgTime:0.00} (bar {Bar:0.00})");
        return mine <= Bar * browserTime && mine <= Bar * resvgTime;
    }

    /// <summary>A round has an order of its own, so that nothing comes from the store.</summary>
    private static RenderedPoster Press(PosterRenderer room, PosterJob order, string round, IReadOnlyList<PosterFormat> formats) =>
        room.Printer.Run([order with { Key = order.Key.With(Fingerprint.Of(round)) }], _ => formats, 1, new(), null,
            CancellationToken.None)[0];

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
