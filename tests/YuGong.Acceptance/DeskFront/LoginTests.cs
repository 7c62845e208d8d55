using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Desk;

namespace YuGong.Tests.DeskFront;

/// <summary>A desk with accounts.</summary>
public sealed class AccountsDesk : IAsyncLifetime
{
    public const string Password = "江边 水塔 石阶 缆车";

    public OpenDesk Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var password = PasswordHash.Of(Password);
        Desk = await OpenDesk.StartAsync(AccountFile.Empty.With(new("李工", Role.Publisher, "li@desk.invalid", password))
            .With(new("王编", Role.Editor, "wang@desk.invalid", password)));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Desk.DisposeAsync();
    }
}

/// <summary>The door: who gets in, how the visit is kept, and what somebody who should not be there can try.</summary>
public sealed partial class LoginTests(AccountsDesk open) : IClassFixture<AccountsDesk>
{
    private const string Visit = "__Host-yugong-desk";
    private const string Form = "__Host-yugong-form";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_let_in_without_a_login()
    {
        using var client = Client();
        foreach (var path in (string[])["/desk/", "/admin/", "/desk/leads/", "/desk/leads/YG-2026-0001/", "/desk/site/",
            "/desk/entry/stories/test-person/", "/desk/write/stories/", "/desk/write/stories/test-person/",
            "/desk/write/stories/test-person/file/portrait.png"])
        {
            using var answer = await client.SendAsync(Ask(HttpMethod.Get, path), Cancel);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/desk/login?to=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        foreach (var path in (string[])["/desk/undo", "/desk/leads/open", "/desk/leads/in/file", "/desk/leads/YG-2026-0001/erase",
            "/desk/leads/make", "/desk/media/stories/test-person/delete", "/desk/write/stories/begin",
            "/desk/write/stories/test-person/delete", "/desk/write/stories/test-person/keep",
            "/desk/write/stories/test-person/upload", "/desk/write/stories/test-person/step"])
        {
            using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), new StringContent("{}", null, "application/json"),
                Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Contains("登录", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_cookie_is_kept_from_script_other_sites_and_plain_connections()
    {
        using var client = Client();
        using var answer = await LogInAsync(client, "李工", AccountsDesk.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Visit, StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        using var page = await client.SendAsync(Ask(HttpMethod.Get, "/desk/", ValueOf(answer)), Cancel);
        Assert.Contains("李工", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    /// <summary>Session fixation: a token that somebody planted in the browser is worth nothing, before the login and after it.</summary>
    [Fact]
    public async Task A_planted_token_is_worth_nothing_and_every_login_makes_a_new_one()
    {
        using var client = Client();
        var planted = new string('a', 64);
        using var first = await LogInAsync(client, "李工", AccountsDesk.Password, planted);
        var one = ValueOf(first);
        Assert.NotEqual(planted, one);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(client, planted));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, one));

        using var second = await LogInAsync(client, "李工", AccountsDesk.Password, one);
        var two = ValueOf(second);
        Assert.NotEqual(one, two);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(client, one)); // the visit before is over
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, two));

        using var left =
            await client.SendAsync(Ask(HttpMethod.Post, "/desk/login", two,
            new() { ["form"] = await FormTokenAsync(client), ["leave"] = "1" }, FormToken), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(client, two));
    }

