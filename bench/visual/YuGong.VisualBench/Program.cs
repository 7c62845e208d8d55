using System.Diagnostics;
using Microsoft.Playwright;
using YuGong.VisualBench;

// Photographs every template at every width and the posters of three people, weighs pages and times them; 1 when a bar does not hold.
var root = args[0];
var folder = Option("--out") ?? Path.Combine(Path.GetTempPath(), "yugong-visual");
Directory.CreateDirectory(folder);
var site = Option("--site") ?? Path.Combine(folder, "site");
if (Option("--site") is null && Build(["build", "--root", root, "--output", site, "--quiet"]) != 0)
{
    Console.Error.WriteLine("The site was not built.");
    return 2;
}

string[] parts = (Option("--parts") ?? "pages,names,posters,weights,lighthouse").Split(',');
string[] words = [.. File.ReadAllLines(Path.Combine(root, "tests", "Support", "unbroken-words.txt")).Where(l => !l.StartsWith('#'))];
int[] widths = [.. (Option("--widths") ?? "320,360,768,1024,1440,1920").Split(',').Select(int.Parse)];
var chromium = Option("--chromium") ?? "/usr/bin/chromium";
var withPhotographs = !args.Contains("--no-photographs");
var report = new Report();
using var driver = await Playwright.CreateAsync();
await using var browser = await driver.Chromium.LaunchAsync(new()
{
    ExecutablePath = chromium, Args = LighthouseBench.Arguments,
});
using var served = new OwnServer(root, "serve", "--output", site);
using var preview = new OwnServer(root, "preview", "--root", root);

if (parts.Contains("pages"))
{
    Template[] templates = [.. Template.In(site).Where(t => Option("--only") is not { } only || only.Split(',').Contains(t.Name))];
    await InTurn(templates, t => t.Name, async template =>
    {
        try
        {
            var origin = await (template.OnlyInPreview ? preview : served).AddressAsync();
            await new PageBench(browser, origin, widths, withPhotographs, report).LookAsync(template, words, folder);
        }
        catch (TimeoutException e)
        {
            report.Bar(template.Name, "seen", [e.Message]);
        }
    });
}

if (parts.Contains("names"))
{
    await InTurn(["/", "/hall/"], path => $"names of {path}", async path =>
        await new NameBench(browser, await served.AddressAsync(), widths, report).LookAsync(path));
}

if (parts.Contains("posters"))
{
    await InTurn(PosterBench.FilesOf(site), file => Path.GetRelativePath(site, file), file =>
        new PosterBench(browser, report).LookAsync(site, file, words, folder));
}

if (parts.Contains("weights"))
{
    await InTurn(WeighedPage.In(site), p => $"weight of {p.Path}", async page =>
        await new WeightBench(browser, await served.AddressAsync(), report).WeighAsync(page));
}

if (parts.Contains("lighthouse"))
{
    var lighthouse = new LighthouseBench(Path.Combine(root, "bench", "visual"), chromium, report);
    foreach (var path in LighthouseBench.PathsIn(site))
    {
        Console.Error.WriteLine($"lighthouse of {path}");
        await lighthouse.RateAsync(await served.AddressAsync(), path);
    }
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

// As many at once as there are processors; each says when it is done.
static async Task InTurn<T>(IReadOnlyCollection<T> all, Func<T, string> nameOf, Func<T, Task> look)
{
    var done = 0;
    await Parallel.ForEachAsync(all, async (one, _) =>
    {
        var watch = Stopwatch.StartNew();
        await look(one);
        Console.Error.WriteLine($"[{Interlocked.Increment(ref done)}/{all.Count}] {nameOf(one)} {watch.Elapsed.TotalSeconds:0.0} s");
    });
}
