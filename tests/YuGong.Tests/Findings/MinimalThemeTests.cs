using System.Text.RegularExpressions;
using Xunit;
using YuGong.Build;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Tests.Findings;

/// <summary>A theme with a home page and a page for people makes a site, whatever was published before it.</summary>
public sealed partial class MinimalThemeTests : IDisposable
{
    private const string Theme = """
        {
          "name": "yugong",
          "words": { "home": "首页", "born_year": "{0} 年生", "died_year": "{0} 年逝世", "editors": "编辑部" },
          "pages": [
            { "template": "home", "path": "/", "title": "{site}", "description": "{site_description}" },
            { "template": "person", "each": "person", "title": "{title}", "description": "{summary}" }
          ]
        }
        """;

    private const string Home = """
        <!DOCTYPE html><title>{{ site.title }}</title>
        {{ for link in site.navigation }}<a href="{{ link.url }}">{{ link.title }}</a>{{ end }}
        {{ for person in all_people }}<a href="{{ person.page | local }}">{{ person.title }}</a>{{ end }}
        """;

    private readonly ExampleProject project = new();

    public MinimalThemeTests()
    {
        Directory.Delete(project.At("themes"), recursive: true);
        project.Put("themes/yugong/theme.json", Theme);
        project.Put("themes/yugong/templates/home.scriban", Home);
        project.Put("themes/yugong/templates/person.scriban", "<!DOCTYPE html><h1>{{ document.title }}</h1>{{ prose document }}");
        var story = File.ReadAllText(project.At("input/stories/yu-gong/index.md"));
        project.Put("input/stories/yu-gong/index.md", story + "\n见[纪念馆](/hall/)、[首页](/)和[智叟](/people/yu-gong/)。\n");
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void What_it_does_not_make_is_one_finding_and_nothing_links_there()
    {
        var before = Enumerable.Range(1, 90).Select(i => $"/objects/w{i}/")
            .Concat(["/", "/about/", "/hall/", "/hall/builder/", "/people/", "/people/trade/bridge/", "/people/yu-gong/", "/q/abcd/"]);
        project.Put("input/urls.txt", string.Join('\n', before) + "\n");

        var findings = new Diagnostics();
        var options = new RunOptions(project.Project, ExampleProject.Today, Edition.Release) { Jobs = 1, WithFonts = false };
        Assert.False(DiskBuild.Run(options, new(), findings, CancellationToken.None).IsRefused);
        var told = Assert.Single(findings.Sorted());
        Assert.Equal("YG321 themes/yugong/theme.json warning 主题 yugong 没有做 96 个地址的页面:"
            + "/about/、/hall/…(2)、/objects/…(90)、/people/、/people/trade/bridge/、/q/abcd/。",
            $"{told.Rule.Code} {told.Span.File.Path} {told.Severity.ToString().ToLowerInvariant()} {told.Message(Language.Chinese)}");

        var pages = Directory.GetFiles(project.At("output"), "index.html", SearchOption.AllDirectories);
        Assert.Equal(2, pages.Length);
        Assert.Equal(["/", "/people/yu-gong/"], pages.SelectMany(p => Link().Matches(File.ReadAllText(p)))
            .Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
        var story = File.ReadAllText(project.At("output/people/yu-gong/index.html"));
        Assert.Contains("见纪念馆、<a href=\"/\">首页</a>和", story, StringComparison.Ordinal);
        Assert.DoesNotContain("/objects/ji-ben/\"", File.ReadAllText(project.At("output/feeds/all.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_does_make_must_not_vanish()
    {
        project.Put("input/urls.txt", "/people/zhi-sou/\n");
        Assert.Equal(["YG208"], project.Check().Select(d => d.Rule.Code));
    }

    [GeneratedRegex("<a href=\"([^#\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
