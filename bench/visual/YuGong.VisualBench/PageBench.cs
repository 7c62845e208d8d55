using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace YuGong.VisualBench;

/// <summary>Photographs a page at every width and tells what is wrong with it.</summary>
internal sealed class PageBench(IBrowser browser, string origin, IReadOnlyList<int> widths, bool withPhotographs, Report report)
{
    private const double MostShift = 0.02;

    /// <summary>All shifts count, also those that a key press excuses: a reader who types sees them as well.</summary>
    private const string WatchShifts = """
        window.shifted = 0;
        new PerformanceObserver(list => { for (const shift of list.getEntries()) window.shifted += shift.value; })
          .observe({ type: 'layout-shift', buffered: true });
        """;

    private static readonly string Measure = ReadScript("measure.js");

    private static readonly AxeRunOptions Rules = RulesBut([]);

    /// <summary>In forced colours the reader's system chooses the colours, and axe computes with those that it does not use.</summary>
    private static readonly AxeRunOptions ForcedRules = RulesBut(["color-contrast"]);

    public async Task LookAsync(Template template, IReadOnlyList<string> words, string folder)
    {
        foreach (var width in widths)
        {
            var place = $"{template.Name} {width}";
            var page = await OpenAsync(template.Address, width, ForcedColors.None);
            if (page is null)
            {
                report.Skip(template.Name);
                return;
            }

            await ScrollThroughAsync(page);
            if (template.Name == "search")
            {
                await TypeAsync(page);
            }

            report.Bar(place, "shift", await page.EvaluateAsync<double>("() => window.shifted") is var shift && shift > MostShift
                ? [$"shift {shift:0.000}"] : []);
            report.Bar(place, "type", await page.EvaluateAsync<string[]>($"({Measure})", words));
            await PhotographAsync(page, Path.Combine(folder, $"{template.Name}-{width}.png"));
            if (width is 360 or 1440)
            {
                report.Bar(place, "axe", await AxeAsync(page, Rules));
            }

            await page.Context.CloseAsync();
        }

        if (await OpenAsync(template.Address, 1440, ForcedColors.Active) is { } forced)
        {
            report.Bar($"{template.Name} forced colours", "axe", await AxeAsync(forced, ForcedRules));
            report.Bar($"{template.Name} forced colours", "buttons", await forced.EvaluateAsync<string[]>(InvisibleButtons));
            await PhotographAsync(forced, Path.Combine(folder, $"{template.Name}-forced.png"));
            await forced.Context.CloseAsync();
        }
    }

    private const string InvisibleButtons = """
        () => [...document.querySelectorAll('button, .button')].filter(b => b.checkVisibility()).filter(b => {
          const style = getComputedStyle(b);
          return style.color === style.backgroundColor || (style.borderTopWidth === '0px' && style.textDecorationLine === 'none'
            && b.textContent.trim() === '');
        }).map(b => `invisible ${b.className}`)
        """;

    private static async Task TypeAsync(IPage page)
    {
        await page.EvaluateAsync("() => { window.shifted = 0; }");
        foreach (var letter in "大礼堂的穹顶")
        {
            await page.Locator("#search-words").PressSequentiallyAsync(letter.ToString());
            await page.WaitForTimeoutAsync(350);
        }

        await page.Locator("#search-words").FillAsync("水电站");
        await page.WaitForTimeoutAsync(600);
    }

    private async Task<IPage?> OpenAsync(string address, int width, ForcedColors colors)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 }, Locale = "zh-CN",
            ReducedMotion = ReducedMotion.Reduce, ForcedColors = colors,
        });
        await context.AddInitScriptAsync(WatchShifts);
        var page = await context.NewPageAsync();
        var reply = await page.GotoAsync(origin + address, new() { WaitUntil = WaitUntilState.Load });
        if (reply is { Ok: true } || address == "/404.html")
        {
            return page;
        }

        await context.CloseAsync();
        return null;
    }

    private static async Task<string[]> AxeAsync(IPage page, AxeRunOptions rules)
    {
        var result = await page.RunAxe(rules);
        return [.. result.Violations.Select(v => $"axe {v.Id}: {string.Join(", ", v.Nodes.Take(3).Select(n => n.Target))}")];
    }

    private static AxeRunOptions RulesBut(string[] without) => new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        Rules = without.ToDictionary(rule => rule, _ => new RuleOptions { Enabled = false }),
    };

    private async Task PhotographAsync(IPage page, string file)
    {
        if (withPhotographs)
        {
            await page.ScreenshotAsync(new() { Path = file, FullPage = true });
        }
    }

    /// <summary>What is loaded when it is near is loaded afterwards.</summary>
    public static Task ScrollThroughAsync(IPage page) =>
        page.EvaluateAsync("async () => { for (let y = 0; y < document.body.scrollHeight; y += innerHeight) "
            + "{ scrollTo(0, y); await new Promise(r => setTimeout(r, 60)); } scrollTo(0, 0); await document.fonts.ready; }");

    /// <summary>A script of this project as one expression, without its comment lines.</summary>
    public static string ReadScript(string name)
    {
        using var reader = new StreamReader(typeof(PageBench).Assembly.GetManifestResourceStream(name)!);
        return string.Join('\n', reader.ReadToEnd().Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)));
    }
}