    [Fact]
    public async Task Brute_force_is_stopped_after_five_tries_even_with_the_right_password()
    {
        await using var desk =
            await OpenDesk.StartAsync(AccountFile.Empty.With(
            new("李工", Role.Publisher, "li@desk.invalid", PasswordHash.Of(AccountsDesk.Password))));
        using var client = Client(desk.Address);
        for (var i = 0; i < LoginLimit.PerPair; i++)
        {
            using var wrong = await LogInAsync(client, "李工", "猜猜猜猜猜猜猜猜猜猜猜猜" + i);
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var stopped = await LogInAsync(client, "李工", AccountsDesk.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.True(stopped.Headers.RetryAfter!.Delta > TimeSpan.FromMinutes(10));

        // Many at once are as many as one after the other, and no name gets through by being another.
        var tries = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            using var answer = await LogInAsync(client, $"某{i}", "猜猜猜猜猜猜猜猜猜猜猜猜");
            return answer.StatusCode;
        }));
        Assert.Equal(LoginLimit.PerAddress - LoginLimit.PerPair, tries.Count(s => s == HttpStatusCode.Unauthorized));
        Assert.DoesNotContain(AccountsDesk.Password, desk.LogText, StringComparison.Ordinal);
        Assert.DoesNotContain("猜猜", desk.LogText, StringComparison.Ordinal);
        Assert.Equal(20, Regex.Count(desk.LogText, "\"what\":\"login-failed\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("login-limited", desk.LogText, StringComparison.Ordinal);
    }

    /// <summary>Many idle connections cost each other their place, and nobody who asks.</summary>
    [Fact]
    public async Task Idle_connections_shut_nobody_out()
    {
        var idle = new List<System.Net.Sockets.TcpClient>();
        for (var i = 0; i < 600; i++)
        {
            var socket = new System.Net.Sockets.TcpClient();
            await socket.ConnectAsync(open.Desk.Address.Host, open.Desk.Address.Port, Cancel);
            idle.Add(socket);
        }

        using var client = Client();
        using var answer = await client.SendAsync(Ask(HttpMethod.Get, "/desk/login"), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(await IsClosedAsync(idle[0])); // the oldest had to go
        idle.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task Nobody_is_logged_in_by_a_foreign_page()
    {
        using var client = Client();
        var fields = new Dictionary<string, string> { ["name"] = "李工", ["password"] = AccountsDesk.Password,
            ["form"] = new string('b', 64) };
        using var planted = await client.SendAsync(Ask(HttpMethod.Post, "/desk/login", null, fields, await FormTokenAsync(client)), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, planted.StatusCode);
        using var foreign = Ask(HttpMethod.Post, "/desk/login", null, fields, new string('b', 64));
        foreign.Headers.Add("Origin", "https://evil.example");
        using var refused = await client.SendAsync(foreign, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example/", "/desk/")]
    [InlineData("https://evil.example/", "/desk/")]
    [InlineData("/\\evil.example/", "/desk/")]
    [InlineData("/admin/", "/admin/")]
    public async Task A_login_leads_nowhere_else(string wanted, string to)
    {
        using var client = Client();
        using var answer = await LogInAsync(client, "王编", AccountsDesk.Password, to: wanted);
        Assert.Equal(to, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_editor_cannot_take_back_what_was_published_and_the_log_says_that_they_tried()
    {
        using var client = Client();
        using var login = await LogInAsync(client, "王编", AccountsDesk.Password);
        using var ask = Ask(HttpMethod.Post, "/desk/undo", ValueOf(login));
        ask.Content = new StringContent("{\"commit\":\"HEAD\"}", null, "application/json");
        using var answer = await client.SendAsync(ask, Cancel);
        Assert.True((int)answer.StatusCode is >= 400 and < 500);
        Assert.Contains("undo-refused", open.Desk.LogText, StringComparison.Ordinal);
        using var page = await client.SendAsync(Ask(HttpMethod.Get, "/desk/entry/stories/test-person/", ValueOf(login)), Cancel);
        Assert.DoesNotContain("data-undo", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publisher_keeps_the_accounts_and_a_given_password_is_good_for_choosing_another()
    {
        var password = PasswordHash.Of(AccountsDesk.Password);
        await using var desk = await OpenDesk.StartAsync(AccountFile.Empty
            .With(new("李工", Role.Publisher, "li@desk.invalid", password)).With(new("王编", Role.Editor, "wang@desk.invalid", password)));
        using var client = Client(desk.Address);
        var publisher = await VisitAsync(client, "李工", AccountsDesk.Password);
        var editor = await VisitAsync(client, "王编", AccountsDesk.Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(client, editor, "add", "赵新", "publisher")).Status);
        foreach (var deed in (string[])["off", "remove", "reset"])
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync(client, publisher, deed, "李工")).Status); // the last one
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync(client, publisher, "role", "李工", "editor")).Status);
        var once = (await AskAsync(client, publisher, "add", "赵新", "checker")).Password!;
        Assert.Matches("^([a-z2-9]{4}-){4}[a-z2-9]{4}$", once);
        using var page = await client.SendAsync(Ask(HttpMethod.Get, "/desk/accounts/", publisher), Cancel);
        Assert.DoesNotContain(once, await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        // It lets nobody in before they chose their own, and not again.
        using var unchosen = await LogInAsync(client, "赵新", once);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unchosen.StatusCode);
        const string Own = "山城 步道 吊脚楼 索道";
        using var unlike = await LogInAsync(client, "赵新", once, fresh: (Own, Own + "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unlike.StatusCode);
        using var chosen = await LogInAsync(client, "赵新", once, fresh: (Own, Own));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, ValueOf(chosen)));
        using var again = await LogInAsync(client, "赵新", once);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, publisher, "off", "赵新")).Status);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(client, ValueOf(chosen))); // the visit is over at once
        using var off = await LogInAsync(client, "赵新", Own);
        Assert.Equal(HttpStatusCode.Unauthorized, off.StatusCode);
        Assert.All((string[])["account-add", "account-off", "account-off-refused", "\"password\"", "login-off"],
            what => Assert.Contains(what, desk.LogText, StringComparison.Ordinal));
        Assert.DoesNotContain(once, desk.LogText, StringComparison.Ordinal);
    }

