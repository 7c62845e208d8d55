using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>HTML, CSS and SVG as the Nu HTML checker reads them, and what it does not look at.</summary>
public sealed class MarkupTests(BuiltSites sites)
{
    [Fact]
    public async Task The_Nu_checker_has_nothing_to_say()
    {
        List<string> folders = [];
        foreach (var name in (string[])["release", "preview", "fuller", "fuller-preview"])
        {
            folders.Add((await sites.ByNameAsync(name)).Folder);
        }

        var said = await Tool.RunAsync(Judge.Start(
            "java",
            [
                "-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", Judge.Module("vnu-jar", "build", "dist", "vnu.jar"),
                "--skip-non-html", "--also-check-css", "--also-check-svg", "--format", "json", .. folders,
            ]));
        using var json = JsonDocument.Parse(said.Err);
        var complaints = json.RootElement.GetProperty("messages").EnumerateArray()
            .Select(m => $"{m.GetProperty("url").GetString()}:{Number(m, "lastLine")}: {m.GetProperty("message").GetString()}")
            .Where(m => !IsAboutFileAddresses(m) && !IsAboutNewerStyle(m));
        Assert.True(!complaints.Any(), string.Join('\n', complaints));

        static int Number(JsonElement message, string name) => message.TryGetProperty(name, out var number) ? number.GetInt32() : 0;
    }

    [Theory]
    [InlineData("release")]
    [InlineData("fuller-preview")]
    public async Task No_id_stands_twice_and_every_picture_has_words(string name)
    {
        var faults = new List<string>();
        foreach (var page in (await sites.ByNameAsync(name)).Pages())
        {
            faults.AddRange(page.Html.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1)
                .Select(g => $"{page.Address}: id {g.Key} stands {g.Count()} times"));
            faults.AddRange(page.Html.QuerySelectorAll("img")
                .Where(i => string.IsNullOrWhiteSpace(i.GetAttribute("alt"))
                && (i.GetAttribute("alt") is null || i.GetAttribute("aria-hidden") != "true"))
                .Select(i => $"{page.Address}: {i.OuterHtml}"));
            faults.AddRange(page.Html.QuerySelectorAll("[style], [onclick], script:not([src]):not([type='application/ld+json']), style")
                .Select(e => $"{page.Address}: inline {e.OuterHtml}"));
        }

        Assert.Empty(faults);
    }

    /// <summary>A region of a tour is in the units of the whole drawing; a file with a view of its own would show another piece.</summary>
    [Fact]
    public async Task A_piece_of_a_drawing_is_cut_in_the_units_of_the_whole()
    {
        var site = await sites.ReleaseAsync();
        var pieces = site.Pages().SelectMany(p => p.Html.QuerySelectorAll("svg.tour-crop image")).ToList();
        Assert.NotEmpty(pieces);
        Assert.All(pieces, piece =>
        {
            var drawing = XDocument.Parse(site.Text(piece.GetAttribute("href")![1..])).Root!;
            Assert.Equal($"0 0 {piece.GetAttribute("width")} {piece.GetAttribute("height")}", (string?)drawing.Attribute("viewBox"));
        });
    }

    /// <summary>What the checker's CSS does not know yet: container queries and animations that follow scrolling.</summary>
    private static readonly string[] Newer = ["container-type", "cqi", "animation-timeline", "view-timeline", "animation-range"];

    /// <summary>Complaints about lines of a style sheet that use what is <see cref="Newer"/>.</summary>
    private static bool IsAboutNewerStyle(string complaint)
    {
        if (complaint.Split(": CSS: ") is not [var place, _, ..] || place.LastIndexOf(':') is not (> 5 and var colon))
        {
            return false;
        }

        var line = File.ReadLines(place["file:".Length..colon])
            .ElementAt(int.Parse(place.AsSpan(colon + 1), CultureInfo.InvariantCulture) - 1);
        return Newer.Any(word => line.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>
    /// Read from disk, a page's own files are foreign to it; and it takes JSON-LD for script, which it is not (HTML: data block).
    /// </summary>
    private static bool IsAboutFileAddresses(string message) =>
        message.Contains("Resource violates Content Security Policy") || message.Contains("Inline script violates Content Security Policy")
        // A drawing's credit is RDF, of which the checker says only that it does not look at it
        || message.Contains("does not validate RDF");
}
