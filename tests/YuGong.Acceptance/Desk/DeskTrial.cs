using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
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

/// <summary>A desk over the small project of the examples, in a repository of its own, asked over HTTP as its forms ask.</summary>
internal sealed class DeskTrial : IAsyncDisposable
{
    public const string Story = "input/stories/yu-gong/index.md";

    private readonly ExampleProject trial = new();
    private readonly StepNotice notice = new(_ => null);
    private EditingDesk? desk;
    private DeskServer? server;

    public HttpClient Client { get; } = new();

    public string Root => trial.Root;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public Editor Editor { get; set; } = new("测试编辑", "t@example.org", Role.Alone);

    /// <summary>The reviews that a draft passes.</summary>
    public IReadOnlyList<ReviewStep> Reviews { get; set; } = [];

    public EditingDesk Desk => desk!;

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
        var (project, findings) = (trial.Project, new Diagnostics());
        var check = new SiteCheck(project.Input, "input", () => ExampleProject.Today,
            new OverlayCheck(project, () => ExampleProject.Today).Findings);
        desk = EditingDesk.Open(new(Root, check, Root + ".unsaved") { Reviews = () => Reviews }, findings)
            ?? throw new InvalidOperationException(findings.Sorted()[0].Message(Language.English));
        server = new(new(IPAddress.Loopback, 0), new Door(this),
            [new SavePart(desk.Writing, new(desk, notice, new(_ => null), TimeProvider.System)), new HistoryPart(desk)]);
        await server.StartAsync(TestContext.Current.CancellationToken);
        Address = new(server.Address!);
    }

    /// <summary>A desk of any folder, whose content nobody judges.</summary>
    public static EditingDesk? OpenBare(string root, Diagnostics findings)
    {
        var nobody = new SiteCheck(Path.Combine(root, "input"), "input", () => ExampleProject.Today, _ => []);
        return EditingDesk.Open(new(root, nobody, root + ".unsaved"), findings);
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

    /// <summary>The draft's commit; empty where there is none.</summary>
    public string TipOf(string id) => Git(Root, "for-each-ref", "--format=%(objectname)", $"refs/heads/cms/{DraftOf(id)}");

    /// <summary>The text as its draft has it.</summary>
    public string Draft(string id) => Git(Root, "show", $"cms/{DraftOf(id)}:input/stories/{id}/index.md") + "\n";

    /// <summary>A commit that somebody makes without the desk.</summary>
    public void OnMain(string path, string text, string message = "别人直接提交")
    {
        Put(path, text);
        Git(Root, "add", path);
        Git(Root, "commit", "-q", "-m", message);
    }

    public async Task<Said> SendAsync(string path, string json, string type = "application/json",
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, path));
        request.Content = new StringContent(json, Encoding.UTF8, type);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>What a form of a story asks for: keep, commit, step …</summary>
    public Task<Said> AskAsync(string id, string what, JsonObject body, string collection = "stories") =>
        SendAsync($"/desk/write/{collection}/{id}/{what}", body.ToJsonString());

    /// <summary>Types a whole text into a story's form, puts pictures beside it and saves: the first refusal, or the step.</summary>
    public async Task<Said> SaveAsync(string id, string text, params (string Name, byte[] Bytes)[] pictures)
    {
        var collection = DeskCollection.Find("stories")!;
        if (await Desk.Writing.OpenAsync(collection, id, Editor) is null)
        {
            Assert.Equal(id, await Desk.Writing.BeginAsync(collection, id, [], Editor));
        }

        foreach (var (name, bytes) in pictures)
        {
            if (await UploadAsync(id, name, bytes) is { Status: not 200 } refused)
            {
                return refused;
            }
        }

        return await TypeAsync(id, FormValues.Of(text)!) is { Status: not 200 } said ? said : await AskAsync(id, "commit", []);
    }

    /// <summary>Types values into a form; those that are not said are cleared.</summary>
    public async Task<Said> TypeAsync(string id, JsonObject values, string name = "stories")
    {
        var collection = DeskCollection.Find(name, id)!;
        var stands = (await Desk.Writing.OpenAsync(collection, id, Editor))!.Values;
        var changes = new JsonObject();
        foreach (var key in values.Select(v => v.Key).Union(stands.Select(s => s.Key)).ToList())
        {
            changes[key] = new JsonObject { ["was"] = stands[key]?.DeepClone(), ["now"] = values[key]?.DeepClone() };
        }

        return await AskAsync(id, "keep", new() { ["changes"] = changes }, name);
    }

    public Task<Said> UploadAsync(string id, string name, byte[] bytes) =>
        AskAsync(id, "upload", new() { ["name"] = name, ["content"] = Convert.ToBase64String(bytes) });

    /// <summary>A step of the workflow by somebody who looked at the draft as it is.</summary>
    public Task<Said> StepAsync(string id, string word) => AskAsync(id, "step", new() { ["word"] = word, ["seen"] = TipOf(id) });

    public Task<Said> DiscardAsync(string id) => AskAsync(id, "discard", new() { ["seen"] = TipOf(id) });

    /// <summary>Deletes an entry as it lies in the folder.</summary>
    public Task<Said> DeleteAsync(string id, string collection = "stories") =>
        AskAsync(id, "delete", new() { ["seen"] = HashOf($"input/{collection}/{id}/index.md") }, collection);

    /// <summary>SHA-256 of a file in hex; empty where there is none.</summary>
    public string HashOf(string path) =>
        File.Exists(At(path)) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(At(path)))) : "";

    /// <summary>A new story by the pattern of the one that is there.</summary>
    public string NewStory(string id, string name) =>
        Read(Story).Replace("id: yu-gong", "id: " + id, StringComparison.Ordinal)
        .Replace("name: 愚公", "name: " + name, StringComparison.Ordinal).Replace("status: ready", "status: draft", StringComparison.Ordinal)
        .Replace("objects: [ji-ben]\n", "", StringComparison.Ordinal).Replace("[箕畚](/objects/ji-ben/)", "箕畚", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Client.Dispose();
        notice.Dispose();
        trial.Dispose();
        if (Directory.Exists(Root + ".unsaved"))
        {
            Directory.Delete(Root + ".unsaved", recursive: true);
        }
    }

    private static string DraftOf(string id) => $"stories/{id}/index";

    private sealed class Door(DeskTrial trial) : IDeskAuthentication
    {
        public Task AdmitAsync(Microsoft.AspNetCore.Http.HttpContext context, Microsoft.AspNetCore.Http.RequestDelegate next)
        {
            context.Admit(trial.Editor);
            return next(context);
        }
    }
}
