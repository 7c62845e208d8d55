using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using YuGong.Desk;

namespace YuGong.Tests.Desk;

/// <summary>What strangers, foreign pages and broken files try; each is refused in words, and nothing is written.</summary>
public sealed class AttackTests
{
    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>A form's address names a kind and an id; whatever else it is made to say leads to no form.</summary>
    [Theory]
    [InlineData("stories/%2e%2e")]
    [InlineData("stories/..%2f..%2foutside")]
    [InlineData("stories/%2fetc%2fpasswd")]
    [InlineData("stories/..%5cx")]
    [InlineData("stories/.hidden")]
    [InlineData("stories/yu-gong%2findex.md")]
    [InlineData("Stories/yu-gong")]
    [InlineData(".git/hooks")]
    [InlineData("..%2fthemes/yugong")]
    [InlineData("taxonomies/trades")]
    [InlineData("site/urls")]
    [InlineData("site/statiq")]
    [InlineData("site/..%2furls.txt")]
    public async Task An_address_that_is_no_form_is_neither_read_nor_written(string place)
    {
        await using var desk = await DeskTrial.StartAsync();
        var before = desk.Git("rev-parse", "HEAD");
        foreach (var what in (string[])["keep", "commit", "step", "delete", "upload", "discard"])
        {
            using var asked = new HttpRequestMessage(HttpMethod.Post, new Uri(desk.Address, $"/desk/write/{place}/{what}"));
            asked.Content = new StringContent(new JsonObject
            {
                ["changes"] = new JsonObject { ["name"] = new JsonObject { ["was"] = "", ["now"] = "x" } }, ["word"] = "published",
                ["seen"] = before, ["name"] = "a.png", ["content"] = Convert.ToBase64String(Png),
            }.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await desk.Client.SendAsync(asked, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode is 404 or 422 || (what == "commit" && !place.Contains('%', StringComparison.Ordinal)),
                $"{what}: {(int)answer.StatusCode}");
        }

        Assert.Equal((before, ""), (desk.Git("rev-parse", "HEAD"), desk.Git("status", "--porcelain")));
        Assert.Equal("", desk.Git("branch", "--list", "cms/*"));
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(desk.Root)!, "outside")));
    }

    /// <summary>What a file is called by whoever uploads it is a name and no way.</summary>
    [Theory]
    [InlineData("../../../x.png", "x.png")]
    [InlineData("..\\x.png", "x.png")]
    [InlineData("/etc/x.png", "x.png")]
    [InlineData("a/b/x y.png", "x-y.png")]
    [InlineData(".htaccess.png", null)]
    [InlineData("index.md", null)]
    [InlineData("Index.md", null)]
    [InlineData("x.png.", null)]
    public async Task An_upload_lands_beside_its_entry_or_nowhere(string name, string? landed)
    {
        await using var desk = await DeskTrial.StartAsync();
        var said = await desk.UploadAsync("yu-gong", name, Png);
        Assert.Equal(landed is null ? 422 : 200, said.Status);
        Assert.Equal(landed, (string?)said.Body!["name"]);
        Assert.Equal("", desk.Git("status", "--porcelain"));
    }

    [Fact]
    public async Task A_link_out_of_the_content_is_not_followed()
    {
        await using var desk = await DeskTrial.StartAsync();
        var secret = Path.Combine(Directory.CreateTempSubdirectory("yugong-secret-").FullName, "s.png");
        await File.WriteAllTextAsync(secret, "secret", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(desk.At("input/stories/yu-gong/s.png"), secret);
        Directory.CreateSymbolicLink(desk.At("input/stories/away"), Path.GetDirectoryName(secret)!);
        foreach (var place in (string[])["yu-gong", "away"])
        {
            using var answer = await desk.Client.GetAsync(new Uri(desk.Address, $"/desk/write/stories/{place}/file/s.png"),
                TestContext.Current.CancellationToken);
            Assert.NotEqual("secret", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        // A draft of what lies behind the link, made without the desk, is not published through it.
        Assert.Equal(404, (await desk.AskAsync("away", "keep", new() { ["changes"] = new JsonObject() })).Status);
        File.Delete(desk.At("input/stories/away"));
        (await desk.SaveAsync("away", desk.NewStory("away", "远人"))).Fine();
        Directory.CreateSymbolicLink(desk.At("input/stories/away"), Path.GetDirectoryName(secret)!);
        Assert.Contains("符号链接", (await desk.StepAsync("away", "published")).Error, StringComparison.Ordinal);
        Assert.Equal("secret", await File.ReadAllTextAsync(secret, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(secret)!, "index.md")));
    }

    [Theory]
    [InlineData("application/json", "Origin", "https://evil.example", 403)]
    [InlineData("application/json", "Origin", "null", 403)]
    [InlineData("application/json", "Origin", "http://localhost:4000", 403)]
    [InlineData("application/json", "Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("application/json", "Sec-Fetch-Site", "same-site", 403)]
    [InlineData("application/json", "Referer", "https://evil.example/x", 403)]
    [InlineData("application/json", "Host", "evil.example", 403)]
    [InlineData("application/json", "Host", "127.0.0.1.evil.example", 403)]
    [InlineData("text/plain", "X-Nothing", "x", 415)]
    [InlineData("application/x-www-form-urlencoded", "X-Nothing", "x", 415)]
    public async Task A_foreign_page_cannot_use_the_desk_of_whoever_looks_at_it(string type, string header, string value, int status)
    {
        await using var desk = await DeskTrial.StartAsync();
        var body = new JsonObject { ["seen"] = desk.HashOf(DeskTrial.Story) };
        var said = await desk.SendAsync("/desk/write/stories/yu-gong/delete", body.ToJsonString(), type, (header, value));
        Assert.Equal(status, said.Status);
        Assert.Matches("[\u4e00-\u9fff]", said.Error);
        Assert.True(File.Exists(desk.At(DeskTrial.Story)));
    }

    [Fact]
    public async Task A_body_of_more_than_50_MB_is_refused_before_it_is_read()
    {
        await using var desk = await DeskTrial.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(desk.Address.Host, desk.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream()
            .WriteAsync(Encoding.ASCII.GetBytes(
            "POST /desk/write/stories/yu-gong/upload HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {60 * 1024 * 1024}\r\n\r\n{{"),
            TestContext.Current.CancellationToken);
        var answer = new byte[4096];
        var read = await client.GetStream().ReadAsync(answer, TestContext.Current.CancellationToken);
        var words = Encoding.UTF8.GetString(answer, 0, read);
        Assert.StartsWith("HTTP/1.1 413", words);
        Assert.Contains("application/json", words);
    }

    [Fact]
    public async Task Bombs_of_JSON_do_not_go_off_and_what_looks_like_YAML_stays_words()
    {
        await using var desk = await DeskTrial.StartAsync();
        var text = desk.Read(DeskTrial.Story);
        const string Keep = "/desk/write/stories/yu-gong/keep";
        Assert.Equal(422, (await desk.SendAsync(Keep, new string('[', 100_000))).Status);
        Assert.Equal(422, (await desk.SendAsync(Keep, "{\"changes\":{\"name\":{\"now\":\"\\ud800\"}}}")).Status);
        Assert.Equal(422, (await desk.SendAsync(Keep,
            $"{{\"changes\":{{\"events\":{{\"now\":{new string('[', 40)}{new string(']', 40)}}}}}}}")).Status);
        Assert.Equal(413, (await Change("headline", new string('字', 800_000))).Status);

        // A value that would be front matter of its own is a value.
        const string Words = "一句\nstatus: published\nl0: &l0 [*l0, *l0]\n---\n\n<正文>";
        (await Change("headline", Words)).Fine();
        (await Change("id", "../../x")).Fine();
        (await Change("status", "published")).Fine();
        (await Change("*a", "&b")).Fine();
        (await desk.AskAsync("yu-gong", "commit", [])).Fine();
        var saved = FormValues.Of(desk.Draft("yu-gong"))!;
        Assert.Equal([Words, "draft", "yu-gong", "&b"], ((string[])["headline", "status", "id", "*a"]).Select(k => (string?)saved[k]));
        Assert.Equal(text, desk.Read(DeskTrial.Story));

        Task<Said> Change(string key, string now) => desk.AskAsync("yu-gong", "keep",
            new() { ["changes"] = new JsonObject { [key] = new JsonObject { ["was"] = "", ["now"] = now } } });
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[看](javascript:alert(1))")]
    [InlineData("电话 13812345678。")]
    public async Task Script_and_private_numbers_in_a_text_are_refused_with_their_line(string words)
    {
        await using var desk = await DeskTrial.StartAsync();
        var text = desk.Read(DeskTrial.Story);
        var said = await desk.SaveAsync("yu-gong", text + $"\n{words}\n");
        said = said.Status == 200 ? await desk.StepAsync("yu-gong", "pending_publish") : said; // a draft may be unfinished until here
        Assert.Equal(422, said.Status);
        var line = (text + $"\n{words}").Split('\n').Length;
        Assert.StartsWith($"第 {line} 行：", said.Error);
        Assert.Equal(text, desk.Read(DeskTrial.Story));
    }

    public static TheoryData<string, byte[], string> Uploads => new()
    {
        { "p.png", [.. Png, .. "PK\x03\x04....PK\x05\x06"u8, .. new byte[18]], "结束以后" },
        { "p.png", [.. Png, .. "<script>alert(1)</script>"u8], "结束以后" },
        { "p.jpg", [0xFF, 0xD8, 0xFF, 0xFE, 0, 27, .. "<script>alert(1)</script>"u8, 0xFF, 0xDA, 0, 2, 1, 2, 0xFF, 0xD9], "<script" },
        { "p.gif", "GIF89a/*<script>*/=1;\x3b"u8.ToArray(), "<script" },
        { "p.png", "GIF89a..............;"u8.ToArray(), "不是 PNG" },
        { "p.png", "<!doctype html><title>x</title>"u8.ToArray(), "不是 PNG" },
        { "p.svg", "<svg onload=alert(1)>"u8.ToArray(), "不收" },
        { "p.html", "<script>alert(1)</script>"u8.ToArray(), "不收" },
        { "p.png.exe", Png, "不收" },
        { "index.md", "---\nid: yu-gong\n---"u8.ToArray(), "YG705" },
        { "p.pdf", "%PDF-1.7 /OpenAction /JavaScript (app.alert(1)) %%EOF"u8.ToArray(), "/javascript" },
        { "p.png", Png[..40], "不是 PNG" },
    };

    [Theory]
    [MemberData(nameof(Uploads))]
    public async Task An_upload_that_is_two_things_at_once_or_not_what_it_says_is_refused(string name, byte[] bytes, string why)
    {
        await using var desk = await DeskTrial.StartAsync();
        var said = await desk.UploadAsync("yu-gong", name, bytes);
        Assert.Equal(422, said.Status);
        Assert.Contains(why, said.Error);
        Assert.Equal("", desk.Git("status", "--porcelain"));
    }

    [Fact]
    public async Task An_honest_picture_with_a_Chinese_name_is_taken()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.UploadAsync("yu-gong", "长江-大桥.png", Png)).Fine();
        (await desk.AskAsync("yu-gong", "commit", [])).Fine();
        Assert.Contains("input/stories/yu-gong/长江-大桥.png", desk.Git("show", "--format=", "--name-only", "cms/stories/yu-gong/index"));
        Assert.Equal("测试编辑 <t@example.org>", desk.Git("log", "-1", "--format=%an <%ae>", "cms/stories/yu-gong/index"));
    }
}
