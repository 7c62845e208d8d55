using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Tests.Findings;

namespace YuGong.Tests.Desk;

/// <summary>Many saves, and the worst moments to die.</summary>
public sealed class RandomSavesTests
{
    private static int Saves { get; } =
        int.Parse(Environment.GetEnvironmentVariable("YUGONG_SAVES") ?? "50", CultureInfo.InvariantCulture);

    private static int Kills { get; } = int.Parse(Environment.GetEnvironmentVariable("YUGONG_KILLS") ?? "5", CultureInfo.InvariantCulture);

    [Fact]
    public async Task After_many_random_saves_no_file_is_lost_every_commit_parses_and_comments_stay()
    {
        string[] comments = ["# 生年两说,都不写", "# 单一 B 级,不写", "  # 展览目录第 3 页"];
        await using var desk = await DeskTrial.StartAsync(prepare: d => d.Put(DeskTrial.Story, d.Read(DeskTrial.Story)
            .Replace("gender: 男", comments[0] + "\ngender: 男", StringComparison.Ordinal)
                .Replace("events:\n", $"{comments[1]}\nevents:\n{comments[2]}\n", StringComparison.Ordinal)));
        var random = new Random(17);
        var expected = new Dictionary<string, string> { [DeskTrial.Story] = "" };
        for (var i = 0; i < Saves; i++)
        {
            var id = $"ren-{random.Next(12)}";
            var path = $"input/stories/{id}/index.md";
            switch (random.Next(10))
            {
                case < 5:
                    var word = $"第{i}次改";
                    await OnlineAsync("yu-gong", Regex.Replace(desk.Read(DeskTrial.Story), "(?m)^headline: .*$", $"headline: {word}"));
                    expected[DeskTrial.Story] = word;
                    break;
                case < 8:
                    expected[path] = $"新人{i}";
                    await OnlineAsync(id, desk.NewStory(id, $"新人{i}"));
                    break;
                case 8 when expected.ContainsKey(path):
                    (await desk.DeleteAsync(id)).Fine();
                    expected.Remove(path);
                    break;
                default:
                    (await desk.SaveAsync($"gao-{i}", desk.NewStory($"gao-{i}", $"稿{i}"))).Fine();
                    (await desk.DiscardAsync($"gao-{i}")).Fine();
                    break;
            }
        }

        async Task OnlineAsync(string id, string text)
        {
            (await desk.SaveAsync(id, text)).Fine();
            (await desk.StepAsync(id, "published")).Fine();
        }

        Assert.All(expected, e => Assert.Contains(e.Value, desk.Read(e.Key)));
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(desk.At("input/stories"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(desk.Root, f))
            .Order(StringComparer.Ordinal));
        Assert.All(comments, c => Assert.Contains(c + "\n", desk.Read(DeskTrial.Story)));
        Assert.Equal(("", ""), (desk.Git("status", "--porcelain"), desk.Git("fsck", "--strict", "--no-dangling")));
        foreach (var commit in desk.Git("rev-list", "main").Split('\n'))
        {
            foreach (var file in desk.Git("diff-tree", "--root", "-r", "--name-only", "--diff-filter=AM", "--no-commit-id", "-m", commit)
                .Split('\n').Where(f => f.EndsWith(".md", StringComparison.Ordinal)).Distinct().Take(2))
            {
                Assert.NotNull(FormText.Root(desk.Git("show", $"{commit}:{file}") + "\n"));
            }
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_of_saves_the_desk_loses_at_most_the_unsaved_form()
    {
        using var trial = new ExampleProject();
        trial.Put(".gitignore", ".desk/\n.cache/\n");
        foreach (var order in (string[][])[["init", "-q", "-b", "main"], ["config", "user.name", "仓库"],
            ["config", "user.email", "r@example.org"], ["add", "-A"], ["commit", "-q", "-m", "开始"]])
        {
            DeskTrial.Git(trial.Root, order);
        }

        var (random, sent, answered) = (new Random(3), -1, -1);
        using var client = new HttpClient();
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var desk = await RunningDesk.StartAsync(trial.Root, TestContext.Current.CancellationToken);
            Whole(trial, answered, sent);

            // The clock of death runs from the first answer: a busy machine is slow to begin.
            Assert.True(await OnlineAsync(client, desk.Address, ++sent));
            answered = sent;
            var dying = Task.Delay(20 + random.Next(1500), TestContext.Current.CancellationToken)
                .ContinueWith(_ => desk.KillAsync(), TestContext.Current.CancellationToken, TaskContinuationOptions.None,
                TaskScheduler.Default).Unwrap();
            while (!dying.IsCompleted)
            {
                sent++;
                try
                {
                    answered = await OnlineAsync(client, desk.Address, sent) ? sent : answered;
                }
                catch (HttpRequestException)
                {
                    break;
                }
            }

            await dying;
        }

        await using var last = await RunningDesk.StartAsync(trial.Root, TestContext.Current.CancellationToken);
        Whole(trial, answered, sent);
        Assert.True(answered >= Kills - 1, $"{answered}");
    }

    /// <summary>Types a number, saves it as a step and publishes it.</summary>
    private static async Task<bool> OnlineAsync(HttpClient client, Uri desk, int number)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"第{number}次");
        await AskAsync("keep", new() { ["changes"] = new JsonObject { ["headline"] = new JsonObject { ["now"] = words } } });
        await AskAsync("commit", []);
        var tip = (string?)(await AskAsync("keep", new() { ["changes"] = new JsonObject() }))["tip"];
        return tip is not null && (await AskAsync("step", new() { ["word"] = "published", ["seen"] = tip }))["error"] is null;

        async Task<JsonNode> AskAsync(string what, JsonObject body)
        {
            using var answer = await client.PostAsJsonAsync(new Uri(desk, $"/desk/write/stories/yu-gong/{what}"), body,
                TestContext.Current.CancellationToken);
            return (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
        }
    }

    /// <summary>The text on main is whole: the last that was answered, or the one on its way.</summary>
    private static void Whole(ExampleProject trial, int answered, int sent)
    {
        var root = trial.Root;
        Assert.Equal("", DeskTrial.Git(root, "fsck", "--strict", "--no-dangling"));
        Assert.Equal("", DeskTrial.Git(root, "status", "--porcelain"));
        Assert.Empty(Directory.GetFiles(Path.Combine(root, "input"), ".*.saving", SearchOption.AllDirectories));
        if (answered >= 0)
        {
            var text = File.ReadAllText(Path.Combine(root, DeskTrial.Story));
            Assert.NotNull(FormText.Root(text));
            var number = Regex.Match(text, "headline: 第([0-9]+)次\n").Groups[1].Value;
            Assert.InRange(int.Parse(number, CultureInfo.InvariantCulture), answered, sent);
        }
    }
}
