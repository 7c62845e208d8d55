using System.Text.Json.Nodes;
using Xunit;
using YuGong.Desk;

namespace YuGong.Tests.Desk;

/// <summary>草稿 → 审核中 → 就绪 → 发布, on branches that nobody has to check out.</summary>
public sealed class WorkflowTests
{
    private const string New = "input/stories/xin-ren/index.md";

    [Fact]
    public async Task A_draft_goes_its_way_and_the_work_tree_sees_it_when_it_is_published()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync(New, desk.NewStory("xin-ren", "新人"), workflow: true)).Fine();
        Assert.False(File.Exists(desk.At(New)));
        Assert.Equal("", desk.Git("status", "--porcelain"));
        (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_review")).Fine();
        Assert.Contains("status: review", desk.Git("show", $"cms/stories/xin-ren:{New}"));
        (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_publish")).Fine();
        (await desk.StepAsync("publishUnpublishedEntry", "xin-ren")).Fine();
        Assert.Contains("status: published", desk.Read(New));
        Assert.Equal(("", ""), (desk.Git("status", "--porcelain"), desk.Git("branch", "--list", "cms/*")));
        Assert.Equal("发布:stories/xin-ren\n就绪:stories/xin-ren\n审核中:stories/xin-ren\nUpdate " + New, desk.Git("log", "-4", "--format=%s"));
    }

    [Fact]
    public async Task What_does_not_pass_the_gate_is_not_published_and_says_why()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync(New, desk.NewStory("xin-ren", "新人").Replace("verification: { checker: 编辑部, method: 文献互证, date: 2026-11-22 }\n", "", StringComparison.Ordinal), workflow: true)).Fine();
        var head = desk.Git("rev-parse", "main");
        var said = await desk.StepAsync("publishUnpublishedEntry", "xin-ren");
        Assert.Equal(422, said.Status);
        Assert.Contains("没有 verification", said.Error);
        Assert.Equal(head, desk.Git("rev-parse", "main"));
        Assert.Equal("stories/xin-ren", (string?)(await desk.AskAsync("unpublishedEntries", [])).Body![0]);

        // Mended in the draft, it passes.
        (await desk.SaveAsync(New, desk.NewStory("xin-ren", "新人"), workflow: true)).Fine();
        (await desk.StepAsync("publishUnpublishedEntry", "xin-ren")).Fine();
    }

    [Fact]
    public async Task A_sample_is_never_published()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync(New, desk.NewStory("xin-ren", "新人").Replace("status: draft", "status: draft\nsample: true", StringComparison.Ordinal), workflow: true)).Fine();
        Assert.Equal(422, (await desk.StepAsync("publishUnpublishedEntry", "xin-ren")).Status);
    }

    [Fact]
    public async Task A_draft_joins_what_happened_meanwhile_and_is_refused_where_both_changed_the_same()
    {
        await using var desk = await DeskTrial.StartAsync();
        var text = desk.Read(DeskTrial.Story);
        (await desk.SaveAsync(DeskTrial.Story, text.Replace("name: 愚公", "name: 北山愚公", StringComparison.Ordinal), workflow: true)).Fine();
        (await desk.SaveAsync(DeskTrial.Story, desk.Read(DeskTrial.Story) + "\n主分支上的一句。\n")).Fine();
        (await desk.StepAsync("publishUnpublishedEntry", "yu-gong")).Fine();
        Assert.Contains("主分支上的一句。", desk.Read(DeskTrial.Story));
        Assert.Contains("name: 北山愚公", desk.Read(DeskTrial.Story));
        Assert.Equal("", desk.Git("status", "--porcelain"));

        await desk.OpenEntryAsync(DeskTrial.Story); // what was joined, the page has not seen yet
        var now = desk.Read(DeskTrial.Story);
        (await desk.SaveAsync(DeskTrial.Story, now.Replace("子子孙孙无穷匮也", "甲", StringComparison.Ordinal).Replace("headline: 甲", "headline: 山不加增", StringComparison.Ordinal), workflow: true)).Fine();
        (await desk.SaveAsync(DeskTrial.Story, now.Replace("headline: 子子孙孙无穷匮也", "headline: 何苦而不平", StringComparison.Ordinal))).Fine();
        var said = await desk.StepAsync("publishUnpublishedEntry", "yu-gong");
        Assert.Equal(422, said.Status);
        Assert.Contains(DeskTrial.Story, said.Error);
        Assert.Contains("何苦而不平", desk.Read(DeskTrial.Story));
    }

    [Fact]
    public async Task Work_that_nobody_committed_is_not_written_over()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync(DeskTrial.Story, desk.Read(DeskTrial.Story).Replace("name: 愚公", "name: 北山愚公", StringComparison.Ordinal), workflow: true)).Fine();
        desk.Put(DeskTrial.Story, desk.Read(DeskTrial.Story) + "\n手写,还没提交。\n");
        Assert.Contains("YG701", (await desk.StepAsync("publishUnpublishedEntry", "yu-gong")).Error);
        Assert.Contains("手写,还没提交。", desk.Read(DeskTrial.Story));
    }

    [Fact]
    public async Task A_discarded_draft_can_be_found_again_in_git()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync(New, desk.NewStory("xin-ren", "新人"), workflow: true)).Fine();
        (await desk.StepAsync("deleteUnpublishedEntry", "xin-ren")).Fine();
        Assert.Contains("name: 新人", desk.Git("show", desk.Git("for-each-ref", "--format=%(refname)", "refs/yugong/discarded") + ":" + New));
    }

    [Fact]
    public async Task Whoever_wrote_the_figures_does_not_check_them()
    {
        await using var desk = await DeskTrial.StartAsync();
        var (writer, checker) = (new Editor("王写", "w@example.org", EditorRights.All) { OneOfSeveral = true }, new Editor("李核", "l@example.org", EditorRights.Edit | EditorRights.Check) { OneOfSeveral = true });
        desk.Editor = writer;
        var text = desk.NewStory("xin-ren", "新人").Replace("sources:", "figures:\n  - { label: 土石, value: \"3\", unit: 担, cite: [s1] }\nsources:", StringComparison.Ordinal);
        (await desk.SaveAsync(New, text, workflow: true)).Fine();
        Assert.Contains("YG706", (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_publish")).Error);
        Assert.Contains("YG706", (await desk.StepAsync("publishUnpublishedEntry", "xin-ren")).Error);
        Assert.Contains("YG706", (await desk.SaveAsync(DeskTrial.Story, desk.Read(DeskTrial.Story).Replace("objects:", "honours:\n  - { name: 测试奖, cite: [s1] }\nobjects:", StringComparison.Ordinal))).Error);
        desk.Editor = checker;
        (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_publish")).Fine();
        Assert.Contains("YG705", (await desk.StepAsync("publishUnpublishedEntry", "xin-ren")).Error);
        desk.Editor = checker with { Rights = EditorRights.Edit };
        Assert.Contains("YG705", (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_publish")).Error);
        Assert.Contains("YG705", (await desk.SaveAsync(DeskTrial.Story, desk.Read(DeskTrial.Story) + "\n直接写。\n")).Error);
        desk.Editor = new("陈发", "c@example.org", EditorRights.All) { OneOfSeveral = true };
        (await desk.StepAsync("publishUnpublishedEntry", "xin-ren")).Fine();
    }
}
