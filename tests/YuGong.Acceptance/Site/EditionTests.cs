using System.Text;
using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>What editors see never reaches the public, and what stays away says why.</summary>
public sealed class EditionTests(BuiltSites sites)
{
    [Fact]
    public async Task No_sample_of_the_real_input_leaves_a_trace_in_the_release()
    {
        var release = await sites.ReleaseAsync();
        var words = new List<string>();
        foreach (var file in Directory.EnumerateFiles(GitRepository.At("input"), "index.md", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            if (text.Split('\n').Contains("sample: true"))
            {
                words.Add(Path.GetFileName(Path.GetDirectoryName(file)!));
                words.AddRange(text.Split('\n').Select(Said)
                    .Where(line => line.Length >= 14 && !line.Contains('{') && !IsBoilerplate(line)));
            }
        }

        Assert.True(words.Count > 10);
        Assert.Empty(Traces(release, words));
        Assert.NotEmpty(Traces(await sites.ByNameAsync("preview"), words));

        // What a line says, without its key or list marker.
        static string Said(string line) => line.Trim().TrimStart('-', ' ').Split(": ", 2)[^1];

        static bool IsBoilerplate(string line) => line.StartsWith("文字 ©", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_not_ready_leaves_no_trace_in_the_release()
    {
        string[] words = [CompleteContent.Secret, "不该出现", .. CompleteContent.NotReady.Keys];
        Assert.Empty(Traces(await sites.FullerAsync(), words));
        var preview = await sites.ByNameAsync("fuller-preview");
        Assert.All(CompleteContent.NotReady.Keys,
            id => Assert.True(preview.Has($"people/{id}/index.html") && preview.Has($"people/{id}/secret.png"), id));
    }

    [Theory]
    [InlineData("hidden-draft", "草稿")]
    [InlineData("hidden-review", "审核中")]
    [InlineData("hidden-sample", "示例")]
    [InlineData("hidden-later", "定于 2999-01-01 发布")]
    [InlineData("hidden-expired", "已于 2020-01-01 撤下")]
    [InlineData("hidden-unsourced", "没有过真实性关口")]
    public async Task The_build_says_what_it_left_out_and_why(string id, string reason)
    {
        var said = (await sites.FullerSaidAsync()).Out.Split('\n');
        Assert.Contains(said, line => line.StartsWith($"input/stories/{id}/index.md:",
            StringComparison.Ordinal) && line.Contains("YG196") && line.Contains($"没有发布:{reason}"));
        var samples = Directory.EnumerateFiles(GitRepository.At("input"), "index.md", SearchOption.AllDirectories)
            .Count(f => File.ReadLines(f).Contains("sample: true"));
        Assert.Contains(said, line => line.Contains($"未发布 {(2 * CompleteContent.NotReady.Count) + samples} 条"));
    }

    [Fact]
    public async Task A_ribbon_says_on_every_preview_page_what_is_not_published()
    {
        var preview = await sites.ByNameAsync("fuller-preview");
        Assert.All(preview.Pages().Where(p => p.StandsAlone), p => Assert.NotNull(p.Html.QuerySelector(".preview-bar")));
        Assert.All(CompleteContent.NotReady.Keys,
            id => Assert.False(string.IsNullOrWhiteSpace(preview.Page($"/people/{id}/").QuerySelector(".ribbon")?.TextContent)));
        Assert.Null(preview.Page("/people/test-person/").QuerySelector(".ribbon"));
        Assert.All((await sites.FullerAsync()).Pages(), p => Assert.Null(p.Html.QuerySelector(".ribbon, .card-ribbon, .preview-bar")));
    }

    [Theory]
    [InlineData("published")]
    [InlineData("ready")]
    public async Task A_sample_that_claims_to_be_published_stops_the_build_and_the_old_site_stays(string status)
    {
        using var project = CompleteContent.Extend(Project.OfRealSite());
        Assert.Equal(0, (await project.BuildAsync()).Code);
        var before = TreeOf(project.Output);
        project.Edit("input/videos/sample-film/index.md", "status: draft", $"status: {status}");
        project.Edit("input/stories/test-person/index.md", "headline: 只为", "headline: 改过");

        var said = await project.BuildAsync();

        Assert.Equal(1, said.Code);
        Assert.Contains("YG195", said.Err);
        Assert.Contains("旧网站原样不动", said.Err);
        Assert.Equal(before, TreeOf(project.Output));
    }

    private static List<string> Traces(BuiltSite site, IReadOnlyList<string> words)
    {
        var wanted = words.Select(w => (Word: w, Bytes: Encoding.UTF8.GetBytes(w))).ToList();
        return [.. from file in site.Files
                   let bytes = site.Bytes(file)
                   from word in wanted
                   where file.Contains(word.Word) || bytes.AsSpan().IndexOf(word.Bytes) >= 0
                   select $"{file}: {word.Word}"];
    }

    /// <summary>Names, times and bytes.</summary>
    private static List<string> TreeOf(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f =>
                $"{f} {File.GetLastWriteTimeUtc(f).Ticks} "
                + $"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}"),
    ];
}
