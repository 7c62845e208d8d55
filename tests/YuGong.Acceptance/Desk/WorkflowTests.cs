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
        (await desk.SaveAsync(New, desk.NewStory("xin-ren", "新人")
            .Replace("verification: { checker: 编辑部, method: 文献互证, date: 2026-11-22 }\n", "", StringComparison.Ordinal), workflow: true))
            .Fine();
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
        (await desk.SaveAsync(New, desk.NewStory("xin-ren", "新人")
            .Replace("status: draft", "status: draft\nsample: true", StringComparison.Ordinal), workflow: true)).Fine();
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
        (await desk.SaveAsync(DeskTrial.Story,
            now.Replace("子子孙孙无穷匮也", "甲", StringComparison.Ordinal).Replace("headline: 甲", "headline: 山不加增", StringComparison.Ordinal),
            workflow: true)).Fine();
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
        (await desk.SaveAsync(DeskTrial.Story, desk.Read(DeskTrial.Story).Replace("name: 愚公", "name: 北山愚公", StringComparison.Ordinal),
            workflow: true)).Fine();
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
    public async Task Whoever_wrote_something_does_not_approve_it()
    {
        await using var desk = await DeskTrial.StartAsync();
        desk.Editor = People.Publisher with { Name = "王写" };
        var text = desk.NewStory("xin-ren", "新人")
            .Replace("sources:", "figures:\n  - { label: 土石, value: \"3\", unit: 担, cite: [s1] }\nsources:", StringComparison.Ordinal);
        (await desk.SaveAsync(New, text, workflow: true)).Fine();
        Assert.Contains("YG706", (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_publish")).Error);
        Assert.Contains("YG706", (await desk.StepAsync("publishUnpublishedEntry", "xin-ren")).Error);
        desk.Editor = People.Checker;
        (await desk.SaveAsync(New, text.Replace("name: 新人", "name: 新来的人", StringComparison.Ordinal), workflow: true)).Fine();
        Assert.Contains("改过这一篇的文字", (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_publish")).Error);

        // What a checker writes in checking is no change of their own.
        desk.Editor = People.Publisher with { Name = "周核" };
        var draft = desk.Git("show", $"cms/stories/xin-ren:{New}") + "\n";
        (await desk.SaveAsync(New, draft.Replace("method: 文献互证", "method: 逐条核对原书", StringComparison.Ordinal), workflow: true)).Fine();
        (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_publish")).Fine();
        desk.Editor = People.Publisher with { Name = "王写" };
        Assert.Contains("YG706", (await desk.StepAsync("publishUnpublishedEntry", "xin-ren")).Error);
        desk.Editor = People.Publisher;
        (await desk.StepAsync("publishUnpublishedEntry", "xin-ren")).Fine();
        Assert.Equal("", desk.Git("for-each-ref", "refs/yugong/approved"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("picture")]
    [InlineData("git")]
    public async Task Whatever_changes_after_the_approval_voids_it(string change)
    {
        await using var desk = await DeskTrial.StartAsync();
        await ApproveAsync(desk);
        desk.Editor = People.Editor;
        var draft = desk.Git("show", $"cms/stories/xin-ren:{New}") + "\n";
        Assert.Contains("status: ready", draft);
        (await desk.SaveAsync(New, draft, workflow: true, status: "pending_publish")).Fine(); // nothing new
        Assert.Equal("pending_publish", await StatusAsync(desk));
        switch (change)
        {
            case "text":
                (await desk.SaveAsync(New, draft.Replace("name: 新人", "name: 别的人", StringComparison.Ordinal), workflow: true,
                    status: "pending_publish")).Fine();
                break;
            case "picture":
                (await desk.SaveAsync(New, draft, workflow: true, pictures: ("input/stories/xin-ren/a.png", Png))).Fine();
                break;
            default:
                var commit = desk.Git("commit-tree", "main^{tree}", "-p", "cms/stories/xin-ren", "-m", "绕过编辑台");
                desk.Git("update-ref", "refs/heads/cms/stories/xin-ren", commit);
                break;
        }

        Assert.Equal("pending_review", await StatusAsync(desk));
        desk.Editor = People.Publisher;
        var said = await desk.StepAsync("publishUnpublishedEntry", "xin-ren");
        Assert.Contains("YG712", said.Error);
        Assert.False(File.Exists(desk.At(New)));
        if (change != "git")
        {
            Assert.Contains("status: review", desk.Git("show", $"cms/stories/xin-ren:{New}"));
            desk.Editor = People.Checker;
            (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_publish")).Fine();
            desk.Editor = People.Publisher;
            (await desk.StepAsync("publishUnpublishedEntry", "xin-ren")).Fine();
        }
    }

    [Fact]
    public async Task A_state_is_never_saved_by_whoever_may_not_set_it()
    {
        await using var desk = await DeskTrial.StartAsync();
        desk.Editor = People.Editor;
        var text = desk.NewStory("xin-ren", "新人");
        Assert.Contains("YG711", (await desk.SaveAsync(New, text, workflow: true, status: "pending_publish")).Error);
        Assert.Contains("YG711",
            (await desk.SaveAsync(New, text.Replace("status: draft", "status: ready", StringComparison.Ordinal), workflow: true)).Error);
        Assert.Contains("YG711",
            (await desk.SaveAsync(New, text.Replace("status: draft", "\"status\": 'published'", StringComparison.Ordinal),
            workflow: true)).Error);
        Assert.Contains("YG711",
            (await desk.SaveAsync(New, text.Replace("status: draft", "status: Published", StringComparison.Ordinal),
            workflow: true)).Error);
        Assert.Equal(422, (await desk.SaveAsync(New, text, workflow: true, status: "published")).Status);
        Assert.Equal("", desk.Git("branch", "--list", "cms/*"));

        // What one may ask for by a button, one may ask for in a form.
        (await desk.SaveAsync(New, text.Replace("status: draft", "status: review", StringComparison.Ordinal), workflow: true)).Fine();
        Assert.Equal("pending_review", await StatusAsync(desk));
        Assert.Contains("YG711", (await desk.SaveAsync(New, text + "\n再写一句。\n", workflow: true, status: "pending_publish")).Error);
        Assert.Contains("YG705", (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_publish")).Error);
        Assert.Equal(422, (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "published")).Status);
    }

    [Fact]
    public async Task What_reaches_the_main_branch_is_file_for_file_what_was_approved()
    {
        await using var desk = await DeskTrial.StartAsync();
        var text = desk.Read(DeskTrial.Story);
        desk.Editor = People.Editor;
        (await desk.SaveAsync(DeskTrial.Story, text.Replace("name: 愚公", "name: 北山愚公", StringComparison.Ordinal), workflow: true)).Fine();
        desk.Editor = People.Checker;
        (await desk.StepAsync("updateUnpublishedEntryStatus", "yu-gong", "pending_publish")).Fine();
        desk.Put(DeskTrial.Story, text + "\n主分支上的一句。\n");
        desk.Git("commit", "-qam", "别人直接提交");
        desk.Editor = People.Publisher;
        Assert.Contains("YG707", (await desk.StepAsync("publishUnpublishedEntry", "yu-gong")).Error);
        Assert.DoesNotContain("name: 北山", desk.Read(DeskTrial.Story));
    }

    [Fact]
    public async Task An_editor_does_not_change_what_others_answer_for()
    {
        await using var desk = await DeskTrial.StartAsync();
        desk.Editor = People.Editor;
        var text = desk.Read(DeskTrial.Story);
        Assert.Contains("verification",
            (await desk.SaveAsync(DeskTrial.Story, text.Replace("checker: 编辑部", "checker: 李核", StringComparison.Ordinal),
            workflow: true)).Error);
        (await desk.SaveAsync(DeskTrial.Story, text.Replace("name: 愚公", "name: 北山愚公", StringComparison.Ordinal), workflow: true)).Fine();
        desk.Editor = People.Checker;
        var draft = desk.Git("show", $"cms/stories/yu-gong:{DeskTrial.Story}") + "\n";
        (await desk.SaveAsync(DeskTrial.Story, draft.Replace("checker: 编辑部", "checker: 李核", StringComparison.Ordinal), workflow: true))
            .Fine();
    }

    private static async Task ApproveAsync(DeskTrial desk)
    {
        desk.Editor = People.Editor;
        (await desk.SaveAsync(New, desk.NewStory("xin-ren", "新人"), workflow: true)).Fine();
        desk.Editor = People.Checker;
        (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_publish")).Fine();
    }

    private static async Task<string?> StatusAsync(DeskTrial desk) =>
        (string?)(await desk.AskAsync("unpublishedEntry", new() { ["id"] = "stories/xin-ren" })).Body!["status"];

    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}

/// <summary>One of each role.</summary>
internal static class People
{
    public static Editor Editor { get; } = new("王编", "w@example.org", Role.Editor);

    public static Editor Checker { get; } = new("李核", "l@example.org", Role.Checker);

    public static Editor Publisher { get; } = new("陈发", "c@example.org", Role.Publisher);

    public static Editor Alone { get; } = new("测试编辑", "t@example.org", Role.Alone);

    public static IReadOnlyList<Editor> All { get; } = [Alone, Editor, Checker, Publisher];
}
