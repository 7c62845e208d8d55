using System.Diagnostics;
using Microsoft.Playwright;
using YuGong.VisualBench;

// Photographs every template at every width and the posters of three people; 1 when a bar does not hold.
var root = args[0];
var folder = Option("--out") ?? Path.Combine(Path.GetTempPath(), "yugong-visual");
var only = Option("--only");
Directory.CreateDirectory(folder);
var site = Option("--site") ?? Path.Combine(folder, "site");
string[] without = args.Contains("--no-posters") ? ["--no-posters"] : [];
if (Option("--site") is null && Build(["build", "--root", root, "--output", site, "--quiet", .. without]) != 0)
{
    Console.Error.WriteLine("The site was not built.");
    return 2;
}

string[] words = [.. File.ReadAllLines(Path.Combine(root, "tests", "Support", "unbroken-words.txt")).Where(l => !l.StartsWith('#'))];
int[] widths = [.. (Option("--widths") ?? "320,360,768,1024,1440,1920").Split(',').Select(int.Parse)];
var report = new Report();
using var driver = await Playwright.CreateAsync();
await using var browser = await driver.Chromium.LaunchAsync(new()
{
    ExecutablePath = Option("--chromium") ?? "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
var shelf = new SiteFolder(site);
using var preview = Preview.Start(root);
foreach (var template in Template.In(site).Where(t => only is null || only.Split(',').Contains(t.Name)))
{
    var bench = new PageBench(browser, template.OnlyInPreview ? preview.AnswerAsync : shelf.AnswerAsync, widths, report);
    await bench.LookAsync(template, words, folder);
}

if (only is null || only == "posters")
{
    await new PosterBench(browser, report).LookAsync(site, words, folder);
}

report.Write(Path.Combine(folder, "report.md"));
return report.Holds ? 0 : 1;

string? Option(string name) => Array.IndexOf(args, name) is var at && at >= 0 && at + 1 < args.Length ? args[at + 1] : null;

int Build(string[] arguments)
{
    using var process = Process.Start(Path.Combine(root, "yugong"), arguments);
    process.WaitForExit();
    return process.ExitCode;
}
