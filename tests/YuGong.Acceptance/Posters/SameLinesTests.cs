using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using YuGong.Build;
using YuGong.Posters.Typesetting;
using YuGong.Tests.Support;

namespace YuGong.Tests.Posters;

/// <summary>
/// Our lines beside those of Chromium (<c>line-break: strict</c>), the same font and measure, no compression and no gaps at play in either.
/// Where they differ is written down in <c>SameLines.golden.txt</c>, with the rule that we follow there.
/// </summary>
public sealed class SameLinesTests
{
    private static readonly double[] Measures = [14.01, 20.01, 33.01];

    private const string Why =
        """

        Where we differ, on purpose:
        - · and ～ never begin a line (CLREQ 3.1.7); UAX #14 has them as letters and ideographs.
        - Numbers and words with hyphens stay whole (2026-11-22, C-0101); Chromium breaks behind the hyphen.
        - Before “ and behind ” a line may break beside Latin, digits and dashes too; UAX #14 (LB19a) asks for wide characters on both sides.

        """;

    [Fact]
    public async Task Lines_break_where_Chromium_breaks_them()
    {
        var texts = Paragraphs.All;
        var theirs = await LinesOfAsync(texts);
        var (same, all, report) = (0, 0, new StringBuilder());
        for (var m = 0; m < Measures.Length; m++)
        {
            for (var i = 0; i < texts.Count; i++)
            {
                var set = Typesetter.Set(texts[i], Type.Text, new() { Compression = false, ScriptGap = 0 }, 1, Measures[m]);
                var ours = set.Lines.Select(l => l.Start).ToList();
                var other = theirs[m][i];
                all += other.Count;
                same += Same(ours, other, texts[i].Length);
                if (!ours.SequenceEqual(other))
                {
                    report.Append(Difference(texts[i], ours, other, Measures[m]));
                }
            }
        }

        var words = string.Create(CultureInfo.InvariantCulture,
            $"{texts.Count} paragraphs at {Measures.Length} measures: {all} lines, {same} alike: {100.0 * same / all:0.00} "
            + $"%\n{Why}\n{report}");
        Golden.Matches(Repository.At("tests", "YuGong.Acceptance", "Posters", "SameLines.golden.txt"), words);
        Assert.True(same >= 0.98 * all, words);
    }

    /// <summary>Lines that begin and end at the same places in both.</summary>
    private static int Same(List<int> ours, List<int> theirs, int length)
    {
        var lines = ours.Select((start, i) => (start, i + 1 < ours.Count ? ours[i + 1] : length)).ToHashSet();
        return theirs.Select((start, i) => (start, i + 1 < theirs.Count ? theirs[i + 1] : length)).Count(lines.Contains);
    }

    private static string Difference(string text, List<int> ours, List<int> theirs, double measure)
    {
        var at = ours.Zip(theirs).TakeWhile(p => p.First == p.Second).Count();
        var (mine, other) = (at < ours.Count ? ours[at] : text.Length, at < theirs.Count ? theirs[at] : text.Length);
        var from = ours[Math.Max(0, at - 1)];
        string Cut(int where) => text[from..where] + "│" + text[where..Math.Min(text.Length, where + 3)];
        return string.Create(CultureInfo.InvariantCulture, $"{measure:0}  ours    {Cut(mine)}\n    Chromium {Cut(other)}\n");
    }

    private static async Task<List<List<List<int>>>> LinesOfAsync(IReadOnlyList<string> texts)
    {
        var (driver, browser) = await Browser.Chromium.StartAsync();
        using var ended = driver;
        await using var closed = browser;
        var page = await browser.NewPageAsync();
        var fonts = Type.Text.Fonts;
        await page.RouteAsync("http://type.test/**",
            route => route.FulfillAsync(route.Request.Url.EndsWith(".ttf", StringComparison.Ordinal)
            ? new() { Path = fonts[route.Request.Url.Contains("/0", StringComparison.Ordinal) ? 0 : 1].Path, ContentType = "font/ttf" }
            : new() { Body = Page(texts), ContentType = "text/html; charset=utf-8" }));
        await page.GotoAsync("http://type.test/", new() { Timeout = 120_000 }); // the fonts are large
        await page.EvaluateAsync("() => document.fonts.ready");
        var found = new List<List<List<int>>>();
        foreach (var measure in Measures)
        {
            var json = await page.EvaluateAsync<string>(
                """
                async measure => {
                  document.body.style.width = measure + 'em';
                  await document.fonts.load('200px Zero', '字'); await document.fonts.load('200px One', '𬭎');
                  return JSON.stringify([...document.querySelectorAll('p')].map(p => {
                    const node = p.firstChild, starts = []; let top = null;
                    for (let i = 0; i < node.length; i++) {
                      const range = document.createRange(); range.setStart(node, i); range.setEnd(node, i + 1);
                      const box = range.getClientRects()[0];
                      if (!box || box.width === 0) continue;
                      if (top === null || box.top > top + 100) { starts.push(i); top = box.top; }
                    }
                    return starts;
                  }));
                }
                """,
                measure);
            found.Add(JsonSerializer.Deserialize<List<List<int>>>(json)!);
        }

        return found;
    }

    private static string Page(IReadOnlyList<string> texts) =>
        "<!doctype html><html lang=zh-Hans><meta charset=utf-8><style>@font-face{font-family:Zero;src:url(/0.ttf)"
            + "}@font-face{font-family:One;src:url(/1.ttf)}"
        + "body{margin:0;font:200px/2 Zero,One;text-rendering:geometricPrecision;line-break:strict;text-spacing-trim:space-all;"
            + "text-autospace:no-autospace;word-break:normal;overflow-wrap:normal}p{margin:0}</style>"
        + string.Concat(texts.Select(t => $"<p>{System.Net.WebUtility.HtmlEncode(t)}</p>"));
}
