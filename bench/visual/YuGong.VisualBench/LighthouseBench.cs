using System.Diagnostics;
using System.Text.Json;

namespace YuGong.VisualBench;

/// <summary>
/// Lighthouse's performance on its slow telephone, the best of five runs: a busy machine only ever makes a page slower. Left out where
/// npm cannot bring it.
/// </summary>
internal sealed class LighthouseBench(string folder, string chromium, Report report)
{
    private const int Runs = 5;

    private const double Least = 0.95;

    /// <summary>Without the two pages of Chromium's own address bar, which it would load beside ours and no telephone does.</summary>
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
    ];

    public static IReadOnlyList<string> PathsIn(string site)
    {
        var person = Template.All(site, "posters").FirstOrDefault();
        return ["/", $"/people/{person}/", "/search/", "/posters/", $"/posters/{person}/"];
    }

    public async Task RateAsync(string origin, string path)
    {
        var program = Path.Combine(folder, "node_modules", "lighthouse", "cli", "index.js");
        if (!File.Exists(program))
        {
            report.Skip("lighthouse");
            return;
        }

        var runs = new List<(double Score, string Figure)>();
        for (var run = 0; run < Runs; run++)
        {
            runs.Add(Read(await RunAsync(program, origin + path)));
        }

        var (score, figure) = runs.MaxBy(r => r.Score);
        report.Figure(path, "lighthouse", $"{figure}; all runs {string.Join(' ', runs.Select(r => $"{r.Score * 100:0}"))}", score >= Least);
    }

    private async Task<string> RunAsync(string program, string address)
    {
        using var process = Process.Start(new ProcessStartInfo("node",
        [
            program, address, "--quiet", "--output=json", "--only-categories=performance",
            "--chrome-flags=--headless=new " + string.Join(' ', Arguments),
        ])
        {
            RedirectStandardOutput = true, UseShellExecute = false, Environment = { ["CHROME_PATH"] = chromium },
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said;
    }

    private static (double Score, string Figure) Read(string json)
    {
        using var result = JsonDocument.Parse(json);
        var root = result.RootElement;
        var score = root.GetProperty("categories").GetProperty("performance").GetProperty("score").GetDouble();
        string Of(string audit) => root.GetProperty("audits").GetProperty(audit).GetProperty("displayValue").GetString() ?? "";
        return (score, $"{score * 100:0}: FCP {Of("first-contentful-paint")}, LCP {Of("largest-contentful-paint")}, "
            + $"TBT {Of("total-blocking-time")}, CLS {Of("cumulative-layout-shift")}, {Of("total-byte-weight")}");
    }
}
