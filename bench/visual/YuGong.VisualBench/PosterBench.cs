using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace YuGong.VisualBench;

/// <summary>Every design in every shape of three people, photographed as the browser shows the SVG; and the words of their lines.</summary>
internal sealed partial class PosterBench(IBrowser browser, Report report)
{
    private const int People = 3;

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
            await page.SetContentAsync($"<style>body{{margin:0}}svg{{width:auto;height:1200px;max-width:900px}}</style>{await File.ReadAllTextAsync(file)}");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, Path.ChangeExtension(name, ".png")) });
        }

        await context.CloseAsync();
    }

    /// <summary>Words that stand whole in a box's text and in none of its lines; boxes say their text, lines stand below one another.</summary>
    private static IEnumerable<string> Cuts(string svg, IReadOnlyList<string> words)
    {
        foreach (Match box in Box().Matches(svg))
        {
            List<string> lines = [.. Line().Matches(box.Value).Select(m => Tag().Replace(m.Value, ""))];
            var whole = string.Concat(lines);
            foreach (var word in words.Where(w => Count(whole, w) > lines.Sum(l => Count(l, w))))
            {
                yield return $"cut {word} in {string.Join('|', lines)}";
            }
        }
    }

    private static int Count(string text, string word) => (text.Length - text.Replace(word, "", StringComparison.Ordinal).Length) / word.Length;

    [GeneratedRegex("<g[^>]*aria-label[^>]*>.*?</g>", RegexOptions.Singleline, 5000)]
    private static partial Regex Box();

    [GeneratedRegex("<text.*?</text>", RegexOptions.Singleline, 5000)]
    private static partial Regex Line();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 5000)]
    private static partial Regex Tag();
}
