using Xunit;
using YuGong.Build.Takedown;
using YuGong.Content;
using YuGong.Tests.Findings;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>What <c>site.yaml</c> says goes before the settings; what it does not say is as there.</summary>
public sealed class SiteIdentityTests : IDisposable
{
    private readonly ExampleProject trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public void A_name_and_a_navigation_go_before_the_settings()
    {
        Assert.Equal("渝工移山", Read().Settings.SiteTitle);
        trial.Put("input/site.yaml", "title: 愚公移山\nicp: 测ICP备00000000号\nnavigation:\n  - { title: 首页, path: / }\n");
        var settings = Read().Settings;
        Assert.Equal(("愚公移山", "愚公", "测ICP备00000000号"), (settings.SiteTitle, settings.Seal, settings.Footer.Icp));
        Assert.Equal([new NavigationItem("首页", "/")], settings.Navigation);
        Assert.Equal(["重庆市工程师协会"], settings.Organizers);
        Assert.Equal("愚公移山", Settings.Peek(trial.Project.Settings, trial.Project.Input).SiteTitle);
        Assert.Equal("渝工移山", Settings.Peek(trial.Project.Settings).SiteTitle);
    }

    [Theory]
    [InlineData("# 还没有写\n", "")]
    [InlineData("navigation: [{ title: 外面, path: //example.org/ }]\n", "YG151")]
    [InlineData("navigation: [{ title: 外面, path: people/ }]\n", "YG151")]
    [InlineData("featured: [yu-gonga]\n", "YG163")]
    [InlineData("host: example.org\n", "YG130")]
    public void What_is_wrong_with_it_is_told(string text, string code)
    {
        trial.Put("input/site.yaml", text);
        var found = new Diagnostics();
        Read(found);
        Assert.Equal(code, string.Join(' ', found.Sorted().Where(d => d.Severity == Severity.Error).Select(d => d.Rule.Code)));
    }

    [Fact]
    public void The_featured_come_first_and_a_withdrawal_takes_them_and_news_about_them_alone()
    {
        var story = File.ReadAllText(Path.Combine(trial.Root, "input/stories/yu-gong/index.md"));
        trial.Put("input/stories/aa/index.md", story.Replace("id: yu-gong", "id: aa", StringComparison.Ordinal)
            .Replace("objects: [ji-ben]\n", "", StringComparison.Ordinal));
        News("alone", "people: [yu-gong]");
        News("both", "people: [yu-gong, aa]");
        Assert.Equal(["aa", "yu-gong"], Read().FeaturedFirst().Select(s => s.Id));
        trial.Put("input/site.yaml", "featured: [yu-gong]\n");
        var site = Read();
        Assert.Equal(["yu-gong", "aa"], site.FeaturedFirst().Select(s => s.Id));

        var plan = WithdrawalPlan.Of(site, site.Stories.First(s => s.Id == "yu-gong"));
        Assert.Contains(plan.Entries, e => e is NewsItem { Id: "alone" });
        Assert.DoesNotContain(plan.Entries, e => e.Id == "both");
        foreach (var edit in plan.Edits.Where(e => e.Name.EndsWith("site.yaml", StringComparison.Ordinal)
            || e.Name.Contains("both", StringComparison.Ordinal)))
        {
            trial.Put(Path.GetRelativePath(trial.Root, edit.FullPath),
                ReferenceRemoval.Without(File.ReadAllText(edit.FullPath), edit.Offsets, plan.Addresses));
        }

        Assert.Equal("", File.ReadAllText(Path.Combine(trial.Root, "input/site.yaml")));
        Assert.Contains("people: [aa]", File.ReadAllText(Path.Combine(trial.Root, "input/news/both/index.md")), StringComparison.Ordinal);
        Assert.Empty(Read().Featured);
    }

    private void News(string id, string people) => trial.Put($"input/news/{id}/index.md", $$"""
        ---
        id: {{id}}
        status: ready
        title: 愚公一家开了工
        date: 2026-11-19
        {{people}}
        summary: 愚公带着子孙三个能挑担子的人，叩石垦壤，用箕畚把土石运到渤海边上去了。
        sources:
          - { id: s1, title: 列子·汤问, publisher: 中华书局, archive: 《列子集释》卷五, grade: A }
        verification: { checker: 编辑部, method: 文献互证, date: 2026-11-22 }
        ---

        开了工。[@s1]

        """);

    private Site Read(Diagnostics? found = null)
    {
        var project = trial.Project;
        var request = new LoadRequest(project.Input, "input", project.Settings, ExampleProject.Today, Edition.Preview,
            new HashSet<Fingerprint>(), 1);
        return SiteLoader.Load(request, InputFiles.Scan(project.Input), found ?? new())!.Site;
    }
}
