using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using YuGong.Build.Live;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Tests.Findings;
using YuGong.Text;

namespace YuGong.Tests.Desk;

/// <summary>What the desk answered.</summary>
internal sealed record Said(int Status, JsonNode? Body)
{
    public string Error => (string?)Body?["error"] ?? "";

    /// <summary>It was done; if not, the test says why.</summary>
    public Said Fine()
    {
        Assert.True(Status == 200, Error);
        return this;
    }
}

/// <summary>A desk over the small project of the examples, in a repository of its own, asked over HTTP.</summary>
internal sealed class DeskTrial : IAsyncDisposable
{
    public const string Story = "input/stories/yu-gong/index.md";

    /// <summary>The open page of whoever does not say.</summary>
    private const string Page = "trial";

    private readonly ExampleProject trial = new();
    private EditingDesk? desk;
    private DeskServer? server;

    public HttpClient Client { get; } = new();

    public string Root => trial.Root;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public Editor Editor { get; set; } = new("测试编辑", "t@example.org", Role.Alone);

    /// <summary>Called when what a test needs has been laid down, before what it tries.</summary>
    public Action Prepared { get; set; } = () => { };

    public static async Task<DeskTrial> StartAsync(Action<DeskTrial>? prepare = null)
    {
        var made = new DeskTrial();
        prepare?.Invoke(made);
        made.Git("init", "-q", "-b", "main");
        made.Git("config", "user.name", "仓库");
        made.Git("config", "user.email", "r@example.org");
        made.Git("add", "-A");
        made.Git("commit", "-q", "-m", "开始");
        await made.OpenAsync();
        return made;
    }

    public async Task OpenAsync()
    {
        var project = trial.Project;
        var check = new SiteCheck(project.Input, "input", () => ExampleProject.Today,
            new OverlayCheck(project, () => ExampleProject.Today).Findings);
        var findings = new Diagnostics();
        desk = EditingDesk.Open(new(Root, ["input"], check), findings)
            ?? throw new InvalidOperationException(findings.Sorted()[0].Message(Language.English));
        server = new(new(IPAddress.Loopback, 0), new Door(this), [new ProtocolPart(desk), new HistoryPart(desk)]);
        await server.StartAsync(TestContext.Current.CancellationToken);
        Address = new(server.Address!);
    }

    public async Task CloseAsync()
    {
        await server!.DisposeAsync();
        desk!.Dispose();
    }

    public string At(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(At(path));

    public void Put(string path, string text) => trial.Put(path, text);

    public void Put(string path, byte[] bytes) => trial.Put(path, bytes);

    public string Git(params string[] arguments) => Git(Root, arguments);

    public static string Git(string root, params string[] arguments)
    {
        using var git =
            Process.Start(new ProcessStartInfo("git",
            ["-C", root, "-c", "core.quotepath=off", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true,
            UseShellExecute = false })!;
        var errors = git.StandardError.ReadToEndAsync();
        var words = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0
            ? words.TrimEnd() : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {errors.Result}");
    }

    public Task<Said> AskAsync(string action, JsonObject parameters, string? tab = null)
    {
        parameters["branch"] = "main";
        return SendAsync("/api/v1", new JsonObject { ["branch"] = "main", ["action"] = action, ["params"] = parameters }.ToJsonString(),
            tab: tab);
    }

    public async Task<Said> SendAsync(string path, string json, string type = "application/json", string? tab = null,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post,
            new Uri(Address, path)) { Content = new StringContent(json, Encoding.UTF8, type) };
        if (tab is not null)
        {
            request.Headers.Add("X-Desk-Tab", tab);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>Saves as a page does: without a tab of its own it looks at what stands first.</summary>
    public async Task<Said> SaveAsync(string path, string text, string? tab = null, bool workflow = false, string status = "draft",
        params (string Path, byte[] Bytes)[] pictures)
    {
        if (tab is null)
        {
            tab = Page;
            await LookAsync(path, workflow);
            foreach (var picture in pictures)
            {
                await LookAsync(picture.Path, workflow);
            }
        }

        return await AskAsync("persistEntry", SaveOf(path, text, workflow, status, pictures), tab);
    }

    public static JsonObject SaveOf(string path, string text, bool workflow = false, string status = "draft",
        params (string Path, byte[] Bytes)[] pictures) => new()
    {
        ["dataFiles"] = new JsonArray(new JsonObject { ["slug"] = SlugOf(path), ["path"] = path, ["raw"] = text }),
        ["assets"] =
            new JsonArray(
            [.. pictures.Select(p => (JsonNode)new JsonObject { ["path"] = p.Path, ["content"] = Convert.ToBase64String(p.Bytes),
            ["encoding"] = "base64" })]),
        ["options"] = new JsonObject
        {
            ["commitMessage"] = $"Update {path}", ["useWorkflow"] = workflow, ["status"] = status, ["collectionName"] = CollectionOf(path),
            ["hasSubfolders"] = false,
        },
    };

    /// <summary>Opens a file as a page does before it saves.</summary>
    public async Task LookAsync(string path, bool draft)
    {
        await OpenEntryAsync(path, Page);
        if (draft)
        {
            await AskAsync("unpublishedEntryDataFile",
                new() { ["collection"] = CollectionOf(path), ["slug"] = SlugOf(path), ["id"] = path, ["path"] = path }, Page);
        }
    }

    public Task<Said> OpenEntryAsync(string path, string? tab = null) => AskAsync("getEntry", new() { ["path"] = path }, tab);

    public async Task<Said> DeleteAsync(params string[] paths)
    {
        foreach (var path in paths)
        {
            await OpenEntryAsync(path, Page);
        }

        return await AskAsync("deleteFiles",
            new() { ["paths"] = new JsonArray([.. paths.Select(p => (JsonNode)p)]),
            ["options"] = new JsonObject { ["commitMessage"] = "Delete" } }, Page);
    }

    public Task<Said> StepAsync(string action, string slug, string? status = null)
    {
        var parameters = new JsonObject { ["collection"] = "stories", ["slug"] = slug };
        if (status is not null)
        {
            parameters["newStatus"] = status;
        }

        return AskAsync(action, parameters);
    }

    /// <summary>A new story by the pattern of the one that is there.</summary>
    public string NewStory(string id, string name) =>
        Read(Story).Replace("id: yu-gong", "id: " + id, StringComparison.Ordinal)
        .Replace("name: 愚公", "name: " + name, StringComparison.Ordinal).Replace("status: ready", "status: draft", StringComparison.Ordinal)
        .Replace("objects: [ji-ben]\n", "", StringComparison.Ordinal).Replace("[箕畚](/objects/ji-ben/)", "箕畚", StringComparison.Ordinal);

    private static string SlugOf(string path) => path.Split('/').SkipLast(1).LastOrDefault() is { Length: > 0 } own ? own : "x";

    private static string CollectionOf(string path) => path.Split('/').ElementAtOrDefault(1) is { Length: > 0 } kind ? kind : "x";

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Client.Dispose();
        trial.Dispose();
    }

    private sealed class Door(DeskTrial trial) : IDeskAuthentication
    {
        public Task AdmitAsync(Microsoft.AspNetCore.Http.HttpContext context, Microsoft.AspNetCore.Http.RequestDelegate next)
        {
            context.Admit(trial.Editor);
            return next(context);
        }
    }
}
