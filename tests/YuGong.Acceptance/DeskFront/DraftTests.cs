using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.DeskFront;

/// <summary>A desk for one editor.</summary>
public sealed class PlainDesk : IAsyncLifetime
{
    public OpenDesk Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Desk = await OpenDesk.StartAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Desk.DisposeAsync();
    }
}

/// <summary>The preview of what stands in a form, and the overview, as the browser asks for them.</summary>
public sealed class DraftTests(PlainDesk open) : IClassFixture<PlainDesk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unsaved_story_is_the_real_page_and_nothing_is_written()
    {
        var before = open.Desk.Project.Read("input/stories/plain-one/index.md");
        using var client = Client();
        var (answer, page) = await DrawAsync(client, "plain-one", Story("plain-one", "只在表单里的主题句"));
        Assert.True(answer["page"]!.GetValue<bool>(), answer.ToJsonString());
        Assert.Contains("只在表单里的主题句", page, StringComparison.Ordinal);
        Assert.Contains("/desk/site/assets/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, open.Desk.Project.Read("input/stories/plain-one/index.md"));
        Assert.DoesNotContain("只在表单里的主题句", await client.GetStringAsync(new Uri("/desk/site/people/plain-one/", UriKind.Relative), Cancel),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_is_on_no_disk_yet_is_drawn_too()
    {
        using var client = Client();
        var (answer, page) = await DrawAsync(client, "brand-new", Story("brand-new", "还没有保存过的人"));
        Assert.True(answer["page"]!.GetValue<bool>(), answer.ToJsonString());
        Assert.Contains("还没有保存过的人", page, StringComparison.Ordinal);
        Assert.False(Directory.Exists(open.Desk.Project.At("input/stories/brand-new")));
    }

    [Fact]
    public async Task Findings_name_the_field_and_the_line()
    {
        using var client = Client();
        var form = Story("plain-one", "一个平常的人");
        form["direction"] = "bulder";
        form["body"] = "## 一节\n\n见[同事](/people/nobody-here/)。[@s1,s2]\n";
        var answer = (await PostAsync(client, "plain-one", form))!;
        var findings = answer["findings"]!.AsArray();
        Assert.Contains(findings, f => f!["field"]!.AsArray().Select(x => x!.GetValue<string>())
            .SequenceEqual(["direction"]) && f["place"]!.GetValue<string>() == "方向" && f["severity"]!.GetValue<string>() == "warning");
        form["direction"] = "builder";
        var mended = (await PostAsync(client, "plain-one", form))!["findings"]!.AsArray();
        Assert.Contains(mended, f => f!["field"]![0]?.GetValue<string>() == "body" && f["line"]?.GetValue<int>() == 3);
    }

    /// <summary>
    /// Whatever stands in a form, its drawing runs nothing: no markup from Markdown, no script, a policy without scripts, a sandbox.
    /// </summary>
    [Fact]
    public async Task Script_in_Markdown_does_not_run_in_the_preview()
    {
        using var client = Client();
        var form = Story("plain-one", "<img src=x onerror=alert(1)>");
        form["body"] = "## 一节\n\n<script>alert(1)</script> [点](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n[@s1,s2]\n";
        var (_, page) = await DrawAsync(client, "plain-one", form);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript:", page, StringComparison.OrdinalIgnoreCase);
        var number = (await PostAsync(client, "plain-one", form))!["number"]!.GetValue<int>();
        using var answer = await client.GetAsync(new Uri($"/desk/draft/{number}/", UriKind.Relative), Cancel);
        Assert.Contains("sandbox allow-same-origin", answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"values\":\"x\"}")]
    [InlineData("{\"values\":")]
    public async Task A_form_that_is_none_is_refused_in_Chinese(string body)
    {
        using var client = Client();
        using var answer = await client.PostAsync(new Uri("/desk/write/stories/plain-one/look", UriKind.Relative),
            new StringContent(body, null, "application/json"), Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("预览读不懂", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_tells_what_waits_what_is_missing_and_what_was_done()
    {
        using var client = Client();
        var page = await client.GetStringAsync(new Uri("/desk/", UriKind.Relative), Cancel);
        foreach (var words in (string[])["等在哪一步", "方向 × 区县", "还没有人物：", "不够级的主张", "只有一个独立的 B 级来源", "太小的图片", "portrait.png 1 × 1 px",
            "最近的提交", "测试员", "/desk/entry/stories/hidden-draft/"])
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
        }

        var entry = await client.GetStringAsync(new Uri("/desk/entry/stories/test-person/", UriKind.Relative), Cancel);
        Assert.Contains("开始", entry, StringComparison.Ordinal);
        Assert.Contains("<ins>", entry, StringComparison.Ordinal);
        Assert.Contains("data-undo", entry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_on_a_branch_waits_in_the_overview_by_its_name()
    {
        using var client = Client();
        using var begun = await client.PostAsJsonAsync("/desk/write/stories/begin", new { name = "路上的人" }, Cancel);
        var address = (await begun.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["address"]!.GetValue<string>();
        await FineAsync("commit", new { });
        var tip = (await FineAsync("keep", new { changes = new { } }))["tip"]!.GetValue<string>();
        await FineAsync("step", new { word = "pending_review", seen = tip });

        async Task<JsonNode> FineAsync<T>(string what, T body)
        {
            using var answer = await client.PostAsJsonAsync(address + what, body, Cancel);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
            return (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
        }

        var page = await client.GetStringAsync(new Uri("/desk/", UriKind.Relative), Cancel);
        Assert.Matches(
            "(?s)审核中</h3>\\s*<p class=\"count\">1</p><p "
            + "class=\"soft\">轮到核实的人.*" + Regex.Escape(address) + "\">路上的人</a>.*测试员，", page);
    }

    [Fact]
    public async Task Without_accounts_the_register_is_shown_to_nobody()
    {
        using var client = Client();
        Assert.Contains("先建账户", await client.GetStringAsync(new Uri("/desk/leads/", UriKind.Relative), Cancel), StringComparison.Ordinal);
        using var answer = await client.PostAsJsonAsync("/desk/leads/open", new { passphrase = "x" }, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private HttpClient Client() => new() { BaseAddress = open.Desk.Address };

    private static async Task<(JsonNode Answer, string Page)> DrawAsync(HttpClient client, string id, JsonObject form)
    {
        var answer = (await PostAsync(client, id, form))!;
        Assert.True(answer["page"]?.GetValue<bool>() == true, answer.ToJsonString());
        return (answer, await client.GetStringAsync(new Uri($"/desk/draft/{answer["number"]}/", UriKind.Relative), Cancel));
    }

    private static async Task<JsonNode?> PostAsync(HttpClient client, string id, JsonObject form)
    {
        using var answer = await client.PostAsJsonAsync($"/desk/write/stories/{id}/look", new JsonObject { ["values"] = form.DeepClone() },
            Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(JsonSerializerOptions.Web, Cancel))!["drawn"];
    }

    private static JsonObject Story(string id, string headline) => new()
    {
        ["id"] = id, ["status"] = "draft", ["name"] = "测试员甲", ["latin_name"] = "Mou Ren", ["gender"] = "男", ["direction"] = "builder",
        ["trades"] = new JsonArray("railway"), ["era"] = "early",
        ["headline"] = headline, ["summary"] = "这一段文字只为测试而写，说的不是任何真实的人，字数凑够摘要的下限，好让校验不再提醒，也好看出版面在有字的时候是什么样子。",
        ["sources"] =
            new JsonArray(new JsonObject { ["id"] = "s1", ["title"] = "测试用的来源", ["publisher"] = "测试出版社", ["grade"] = "A",
            ["url"] = "https://example.org/" },
            new JsonObject { ["id"] = "s2", ["title"] = "刊物", ["publisher"] = "刊物", ["grade"] = "B", ["archive"] = "第 3 期" }),
        ["body"] = "## 一节\n\n正文。[@s1,s2]\n",
    };
}
