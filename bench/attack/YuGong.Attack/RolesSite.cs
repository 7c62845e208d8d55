using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace YuGong.Attack;

/// <summary>The real content in a repository of its own with three accounts, and `yugong desk` over it.</summary>
internal sealed partial class RolesSite : IDisposable
{
    public const string Page = "input/pages/about/index.md";

    private const string Password = "江边 水塔 石阶 缆车 桥头";
    private const string Visit = "__Host-yugong-desk";
    private const string Form = "__Host-yugong-form";

    private readonly string folder;
    private readonly string program;
    private readonly Process process;
    private readonly SocketsHttpHandler connections = new() { AllowAutoRedirect = false, UseCookies = false };
    private readonly HttpClient client;

    public RolesSite(AttackRun attack, IEnumerable<(string Role, string Name)> people)
    {
        folder = Path.Combine(attack.Work, "site");
        program = Path.Combine(attack.Root, "yugong");
        Directory.CreateDirectory(folder);
        Do("cp", null, "-a", Path.Combine(attack.Root, "input"), Path.Combine(attack.Root, "statiq.json"), folder);
        foreach (var name in (string[])["themes"])
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, name), Path.Combine(attack.Root, name));
        }

        File.WriteAllText(Path.Combine(folder, ".gitignore"), "/.desk/\n/.cache/\n/themes\n");
        Git("init", "-q", "-b", "main");
        Git("config", "user.name", "试验");
        Git("config", "user.email", "r@example.org");
        Git("add", "-A");
        Git("commit", "-q", "-m", "开始");

        foreach (var (role, name) in people)
        {
            Do(program, Password + "\n", "desk", "accounts", "add", name, "--role", role, "--root", folder);
        }

        string[] command = ["desk", "--root", folder, "--port", "0", "--no-open"];
        process = Process.Start(new ProcessStartInfo(program, command) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var opened = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The desk did not open.");
        _ = process.StandardOutput.ReadToEndAsync();
        var address = new Uri(opened[(opened.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ')[0]);
        client = new(connections, disposeHandler: false) { BaseAddress = new(address.GetLeftPart(UriPartial.Authority)) };
    }

    /// <summary>The cookie of a visit.</summary>
    public string LogIn(string name)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/desk/login");
        using var page = client.Send(asked);
        var cookie = page.Headers.GetValues("Set-Cookie").First(c => c.StartsWith(Form, StringComparison.Ordinal)).Split(';')[0];
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/desk/login")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["name"] = name, ["password"] = Password, ["form"] = Token().Match(Read(page)).Groups[1].Value, ["to"] = "/desk/",
            }),
        };
        ask.Headers.Add("Cookie", cookie);
        using var answer = client.Send(ask);
        return answer.Headers.GetValues("Set-Cookie").First(c => c.StartsWith(Visit + "=", StringComparison.Ordinal)).Split(';')[0];
    }

    /// <summary>What a form asks for.</summary>
    /// <param name="visit">The cookie; null for a stranger.</param>
    /// <param name="place">A kind and an id, as addresses have them: <c>pages/about</c>.</param>
    /// <param name="what">keep, commit, step … ; <c>undo</c> takes the last commit of main back.</param>
    public (int Status, string Words) Send(string? visit, string place, string what, JsonObject body) => what == "undo"
        ? Post(visit, "/desk/undo", new() { ["commit"] = Git("rev-parse", "main") })
        : Post(visit, $"/desk/write/{place}/{what}", body.DeepClone().AsObject());

    /// <summary>The draft's commit; empty where there is none.</summary>
    public string TipOf(string id) => Git("for-each-ref", "--format=%(objectname)", $"refs/heads/cms/pages/{id}/index");

    /// <summary>SHA-256 of a page as it lies in the folder, in hex; empty where there is none.</summary>
    public string HashOf(string id) => Path.Combine(folder, "input", "pages", id, "index.md") is var path && File.Exists(path)
        ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : "";

    /// <summary>Everything that somebody could have changed.</summary>
    public string State() => string.Join('\n', [
        Git("for-each-ref", "refs/heads", "refs/yugong"), Git("status", "--porcelain"), Git("config", "--list", "--local"),
        .. Directory.GetFiles(Path.Combine(folder, ".git", "hooks")),
    ]);

    public int Commits() => int.Parse(Git("rev-list", "--count", "main"));

    /// <summary>Entries on main that were published without the approval of another.</summary>
    public IReadOnlyList<string> Unapproved()
    {
        var faults = new List<string>();
        foreach (var page in Directory.GetDirectories(Path.Combine(folder, "input", "pages")).Select(Path.GetFileName)
            .Where(n => Own().IsMatch(n!)))
        {
            var steps = Git("log", "--format=%an %s", "main", "--", $"input/pages/{page}").Split('\n');
            if (!steps.Any(s => s.StartsWith("李核 就绪", StringComparison.Ordinal))
                || !steps.Any(s => s.StartsWith("陈发 ", StringComparison.Ordinal)))
            {
                faults.Add($"{page} is on main by {string.Join(", ", steps)}");
            }
        }

        return faults;
    }

    public void Dispose()
    {
        client.Dispose();
        connections.Dispose();
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private (int Status, string Words) Post(string? visit, string address, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var ask = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (visit is not null)
        {
            ask.Headers.Add("Cookie", visit);
        }

        using var answer = client.Send(ask);
        return ((int)answer.StatusCode, Read(answer));
    }

    private static string Read(HttpResponseMessage answer)
    {
        using var reader = new StreamReader(answer.Content.ReadAsStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private string Git(params string[] arguments) => Do("git", null, ["-C", folder, .. arguments]).TrimEnd();

    private static string Do(string program, string? typed, params string[] arguments)
    {
        using var run =
            Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true,
            RedirectStandardOutput = true })!;
        run.StandardInput.Write(typed);
        run.StandardInput.Close();
        var words = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return run.ExitCode == 0 ? words : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} said no.");
    }

    /// <summary>What the campaign wrote itself.</summary>
    [GeneratedRegex("^(shi-?yan|new-entry)", RegexOptions.None, 1000)]
    private static partial Regex Own();

    [GeneratedRegex("name=\"form\" value=\"([0-9a-f]{64})\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
