using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Tests.DeskFront;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Desk;

/// <summary>Besides the words of entries: entries that go, files that nobody uses, vocabularies and the site's own texts.</summary>
public sealed class KeepingTests
{
    private const string Story = "input/stories/left-over/index.md";

    private static readonly string[] First = ["plain-two"], Stories = ["story"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_deleted_as_it_was_seen_and_comes_back_by_one_undo()
    {
        await using var desk = await OpenDesk.StartAsync(change: LeftOver);
        using var client = new HttpClient { BaseAddress = desk.Address };
        var before = desk.Project.Read(Story);
        var lies = await LiesAsync(client, "stories", "left-over");
        await IsRefusedAsync("YG710", client, "/desk/write/stories/left-over/delete", new { });
        await IsRefusedAsync("YG701", client, "/desk/write/stories/left-over/delete", new { seen = "another" });

        // A draft of it comes first: nobody's work goes along unseen.
        await FineAsync(client, "/desk/write/stories/left-over/keep", new { changes = new { post = new { was = "", now = "工程师" } } });
        await FineAsync(client, "/desk/write/stories/left-over/commit", new { });
        await IsRefusedAsync("草稿", client, "/desk/write/stories/left-over/delete", new { seen = lies });
        var tip = DeskTrial.Git(desk.Project.Root, "rev-parse", "cms/stories/left-over/index");
        await FineAsync(client, "/desk/write/stories/left-over/discard", new { seen = tip });
        Assert.Equal(tip, DeskTrial.Git(desk.Project.Root, "for-each-ref", "--format=%(objectname)", "refs/yugong/discarded"));

        await FineAsync(client, "/desk/write/stories/left-over/delete", new { seen = lies });
        Assert.False(Directory.Exists(desk.Project.At("input/stories/left-over")));
        Assert.Equal("删除人物故事:left-over", DeskTrial.Git(desk.Project.Root, "log", "-1", "--format=%s"));
        var page = await client.GetStringAsync(new Uri("/desk/entry/stories/left-over/", UriKind.Relative), Cancel);
        await FineAsync(client, "/desk/undo", new { commit = Regex.Match(page, "data-undo=\"([0-9a-f]+)\"").Groups[1].Value });
        Assert.Equal(before, desk.Project.Read(Story));
    }

    [Fact]
    public async Task The_library_says_who_uses_a_file_and_lets_go_of_what_nobody_uses()
    {
        await using var desk = await OpenDesk.StartAsync(change: p =>
        {
            LeftOver(p);
            File.Copy(p.At("input/stories/test-person/portrait.png"), p.At("input/stories/left-over/旧 照.png"));
        });
        using var client = new HttpClient { BaseAddress = desk.Address };
        var page = await client.GetStringAsync(new Uri("/desk/media/?q=left-over", UriKind.Relative), Cancel);
        Assert.Contains("没有用到", page, StringComparison.Ordinal);
        var seen = Regex.Match(page, "data-media-delete=\"旧 照.png\" data-seen=\"([0-9a-f]{64})\"").Groups[1].Value;
        var small = new Uri("/desk/media/stories/left-over/" + Uri.EscapeDataString("旧 照.png"), UriKind.Relative);
        using (var thumb = await client.GetAsync(small, Cancel))
        {
            Assert.Equal("image/webp", thumb.Content.Headers.ContentType?.MediaType);
        }

        var used = await client.GetStringAsync(new Uri("/desk/media/?q=portrait.png", UriKind.Relative), Cancel);
        Assert.Matches("portrait\\.png</p>(?s).*?<strong>肖像", used);
        Assert.DoesNotContain("data-media-delete=\"portrait.png\"", used, StringComparison.Ordinal);
        await IsRefusedAsync("还用在", client, "/desk/media/stories/test-person/delete", new { name = "portrait.png", seen });
        await IsRefusedAsync("YG701", client, "/desk/media/stories/left-over/delete", new { name = "旧 照.png", seen = "x" });
        foreach (var name in (string[])["index.md", "../test-person/portrait.png", "../../urls.txt", ".hidden"])
        {
            using var answer = await client.PostAsJsonAsync("/desk/media/stories/left-over/delete", new { name, seen }, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        await FineAsync(client, "/desk/media/stories/left-over/delete", new { name = "旧 照.png", seen });
        Assert.False(File.Exists(desk.Project.At("input/stories/left-over/旧 照.png")));
        Assert.Equal("", DeskTrial.Git(desk.Project.Root, "status", "--porcelain"));
    }

    [Fact]
    public async Task A_vocabulary_is_changed_line_by_line_by_the_steps_of_every_entry()
    {
        const string Trades = "input/taxonomies/trades.yaml";
        await using var desk = await OpenDesk.StartAsync();
        using var client = new HttpClient { BaseAddress = desk.Address };
        var before = desk.Project.Read(Trades);
        Assert.Contains("/desk/write/site/trades/", await client.GetStringAsync(new Uri("/desk/write/site/", UriKind.Relative), Cancel),
            StringComparison.Ordinal);
        var words = await TradesAsync(client);
        var was = words.DeepClone();
        words[0]!["name"] = "改过的专业";
        words.Add(new JsonObject { ["id"] = "", ["name"] = "隧道" });
        await FineAsync(client, "/desk/write/site/trades/keep", new { changes = new { items = new { was, now = words } } });
        var missing = await client.GetFromJsonAsync<JsonNode>("/desk/write/site/trades/missing", Cancel);
        Assert.Empty(missing!["findings"]!.AsArray());
        await FineAsync(client, "/desk/write/site/trades/commit", new { });
        Assert.Equal(before, desk.Project.Read(Trades));
        Assert.Contains("专业</a>", await client.GetStringAsync(new Uri("/desk/", UriKind.Relative), Cancel), StringComparison.Ordinal);
        await FineAsync(client, "/desk/write/site/trades/step", new { word = "published", seen = Tip("trades") });
        var after = desk.Project.Read(Trades);
        Assert.Single(before.Split('\n').Except(after.Split('\n')));
        Assert.Matches("- \\{ id: [a-z-]+, name: 隧道 \\}\n$", after);
        Assert.Equal("", DeskTrial.Git(desk.Project.Root, "status", "--porcelain"));
        Assert.Contains("<ins>", await client.GetStringAsync(new Uri("/desk/entry/site/trades/", UriKind.Relative), Cancel),
            StringComparison.Ordinal);

        // A word that an entry uses does not go; what is wrong with a file says where in its form.
        var now = await TradesAsync(client);
        var fewer = new JsonArray([.. now.Where(w => w!["id"]!.GetValue<string>() != "railway").Select(w => w!.DeepClone())]);
        await FineAsync(client, "/desk/write/site/trades/keep", new { changes = new { items = new { was = now, now = fewer } } });
        await IsRefusedAsync("railway", client, "/desk/write/site/trades/commit", new { });
        var batch = new { id = "x", name = "甲", opens = "不知" };
        await FineAsync(client, "/desk/write/site/batches/keep", new { changes = new { items = new { now = new[] { batch } } } });
        var wrong = await client.GetFromJsonAsync<JsonNode>("/desk/write/site/batches/missing", Cancel);
        Assert.Contains(wrong!["findings"]!.AsArray(), f =>
            string.Join('/', f!["field"]!.AsArray().Select(x => x!.ToString())) == "items/0/opens"
            && f["place"]!.GetValue<string>().EndsWith("第 1 项 · 开始", StringComparison.Ordinal));

        // The settings are no form, and nobody's id leads elsewhere.
        foreach (var id in (string[])["statiq", "../urls", "urls.txt"])
        {
            using var answer = await client.GetAsync(new Uri($"/desk/write/site/{id}/", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        string Tip(string id) => DeskTrial.Git(desk.Project.Root, "rev-parse", $"cms/site/{id}/index");
    }

    [Fact]
    public async Task The_sites_name_is_changed_in_a_file_of_its_own_and_the_settings_stay()
    {
        await using var desk = await OpenDesk.StartAsync();
        using var client = new HttpClient { BaseAddress = desk.Address };
        var settings = desk.Project.Read("statiq.json");
        var shown = (await FineAsync(client, "/desk/write/site/site/keep", new { seen = "", changes = new { } }))["values"]!;
        Assert.Equal("渝工移山", shown["title"]!.GetValue<string>());
        Assert.Equal("/people/", shown["navigation"]![1]!["path"]!.GetValue<string>());
        await FineAsync(client, "/desk/write/site/site/keep", new
        {
            changes = new
            {
                tagline = new { was = shown["tagline"]!.GetValue<string>(), now = "一句新的话" },
                featured = new { now = First },
            },
        });
        await FineAsync(client, "/desk/write/site/site/commit", new { });
        var review = await client.GetStringAsync(new Uri("/desk/review/site/site/", UriKind.Relative), Cancel);
        Assert.Contains("一句新的话", review, StringComparison.Ordinal);
        Assert.DoesNotContain("/dialogues/", review, StringComparison.Ordinal); // what did not change is not told
        await FineAsync(client, "/desk/write/site/site/step",
            new { word = "published", seen = DeskTrial.Git(desk.Project.Root, "rev-parse", "cms/site/site/index") });
        Assert.Equal("tagline: 一句新的话\nfeatured: [plain-two]\n", desk.Project.Read("input/site.yaml"));
        Assert.Equal(settings, desk.Project.Read("statiq.json"));
        Assert.Equal("", DeskTrial.Git(desk.Project.Root, "status", "--porcelain"));
    }

    [Fact]
    public async Task A_vocabulary_of_the_sites_own_begins_with_a_name()
    {
        await using var desk = await OpenDesk.StartAsync();
        using var client = new HttpClient { BaseAddress = desk.Address };
        var address = (await FineAsync(client, "/desk/write/site/begin", new { name = "荣誉级别" }))["address"]!.GetValue<string>();
        Assert.Matches("^/desk/write/site/[a-z-]+/$", address);
        var second = (await FineAsync(client, "/desk/write/site/begin", new { name = "荣誉级别" }))["address"]!.GetValue<string>();
        Assert.Equal($"{address[..^1]}-2/", second);
        Assert.Contains("荣誉级别</a>", await client.GetStringAsync(new Uri("/desk/write/site/", UriKind.Relative), Cancel),
            StringComparison.Ordinal);
        await FineAsync(client, address + "keep", new
        {
            changes = new { of = new { now = Stories }, terms = new { now = new[] { new { id = "", name = "国家级" } } } },
        });
        await FineAsync(client, address + "commit", new { });
        var id = address.Split('/')[4];
        await FineAsync(client, address + "step",
            new { word = "published", seen = DeskTrial.Git(desk.Project.Root, "rev-parse", $"cms/site/{id}/index") });
        Assert.Matches("^name: 荣誉级别\nof: \\[story\\]\nterms:\n  - \\{ id: [a-z-]+, name: 国家级 \\}\n$",
            desk.Project.Read($"input/taxonomies/{id}.yaml"));
    }

    private static void LeftOver(Project project) => project.Write(Story, Regex.Replace(
        project.Read("input/stories/plain-one/index.md").Replace("id: plain-one\n", "id: left-over\n", StringComparison.Ordinal),
        "(?m)^objects: .*\n", ""));

    private static async Task<JsonArray> TradesAsync(HttpClient client) =>
        (await FineAsync(client, "/desk/write/site/trades/keep", new { seen = "", changes = new { } }))["values"]!["items"]!.AsArray();

    private static async Task<string> LiesAsync(HttpClient client, string collection, string id) =>
        Regex.Match(await client.GetStringAsync(new Uri($"/desk/write/{collection}/{id}/", UriKind.Relative), Cancel),
            "data-lies=\"([0-9a-f]{64})\"").Groups[1].Value;

    private static async Task<JsonNode> FineAsync<T>(HttpClient client, string address, T body)
    {
        using var answer = await client.PostAsJsonAsync(address, body, Cancel);
        var said = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, said);
        return JsonNode.Parse(said)!;
    }

    private static async Task IsRefusedAsync<T>(string why, HttpClient client, string address, T body)
    {
        using var answer = await client.PostAsJsonAsync(address, body, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var said = (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["error"]!.GetValue<string>();
        Assert.Contains(why, said, StringComparison.Ordinal);
    }
}
