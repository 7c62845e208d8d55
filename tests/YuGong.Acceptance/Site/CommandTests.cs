using System.Text.Json;
using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>The compiled program as people and CI call it.</summary>
public sealed class CommandTests
{
    private static readonly string[] Kept = ["input", "themes", ".git", "src"];

    [Theory]
    [InlineData("build", "--output", "--pipelines", "--force", "--quiet", "--verbose", "--jobs", "--date")]
    [InlineData("check", "--format", "--input", "--date")]
    [InlineData("preview", "--port", "--input")]
    [InlineData("new", "story", "object", "dialogue", "video", "news", "page")]
    public async Task Help_is_in_Chinese_and_names_every_option(string command, params string[] options)
    {
        var said = await Tool.RunAsync(Tool.Yugong(command, "--help"));
        Assert.Equal(0, said.Code);
        Assert.All(options, option => Assert.Contains(option, said.Out));
        Assert.True(said.Out.Count(c => c is >= '\u4e00' and <= '\u9fff') > 20, said.Out);
    }

    [Fact]
    public async Task Help_lists_the_commands()
    {
        var said = await Tool.RunAsync(Tool.Yugong("--help"));
        Assert.Equal(0, said.Code);
        Assert.All(["build", "check", "preview", "new"], command => Assert.Contains(command, said.Out));
    }

    [Theory]
    [InlineData("build", "--fast")]
    [InlineData("build", "--pipelines", "pages,cakes")]
    [InlineData("build", "--date", "gestern")]
    [InlineData("build", "--date")]
    [InlineData("build", "--jobs", "many")]
    [InlineData("build", "--jobs", "0")]
    [InlineData("build", "--date", "0001-01-01")]
    [InlineData("leads", "list", "--date", "9999-12-31")]
    [InlineData("posters", "--shard", "0/4")]
    [InlineData("posters", "--shard", "1/99999999999")]
    [InlineData("check", "--format", "xml")]
    [InlineData("new", "poem", "x")]
    [InlineData("new", "story")]
    [InlineData("new", "story", "Bad_Id")]
    [InlineData("bake")]
    public async Task Misuse_ends_with_2_and_says_so(params string[] arguments)
    {
        var said = await Tool.RunAsync(Tool.Yugong(arguments));
        Assert.Equal(2, said.Code);
        Assert.NotEmpty(said.Err);
    }

    [Theory]
    [InlineData("--jobs", 1, 1024, "build", "check", "preview", "posters", "scan")]
    [InlineData("--port", 0, 65535, "preview", "serve", "desk")]
    [InlineData("--limit", 0, int.MaxValue, "leads list")]
    public async Task A_number_out_of_range_is_one_sentence(string option, int least, int most, params string[] commands)
    {
        foreach (var command in commands)
        {
            foreach (var number in new[] { $"{least - 1L}", $"{most + 1L}", "99999999999999999999", "1.5", "0x10", "１" })
            {
                var said = await Tool.RunAsync(Tool.Yugong([.. command.Split(' '), option, number, "--root", Path.GetTempPath()]));
                Assert.True(said.Code == 2, $"{command} {option} {number}: {said.Code}");
                Assert.Equal($"{option} 要写 {least} 到 {most} 之间的整数,不能是“{number}”。\n用 --help 看用法。\n", said.Err);
            }
        }
    }

    [Fact]
    public async Task Check_of_good_content_ends_with_0_and_writes_nothing()
    {
        using var project = Project.OfRealSite();
        var said = await project.RunAsync("check");
        Assert.True(said.Code == 0, said.Out + said.Err);
        Assert.EndsWith("个说明\n", said.Out);
        Assert.StartsWith("0 个错误,", said.Out.TrimEnd('\n').Split('\n')[^1]);
        Assert.False(Directory.Exists(project.Output));
    }

