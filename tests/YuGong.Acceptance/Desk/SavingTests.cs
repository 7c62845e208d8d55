using System.Text.Json.Nodes;
using Xunit;
using YuGong.Desk;

namespace YuGong.Tests.Desk;

/// <summary>One save, one commit, no word lost.</summary>
public sealed class SavingTests
{
    private const string Story = DeskTrial.Story;

    [Fact]
    public async Task A_save_is_one_commit_of_what_changed_with_the_editors_name_and_takes_nobody_elses_work_along()
    {
        await using var desk = await DeskTrial.StartAsync(prepare: d =>
            d.Put(Story, d.Read(Story).Replace("objects:", "# 别删这句\nobjects:", StringComparison.Ordinal)));
        desk.Put("input/pages/about/index.md", desk.Read("input/pages/about/index.md") + "\n没有提交。\n");
        desk.Put("themes/new.txt", "x");
        desk.Git("add", "themes/new.txt");
        var text = desk.Read(Story).Replace("headline: 子子孙孙无穷匮也", "headline: 山不加增", StringComparison.Ordinal);
        (await desk.SaveAsync("yu-gong", text)).Fine();
        Assert.Equal("-headline: 子子孙孙无穷匮也\n+headline: 山不加增",
            string.Join('\n', desk.Git("show", "--format=", "-U0", "cms/stories/yu-gong/index").Split('\n')
            .Where(l => l.Length > 1 && l[0] is '+' or '-' && l[1] != l[0] && !l.Contains("status:", StringComparison.Ordinal))));
        (await desk.StepAsync("yu-gong", "published")).Fine();
        Assert.Equal("测试编辑", desk.Git("log", "-1", "--format=%an"));
        Assert.Equal(Story, desk.Git("log", "--format=", "--name-only", "-2").Split('\n').Where(l => l.Length > 0).Distinct().Single());
        Assert.Equal(" M input/pages/about/index.md\nA  themes/new.txt",
            string.Join('\n', desk.Git("status", "--porcelain").Split('\n')
            .Select(l => l.Length > 0 && l[1] != ' ' && l[0] == 'M' ? " " + l : l)));
        Assert.Contains("# 别删这句\nobjects:", desk.Read(Story));
    }