    private static async Task<string> VisitAsync(HttpClient client, string name, string password)
    {
        using var login = await LogInAsync(client, name, password);
        return ValueOf(login);
    }

    private static async Task<(HttpStatusCode Status, string? Password)> AskAsync(HttpClient client, string visit, string deed, string name,
        string role = "")
    {
        using var ask = Ask(HttpMethod.Post, "/desk/accounts/" + deed, visit);
        ask.Content = JsonContent.Create(new { name, role });
        using var answer = await client.SendAsync(ask, Cancel);
        var said = await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel);
        return (answer.StatusCode, said!["password"]?.GetValue<string>());
    }

    private static async Task<bool> IsClosedAsync(System.Net.Sockets.TcpClient socket)
    {
        try
        {
            return await socket.GetStream().ReadAsync(new byte[1], Cancel) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private const string FormToken = "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc";

    private HttpClient Client(Uri? address = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address ?? open.Desk.Address };

    private static HttpRequestMessage Ask(HttpMethod method, string path, string? visit = null, Dictionary<string, string>? form = null,
        string? formToken = null)
    {
        var ask = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        ask.Headers.Add("Accept", "text/html");
        ask.Headers.Add("Cookie", $"{Visit}={visit ?? "none"}; {Form}={formToken ?? "none"}");
        ask.Content = form is null ? null : new FormUrlEncodedContent(form);
        return ask;
    }

    /// <summary>As a browser does it: the page with the form, then the form.</summary>
    private static async Task<HttpResponseMessage> LogInAsync(HttpClient client, string name, string password, string? visit = null,
        string to = "/desk/", (string Fresh, string Again)? fresh = null)
    {
        var token = await FormTokenAsync(client);
        var form = new Dictionary<string, string> { ["name"] = name, ["password"] = password, ["form"] = token, ["to"] = to };
        if (fresh is var (chosen, again))
        {
            (form["fresh"], form["again"]) = (chosen, again);
        }

        using var ask = Ask(HttpMethod.Post, "/desk/login", visit, form, token);
        return await client.SendAsync(ask, Cancel);
    }

    private static async Task<string> FormTokenAsync(HttpClient client)
    {
        using var ask = Ask(HttpMethod.Get, "/desk/login", null, null, FormToken);
        using var page = await client.SendAsync(ask, Cancel);
        return Token().Match(await page.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string visit)
    {
        using var answer = await client.SendAsync(Ask(HttpMethod.Get, "/desk/", visit), Cancel);
        return answer.StatusCode;
    }

    private static string ValueOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Visit + "=", StringComparison.Ordinal)).Split('=', 2)[1]
        .Split(';')[0];

    [GeneratedRegex("name=\"form\" value=\"([0-9a-f]{64})\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
