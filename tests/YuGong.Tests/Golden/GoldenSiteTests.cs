using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using YuGong.Build;
using YuGong.Content;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Goldens;

/// <summary>A whole small site, every page of it and one document and feed of each kind, as text to be read in a review.</summary>
public sealed class GoldenSiteTests
{
    private static readonly string[] Documents =
    [
        "feeds/all.rss.xml", "feeds/all.atom.xml", "feeds/all.json", "feeds/news.json", "sitemap.xml",
        "api/v1/index.json", "api/v1/people.json", "api/v1/people.ndjson", "api/v1/people/xugou-jia.json",
        "api/v1/objects/xugou-chaochi.json", "api/v1/dialogues/xugou-duihua.json",
        "api/v1/news/xugou-dongtai.json", "api/v1/pages/about.json", "api/v1/directions.json",
        "api/v1/halls.json", "api/v1/taxonomies.json", "api/v1/timeline.json", "api/v1/changes.json", "api/v1/posters.json",
    ];

    private static readonly JsonSerializerOptions Lines = new()
    {
        WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void Another_city_has_these_pages_feeds_and_documents()
    {
        using var site = new GoldenSite();
        var findings = new Diagnostics();
        var options = new RunOptions(ProjectFolder.At(site.Root), GoldenSite.Today, Edition.Release) { Jobs = 1, WithFonts = false };
        DiskBuild.Run(options, new(), findings, TestContext.Current.CancellationToken);
        Assert.Equal(["YG185"], findings.Sorted().Select(d => d.Rule.Code));

        var output = Path.Combine(site.Root, "output");
        var pages = Directory.GetFiles(output, "*.html", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(output, file));
        var expected = pages.Concat(Documents).Order(StringComparer.Ordinal).ToList();
        Assert.All(expected, path => Golden.Matches(GoldenSite.At("output", path), Readable(path, site.Read($"output/{path}"))));

        var kept = GoldenSite.At("output");
        var golden = Directory.GetFiles(kept, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(kept, file));
        Assert.Equal(expected, golden.Order(StringComparer.Ordinal));
    }

    /// <summary>Documents are one line; a review wants one for each member.</summary>
    private static string Readable(string path, string text) =>
        path.EndsWith(".json", StringComparison.Ordinal) ? JsonNode.Parse(text)!.ToJsonString(Lines) + "\n" : text;
}
