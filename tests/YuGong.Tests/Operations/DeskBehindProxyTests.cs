using System.Net;
using Xunit;
using YuGong.Cli;
using YuGong.Desk;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Operations;

/// <summary>A desk's door alone, behind a proxy and not: who is who, what is told, and that nobody locks out anybody else.</summary>
public sealed class DeskBehindProxyTests : IAsyncLifetime
{
    private const string Password = "江边 水塔 石阶 缆车";
    private const string Token = "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc";
    private const string Proxy = "127.0.0.1";
    private const string Stranger = "127.0.0.2";
    private const string Colleague = "127.0.0.3";

    private readonly string folder = Directory.CreateTempSubdirectory("yugong-proxy-").FullName;
    private AuditLog? audit;
    private AccessLog? log;
    private DeskServer? server;
    private bool isFine = true;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var store = new AccountStore(Path.Combine(folder, "accounts"));
        store.Write(AccountFile.Empty.With(new("李工", Role.Publisher, "li@desk.invalid", PasswordHash.Of(Password))));
        audit = new(Path.Combine(folder, "audit.ndjson"), TimeProvider.System);
        log = new(Path.Combine(folder, "access.log"), AccessLogFormat.Combined, TimeProvider.System);
        var listening = new DeskListening(IPAddress.Loopback, 0)
        {
            PublicHosts = ["desk.example.org"],
            Operations = new() { Proxies = TrustedProxies.Parse(Proxy).Proxies!, Log = log },
        };
        server = new(listening, new PasswordLogin(store, audit, TimeProvider.System), [], () => isFine);
        await server.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        await log!.DisposeAsync();
        audit!.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_attacker_behind_the_proxy_locks_nobody_else_out()
    {
        using var proxy = ClientAt(Proxy);
        var got = await ManyAsync(proxy, i => [$"10.9.8.{i % 250}, 203.0.113.9"]);
        Assert.Equal(LoginLimit.PerPair, got.Count(s => s == HttpStatusCode.Unauthorized));
        Assert.Equal(HttpStatusCode.TooManyRequests, await LogInAsync(proxy, Password, "203.0.113.9"));
        Assert.Equal(HttpStatusCode.Redirect, await LogInAsync(proxy, Password, "198.51.100.7"));
        Assert.Contains("\"203.0.113.9\"", await File.ReadAllTextAsync(Path.Combine(folder, "audit.ndjson"), Cancel));
    }

