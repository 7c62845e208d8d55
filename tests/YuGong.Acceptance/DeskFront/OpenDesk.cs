using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Desk;
using YuGong.Tests.Sites;
using YuGong.Text;
using Project = YuGong.Tests.Sites.Project;

namespace YuGong.Tests.DeskFront;

/// <summary>A desk of a small project with a history, open on a port that the system chose, in this process.</summary>
public sealed partial class OpenDesk : IAsyncDisposable
{
    private readonly AuditLog log;
    private readonly IDeskAuthentication door;
    private DeskListening listening;
    private DeskServer? server;
    private DeskRooms? rooms;

    private OpenDesk(Project project, AuditLog log, IDeskAuthentication door, DeskListening listening) =>
        (Project, this.log, this.door, this.listening) = (project, log, door, listening);

    public Project Project { get; }

    public Uri Address { get; private set; } = null!;

    public string LogText => File.Exists(AuditLog.PathIn(ProjectFolder.At(Project.Root)))
        ? File.ReadAllText(AuditLog.PathIn(ProjectFolder.At(Project.Root)))
        : "";

    /// <param name="accounts">Null for one editor without login.</param>
    /// <param name="listening">Null for loopback, a port that the system chooses, and nothing in front of it.</param>
    internal static async Task<OpenDesk> StartAsync(AccountFile? accounts = null, Action<Project>? change = null,
        DeskListening? listening = null)
    {
        var project = Project.OfRealSite();
        CompleteContent.Small(project);
        change?.Invoke(project);
        project.Write(".gitignore", "/.desk/\n/.cache/\n/leads/\nnode_modules\n");
        foreach (var line in (string[][])[["init", "-q", "-b", "main"], ["config", "user.name", "测试员"],
            ["config", "user.email", "test@example.org"], ["add", "-A"], ["commit", "-q", "-m", "开始"]])
        {
            using var git =
                Process.Start(new ProcessStartInfo("git", ["-C", project.Root, .. line]) { RedirectStandardOutput = true,
                UseShellExecute = false })!;
            await git.WaitForExitAsync();
        }

        var folder = ProjectFolder.At(project.Root);
        var audit = new AuditLog(AuditLog.PathIn(folder), TimeProvider.System);
        IDeskAuthentication login = new SingleUser(new("测试员", "test@example.org", Role.Alone));
        if (accounts is not null)
        {
            var store = new AccountStore(AccountStore.PathIn(folder));
            store.Write(accounts);
            login = new PasswordLogin(store, audit, TimeProvider.System);
        }

        var desk = new OpenDesk(project, audit, login, listening ?? new(IPAddress.Loopback, 0));
        await desk.ReopenAsync();
        return desk;
    }

    /// <summary>Opens it again where it was, after <see cref="KillAsync"/>.</summary>
    public async Task ReopenAsync()
    {
        var findings = new Diagnostics();
        rooms = DeskRooms.Open(ProjectFolder.At(Project.Root), findings)
            ?? throw new InvalidOperationException(FindingsPrinter.Text(findings.Sorted(), Language.English));
        server = new DeskServer(listening, door, rooms.Parts, rooms.IsFine);
        await server.StartAsync(CancellationToken.None);
        Address = new(server.Address!);
        listening = listening with { Port = Address.Port };
    }

    /// <summary>Nobody answers any more, and nothing is brought to an end.</summary>
    public async Task KillAsync()
    {
        await server!.DisposeAsync();
        rooms!.Dispose();
        (server, rooms) = (null, null);
    }

    /// <summary>A browser of somebody's own, in which they logged in with <see cref="AccountsDesk.Password"/>.</summary>
    public async Task<IPage> LogInAsync(BuiltSites sites, string name)
    {
        var page = await sites.Browser.OpenAsync("release", new Uri(Address, "/desk/login").ToString(), 1440);
        await page.Locator("[name=name]").FillAsync(name);
        await page.Locator("[name=password]").FillAsync(AccountsDesk.Password);
        await page.GetByRole(AriaRole.Button).First.ClickAsync();
        await page.WaitForURLAsync("**/desk/");
        return page;
    }

    /// <summary>The same without a browser: what it asks bears the visit's cookie, and follows no redirect.</summary>
    public async Task<HttpClient> ClientAsync(string name, CancellationToken cancel)
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var form = Token().Match(await client.GetStringAsync(new Uri("/desk/login", UriKind.Relative), cancel)).Groups[1].Value;
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/desk/login")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["name"] = name, ["password"] = AccountsDesk.Password, ["form"] = form, ["to"] = "/desk/",
            }),
        };
        ask.Headers.Add("Cookie", "__Host-yugong-form=" + form);
        using var answer = await client.SendAsync(ask, cancel);
        var visit = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-yugong-desk=", StringComparison.Ordinal));
        client.DefaultRequestHeaders.Add("Cookie", visit.Split(';')[0]);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await KillAsync();
        }

        log.Dispose();
        Project.Dispose();
    }

    [GeneratedRegex("name=\"form\" value=\"([0-9a-f]{64})\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
