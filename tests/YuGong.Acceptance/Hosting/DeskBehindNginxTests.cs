using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Cli;
using YuGong.Desk;
using YuGong.Tests.DeskFront;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Hosting;

/// <summary>The desk as it stands on the web: behind Debian's nginx with TLS, by <c>deploy/nginx/desk.conf</c>.</summary>
public sealed partial class DeskBehindNginxTests : IAsyncLifetime
{
    private const string Name = "desk.example.org";
    private const string Password = "江边 水塔 石阶 缆车";

    private readonly string folder = Directory.CreateTempSubdirectory("yugong-tls-").FullName;
    private readonly X509Certificate2 certificate = OwnCertificate();
    private OpenDesk? desk;
    private RealServer? nginx;
    private AccessLog? log;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string LogFile => Path.Combine(folder, "access.log");

    public async ValueTask InitializeAsync()
    {
        Judge.Program("nginx");
        RealServer.Open(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem(), Cancel);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "privkey.pem"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(), Cancel);

        // nginx first: the desk must know the port under which browsers see it.
        var inside = RealServer.FreePort();
        var shown = 0;
        nginx = await RealServer.StartNginxAsync(port => Adapted(shown = port, inside), Cancel);
        log = new(LogFile, AccessLogFormat.Combined, TimeProvider.System);
        desk = await OpenDesk.StartAsync(
            AccountFile.Empty.With(new("李工", Role.Publisher, "li@desk.invalid", PasswordHash.Of(Password))),
            listening: new(IPAddress.Loopback, inside)
            {
                PublicHosts = [$"{Name}:{shown}"],
                Operations = new() { Proxies = TrustedProxies.Parse("127.0.0.1,::1").Proxies!, Log = log },
            });
    }

    public async ValueTask DisposeAsync()
    {
        nginx?.Dispose();
        if (desk is not null)
        {
            await desk.DisposeAsync();
            await log!.DisposeAsync();
        }

        certificate.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>As a browser does it: log in, keep the cookie, type into a form, upload a picture that is too large.</summary>
    [Fact]
    public async Task An_editor_logs_in_writes_and_is_known_by_their_own_address()
    {
        using var client = Browser(IPAddress.Parse("127.0.0.9"));
        using var page = await client.GetAsync(new Uri("/desk/login", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
        var token = Token().Match(await page.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["name"] = "李工", ["password"] = Password, ["form"] = token, ["to"] = "/desk/" });
        using var login = await client.SendAsync(Post("/desk/login", form), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, login.StatusCode);
        Assert.Equal("/desk/", login.Headers.Location!.ToString());
        var cookie = login.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-yugong-desk=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("李工", await client.GetStringAsync(new Uri("/desk/", UriKind.Relative), Cancel), StringComparison.Ordinal);

        const string Keep = "/desk/write/stories/test-person/keep";
        using var ask = Json("{\"changes\":{\"post\":{\"was\":\"\",\"now\":\"工程师\"}}}");
        using var said = await client.SendAsync(Post(Keep, ask), Cancel);
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        using var foreign = Post(Keep, Json("{}"));
        foreign.Headers.Remove("Origin");
        foreign.Headers.Add("Origin", "https://evil.example");
        using var refused = await client.SendAsync(foreign, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        // 50 MB is what both let pass; more is nginx's to refuse.
        using var large = await client.SendAsync(Post(Keep, Json(new string(' ', 49 * 1024 * 1024) + "{}")), Cancel);
        Assert.NotEqual(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var tooLarge = await client.SendAsync(Post(Keep, Json(new string(' ', 51 * 1024 * 1024) + "{}")), Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);

        await log!.DisposeAsync();
        Assert.Contains("\"127.0.0.9\"", desk!.LogText, StringComparison.Ordinal);
        Assert.All(await File.ReadAllLinesAsync(LogFile, Cancel), l => Assert.StartsWith("127.0.0.9 - ", l, StringComparison.Ordinal));
        Assert.Contains(await File.ReadAllLinesAsync(LogFile, Cancel), l => l.StartsWith("127.0.0.9 - 李工 [", StringComparison.Ordinal));
    }

    /// <summary>What is written into the header by somebody behind nginx does not count.</summary>
    [Fact]
    public async Task An_attacker_locks_out_themselves_and_nobody_else()
    {
        using var attacker = Browser(IPAddress.Parse("127.0.0.66"));
        using var editor = Browser(IPAddress.Parse("127.0.0.9"));
        var got = new List<HttpStatusCode>();
        for (var i = 0; i < 60; i++)
        {
            got.Add(await LogInAsync(attacker, "猜猜猜猜猜猜猜猜猜猜猜猜", $"127.0.0.9, 10.0.0.{i}"));
        }

        Assert.Equal(LoginLimit.PerPair, got.Count(s => s == HttpStatusCode.Unauthorized));
        Assert.Equal(got.Count - LoginLimit.PerPair, got.Count(s => s == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.Redirect, await LogInAsync(editor, Password));
    }

    private async Task<HttpStatusCode> LogInAsync(HttpClient client, string password, string? forwarded = null)
    {
        using var page = await client.GetAsync(new Uri("/desk/login", UriKind.Relative), Cancel);
        var token = Token().Match(await page.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["name"] = "李工", ["password"] = password, ["form"] = token, ["to"] = "/desk/" });
        using var ask = Post("/desk/login", form);
        if (forwarded is not null)
        {
            ask.Headers.Add("X-Forwarded-For", forwarded);
        }

        using var answer = await client.SendAsync(ask, Cancel);
        return answer.StatusCode;
    }

    /// <summary>The file as it is, but for ports and where the certificate lies.</summary>
    private string Adapted(int port, int inside)
    {
        var text = File.ReadAllText(GitRepository.At("deploy", "nginx", "desk.conf"));
        foreach (var (from, to) in ((string, string)[])
            [("listen 443 ssl;", $"listen 127.0.0.1:{port} ssl;"), ("listen 80;", $"listen 127.0.0.1:{RealServer.FreePort()};"),
            ("127.0.0.1:5085;", $"127.0.0.1:{inside};"), ($"/etc/letsencrypt/live/{Name}/", folder + "/")])
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return text;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private HttpRequestMessage Post(string path, HttpContent body)
    {
        var ask = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body };
        ask.Headers.Add("Origin", $"https://{Name}:{nginx!.Address.Port}");
        ask.Headers.Add("Sec-Fetch-Site", "same-origin");
        return ask;
    }

    /// <param name="from">This end of the connection.</param>
    private HttpClient Browser(IPAddress from)
    {
#pragma warning disable CA2000, CA5359 // The client holds its handler; there is one server there, with the certificate made above.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true },
            ConnectCallback = (_, cancel) => Loopback.ConnectAsync(from, nginx!.Address.Port, cancel),
        };
        return new(handler) { BaseAddress = new($"https://{Name}:{nginx!.Address.Port}/") };
#pragma warning restore CA2000, CA5359
    }

    private static X509Certificate2 OwnCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    [GeneratedRegex("name=\"form\" value=\"([0-9a-f]{64})\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