    [Fact]
    public async Task A_save_that_says_nothing_new_makes_no_commit()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync("yu-gong", desk.Read(Story))).Fine();
        Assert.Equal("", desk.TipOf("yu-gong"));
        (await desk.SaveAsync("yu-gong", desk.Read(Story) + "\n又一句。\n")).Fine();
        var tip = desk.TipOf("yu-gong");
        (await desk.SaveAsync("yu-gong", desk.Draft("yu-gong"))).Fine();
        Assert.Equal(tip, desk.TipOf("yu-gong"));
    }

    [Fact]
    public async Task A_mistake_is_told_with_its_line_and_bars_the_step_to_ready()
    {
        await using var desk = await DeskTrial.StartAsync();
        var text = desk.Read(Story).Replace("direction: builder", "direction: bulider", StringComparison.Ordinal);
        (await desk.SaveAsync("yu-gong", text)).Fine();
        var said = await desk.StepAsync("yu-gong", "pending_publish");
        Assert.Equal(422, said.Status);
        Assert.StartsWith("第 7 行：", said.Error);
        Assert.Equal("direction", (string?)said.Body!["findings"]![0]!["key"]);
        Assert.Contains("direction: builder", desk.Read(Story));
    }

    /// <summary>What a save was made from decides, whoever asks: another version, or none said, is refused.</summary>
    [Theory]
    [InlineData("stands", null)]
    [InlineData("another", "YG701")]
    [InlineData(null, "YG710")]
    public async Task A_save_of_another_version_writes_nothing_over(string? version, string? refused)
    {
        await using var desk = await DeskTrial.StartAsync();
        var bytes = await File.ReadAllBytesAsync(desk.At(Story), TestContext.Current.CancellationToken);
        var findings = new YuGong.Text.Diagnostics();
        var folder = new WorkingTree(new(desk.Root, ["input"]));
        var files = new FileActions(folder, GitStore.In(folder).Store!, new(desk.At("input"), "input", () => new(2026, 12, 1), _ => []));
        var said = version == "stands" ? desk.HashOf(Story) : version;
        files.Prepare(new("stories/yu-gong/index", new(Story, [.. bytes, (byte)'x'], said), [], "x"), folder.Read, findings);
        Assert.Equal(refused, findings.Sorted().SingleOrDefault()?.Rule.Code);

        // The same bytes write nothing over.
        var same = new YuGong.Text.Diagnostics();
        files.Prepare(new("stories/yu-gong/index", new(Story, bytes, said), [], "x"), folder.Read, same);
        Assert.Empty(same.Sorted());
    }

    [Fact]
    public async Task Who_has_a_draft_to_themselves_keeps_nobody_from_another()
    {
        using var big = new SemaphoreSlim(0);
        var turns = new KeyedLocks();
        var first = turns.RunAsync(["stories/a"], () => big.Wait(Timeout.Infinite, TestContext.Current.CancellationToken) is var _ ? 1 : 0);
        var behind = turns.RunAsync(["stories/a", Operation.Main], () => 3);
        Assert.Equal(2, await turns.RunAsync(["stories/b"], () => 2));
        Assert.Equal(4, await turns.RunAsync([Operation.Main], () => 4));
        Assert.False(first.IsCompleted || behind.IsCompleted);
        big.Release();
        Assert.Equal((1, 3), (await first, await behind));
    }

    [Fact]
    public async Task Many_drafts_are_saved_at_once_and_none_is_lost()
    {
        await using var desk = await DeskTrial.StartAsync();
        var texts = Enumerable.Range(0, 8).Select(i => (Id: $"ren-{i}", Text: desk.NewStory($"ren-{i}", $"新人{i}")))
            .ToList();
        var said = await Task.WhenAll(texts.Select(t => desk.SaveAsync(t.Id, t.Text)));
        Assert.All(said, s => s.Fine());
        Assert.All(texts, t => Assert.Contains("status: draft", desk.Draft(t.Id)));
        Assert.All(texts, t => Assert.Equal("draft", desk.Git("config", $"branch.cms/stories/{t.Id}/index.description")));
    }

    /// <summary>Nothing but the content: the register and the accounts of a project without a history are no part of one.</summary>
    [Fact]
    public void A_folder_without_a_history_gets_one_of_its_content_alone()
    {
        using var trial = new YuGong.Tests.Findings.ExampleProject();
        trial.Put("leads/register.db", "private");
        trial.Put(".desk/accounts", "private");
        Assert.True(NewRepository.Begin(trial.Root, "input"));
        Assert.All(DeskTrial.Git(trial.Root, "ls-files").Split('\n'), f => Assert.StartsWith("input/", f));
        Assert.False(NewRepository.Begin(trial.Root, "input"));
        using var desk = DeskTrial.OpenBare(trial.Root, new());
        Assert.Equal("main", desk?.Branch);
    }

    [Fact]
    public void Without_a_repository_no_desk_opens_and_says_what_to_type()
    {
        using var trial = new YuGong.Tests.Findings.ExampleProject();
        var findings = new YuGong.Text.Diagnostics();
        Assert.Null(DeskTrial.OpenBare(trial.Root, findings));
        var finding = findings.Sorted().Single();
        Assert.Equal("YG713", finding.Rule.Code);
        Assert.Contains("git init", finding.Hint(YuGong.Text.Language.Chinese));
    }

    [Fact]
    public async Task Only_one_desk_works_in_a_folder()
    {
        await using var desk = await DeskTrial.StartAsync();
        var findings = new YuGong.Text.Diagnostics();
        Assert.Null(DeskTrial.OpenBare(desk.Root, findings));
        Assert.Equal("YG709", findings.Sorted().Single().Rule.Code);
    }

    [Fact]
    public async Task An_entry_is_deleted_with_what_lies_beside_it_unless_somebody_points_at_it_or_it_was_published()
    {
        await using var desk = await DeskTrial.StartAsync(prepare: d => d.Put("input/urls.txt", "/people/yu-gong/\n"));
        var object_ = await desk.DeleteAsync("ji-ben", "objects");
        Assert.Equal(422, object_.Status);
        Assert.Contains(object_.Body!["findings"]!.AsArray(), f => (string?)f!["file"] == Story);
        Assert.Contains("YG708", (await desk.DeleteAsync("yu-gong")).Error);
        desk.Put("input/stories/xin-ren/a.png", AttackPng);
        desk.Git("add", "input");
        desk.OnMain("input/stories/xin-ren/index.md", desk.NewStory("xin-ren", "新人"));
        (await desk.DeleteAsync("xin-ren")).Fine();
        Assert.False(Directory.Exists(desk.At("input/stories/xin-ren")));
    }

    [Fact]
    public async Task A_step_is_taken_back_without_touching_what_came_later()
    {
        await using var desk = await DeskTrial.StartAsync();
        var text = desk.Read(Story);
        desk.OnMain(Story, text.Replace("子子孙孙无穷匮也", "山不加增", StringComparison.Ordinal), "Update");
        desk.OnMain(Story, desk.Read(Story) + "\n后来又写的一句。\n");
        var steps =
            JsonNode.Parse(await desk.Client.GetStringAsync(new Uri(desk.Address, "/desk/api/history?path=input/stories/yu-gong"),
            TestContext.Current.CancellationToken))!.AsArray();
        Assert.Equal(3, steps.Count);
        var commit = (string)steps[1]!["commit"]!;
        Assert.Contains("+headline: 山不加增",
            (string?)JsonNode.Parse(await desk.Client.GetStringAsync(new Uri(desk.Address, $"/desk/api/patch?commit={commit}"),
            TestContext.Current.CancellationToken))!["patch"]);
        var undone = await desk.SendAsync("/desk/undo", new JsonObject { ["commit"] = commit }.ToJsonString());
        Assert.Equal(200, undone.Status);
        Assert.Equal(text + "\n后来又写的一句。\n", desk.Read(Story));
        Assert.StartsWith("撤销:Update", desk.Git("log", "-1", "--format=%s"));
        Assert.Equal("", desk.Git("status", "--porcelain"));

        // The same words changed since: no guessing.
        desk.OnMain(Story, desk.Read(Story).Replace("子子孙孙无穷匮也", "何苦而不平", StringComparison.Ordinal));
        Assert.Contains("YG707", (await desk.SendAsync("/desk/undo", new JsonObject { ["commit"] = commit }.ToJsonString())).Error);
        Assert.Equal(404, (await desk.SendAsync("/desk/undo", "{\"commit\":\"--help\"}")).Status);
    }

    private static readonly byte[] AttackPng =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