    [Fact]
    public async Task Check_ends_with_1_and_tells_the_place_in_text_json_and_sarif()
    {
        using var project = Project.OfRealSite();
        project.Edit("input/stories/shui-xiheng/index.md", "direction: builder", "direktion: builder");
        var line = 1 + project.Read("input/stories/shui-xiheng/index.md").Split('\n').ToList()
            .FindIndex(l => l.StartsWith("direktion", StringComparison.Ordinal));

        var text = await project.RunAsync("check");
        Assert.Equal(1, text.Code);
        Assert.Contains($"input/stories/shui-xiheng/index.md:{line}:1: error YG130", text.Out);
        Assert.Contains("direction", text.Out);

        var json = await project.RunAsync("check", "--format", "json");
        Assert.Equal(1, json.Code);
        using var findings = JsonDocument.Parse(json.Out);
        var unknown = Assert.Single(findings.RootElement.EnumerateArray(), f => f.GetProperty("code").GetString() == "YG130");
        Assert.Equal(("input/stories/shui-xiheng/index.md", line, 1, "error"),
            (unknown.GetProperty("file").GetString(), unknown.GetProperty("line").GetInt32(), unknown.GetProperty("column").GetInt32(),
            unknown.GetProperty("severity").GetString()));

        var sarif = await project.RunAsync("check", "--format", "sarif", "--lang", "en");
        Assert.Equal(1, sarif.Code);
        using var log = JsonDocument.Parse(sarif.Out);
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Select(r => r.GetProperty("id").GetString()).ToHashSet();
        Assert.All(run.GetProperty("results").EnumerateArray(), r => Assert.Contains(r.GetProperty("ruleId").GetString(), rules));
        var result = Assert.Single(run.GetProperty("results").EnumerateArray(), r => r.GetProperty("ruleId").GetString() == "YG130");
        var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
        Assert.Equal("input/stories/shui-xiheng/index.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(line, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Contains("direktion", result.GetProperty("message").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("build", "--no-posters", "--force", "--output", "*")]
    [InlineData("posters", "--output", "*")]
    [InlineData("posters", "--output", "new", "--cache", "*")]
    [InlineData("leads", "form", "--to", "*")]
    [InlineData("leads", "form", "--to", "*/form.docx")]
    [InlineData("leads", "init", "--key-file", "key", "--leads", "*")]
    [InlineData("leads", "init", "--key-file", "*/key")]
    [InlineData("withdraw", "li-si", "--yes", "--output", "*")]
    [InlineData("withdraw", "li-si", "--yes", "--posters", "*")]
    public async Task No_command_writes_into_what_people_keep(params string[] arguments)
    {
        using var project = Project.OfRealSite();
        project.Write(".git/HEAD", "ref: refs/heads/main");
        project.Write("src/Program.cs", "// somebody's");
        var before = Keeps(project);
        foreach (var place in Kept)
        {
            var said =
                await Tool.RunAsync(Tool.Yugong([.. arguments.Select(a => a.StartsWith('*') ? project.At(place) + a[1..] : a), "--root",
                project.Root]));
            Assert.True(said.Code is 1 or 2 && said.Err.Contains("YG212", StringComparison.Ordinal), $"{place}: {said.Code} {said.Err}");
            Assert.Equal(before, Keeps(project));
        }
    }

    [Fact]
    public async Task An_empty_input_never_replaces_a_site_unless_that_is_what_is_meant()
    {
        using var project = Project.OfRealSite();
        Assert.Equal(0, (await project.BuildAsync("--no-posters")).Code);
        var before = new BuiltSite(project.Output).Files;
        project.Delete(".output.build");
        project.Delete(".cache/builds");
        Directory.CreateDirectory(project.At("nothing"));
        Directory.Move(project.At("input"), project.At("kept"));
        Directory.CreateDirectory(project.At("input"));
        foreach (var arguments in new string[][] { [], ["--force"], ["--input", "nothing"], ["--pipelines", "assets"] })
        {
            var said = await project.BuildAsync(["--no-posters", .. arguments]);
            Assert.True(said.Code == 1 && said.Err.Contains("YG217", StringComparison.Ordinal), string.Join(' ', arguments) + said.Err);
            Assert.Equal(before, new BuiltSite(project.Output).Files);
        }

        Assert.Equal(0, (await project.BuildAsync("--no-posters", "--allow-empty")).Code);
        Assert.DoesNotContain("people/shui-xiheng/index.html", new BuiltSite(project.Output).Files);
    }

    [Fact]
    public async Task Without_input_there_is_a_finding_and_no_site()
    {
        var empty = Directory.CreateTempSubdirectory("yugong-empty-");
        var said = await Tool.RunAsync(Tool.Yugong("build", "--root", empty.FullName));
        Assert.Equal(1, said.Code);
        Assert.Contains("YG112", said.Err);
        Assert.False(Directory.Exists(Path.Combine(empty.FullName, "output")));
        empty.Delete(recursive: true);
    }

    [Theory]
    [InlineData("story", "stories")]
    [InlineData("object", "objects")]
    [InlineData("dialogue", "dialogues")]
    [InlineData("video", "videos")]
    [InlineData("news", "news")]
    [InlineData("page", "pages")]
    public async Task A_skeleton_can_be_read_and_lacks_nothing_but_its_values(string kind, string folder)
    {
        using var project = Project.OfRealSite();
        var written = await project.RunAsync("new", kind, "brand-new");
        Assert.True(written.Code == 0, written.Err);
        Assert.Contains($"input/{folder}/brand-new/index.md", written.Out);

        var said = await project.RunAsync("check", "--format", "json");
        using var findings = JsonDocument.Parse(said.Out);
        var codes = findings.RootElement.EnumerateArray()
            .Where(f => f.GetProperty("file").GetString() == $"input/{folder}/brand-new/index.md")
            .Select(f => f.GetProperty("code").GetString()!).ToHashSet();
        Assert.DoesNotContain(codes, code => code is not ("YG131" or "YG132" or "YG173")); // 173: a film lacks both its addresses
        Assert.NotEmpty(codes);

        var before = project.Read($"input/{folder}/brand-new/index.md");
        var again = await project.RunAsync("new", kind, "brand-new");
        Assert.Equal(1, again.Code);
        Assert.Equal(before, project.Read($"input/{folder}/brand-new/index.md"));
    }

    [Fact]
    public async Task A_published_address_cannot_vanish()
    {
        using var project = CompleteContent.Extend(Project.OfRealSite());
        project.Delete("input/urls.txt");
        var first = await project.BuildAsync();
        Assert.Contains("有新地址", first.Out);
        var ledger = project.Read("input/urls.txt").TrimEnd('\n').Split('\n');
        Assert.Contains("/people/test-person/", ledger);
        Assert.Contains("/people/test-old-name/", ledger);
        Assert.Equal(ledger.Order(StringComparer.Ordinal), ledger);
        Assert.Equal(new BuiltSite(project.Output).Pages().Where(p => p.Address.EndsWith('/')).Select(p => p.Address)
            .Order(StringComparer.Ordinal), ledger);

        project.Delete("input/dialogues/test-talk");
        var refused = await project.BuildAsync();
        Assert.Equal(1, refused.Code);
        Assert.Contains("YG208", refused.Err);
        Assert.Contains($"input/urls.txt:{1 + ledger.IndexOf("/dialogues/test-talk/")}:1: error YG208", refused.Err);
        Assert.True(File.Exists(project.At("output/dialogues/test-talk/index.html")));

        project.Edit("input/stories/test-person/index.md", "aliases: [", "aliases: [/dialogues/test-talk/, ");
        var moved = await project.BuildAsync();
        Assert.True(moved.Code == 0, moved.Err);
        Assert.Equal(ledger, project.Read("input/urls.txt").TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Quiet_says_nothing_verbose_says_how_long()
    {
        using var project = Project.OfRealSite();
        var quiet = await project.BuildAsync("--quiet");
        Assert.Equal((0, "", ""), (quiet.Code, quiet.Out, quiet.Err));
        project.Edit("input/stories/lan-tian/index.md", "headline: ", "headline: 新");
        var verbose = await project.BuildAsync("--verbose");
        Assert.Equal(0, verbose.Code);
        Assert.All(["content", "pages", "render", "swap"], step => Assert.Contains(step, verbose.Out));

        project.Edit("input/stories/lan-tian/index.md", "era: founding", "era: foundin");
        var refused = await project.BuildAsync("--quiet");
        Assert.Equal(1, refused.Code);
        Assert.Contains("YG138", refused.Err);
        Assert.DoesNotContain("note YG", refused.Err);
        Assert.Empty(refused.Out);
    }

    [Fact]
    public async Task A_chosen_pipeline_makes_only_its_files()
    {
        using var project = Project.OfRealSite();
        var said = await project.BuildAsync("--pipelines", "sitemap", "--output", "part");
        Assert.True(said.Code == 0, said.Err);
        Assert.Equal(["_headers", "_redirects", "robots.txt", "sitemap.xml"], new BuiltSite(project.At("part")).Files);
    }

    /// <summary>Everything that people keep, by path.</summary>
    private static List<string> Keeps(Project project) =>
    [
        .. Kept.SelectMany(f => Directory.EnumerateFiles(project.At(f), "*",
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            .Select(f => $"{f} {File.GetLastWriteTimeUtc(f).Ticks}").Order(StringComparer.Ordinal),
    ];
}
