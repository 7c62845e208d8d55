using System.Text.Json.Nodes;
using Xunit;
using YuGong.Content;
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
        (await desk.SaveAsync("xin-ren", desk.NewStory("xin-ren", "新人"))).Fine();
        Assert.False(File.Exists(desk.At(New)));
        Assert.Equal("", desk.Git("status", "--porcelain"));
        (await desk.StepAsync("xin-ren", "pending_review")).Fine();
        Assert.Contains("status: review", desk.Draft("xin-ren"));
        (await desk.StepAsync("xin-ren", "pending_publish")).Fine();
        (await desk.StepAsync("xin-ren", "published")).Fine();
        Assert.Contains("status: published", desk.Read(New));
        Assert.Equal(("", ""), (desk.Git("status", "--porcelain"), desk.Git("branch", "--list", "cms/*")));
        Assert.Equal(["发布:stories/xin-ren/index", "就绪:stories/xin-ren/index", "审核中:stories/xin-ren/index", "修改人物故事:xin-ren"],
            desk.Git("log", "-4", "--format=%s").Split('\n'));
    }

    [Fact]
    public async Task What_does_not_pass_the_gate_is_not_published_and_says_why()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync("xin-ren", desk.NewStory("xin-ren", "新人")
            .Replace("verification: { checker: 编辑部, method: 文献互证, date: 2026-11-22 }\n", "", StringComparison.Ordinal)))
            .Fine();
        var head = desk.Git("rev-parse", "main");
        var said = await desk.StepAsync("xin-ren", "published");
        Assert.Equal(422, said.Status);
        Assert.Contains("没有 verification", said.Error);
        Assert.Equal(head, desk.Git("rev-parse", "main"));
        Assert.NotEmpty(desk.TipOf("xin-ren"));

        // Mended in the draft, it passes.
        (await desk.SaveAsync("xin-ren", desk.NewStory("xin-ren", "新人"))).Fine();
        (await desk.StepAsync("xin-ren", "published")).Fine();
    }

    [Fact]
    public async Task A_sample_is_never_published()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync("xin-ren", desk.NewStory("xin-ren", "新人")
            .Replace("status: draft", "status: draft\nsample: true", StringComparison.Ordinal))).Fine();
        Assert.Equal(422, (await desk.StepAsync("xin-ren", "published")).Status);
    }

    [Fact]
    public async Task A_draft_joins_what_happened_meanwhile_and_is_refused_where_both_changed_the_same()
    {
        await using var desk = await DeskTrial.StartAsync();
        var text = desk.Read(DeskTrial.Story);
        (await desk.SaveAsync("yu-gong", text.Replace("name: 愚公", "name: 北山愚公", StringComparison.Ordinal))).Fine();
        desk.OnMain(DeskTrial.Story, desk.Read(DeskTrial.Story) + "\n主分支上的一句。\n");
        (await desk.StepAsync("yu-gong", "published")).Fine();
        Assert.Contains("主分支上的一句。", desk.Read(DeskTrial.Story));
        Assert.Contains("name: 北山愚公", desk.Read(DeskTrial.Story));
        Assert.Equal("", desk.Git("status", "--porcelain"));

        var now = desk.Read(DeskTrial.Story);
        (await desk.SaveAsync("yu-gong", now.Replace("headline: 子子孙孙无穷匮也", "headline: 山不加增", StringComparison.Ordinal))).Fine();
        desk.OnMain(DeskTrial.Story, now.Replace("headline: 子子孙孙无穷匮也", "headline: 何苦而不平", StringComparison.Ordinal));
        var said = await desk.StepAsync("yu-gong", "published");
        Assert.Equal(422, said.Status);
        Assert.Contains(DeskTrial.Story, said.Error);
        Assert.Contains("何苦而不平", desk.Read(DeskTrial.Story));
    }

    [Fact]
    public async Task Work_that_nobody_committed_is_not_written_over()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync("yu-gong", desk.Read(DeskTrial.Story).Replace("name: 愚公", "name: 北山愚公", StringComparison.Ordinal))).Fine();
        desk.Put(DeskTrial.Story, desk.Read(DeskTrial.Story) + "\n手写,还没提交。\n");
        Assert.Contains("YG701", (await desk.StepAsync("yu-gong", "published")).Error);
        Assert.Contains("手写,还没提交。", desk.Read(DeskTrial.Story));
    }

    [Fact]
    public async Task A_discarded_draft_can_be_found_again_in_git()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync("xin-ren", desk.NewStory("xin-ren", "新人"))).Fine();
        (await desk.DiscardAsync("xin-ren")).Fine();
        Assert.Contains("name: 新人", desk.Git("show", desk.Git("for-each-ref", "--format=%(refname)", "refs/yugong/discarded") + ":" + New));
    }

    [Fact]
    public async Task Whoever_wrote_something_does_not_approve_it()
    {
        await using var desk = await DeskTrial.StartAsync();
        desk.Editor = People.Publisher with { Name = "王写" };
        var text = desk.NewStory("xin-ren", "新人")
            .Replace("sources:", "figures:\n  - { label: 土石, value: \"3\", unit: 担, cite: [s1] }\nsources:", StringComparison.Ordinal);
        (await desk.SaveAsync("xin-ren", text)).Fine();
        Assert.Contains("YG706", (await desk.StepAsync("xin-ren", "pending_publish")).Error);
        Assert.Contains("YG706", (await desk.StepAsync("xin-ren", "published")).Error);
        desk.Editor = People.Checker;
        (await desk.SaveAsync("xin-ren", text.Replace("name: 新人", "name: 新来的人", StringComparison.Ordinal))).Fine();
        Assert.Contains("改过这一篇的文字", (await desk.StepAsync("xin-ren", "pending_publish")).Error);

        // What a checker writes in checking is no change of their own.
        desk.Editor = People.Publisher with { Name = "周核" };
        var draft = desk.Draft("xin-ren");
        (await desk.SaveAsync("xin-ren", draft.Replace("method: 文献互证", "method: 逐条核对原书", StringComparison.Ordinal))).Fine();
        (await desk.StepAsync("xin-ren", "pending_publish")).Fine();
        desk.Editor = People.Publisher with { Name = "王写" };
        Assert.Contains("YG706", (await desk.StepAsync("xin-ren", "published")).Error);
        desk.Editor = People.Publisher;
        (await desk.StepAsync("xin-ren", "published")).Fine();
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
        var draft = desk.Draft("xin-ren");
        Assert.Contains("status: ready", draft);
        (await desk.SaveAsync("xin-ren", draft)).Fine(); // nothing new
        Assert.Equal("pending_publish", await StatusAsync(desk));
        switch (change)
        {
            case "text":
                (await desk.SaveAsync("xin-ren", draft.Replace("name: 新人", "name: 别的人", StringComparison.Ordinal))).Fine();
                break;
            case "picture":
                (await desk.SaveAsync("xin-ren", draft, ("a.png", Png))).Fine();
                break;
            default:
                var commit = desk.Git("commit-tree", "main^{tree}", "-p", "cms/stories/xin-ren/index", "-m", "绕过编辑台");
                desk.Git("update-ref", "refs/heads/cms/stories/xin-ren/index", commit);
                break;
        }

        Assert.Equal("pending_review", await StatusAsync(desk));
        desk.Editor = People.Publisher;
        var said = await desk.StepAsync("xin-ren", "published");
        Assert.Contains("YG712", said.Error);
        Assert.False(File.Exists(desk.At(New)));
        if (change != "git")
        {
            Assert.Contains("status: review", desk.Draft("xin-ren"));
            desk.Editor = People.Checker;
            (await desk.StepAsync("xin-ren", "pending_publish")).Fine();
            desk.Editor = People.Publisher;
            (await desk.StepAsync("xin-ren", "published")).Fine();
        }
    }

    [Fact]
    public async Task Three_reviews_are_three_people_and_a_change_begins_anew()
    {
        await using var desk = await DeskTrial.StartAsync();
        desk.Reviews = [.. ((string[])["初审", "主编审：复审", "终审"]).Select(ReviewStep.Read).OfType<ReviewStep>()];
        desk.Editor = People.Editor;
        var text = desk.NewStory("xin-ren", "新人");
        (await desk.SaveAsync("xin-ren", text)).Fine();
        (await desk.StepAsync("xin-ren", "pending_review")).Fine();
        desk.Editor = People.Checker;
        (await desk.StepAsync("xin-ren", "pending_publish")).Fine();
        Assert.Equal("pending_review", await StatusAsync(desk));
        Assert.Contains("YG714", (await desk.StepAsync("xin-ren", "pending_publish")).Error);

        // No message of a save stands for a review, and what was saved is reviewed from the beginning.
        desk.Editor = People.Editor;
        (await desk.TypeAsync("xin-ren", FormValues.Of(text.Replace("name: 新人", "name: 新来的人", StringComparison.Ordinal))!)).Fine();
        (await desk.AskAsync("xin-ren", "commit", new() { ["message"] = "主编审:stories/xin-ren/index" })).Fine();

        // Each review asks for its own role, and reading it letter by letter in between is none.
        await PassAsync(desk, "甲审", Role.FirstReview, [Role.SecondReview, Role.FinalReview, Role.Proofreader, Role.Administrator]);
        desk.Editor = People.Proofreader;
        (await desk.StepAsync("xin-ren", "proofread")).Fine();
        Assert.Equal(422, (await desk.StepAsync("xin-ren", "proofread")).Status);
        await PassAsync(desk, "乙审", Role.SecondReview, [Role.FirstReview, Role.FinalReview]);
        Assert.Equal("pending_review", await StatusAsync(desk));
        await PassAsync(desk, "丙审", Role.FinalReview, [Role.Checker]);
        Assert.Equal("pending_publish", await StatusAsync(desk));
        desk.Editor = People.Proofreader;
        Assert.Equal(422, (await desk.StepAsync("xin-ren", "proofread")).Status); // it would void the approval
        desk.Editor = People.Publisher;
        (await desk.StepAsync("xin-ren", "published")).Fine();
        var log = desk.Git("log", "--format=%an %s", "main");
        Assert.All((string[])["甲审 初审:", "周校 校对:", "乙审 主编审:", "丙审 就绪:"],
            step => Assert.Contains(step + "stories/xin-ren/index", log, StringComparison.Ordinal));

        // The sheet that is signed says who, when and which revision; a step before a change does not stand.
        IReadOnlyList<Stamp> Stamps() => ReviewDesk.StampsIn(desk.Root, "input", desk.Reviews, DeskCollection.Find("stories")!, "xin-ren");
        Assert.Equal(["发布 陈发", "终审，就绪 丙审", "主编审 乙审", "校对 周校", "初审 甲审"],
            Stamps().Where(s => s.Stands).Select(s => $"{s.Name} {s.By}"));
        Assert.Equal(["初审 李核", "审核中 王编"], Stamps().Where(s => !s.Stands).Select(s => $"{s.Name} {s.By}"));
        desk.Put(New, desk.Read(New) + "\n后来写的。\n");
        Assert.Empty(Stamps());
    }

    private static async Task PassAsync(DeskTrial desk, string name, Role role, Role[] others)
    {
        foreach (var other in others)
        {
            desk.Editor = new($"别人{other}", "o@example.org", other);
            Assert.Contains("YG705", (await desk.StepAsync("xin-ren", "pending_publish")).Error);
        }

        desk.Editor = new(name, "a@example.org", role);
        (await desk.StepAsync("xin-ren", "pending_publish")).Fine();
    }

    [Fact]
    public async Task A_state_is_never_saved_whatever_a_text_says()
    {
        await using var desk = await DeskTrial.StartAsync();
        desk.Editor = People.Editor;
        var text = desk.NewStory("xin-ren", "新人");
        foreach (var (number, said) in ((string[])["ready", "'published'", "\"published\"", "Published", "ready # 草稿"]).Index())
        {
            (await desk.SaveAsync("xin-ren", text.Replace("status: draft", $"status: {said}", StringComparison.Ordinal)
                .Replace("name: 新人", $"name: 新人{number}", StringComparison.Ordinal))).Fine();
            Assert.Contains("status: draft\n", desk.Draft("xin-ren"));
            Assert.Equal("draft", await StatusAsync(desk));
        }

        foreach (var word in (string[])["ready", "PENDING_PUBLISH", "pending_publish ", "", "published"])
        {
            Assert.Equal(422, (await desk.StepAsync("xin-ren", word)).Status);
        }

        Assert.Contains("YG705", (await desk.StepAsync("xin-ren", "pending_publish")).Error);
        Assert.Equal("draft", await StatusAsync(desk));
    }

    /// <summary>Whoever moves a draft moves what they saw.</summary>
    [Fact]
    public async Task What_was_saved_since_somebody_looked_is_not_moved_and_nobody_moves_blindly()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync("xin-ren", desk.NewStory("xin-ren", "新人"))).Fine();
        var seen = desk.TipOf("xin-ren");
        (await desk.SaveAsync("xin-ren", desk.NewStory("xin-ren", "改名"))).Fine();
        foreach (var word in (string[])["pending_review", "pending_publish", "published"])
        {
            Assert.Contains("YG701", (await desk.AskAsync("xin-ren", "step", new() { ["word"] = word, ["seen"] = seen })).Error);
            Assert.Contains("YG710", (await desk.AskAsync("xin-ren", "step", new() { ["word"] = word })).Error);
        }

        Assert.Contains("YG701", (await desk.AskAsync("xin-ren", "discard", new() { ["seen"] = seen })).Error);
        Assert.Contains("YG710", (await desk.AskAsync("xin-ren", "discard", [])).Error);
        Assert.Contains("改名", desk.Draft("xin-ren"));
    }

    [Fact]
    public async Task What_reaches_the_main_branch_is_file_for_file_what_was_approved()
    {
        await using var desk = await DeskTrial.StartAsync();
        var text = desk.Read(DeskTrial.Story);
        desk.Editor = People.Editor;
        (await desk.SaveAsync("yu-gong", text.Replace("name: 愚公", "name: 北山愚公", StringComparison.Ordinal))).Fine();
        desk.Editor = People.Checker;
        (await desk.StepAsync("yu-gong", "pending_publish")).Fine();
        desk.Put(DeskTrial.Story, text + "\n主分支上的一句。\n");
        desk.Git("commit", "-qam", "别人直接提交");
        desk.Editor = People.Publisher;
        Assert.Contains("YG707", (await desk.StepAsync("yu-gong", "published")).Error);
        Assert.DoesNotContain("name: 北山", desk.Read(DeskTrial.Story));
    }

    [Fact]
    public async Task An_editor_does_not_change_what_others_answer_for()
    {
        await using var desk = await DeskTrial.StartAsync();
        desk.Editor = People.Editor;
        var text = desk.Read(DeskTrial.Story);
        Assert.Contains("verification",
            (await desk.SaveAsync("yu-gong", text.Replace("checker: 编辑部", "checker: 李核", StringComparison.Ordinal))).Error);
        (await desk.SaveAsync("yu-gong", text.Replace("name: 愚公", "name: 北山愚公", StringComparison.Ordinal))).Fine();
        desk.Editor = People.Checker;
        var draft = desk.Draft("yu-gong");
        (await desk.SaveAsync("yu-gong", draft.Replace("checker: 编辑部", "checker: 李核", StringComparison.Ordinal)))
            .Fine();
    }

    private static async Task ApproveAsync(DeskTrial desk)
    {
        desk.Editor = People.Editor;
        (await desk.SaveAsync("xin-ren", desk.NewStory("xin-ren", "新人"))).Fine();
        desk.Editor = People.Checker;
        (await desk.StepAsync("xin-ren", "pending_publish")).Fine();
    }

    private static async Task<string> StatusAsync(DeskTrial desk) =>
        (await desk.Desk.DraftsAsync()).Single(d => d.Slug == "xin-ren/index").Step;

    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}

/// <summary>One of each role.</summary>
internal static class People
{
    public static Editor Editor { get; } = new("王编", "w@example.org", Role.Editor);

    public static Editor Checker { get; } = new("李核", "l@example.org", Role.Checker);

    public static Editor Publisher { get; } = new("陈发", "c@example.org", Role.Publisher);

    public static Editor Proofreader { get; } = new("周校", "z@example.org", Role.Proofreader);

    public static Editor Alone { get; } = new("测试编辑", "t@example.org", Role.Alone);

    public static IReadOnlyList<Editor> All { get; } =
        [Alone, Editor, Checker, Publisher, Proofreader, new("陈管", "g@example.org", Role.Administrator)];
}
