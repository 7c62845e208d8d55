using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Tests.Leads;

namespace YuGong.Tests.DeskFront;

/// <summary>The register is made, filled, backed up, handed over and sealed anew at the desk, without a terminal.</summary>
public sealed partial class LeadsKeptTests : IAsyncLifetime
{
    private const string Fresh = "石阶 江雾 缆车 汽笛 老街 长桥";

    private OpenDesk desk = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await OpenDesk.StartAsync(AccountFile.Empty
            .With(new("李工", Role.Publisher, "li@desk.invalid", PasswordHash.Of(AccountsDesk.Password))));
        client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = desk.Address };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var form = Token().Match(await client.GetStringAsync(new Uri("/desk/login", UriKind.Relative), Cancel)).Groups[1].Value;
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/desk/login")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["name"] = "李工", ["password"] = AccountsDesk.Password, ["form"] = form, ["to"] = "/desk/",
            }),
        };
        ask.Headers.Add("Cookie", "__Host-yugong-form=" + form);
        using var answer = await client.SendAsync(ask, Cancel);
        var visit = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-yugong-desk=", StringComparison.Ordinal));
        client.DefaultRequestHeaders.Add("Cookie", visit.Split(';')[0]);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        client.Dispose();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_register_is_made_filled_saved_handed_over_and_sealed_anew()
    {
        Assert.Contains("两遍不一样", await DoAsync("make", new() { ["fresh"] = Fresh, ["again"] = "另一个" }, 422), StringComparison.Ordinal);
        await DoAsync("make", new() { ["fresh"] = "12345678", ["again"] = "12345678" }, 422);
        await DoAsync("make", new() { ["fresh"] = Fresh, ["again"] = Fresh });
        await DoAsync("make", new() { ["fresh"] = Fresh, ["again"] = Fresh }, 422); // there is one

        await DoAsync("in/file", File("a.docx", FormWriter.Write(null, Sample.Form())));
        await DoAsync("in/file", File("b.bin", "不是表"u8.ToArray()));
        var held = Held().Match(await PageAsync("in/"));
        Assert.Equal("不是表", Encoding.UTF8.GetString(await BytesAsync($"in/held/{held.Groups[1]}")));
        await DoAsync($"in/held/{held.Groups[1]}/erase", []);
        await PageAsync($"in/held/{held.Groups[1]}", 404);

        // Handed over readable, kept sealed.
        using var handed = new ZipArchive(new MemoryStream(await BytesAsync("YG-2026-0001/all.zip")));
        Assert.True(handed.Entries.Count >= 2);
        Assert.Contains(handed.Entries, e => new StreamReader(e.Open()).ReadToEnd().Contains("测试甲", StringComparison.Ordinal));
        var backup = await BytesAsync("register/backup.zip");
        using var kept = new ZipArchive(new MemoryStream(backup));
        Assert.Equal(["register.backup", "register.backup.anchor"], kept.Entries.Select(e => e.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("测试甲", new StreamReader(kept.Entries[0].Open()).ReadToEnd(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(desk.Project.At("leads/sending")));

        Assert.Contains("一个也没有", await DoAsync("register/scan", []), StringComparison.Ordinal);
        desk.Project.Write("input/pages/leak.txt", "电话 13800000001");
        Assert.Contains("leak.txt", await DoAsync("register/scan", [], 422), StringComparison.Ordinal);

        // Another data key, then another passphrase: the old one opens nothing any more.
        Assert.Contains("口令不对", await DoAsync("register/rotate", new() { ["passphrase"] = "不是" }, 422), StringComparison.Ordinal);
        await DoAsync("register/rotate", new() { ["passphrase"] = Fresh });
        await DoAsync("register/key", new() { ["fresh"] = Fresh + " 夜航", ["again"] = Fresh + " 夜航" });
        Assert.Contains("线索库完整", await DoAsync("register/check", []), StringComparison.Ordinal);
        await DoAsync("close", []);
        await DoAsync("register/check", [], 423);
        await DoAsync("open", new() { ["passphrase"] = Fresh }, 422);
        await DoAsync("open", new() { ["passphrase"] = Fresh + " 夜航" });
        Assert.Contains("测试甲", await PageAsync("YG-2026-0001/"), StringComparison.Ordinal);
        Assert.DoesNotContain("测试甲", desk.LogText, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> File(string name, byte[] bytes) =>
        new() { ["name"] = name, ["content"] = Convert.ToBase64String(bytes) };

    private async Task<string> DoAsync(string what, Dictionary<string, string> said, int status = 200)
    {
        using var answer = await client.PostAsJsonAsync("/desk/leads/" + what, said, Cancel);
        var words = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True((int)answer.StatusCode == status, $"{what}: {(int)answer.StatusCode} {words}");
        return JsonNode.Parse(words)!.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private async Task<string> PageAsync(string address, int status = 200) => Encoding.UTF8.GetString(await BytesAsync(address, status));

    private async Task<byte[]> BytesAsync(string address, int status = 200)
    {
        using var answer = await client.GetAsync(new Uri("/desk/leads/" + address, UriKind.Relative), Cancel);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        return await answer.Content.ReadAsByteArrayAsync(Cancel);
    }

    [GeneratedRegex("name=\"form\" value=\"([0-9a-f]{64})\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("/desk/leads/in/held/([0-9]+)", RegexOptions.None, 1000)]
    private static partial Regex Held();
}
