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
        var said = await desk.SaveAsync(Story,
            FormText.Of(desk.Read(Story)).Replace("headline: 子子孙孙无穷匮也", "headline: 山不加增", StringComparison.Ordinal));
        Assert.Equal((200, "entry persisted"), (said.Status, (string?)said.Body!["message"]));
        Assert.Equal("测试编辑", desk.Git("log", "-1", "--format=%an"));
        Assert.Equal("-headline: 子子孙孙无穷匮也\n+headline: 山不加增",
            string.Join('\n', desk.Git("show", "--format=", "-U0").Split('\n')
            .Where(l => l.Length > 1 && l[0] is '+' or '-' && l[1] != l[0])));
        Assert.Equal(" M input/pages/about/index.md\nA  themes/new.txt",
            string.Join('\n', desk.Git("status", "--porcelain").Split('\n')
            .Select(l => l.Length > 0 && l[1] != ' ' && l[0] == 'M' ? " " + l : l)));
        Assert.Contains("# 别删这句\nobjects:", desk.Read(Story));
    }

    [Fact]
    public async Task A_save_that_says_nothing_new_makes_no_commit()
    {
        await using var desk = await DeskTrial.StartAsync();
        var before = desk.Git("rev-parse", "HEAD");
        (await desk.SaveAsync(Story, FormText.Of(desk.Read(Story)))).Fine();
        Assert.Equal(before, desk.Git("rev-parse", "HEAD"));
    }

    [Fact]
    public async Task A_mistake_is_told_with_its_line_and_nothing_is_written()
    {
        await using var desk = await DeskTrial.StartAsync();
        var said = await desk.SaveAsync(Story,
            desk.Read(Story).Replace("direction: builder", "direction: bulider", StringComparison.Ordinal));
        Assert.Equal(422, said.Status);
        Assert.StartsWith("第 7 行：", said.Error);
        Assert.Equal("direction", (string?)said.Body!["findings"]![0]!["key"]);
        Assert.Contains("direction: builder", desk.Read(Story));
    }

    [Fact]
    public async Task Two_pages_open_the_same_entry_and_the_later_save_does_not_swallow_the_earlier()
    {
        await using var desk = await DeskTrial.StartAsync();
        var text = desk.Read(Story);
        await desk.OpenEntryAsync(Story, "tab-a");
        await desk.OpenEntryAsync(Story, "tab-b");
        (await desk.SaveAsync(Story, text.Replace("子子孙孙无穷匮也", "山不加增", StringComparison.Ordinal), "tab-a")).Fine();
        var late = await desk.SaveAsync(Story, text.Replace("name: 愚公", "name: 北山愚公", StringComparison.Ordinal), "tab-b");
        Assert.Equal(422, late.Status);
        Assert.Contains("在你打开以后被改过(测试编辑,", late.Error);
        Assert.Contains("山不加增", desk.Read(Story));
        (await desk.SaveAsync(Story, text.Replace("子子孙孙无穷匮也", "何苦而不平", StringComparison.Ordinal), "tab-a")).Fine();

        // Whoever looks at the newest version may save, and so may a page after a hand edit it has seen.
        await desk.OpenEntryAsync(Story, "tab-b");
        desk.Put(Story, desk.Read(Story) + "\n手改的一句。\n");
        Assert.Equal(422, (await desk.SaveAsync(Story, text, "tab-b")).Status);
        await desk.OpenEntryAsync(Story, "tab-b");
        (await desk.SaveAsync(Story, desk.Read(Story).Replace("name: 愚公", "name: 北山愚公", StringComparison.Ordinal), "tab-b")).Fine();
    }

    /// <summary>Programs that do not say which version they began with; nothing of theirs is taken in silence.</summary>
    [Fact]
    public async Task A_save_that_names_no_version_is_refused_and_so_is_the_later_of_two()
    {
        await using var desk = await DeskTrial.StartAsync();
        var (text, one) = (desk.Read(Story),
            DeskTrial.SaveOf(Story, desk.Read(Story).Replace("name: 愚公", "name: 北山愚公", StringComparison.Ordinal)));
        Assert.Contains("YG710", (await desk.AskAsync("persistEntry", one.DeepClone().AsObject())).Error);
        Assert.Contains("YG710", (await desk.AskAsync("persistEntry", one.DeepClone().AsObject(), "a page that saw nothing")).Error);
        Assert.Contains("YG710",
            (await desk.AskAsync("deleteFile",
            new() { ["path"] = Story, ["options"] = new JsonObject { ["commitMessage"] = "x" } })).Error);
        Assert.Equal(text, desk.Read(Story));

        // Two programs look, both save.
        await desk.OpenEntryAsync(Story);
        await desk.OpenEntryAsync(Story);
        (await desk.AskAsync("persistEntry", one.DeepClone().AsObject())).Fine();
        Assert.Contains("YG710", (await desk.AskAsync("persistEntry", DeskTrial.SaveOf(Story, text + "\n另一个程序写的。\n"))).Error);
        Assert.Contains("北山愚公", desk.Read(Story));

        // A version may be named outright.
        var id = (string)(await desk.OpenEntryAsync(Story)).Body!["file"]!["id"]!;
        var named = DeskTrial.SaveOf(Story, desk.Read(Story) + "\n说了版本的。\n");
        named["dataFiles"]![0]!["version"] = id;
        (await desk.AskAsync("persistEntry", named.DeepClone().AsObject())).Fine();
        named["dataFiles"]![0]!["raw"] = desk.Read(Story) + "\n再改一次。\n";
        Assert.Contains("YG701", (await desk.AskAsync("persistEntry", named)).Error);
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
        var texts = Enumerable.Range(0, 8).Select(i => (Path: $"input/stories/ren-{i}/index.md", Text: desk.NewStory($"ren-{i}", $"新人{i}")))
            .ToList();
        var said =
            await Task.WhenAll(texts.Select(t =>
            desk.AskAsync("persistEntry", DeskTrial.SaveOf(t.Path, t.Text, workflow: true, status: "pending_review"))));
        Assert.All(said, s => s.Fine());
        Assert.All(texts, t => Assert.Contains("status: review", desk.Git("show", $"cms/stories/{t.Path.Split('/')[2]}:{t.Path}")));
        Assert.All(texts, t => Assert.Equal("decap-cms/pending_review",
            desk.Git("config", $"branch.cms/stories/{t.Path.Split('/')[2]}.description")));
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
        using var desk = EditingDesk.Open(new(trial.Root, ["input"], null), new());
        Assert.Equal("main", desk?.Branch);
    }

    [Fact]
    public void Without_a_repository_no_desk_opens_and_says_what_to_type()
    {
        using var trial = new YuGong.Tests.Findings.ExampleProject();
        var findings = new YuGong.Text.Diagnostics();
        Assert.Null(EditingDesk.Open(new(trial.Root, ["input"], null), findings));
        var finding = findings.Sorted().Single();
        Assert.Equal("YG713", finding.Rule.Code);
        Assert.Contains("git init", finding.Hint(YuGong.Text.Language.Chinese));
    }

    [Fact]
    public async Task A_page_that_an_earlier_desk_served_opens_its_entry_anew()
    {
        await using var desk = await DeskTrial.StartAsync();
        await desk.OpenEntryAsync(Story, "tab-a");
        await desk.CloseAsync();
        await desk.OpenAsync();
        Assert.Equal(422, (await desk.SaveAsync(Story, desk.Read(Story) + "\n晚了。\n", "tab-a")).Status);
    }

    [Fact]
    public async Task Only_one_desk_works_in_a_folder()
    {
        await using var desk = await DeskTrial.StartAsync();
        var findings = new YuGong.Text.Diagnostics();
        Assert.Null(EditingDesk.Open(new(desk.Root, ["input"], null), findings));
        Assert.Equal("YG709", findings.Sorted().Single().Rule.Code);
    }

    [Fact]
    public async Task An_entry_is_deleted_with_what_lies_beside_it_unless_somebody_points_at_it_or_it_was_published()
    {
        await using var desk = await DeskTrial.StartAsync(prepare: d => d.Put("input/urls.txt", "/people/yu-gong/\n"));
        var object_ = await desk.DeleteAsync("input/objects/ji-ben/index.md");
        Assert.Equal(422, object_.Status);
        Assert.Contains(object_.Body!["findings"]!.AsArray(), f => (string?)f!["file"] == Story);
        Assert.Contains("YG708", (await desk.DeleteAsync(Story)).Error);
        (await desk.SaveAsync("input/stories/xin-ren/index.md", desk.NewStory("xin-ren", "新人"))).Fine();
        desk.Put("input/stories/xin-ren/a.png", AttackPng);
        (await desk.DeleteAsync("input/stories/xin-ren/index.md")).Fine();
        Assert.False(Directory.Exists(desk.At("input/stories/xin-ren")));
    }

    [Fact]
    public async Task A_step_is_taken_back_without_touching_what_came_later()
    {
        await using var desk = await DeskTrial.StartAsync();
        var text = desk.Read(Story);
        await desk.SaveAsync(Story, text.Replace("子子孙孙无穷匮也", "山不加增", StringComparison.Ordinal));
        await desk.SaveAsync(Story, desk.Read(Story) + "\n后来又写的一句。\n");
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
        await desk.SaveAsync(Story, desk.Read(Story).Replace("子子孙孙无穷匮也", "何苦而不平", StringComparison.Ordinal));
        Assert.Contains("YG707", (await desk.SendAsync("/desk/undo", new JsonObject { ["commit"] = commit }.ToJsonString())).Error);
        Assert.Equal(404, (await desk.SendAsync("/desk/undo", "{\"commit\":\"--help\"}")).Status);
    }

    [Fact]
    public async Task Lists_carry_thumbnails_and_files_are_whole()
    {
        await using var desk = await DeskTrial.StartAsync();
        using (var raster = new YuGong.Imaging.Vips.Raster(1400, 1000, 3, 300))
        {
            new Random(3).NextBytes(raster.Pixels);
            desk.Put("input/stories/yu-gong/扫描.png", raster.Png());
        }

        var whole = new FileInfo(desk.At("input/stories/yu-gong/扫描.png")).Length;
        var listed = (await desk.AskAsync("getMedia", new() { ["mediaFolder"] = "input/stories/yu-gong" })).Body!.AsArray().Single()!;
        var file = (await desk.AskAsync("getMediaFile", new() { ["path"] = "input/stories/yu-gong/扫描.png" })).Body!;
        Assert.Equal((string?)file["id"], (string?)listed["id"]);
        Assert.Equal(whole, Convert.FromBase64String((string)file["content"]!).Length);
        Assert.InRange(Convert.FromBase64String((string)listed["content"]!).Length, 1000, whole / 20);
    }

    private static readonly byte[] AttackPng =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
