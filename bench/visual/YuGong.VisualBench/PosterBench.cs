using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace YuGong.VisualBench;

/// <summary>Every design in every shape of three people, photographed as the browser shows the SVG; and the words of their lines.</summary>
internal sealed partial class PosterBench(IBrowser browser, Report report)
{
    private const int People = 3;

    private const string Style = "<style>body{margin:0}svg{display:block;width:auto;height:auto;max-width:900px;max-height:1200px}</style>";

    public async Task LookAsync(string site, IReadOnlyList<string> words, string folder)
    {
        var root = Path.Combine(site, "posters");
        if (!Directory.Exists(root))
        {
            report.Skip("posters");
            return;
        }

        var subjects = Directory.GetDirectories(root).Where(d => Directory.EnumerateFiles(d, "*.svg", SearchOption.AllDirectories).Any())
            .Order(StringComparer.Ordinal).Take(People);
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 900, Height = 1200 } });
        var page = await context.NewPageAsync();
        foreach (var file in subjects.SelectMany(d => Directory.EnumerateFiles(d, "*.svg", SearchOption.AllDirectories)))
        {
            var name = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '-');
            report.Bar(name, "poster words", [.. Cuts(await File.ReadAllTextAsync(file), words)]);
            await page.SetContentAsync(Style + await File.ReadAllTextAsync(file));
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, Path.ChangeExtension(name, ".png")) });
        }

        await context.CloseAsync();
    }

    /// <summary>A run of glyphs says its characters; a word that goes on from one run to the next was cut by a line.</summary>
    private static IEnumerable<string> Cuts(string svg, IReadOnlyList<string> words)
    {
        List<string> runs = [.. Run().Matches(svg).Select(m => m.Groups["outlined"].Value + Tag().Replace(m.Groups["live"].Value, ""))];
        foreach (var (before, after) in runs.Zip(runs.Skip(1)))
        {
            foreach (var word in words)
            {
                for (var at = 1; at < word.Length; at++)
                {
                    if (before.EndsWith(word[..at], StringComparison.Ordinal) && after.StartsWith(word[at..], StringComparison.Ordinal))
                    {
                        yield return $"cut {word} in {before}|{after}";
                    }
                }
            }
        }
    }

    [GeneratedRegex("<path[^>]* aria-label=\"(?<outlined>[^\"]*)\"|<text(?<live>.*?)</text>", RegexOptions.Singleline, 5000)]
    private static partial Regex Run();

    [GeneratedRegex("^[^>]*>|<[^>]*>", RegexOptions.None, 5000)]
    private static partial Regex Tag();
}