    [Fact]
    public async Task An_attacker_who_is_no_proxy_is_who_they_are_whatever_they_say()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere a machine has one loopback address");
        using var stranger = ClientAt(Stranger, "127.0.0.1");
        using var colleague = ClientAt(Colleague, "127.0.0.1");
        var got = await ManyAsync(stranger, i => [$"203.0.{i / 250}.{i % 250}"]);
        Assert.Equal(LoginLimit.PerPair, got.Count(s => s == HttpStatusCode.Unauthorized));
        Assert.Equal(HttpStatusCode.TooManyRequests, await LogInAsync(stranger, Password, "198.51.100.7"));
        Assert.Equal(HttpStatusCode.Redirect, await LogInAsync(colleague, Password));
        var audited = await File.ReadAllTextAsync(Path.Combine(folder, "audit.ndjson"), Cancel);
        Assert.Contains($"\"{Stranger}\"", audited);
        Assert.DoesNotContain("203.0.", audited);
    }

    [Fact]
    public async Task Under_its_public_name_a_desk_is_asked_by_https_and_by_a_proxy_only()
    {
        using var proxy = ClientAt(Proxy);
        var (from, secure) = (("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(proxy, "/desk/login", secure, from));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(proxy, "/desk/login", ("X-Forwarded-Proto", "http"), from));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(proxy, "/desk/login"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(proxy, "/desk/login", secure, ("Host", "evil.example")));
        if (OperatingSystem.IsLinux())
        {
            using var stranger = ClientAt(Stranger);
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stranger, "/desk/login", secure));
        }
    }

    /// <summary>A form of its own page, as a browser sends it through the proxy; and one from elsewhere.</summary>
    [Theory]
    [InlineData("https://desk.example.org", HttpStatusCode.Unauthorized)]
    [InlineData("http://desk.example.org", HttpStatusCode.Forbidden)]
    [InlineData("https://desk.example.org:8443", HttpStatusCode.Forbidden)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    public async Task The_origin_is_what_the_browser_knows(string origin, HttpStatusCode status)
    {
        using var proxy = ClientAt(Proxy);
        Assert.Equal(status, await LogInAsync(proxy, "不对的口令不对的口令", "203.0.113.9", ("Origin", origin)));
    }

    [Fact]
    public async Task Whatever_watches_the_desk_is_told_without_a_login()
    {
        using var client = ClientAt(Proxy);
        using var fine = await client.GetAsync(new Uri("/healthz", UriKind.Relative), Cancel);
        Assert.Equal("ok\n", await fine.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("text/plain", fine.Content.Headers.ContentType!.MediaType);
        Assert.True(fine.Headers.CacheControl!.NoStore);
        Assert.False(fine.Headers.Contains("Set-Cookie"));
        isFine = false;
        var answer = HttpStatusCode.OK;
        while (answer != HttpStatusCode.ServiceUnavailable)
        {
            answer = await StatusAsync(client, "/healthz", ("Host", "10.1.2.3:5085"));
        }
    }

    [Fact]
    public async Task The_access_log_says_who_asked_through_whom()
    {
        using var proxy = ClientAt(Proxy);
        await StatusAsync(proxy, "/desk/login?to=/desk/", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "6.6.6.6, 203.0.113.9"));
        // Who asked has the answer before its line is written; a server that has ended has written them all.
        await server!.DisposeAsync();
        await log!.DisposeAsync();
        var line = Assert.Single(await File.ReadAllLinesAsync(Path.Combine(folder, "access.log"), Cancel));
        Assert.Matches("^203\\.0\\.113\\.9 - - \\[[^]]+\\] \"GET /desk/login HTTP/1\\.1\" 200 \\d+ \"-\" \"-\"$", line);
    }

    /// <summary>A thousand wrong passwords for a name that is known.</summary>
    private static async Task<List<HttpStatusCode>> ManyAsync(HttpClient client, Func<int, string[]> forwarded)
    {
        var got = new List<HttpStatusCode>();
        for (var i = 0; i < 1000; i++)
        {
            got.Add(await LogInAsync(client, "猜猜猜猜猜猜猜猜猜猜猜猜", forwarded(i)[0]));
        }

        return got;
    }

    private static async Task<HttpStatusCode> LogInAsync(HttpClient client, string password, string? forwarded = null,
        params (string Name, string Value)[] headers)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, new Uri("/desk/login", UriKind.Relative));
        ask.Content = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["name"] = "李工", ["password"] = password, ["form"] = Token, ["to"] = "/desk/" });
        ask.Headers.Add("Cookie", $"{PasswordLogin.FormCookie}={Token}");
        ask.Headers.Add("X-Forwarded-Proto", "https");
        if (forwarded is not null)
        {
            ask.Headers.Add("X-Forwarded-For", forwarded);
        }

        foreach (var (name, value) in headers)
        {
            ask.Headers.Add(name, value);
        }

        using var answer = await client.SendAsync(ask, Cancel);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            ask.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(ask, Cancel);
        return answer.StatusCode;
    }

    /// <param name="address">Of this end of the connection.</param>
    /// <param name="host">What it asks for by name; the public one where not said.</param>
    private HttpClient ClientAt(string address, string? host = null)
    {
        var port = new Uri(server!.Address!).Port;
#pragma warning disable CA2000 // The client holds its handler.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = (_, cancel) => Loopback.ConnectAsync(IPAddress.Parse(address), port, cancel),
        };
        return new(handler) { BaseAddress = new($"http://{host ?? "desk.example.org"}{(host is null ? "" : $":{port}")}/") };
#pragma warning restore CA2000
    }
}
