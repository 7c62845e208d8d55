using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace YuGong.Tests.Desk;

/// <summary>What strangers, foreign pages and broken files try; each is refused in words, and nothing is written.</summary>
public sealed class AttackTests
{
    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData("../outside.md")]
    [InlineData("/etc/passwd")]
    [InlineData("input/../../outside.md")]
    [InlineData("input\\..\\x.md")]
    [InlineData(".git/config")]
    [InlineData(".git/hooks/pre-commit")]
    [InlineData("input/.hidden/index.md")]
    [InlineData("statiq.json")]
    [InlineData("themes/yugong/theme.json")]
    [InlineData("input/urls.txt")]
    [InlineData("input/stories/../../themes/x.md")]
    public async Task A_path_outside_the_content_is_neither_read_nor_written(string path)
    {
        await using var desk = await DeskTrial.StartAsync();
        var before = desk.Git("rev-parse", "HEAD");
        var read = await desk.OpenEntryAsync(path);
        Assert.True(read.Status == 422 || path == "input/urls.txt" || read.Body!["data"] is null, path);
        var written = await desk.SaveAsync(path, "---\nid: x\n---\n");
        Assert.Equal(422, written.Status);
        Assert.Equal(422, (await desk.DeleteAsync(path)).Status);
        Assert.Equal((before, ""), (desk.Git("rev-parse", "HEAD"), desk.Git("status", "--porcelain")));
    }

    [Fact]
    public async Task A_link_out_of_the_content_is_not_followed()
    {
        await using var desk = await DeskTrial.StartAsync();
        var secret = Path.Combine(Directory.CreateTempSubdirectory("yugong-secret-").FullName, "s.png");
        await File.WriteAllTextAsync(secret, "secret", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(desk.At("input/stories/yu-gong/s.png"), secret);
        Directory.CreateSymbolicLink(desk.At("input/stories/away"), Path.GetDirectoryName(secret)!);
        Assert.Null((await desk.OpenEntryAsync("input/stories/yu-gong/s.png")).Body!["data"]);
        Assert.Equal(500, (await desk.AskAsync("getMediaFile", new() { ["path"] = "input/stories/away/s.png" })).Status);
        Assert.Empty((await desk.AskAsync("getMedia", new() { ["mediaFolder"] = "input/stories/away" })).Body!.AsArray());
        Assert.DoesNotContain("secret",
            (await desk.AskAsync("entriesByFolder",
            new() { ["folder"] = "input/stories", ["extension"] = "png", ["depth"] = 3 })).Body!.ToJsonString());
        Assert.Equal(500, (await desk.SaveAsync("input/stories/away/index.md", "---\nid: away\n---\n")).Status);
        Assert.Equal(500, (await Upload(desk, "input/stories/yu-gong/s.png", Png)).Status);
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
        var body = new JsonObject { ["action"] = "deleteFiles",
            ["params"] = new JsonObject { ["branch"] = "main", ["paths"] = new JsonArray(DeskTrial.Story),
            ["options"] = new JsonObject { ["commitMessage"] = "x" } } };
        var said = await desk.SendAsync("/api/v1", body.ToJsonString(), type, null, (header, value));
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
            $"POST /api/v1 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {60 * 1024 * 1024}\r\n\r\n{{"),
            TestContext.Current.CancellationToken);
        var answer = new byte[4096];
        var read = await client.GetStream().ReadAsync(answer, TestContext.Current.CancellationToken);
        var words = Encoding.UTF8.GetString(answer, 0, read);
        Assert.StartsWith("HTTP/1.1 413", words);
        Assert.Contains("application/json", words);
    }

    [Fact]
    public async Task Bombs_of_YAML_and_JSON_do_not_go_off()
    {
        await using var desk = await DeskTrial.StartAsync();
        var text = desk.Read(DeskTrial.Story);
        var laughs = string.Concat(Enumerable.Range(1, 9)
            .Select(i => $"l{i}: &l{i} [{string.Join(", ", Enumerable.Repeat($"*l{i - 1}", 9))}]\n"));
        var bomb = await desk.SaveAsync(DeskTrial.Story,
            text.Replace("events:", $"extra: {{ l0: &l0 ha }}\n{laughs}events:", StringComparison.Ordinal));
        Assert.Equal((422, true), (bomb.Status, bomb.Error.Contains("第 ", StringComparison.Ordinal)));
        Assert.Equal(422,
            (await desk.SaveAsync(DeskTrial.Story,
            text.Replace("events:", $"extra: {new string('[', 5000)}\nevents:", StringComparison.Ordinal))).Status);
        Assert.Equal(422, (await desk.SaveAsync(DeskTrial.Story, text + new string('字', 800_000))).Status);
        Assert.Equal(400, (await desk.SendAsync("/api/v1", new string('[', 100_000))).Status);
        Assert.Equal(400,
            (await desk.SendAsync("/api/v1", "{\"action\":\"getEntry\",\"params\":{\"branch\":\"main\",\"path\":\"\\ud800\"}}")).Status);
        Assert.Equal(text, desk.Read(DeskTrial.Story));
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
        var said = await desk.SaveAsync(DeskTrial.Story, text + $"\n{words}\n");
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
        var said = await Upload(desk, "input/stories/yu-gong/" + name, bytes);
        Assert.Equal(422, said.Status);
        Assert.Contains(why, said.Error);
        Assert.Equal("", desk.Git("status", "--porcelain"));
    }

    [Fact]
    public async Task An_honest_picture_with_a_Chinese_name_is_taken()
    {
        await using var desk = await DeskTrial.StartAsync();
        Assert.Equal(200, (await Upload(desk, "input/stories/yu-gong/长江-大桥.png", Png)).Status);
        Assert.Equal("input/stories/yu-gong/长江-大桥.png", desk.Git("show", "--format=", "--name-only", "HEAD"));
        Assert.Equal("测试编辑 <t@example.org>", desk.Git("log", "-1", "--format=%an <%ae>"));
    }

    private static Task<Said> Upload(DeskTrial desk, string path, byte[] bytes) => desk.AskAsync("persistMedia", new()
    {
        ["asset"] = new JsonObject { ["path"] = path, ["content"] = Convert.ToBase64String(bytes), ["encoding"] = "base64" },
        ["options"] = new JsonObject { ["commitMessage"] = "上传" },
    });
}
