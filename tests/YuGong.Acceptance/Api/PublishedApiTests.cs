using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Api;

/// <summary>The documents of built sites, as those who read the API get them.</summary>
public sealed class PublishedApiTests(BuiltSites sites)
{
    [Theory]
    [InlineData("release")]
    [InlineData("fuller")]
    [InlineData("fuller-preview")]
    public async Task Every_document_is_valid_by_a_judge_that_is_not_ours(string name)
    {
        var site = await sites.ByNameAsync(name);
        var said = await Tool.RunAsync(Judge.Script("contract.mjs", site.Folder));
        Assert.True(said.Code == 0, said.Out + said.Err);
    }

    [Fact]
    public async Task The_OpenAPI_description_is_clean()
    {
        var site = await sites.ReleaseAsync();
        var start = Judge.Start("node", Judge.Module("@redocly", "cli", "bin", "cli.js"), "lint", "--format", "json",
            Path.Combine(site.Folder, "api", "v1", "openapi.json"));
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        var said = await Tool.RunAsync(start);
        Assert.True(said.Code == 0, said.Out + said.Err);
        using var json = JsonDocument.Parse(said.Out[said.Out.IndexOf('{')..]);
        Assert.Empty(json.RootElement.GetProperty("problems").EnumerateArray().Select(p => p.ToString()));
    }

    [Fact]
    public async Task Nothing_that_must_not_be_published_is_in_the_API()
    {
        foreach (var file in (await sites.FullerAsync()) is var site
            ? site.Files.Where(f => f.StartsWith("api/", StringComparison.Ordinal) || f.StartsWith("feeds/", StringComparison.Ordinal))
            : [])
        {
            Assert.DoesNotContain(CompleteContent.Secret, site.Text(file));
            Assert.DoesNotContain("hidden-", site.Text(file));
        }
    }

    [Fact]
    public async Task Bodies_are_harmless_and_their_addresses_complete()
    {
        var site = await sites.FullerAsync();
        foreach (var line in site.Files.Where(f => f.EndsWith(".ndjson", StringComparison.Ordinal))
            .SelectMany(f => site.Text(f).Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            var document = JsonNode.Parse(line)!;
            var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(document["html"]!.GetValue<string>());
            Assert.Empty(html.QuerySelectorAll("script, style, iframe, object, embed, form, [style], [onclick], [onerror]"));
            Assert.All(html.QuerySelectorAll("[href], [src]"),
                e => Assert.Matches("^(https?://|mailto:)", e.GetAttribute("href") ?? e.GetAttribute("src")));
            Assert.DoesNotMatch("<[a-z/]", document["text"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_consumer_sees_what_changed_by_revisions_alone()
    {
        using var project = Clean.Small();
        Assert.Equal(0, (await project.BuildAsync()).Code);
        var before = Revisions(project);
        project.Edit("input/stories/plain-one/index.md", "## 一节", "## 又一节");
        Assert.Equal(0, (await project.BuildAsync()).Code);
        var after = Revisions(project);
        Assert.Equal(["person/plain-one"], after.Where(r => before[r.Key] != r.Value).Select(r => r.Key));
        Assert.Equal(before.Keys, after.Keys);
    }

    private static SortedDictionary<string, string> Revisions(Project project)
    {
        var changes = JsonNode.Parse(TextOf(project, "api/v1/changes.json"))!["documents"]!.AsArray();
        return new(changes.ToDictionary(c => $"{c!["type"]}/{c["id"]}", c => c!["revision"]!.GetValue<string>()), StringComparer.Ordinal);
    }

    private static string TextOf(Project project, string path) => File.ReadAllText(Path.Combine(project.Output, path));
}
