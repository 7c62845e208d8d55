using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Tests.DeskFront;

namespace YuGong.Tests.Desk;

/// <summary>Our own forms over HTTP: what is typed is kept at once and by field, and becomes a step by the guards of every save.</summary>
public sealed class WritingTests
{
    private const string Story = "input/stories/plain-one/index.md";

    /// <summary>A picture of one pixel.</summary>
    private const string Dot =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_typed_is_kept_and_two_who_type_at_once_lose_nothing()
    {
        await using var desk = await OpenDesk.StartAsync();
        using var client = new HttpClient { BaseAddress = desk.Address };
        var page = await client.GetStringAsync(new Uri("/desk/write/stories/plain-one/", UriKind.Relative), Cancel);
        var version = Regex.Match(page, "data-version=\"([^\"]+)\"").Groups[1].Value;
        var before = desk.Project.Read(Story);

        var first = await KeepAsync(client, "plain-one", version, ("headline", "一个平常的人", "先写的主题句"), ("post", "", "工程师"));
        Assert.Null(first["values"]);
        var second = await KeepAsync(client, "plain-one", version, ("headline", "一个平常的人", "后写的主题句"), ("work_unit", "", "某厂"));
        var values = second["values"]!;
        Assert.Equal("后写的主题句", values["headline"]!.GetValue<string>());
        Assert.Equal("工程师", values["post"]!.GetValue<string>());
        Assert.Equal("某厂", values["work_unit"]!.GetValue<string>());
        Assert.Contains("先写的主题句", second["kept"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(before, desk.Project.Read(Story));

        var again = await client.GetStringAsync(new Uri("/desk/write/stories/plain-one/", UriKind.Relative), Cancel);
        Assert.Contains("后写的主题句", again, StringComparison.Ordinal);
        Assert.Contains("先写的主题句", again, StringComparison.Ordinal); // kept above the form
        Assert.Contains("有没存的改动", await client.GetStringAsync(new Uri("/desk/write/stories/?q=PLAIN-one", UriKind.Relative), Cancel),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_changes_what_was_changed_and_comes_on_a_branch_as_every_save()
    {
        await using var desk = await OpenDesk.StartAsync();
        using var client = new HttpClient { BaseAddress = desk.Address };
        var before = desk.Project.Read(Story);
        await KeepAsync(client, "plain-one", "", ("headline", "一个平常的人", "改过的主题句"));
        await FineAsync(client, "plain-one", "commit", new { });
        var draft = DeskTrial.Git(desk.Project.Root, "show", $"cms/stories/plain-one/index:{Story}");
        Assert.Equal(2, before.TrimEnd().Split('\n').Zip(draft.TrimEnd().Split('\n')).Count(l => l.First != l.Second)); // and its status
        Assert.Equal(before, desk.Project.Read(Story));
        Assert.False(Directory.Exists(desk.Project.At(".desk/unsaved/stories/plain-one")));

        // Nothing typed, nothing saved.
        var tip = DeskTrial.Git(desk.Project.Root, "rev-parse", "cms/stories/plain-one/index");
        await FineAsync(client, "plain-one", "commit", new { });
        Assert.Equal(tip, DeskTrial.Git(desk.Project.Root, "rev-parse", "cms/stories/plain-one/index"));

        // Somebody saves otherwise: what was typed meanwhile is joined by field, not refused and not lost.
        await KeepAsync(client, "plain-one", "", ("post", "", "工程师"));
        var theirs = draft.Replace("改过的主题句", "别人的主题句", StringComparison.Ordinal);
        SaveOtherwise(desk.Project.Root, theirs);
        await FineAsync(client, "plain-one", "commit", new { });
        var joined = DeskTrial.Git(desk.Project.Root, "show", $"cms/stories/plain-one/index:{Story}");
        Assert.Contains("别人的主题句", joined, StringComparison.Ordinal);
        Assert.Contains("post: 工程师", joined, StringComparison.Ordinal);

        await FineAsync(client, "plain-one", "step", new { word = "published", seen = DeskTrial.Git(desk.Project.Root, "rev-parse",
            "cms/stories/plain-one/index").Trim() });
        Assert.Contains("别人的主题句", desk.Project.Read(Story), StringComparison.Ordinal);
        Assert.Contains("status: published", desk.Project.Read(Story), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_entry_is_kept_unfinished_and_says_what_it_lacks_and_what_may_not_be_written_is_not()
    {
        await using var desk = await OpenDesk.StartAsync();
        using var client = new HttpClient { BaseAddress = desk.Address };
        using var begun = await client.PostAsJsonAsync("/desk/write/stories/begin", new { name = "冯新人" }, Cancel);
        var address = (await begun.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["address"]!.GetValue<string>();
        var id = address.Split('/')[4];
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(address, UriKind.Relative), Cancel)).StatusCode);
        await KeepAsync(client, id, "", ("gender", "", "什么也不是"), ("status", "draft", "published"), ("id", id, "../../x"));

        var missing = (await client.GetFromJsonAsync<JsonNode>($"/desk/write/stories/{id}/missing", Cancel))!;
        Assert.True(missing["steps"]!["person"]!.GetValue<int>() >= 3, missing.ToJsonString());
        Assert.Contains(missing["findings"]!.AsArray(), f => f!["field"]![0]?.GetValue<string>() == "headline"
            && f["place"]!.GetValue<string>() == "主题句");
        await FineAsync(client, id, "commit", new { });
        var saved = DeskTrial.Git(desk.Project.Root, "show", $"cms/stories/{id}/index:input/stories/{id}/index.md");
        Assert.StartsWith($"---\nid: {id}\nstatus: draft\nname: 冯新人\n", saved, StringComparison.Ordinal);

        // Private text is no draft either, and stays in the form.
        await KeepAsync(client, id, "", ("post", "", "电话 13812345678"));
        using var refused = await client.PostAsJsonAsync($"/desk/write/stories/{id}/commit", new { }, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("13812345678", await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel), StringComparison.Ordinal);
    }

    /// <summary>As <c>yugong import</c> makes it.</summary>
    [Fact]
    public async Task A_manuscript_becomes_a_draft_and_what_was_not_understood_stands_above_it()
    {
        await using var desk = await OpenDesk.StartAsync();
        using var client = new HttpClient { BaseAddress = desk.Address };
        var html = "<h1>一座水塔</h1><h2>开工</h2><p>甲<b>乙</b>丙。</p><object data='x'>看不懂的东西</object><ul><li>子</li></ul>"
            + $"<p><img src='data:image/png;base64,{Dot}' alt='一个点'></p>";
        var sent = new { name = "冯新人", file = "稿子.html", content = Convert.ToBase64String(Encoding.UTF8.GetBytes(html)) };
        using var answer = await client.PostAsJsonAsync("/desk/write/stories/import", sent, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        var address = (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["address"]!.GetValue<string>();
        var id = address.Split('/')[4];
        await FineAsync(client, id, "commit", new { });
        var saved = DeskTrial.Git(desk.Project.Root, "show", $"cms/stories/{id}/index:input/stories/{id}/index.md");
        Assert.Contains("name: 冯新人\n", saved, StringComparison.Ordinal);
        Assert.Contains("一座水塔\n", saved, StringComparison.Ordinal);
        Assert.Contains("## 开工\n\n甲**乙**丙。", saved, StringComparison.Ordinal);
        Assert.Contains("- 子", saved, StringComparison.Ordinal);
        Assert.Contains("![一个点](", saved, StringComparison.Ordinal);

        var page = await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Contains("没有进正文", page, StringComparison.Ordinal);

        // A file of another kind is refused in words, and nothing of it stays.
        using var other = await client.PostAsJsonAsync("/desk/write/stories/import", sent with { file = "稿子.docx" }, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        using var wrong = await client.PostAsJsonAsync("/desk/write/objects/import", sent, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task Dates_are_said_back_pastes_keep_their_structure_and_uploads_are_looked_at()
    {
        await using var desk = await OpenDesk.StartAsync();
        using var client = new HttpClient { BaseAddress = desk.Address };
        var looked = await AskAsync(client, "plain-one", "look", new { values = new
        {
            name = "某人", birth = new { date = "民国二十六年七月", place = "重庆" },
            events = new object[] { new { date = "不知哪年" }, new { date = "20世纪40年代" } },
        } });
        Assert.Equal(["birth/date=1937年7月", "events/0/date=", "events/1/date=20世纪40年代"], looked["dates"]!.AsArray().Select(d =>
            $"{string.Join('/', d!["field"]!.AsArray().Select(f => f!.GetValue<string>()))}={d["words"]?.GetValue<string>()}"));

        var pasted = await AskAsync(client, "plain-one", "paste", new { after = "7", html =
            "<h1>一节</h1><p>甲<b>乙</b>丙</p><ul><li>子</li><li>丑</li></ul><table><tr><th>年</th></tr><tr><td>1937</td></tr></table>" });
        Assert.Contains("## 一节\n\n甲**乙**丙\n\n- 子", pasted["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("| 年 |", pasted["text"]!.GetValue<string>(), StringComparison.Ordinal);

        var name = (await AskAsync(client, "plain-one", "upload", new { name = "../旧 照.png", content = Dot }))["name"]!.GetValue<string>();
        Assert.Equal("旧-照.png", name);
        var place = new Uri($"/desk/write/stories/plain-one/file/{Uri.EscapeDataString(name)}", UriKind.Relative);
        using var file = await client.GetAsync(place, Cancel);
        Assert.Equal("image/png", file.Content.Headers.ContentType!.MediaType);
        using var bad = await client.PostAsJsonAsync("/desk/write/stories/plain-one/upload", new { name = "x.svg", content = Dot }, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        await FineAsync(client, "plain-one", "commit", new { });
        Assert.Contains(name, DeskTrial.Git(desk.Project.Root, "-c", "core.quotepath=off", "ls-tree", "-r", "--name-only",
            "cms/stories/plain-one/index"), StringComparison.Ordinal);
    }

    private static Task<JsonNode> KeepAsync(HttpClient client, string id, string seen,
        params (string Key, string Was, string Now)[] changes) =>
        AskAsync(client, id, "keep", new { seen, changes = changes.ToDictionary(c => c.Key, c => new { was = c.Was, now = c.Now }) });

    private static async Task<JsonNode> AskAsync<T>(HttpClient client, string id, string what, T body)
    {
        using var answer = await client.PostAsJsonAsync($"/desk/write/stories/{id}/{what}", body, Cancel);
        var said = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, said);
        return JsonNode.Parse(said)!;
    }

    private static async Task FineAsync<T>(HttpClient client, string id, string what, T body) => await AskAsync(client, id, what, body);

    /// <summary>A commit on the draft's branch that no form made.</summary>
    private static void SaveOtherwise(string root, string text)
    {
        const string Branch = "refs/heads/cms/stories/plain-one/index";
        var (file, index) = (Path.GetTempFileName(), Path.Combine(root, ".git", "other-index"));
        File.WriteAllText(file, text.TrimEnd('\n') + "\n");
        var blob = DeskTrial.Git(root, "hash-object", "-w", "--", file);
        File.Delete(file);
        Git("read-tree", Branch);
        Git("update-index", "--cacheinfo", $"100644,{blob},{Story}");
        DeskTrial.Git(root, "update-ref", Branch, DeskTrial.Git(root, "commit-tree", Git("write-tree"), "-p", Branch, "-m", "别人"));

        string Git(params string[] arguments)
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", root, .. arguments])
            {
                RedirectStandardOutput = true, UseShellExecute = false, Environment = { ["GIT_INDEX_FILE"] = index },
            })!;
            var said = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            Assert.Equal(0, git.ExitCode);
            return said;
        }
    }
}
