using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Tests.Sites;

/// <summary>A made-up city with the theme that comes with the program: nothing of the first one is left in what it shows.</summary>
public sealed partial class SecondCityTests : IDisposable
{
    private const string Title = "滨海机电匠人";

    private readonly string root = Path.Combine(Path.GetTempPath(), $"yugong-city-{Guid.NewGuid():N}");

    public SecondCityTests() => Assert.Equal(0,
        CommandTree.Run(["init", root, "--title", Title, "--tagline", "一丝不苟地做", "--organizer", "滨海市工程师学会"]));

    [Fact]
    public void Its_pages_name_no_other_city()
    {
        Assert.Equal(0, CommandTree.Run(["build", "--root", root, "--no-posters", "-q"]));
        AssertForeign(Path.Combine(root, "output"));
        var home = File.ReadAllText(Path.Combine(root, "output", "index.html"));
        Assert.Contains($"<span class=\"brush\">{Title}</span>", home);
        Assert.Contains("<b>三</b> 个", home);
    }

    [Fact]
    public void Its_posters_bear_its_longer_title_and_its_seal()
    {
        var folder = Path.Combine(root, "posters");
        Assert.Equal(0, CommandTree.Run(["posters", "--root", root, "--preview", "--format", "svg", "--output", folder, "-q"]));
        AssertForeign(folder);
        var posters = Directory.GetFiles(folder, "*.svg", SearchOption.AllDirectories);
        Assert.Equal(41, posters.Length);
        Assert.All(posters.Where(p => Path.GetFileName(p).Contains("-wall-", StringComparison.Ordinal)),
            p => Assert.Contains("滨海", Tags().Replace(File.ReadAllText(p), "")));
    }

    [Fact]
    public void Its_own_vocabulary_is_a_key_a_filter_a_facet_and_a_part_of_the_contract()
    {
        var story = Path.Combine(root, "input", "stories", "sample-person", "index.md");
        File.WriteAllText(Path.Combine(root, "input", "taxonomies", "industry.yaml"),
            "name: 行业\nof: [story, object]\nfilter: true\nterms:\n  - { id: steel, name: 钢铁 }\n  - { id: stone, name: 石材 }\n");
        File.WriteAllText(story, Ready(File.ReadAllText(story)).Replace("era: reform", "era: reform\nindustry: [steel]",
            StringComparison.Ordinal));
        var made = Path.Combine(root, "input", "objects", "sample-object", "index.md");
        File.WriteAllText(made, Ready(File.ReadAllText(made)).Replace("\nkind:", "\nindustry: [stone]\nkind:", StringComparison.Ordinal));
        Assert.Equal(0, CommandTree.Run(["build", "--root", root, "--no-posters", "-q"]));
        string Made(string path) => File.ReadAllText(Path.Combine(root, "output", path));
        Assert.Contains("行业", Made("people/index.html"));
        Assert.Contains("/people/industry/steel/", Made("people/index.html"));
        Assert.Contains("示例人物", Made("people/industry/steel/index.html"));
        Assert.False(File.Exists(Path.Combine(root, "output", "people", "industry", "stone", "index.html")));
        Assert.Contains("行业", Made("people/sample-person/index.html"));
        Assert.Contains("/objects/industry/stone/", Made("objects/index.html"));
        Assert.Contains("石材", Made("objects/industry/stone/index.html"));
        Assert.Contains("石材", Made("objects/sample-object/index.html"));
        Assert.False(File.Exists(Path.Combine(root, "output", "objects", "industry", "steel", "index.html")));
        Assert.Contains("\"terms\":[{\"vocabulary\":\"industry\",\"name\":\"行业\",\"terms\":[{\"id\":\"steel\",\"name\":\"钢铁\"}]}]",
            Made("api/v1/people/sample-person.json"));
        Assert.Contains("行业", Made("api/v1/taxonomies.json"));
        var table = Directory.GetFiles(Path.Combine(root, "output", "search"), "table*", SearchOption.AllDirectories);
        Assert.Contains("行业", File.ReadAllText(Assert.Single(table)));

        Assert.Equal(0, CommandTree.Run(["new", "object", "crane", "--root", root]));
        Assert.Contains("\n# industry:\n", File.ReadAllText(Path.Combine(root, "input", "objects", "crane", "index.md")));

        // Built again from what the first build remembered; and a word that is not in it is told.
        Assert.Equal(0, CommandTree.Run(["build", "--root", root, "--no-posters", "-q", "--date", "2027-01-02"]));
        File.WriteAllText(story, File.ReadAllText(story).Replace("[steel]", "[steal]", StringComparison.Ordinal));
        Assert.Equal(1, CommandTree.Run(["check", "--root", root]));
    }

    [Fact]
    public async Task Its_desk_bears_its_name()
    {
        var (project, findings) = (ProjectFolder.At(root), new Diagnostics());
        using var rooms = DeskRooms.Open(project, findings)!;
        var listening = new DeskListening(IPAddress.Loopback, 0) { SiteTitle = () => Settings.Peek(project.Settings).SiteTitle };
        await using var desk =
            new DeskServer(listening, new SingleUser(new("测试员", "test@example.org", Role.Alone)), rooms.Parts);
        await desk.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new(desk.Address!) };
        var front = await client.GetStringAsync(new Uri("/desk/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains(Title, front);
        Assert.DoesNotMatch(OtherCity(), front);
    }

    private static string Ready(string sample) => sample.Replace("sample: true", "sample: false", StringComparison.Ordinal)
        .Replace("status: draft", "status: ready", StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static void AssertForeign(string folder) => Assert.DoesNotContain(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".html" or ".json" or ".ndjson" or ".xml" or ".svg" or ".js" or ".css" or ".txt"),
        f => OtherCity().IsMatch(File.ReadAllText(f, Encoding.UTF8)));

    [GeneratedRegex("渝|重庆|光明|嘉陵|长江", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherCity();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tags();
}
