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
        client = await desk.ClientAsync("李工", Cancel);
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
        if (Office.Find(Environment.GetEnvironmentVariable("PATH")) is not null)
        {
            Assert.Contains("form.pdf", await PageAsync("in/"), StringComparison.Ordinal);
            Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(await BytesAsync("in/form.pdf")), StringComparison.Ordinal);
        }

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

    [Fact]
    public async Task A_register_with_a_key_file_is_brought_back_from_a_backup_and_taken_as_it_is()
    {
        var file = await BytesAsync("mend/key");
        Assert.StartsWith("YuGong leads key 1\n", Encoding.ASCII.GetString(file), StringComparison.Ordinal);
        var key = Convert.ToBase64String(file);
        await DoAsync("make", new() { ["key"] = Convert.ToBase64String("no key"u8) }, 422);
        await DoAsync("make", new() { ["key"] = key });
        await DoAsync("in/file", File("a.docx", FormWriter.Write(null, Sample.Form())));
        var backup = await BytesAsync("register/backup.zip");
        using (var zip = new ZipArchive(new MemoryStream(backup)))
        {
            using var anchor = new MemoryStream();
            zip.GetEntry("register.backup.anchor")!.Open().CopyTo(anchor);
            await DoAsync("register/check", new() { ["anchor"] = Convert.ToBase64String(anchor.ToArray()) });
        }

        Assert.Contains("对不上", await DoAsync("register/check", new() { ["anchor"] = key }, 422), StringComparison.Ordinal);
        await DoAsync("in/file", File("b.bin", "后来的"u8.ToArray()));
        await DoAsync("close", []);
        Assert.Contains("钥匙文件", await DoAsync("open", new() { ["passphrase"] = Fresh }, 422), StringComparison.Ordinal);

        // The anchor is gone: nobody opens it before somebody has looked and said so.
        System.IO.File.Delete(desk.Project.At("leads/register.db.anchor"));
        await DoAsync("open", new() { ["key"] = key }, 422);
        Assert.Contains("不见了", await DoAsync("mend/accept", new() { ["key"] = key }), StringComparison.Ordinal);
        await DoAsync("open", new() { ["key"] = key }, 422);
        Assert.Contains("认下了", await DoAsync("mend/accept", new() { ["key"] = key, ["sure"] = "yes" }), StringComparison.Ordinal);
        Assert.Contains("没有什么要认的", await DoAsync("mend/accept", new() { ["key"] = key }), StringComparison.Ordinal);
        await DoAsync("open", new() { ["key"] = key });
        Assert.Contains("b.bin", await PageAsync("in/"), StringComparison.Ordinal);
        Assert.Contains("认下锚", await PageAsync("journal/"), StringComparison.Ordinal);

        // In two parts, the second one sent from a wrong place first.
        var came = await PartAsync(backup, 0, backup.Length / 2);
        Assert.Equal(backup.Length / 2, came["have"]!.GetValue<long>());
        Assert.Null((await PartAsync(backup, 1, backup.Length - 1))["name"]);
        came = await PartAsync(backup, backup.Length / 2, backup.Length - (backup.Length / 2));
        var said = new Dictionary<string, string> { ["files"] = came["name"]!.GetValue<string>(), ["key"] = key };
        Assert.Contains("勾上", await DoAsync("mend/restore", said, 422), StringComparison.Ordinal);
        said["sure"] = "yes";
        Assert.Contains("恢复了 1 条", await DoAsync("mend/restore", said), StringComparison.Ordinal);
        Assert.False(Directory.Exists(desk.Project.At("leads/arriving")));
        await DoAsync("register/check", []);
        Assert.DoesNotContain("b.bin", await PageAsync("in/"), StringComparison.Ordinal);
        Assert.Contains("恢复备份", await PageAsync("journal/"), StringComparison.Ordinal);
        Assert.DoesNotContain(key, desk.LogText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_experts_link_lets_in_without_an_account_and_nowhere_else()
    {
        await DoAsync("make", new() { ["fresh"] = Fresh, ["again"] = Fresh });
        await DoAsync("in/file", File("a.docx", FormWriter.Write(null, Sample.Form())));
        await DoAsync("close", []);
        using (var register = LeadRegister.Open(desk.Project.At("leads"), new Passphrase(Fresh), new())!)
        {
            register.Move(register.Rows()[0], LeadState.Verified, "", Registry.Today);
        }

        await DoAsync("open", new() { ["passphrase"] = Fresh });
        await DoAsync("scores/link", new() { ["expert"] = "专家甲", ["days"] = "31" }, 422);
        await DoAsync("scores/link", new() { ["expert"] = "专家甲", ["days"] = "3", ["direction"] = "builder" }, 422); // none of it
        var link = new Uri(JsonNode.Parse(await DoAsync("scores/link", new() { ["expert"] = "专家甲", ["days"] = "3" }))!["link"]!
            .GetValue<string>());
        await DoAsync("close", []);

        using var expert = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        using var shown = await LedHereAsync(expert, link);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("noindex", shown.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl!.NoStore);
        Assert.Contains("泥浆比重", await shown.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("422", await GiveAsync(expert, link, "101"), StringComparison.Ordinal);
        Assert.Contains("303", await GiveAsync(expert, link, "88.5"), StringComparison.Ordinal);
        foreach (var other in (string[])["../", "../../leads/", "/desk/leads/", "/desk/leads.js", "/desk/api/turn", "/desk/"])
        {
            using var refused = await expert.GetAsync(new Uri(link, other), Cancel);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }

        // What opens nothing may be tried so often; then everybody from there waits, whatever they bring.
        for (var i = 0; i < 20; i++)
        {
            using var none = await LedHereAsync(expert, new(link, $"../{i:D64}/"));
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }

        using var late = await LedHereAsync(expert, link);
        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
        await DoAsync("open", new() { ["passphrase"] = Fresh });
        var page = await PageAsync("scores/");
        Assert.Contains("还没有收进来", page, StringComparison.Ordinal);
        var hash = Hash().Match(page).Groups[1].Value;
        Assert.Contains("记下 1 条", await DoAsync("scores/link/take", new() { ["hash"] = hash }), StringComparison.Ordinal);
        Assert.Contains("自己评过才看得到", await PageAsync("scores/"), StringComparison.Ordinal); // the mean, for who has still to score
        await DoAsync("scores/link/back", new() { ["hash"] = hash });
        Assert.Contains("leads-link-score", desk.LogText, StringComparison.Ordinal);
        Assert.DoesNotContain("专家甲", desk.LogText, StringComparison.Ordinal);
        Assert.DoesNotContain(link.AbsolutePath.Split('/')[^2], desk.LogText, StringComparison.Ordinal);
    }

    /// <summary>As a browser asks that was led here by a mail.</summary>
    private static Task<HttpResponseMessage> LedHereAsync(HttpClient client, Uri link)
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, link);
        ask.Headers.Add("Sec-Fetch-Site", "cross-site");
        ask.Headers.Add("Sec-Fetch-Mode", "navigate");
        return client.SendAsync(ask, Cancel);
    }

    private static async Task<string> GiveAsync(HttpClient client, Uri link, string points)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["points:YG-2026-0001"] = points });
        using var answer = await client.PostAsync(link, form, Cancel);
        return $"{(int)answer.StatusCode}";
    }

    private async Task<JsonNode> PartAsync(byte[] file, int at, int length)
    {
        using var answer = await client.PostAsJsonAsync("/desk/leads/mend/upload", new
        {
            name = "leads.zip", size = file.Length, stamp = "1", at, content = Convert.ToBase64String(file, at, length),
        }, Cancel);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
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

    [GeneratedRegex("name=\"hash\" value=\"([0-9a-f]{64})\"", RegexOptions.None, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex("/desk/leads/in/held/([0-9]+)", RegexOptions.None, 1000)]
    private static partial Regex Held();
}
