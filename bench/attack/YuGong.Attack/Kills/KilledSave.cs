using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace YuGong.Attack.Kills;

/// <summary>A save is made or it is not: file and history agree once the desk is open again, and git finds nothing broken.</summary>
internal sealed class KilledSave : IKilled
{
    private const string Page = "input/pages/about/index.md";

    private readonly string root;
    private readonly Random dice;
    private readonly string words;
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private Process? desk;
    private Uri? address;
    private string? refused;

    public KilledSave(AttackRun attack, Random dice)
    {
        this.dice = dice;
        root = WholeSite.In(Path.Combine(attack.Work, "save"), attack.Root);
        File.WriteAllText(Path.Combine(root, ".gitignore"), "/.desk/\n/.cache/\nnode_modules\n");
        words = File.ReadAllText(Path.Combine(root, Page));
        foreach (var line in (string[][])[["init", "-q", "-b", "main"], ["config", "user.name", "attack"],
            ["config", "user.email", "attack@example.org"], ["add", "-A"], ["commit", "-q", "-m", "begin"]])
        {
            Git(line);
        }

        Open();
    }

    public Hit KillOnce(int turn)
    {
        var before = File.ReadAllText(Path.Combine(root, Page));
        var wanted = $"{words.TrimEnd('\n')}\n\n第 {turn + 1} 次。\n";
        var sent = SendAsync(wanted);
        var atWork = !sent.Wait(TimeSpan.FromMilliseconds(400 * dice.NextDouble()));
        desk!.Kill(entireProcessTree: true);
        desk.WaitForExit();
        try
        {
            sent.Wait();
        }
        catch (AggregateException e) when (e.InnerException is HttpRequestException or TaskCanceledException)
        {
            // Nobody answered any more.
        }

        Open();
        var now = File.ReadAllText(Path.Combine(root, Page));
        var fault = refused is not null ? refused
            : Body(now) != Body(before) && Body(now) != Body(wanted) ? "the file is neither the old one nor the new one"
            : Git(["show", "HEAD:" + Page]) != now ? "file and history do not agree"
            : Git(["status", "--porcelain"]) is { Length: > 0 } left ? "left over: " + left.Split('\n')[0]
            : GitFails(["fsck", "--strict", "--no-dangling"]) ? "git fsck found something"
            : null;
        return new(atWork, fault);
    }

    public void Dispose()
    {
        desk?.Kill(entireProcessTree: true);
        desk?.Dispose();
        client.Dispose();
    }

    private void Open()
    {
        desk?.Dispose();
        desk = Yugong.Start(root, "desk", "--port", "0", "--no-open");
        var errors = desk.StandardError.ReadToEndAsync();
        while (desk.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split("http://") is [_, var rest])
            {
                address = new("http://" + rest.Split('/')[0]);
                _ = desk.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException(errors.Result);
    }

    /// <summary>As a form does it: typed, saved as a step, published.</summary>
    private async Task SendAsync(string text)
    {
        async Task<JsonNode> Ask(string what, JsonObject body)
        {
            using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri(address!, "/desk/write/pages/about/" + what), content);
            var said = await answer.Content.ReadAsStringAsync();
            refused ??= answer.IsSuccessStatusCode ? null : $"{what}: {(int)answer.StatusCode} {said}";
            return JsonNode.Parse(said)!;
        }

        await Ask("keep", new() { ["changes"] = new JsonObject { ["body"] = new JsonObject { ["now"] = Body(text) } } });
        await Ask("commit", []);
        if ((await Ask("keep", new() { ["changes"] = new JsonObject() }))["tip"] is { } tip)
        {
            await Ask("step", new() { ["word"] = "published", ["seen"] = tip.DeepClone() });
        }
    }

    private static string Body(string text) => text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + "\n---\n".Length)..].Trim('\n');

    private string Git(string[] arguments) => RunGit(arguments).Words;

    private bool GitFails(string[] arguments) => RunGit(arguments).Code != 0;

    private (int Code, string Words) RunGit(string[] arguments)
    {
        using var git =
            Process.Start(new ProcessStartInfo("git", ["-C", root, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true,
            RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        _ = git.StandardError.ReadToEndAsync();
        var said = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return (git.ExitCode, said);
    }
}
