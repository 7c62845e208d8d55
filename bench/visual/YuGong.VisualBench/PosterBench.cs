using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace YuGong.VisualBench;

/// <summary>Every design in every shape of three people, photographed as the browser shows the SVG; and the words of their lines.</summary>
internal sealed partial class PosterBench(IBrowser browser, Report report)
{
    private const int People = 3;

    private const string Style = "<style>body{margin:0}svg{display:block;width:auto;height:auto;max-width:900px;max-height:1200px}</style>";

    public static IReadOnlyList<string> FilesOf(string site)
    {
        var root = Path.Combine(site, "posters");
        return !Directory.Exists(root) ? [] :
        [
            .. Directory.GetDirectories(root).Order(StringComparer.Ordinal).Select(Drawings).Where(all => all.Any()).Take(People)
                .SelectMany(all => all),
        ];

        static IEnumerable<string> Drawings(string person) =>
            Directory.EnumerateFiles(person, "*.svg", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
    }

    public async Task LookAsync(string site, string file, IReadOnlyList<string> words, string folder)
    {
        var name = Path.GetRelativePath(Path.Combine(site, "posters"), file).Replace(Path.DirectorySeparatorChar, '-');
        var drawing = await File.ReadAllTextAsync(file);
        report.Bar(name, "poster words", [.. Cuts(drawing, words)]);
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 900, Height = 1200 } });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Style + drawing);
        await page.Locator("svg").First.ScreenshotAsync(new() { Path = Path.Combine(folder, Path.ChangeExtension(name, ".png")) });
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
