using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;
using YuGong.Tests.Findings;

namespace YuGong.Tests.Desk;

/// <summary>Many saves, and the worst moments to die.</summary>
public sealed class RandomSavesTests
{
    private static int Saves { get; } =
        int.Parse(Environment.GetEnvironmentVariable("YUGONG_SAVES") ?? "120", CultureInfo.InvariantCulture);

    private static int Kills { get; } = int.Parse(Environment.GetEnvironmentVariable("YUGONG_KILLS") ?? "10", CultureInfo.InvariantCulture);

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
                    var form = FormText.Of(desk.Read(DeskTrial.Story));
                    var at = form.IndexOf("headline: ", StringComparison.Ordinal);
                    (await desk.SaveAsync(DeskTrial.Story, form[..at] + $"headline: {word}" + form[form.IndexOf('\n', at)..])).Fine();
                    expected[DeskTrial.Story] = word;
                    break;
                case < 8:
                    expected[path] = $"新人{i}";
                    (await desk.SaveAsync(path, desk.NewStory(id, $"新人{i}"))).Fine();
                    break;
                case 8 when expected.ContainsKey(path):
                    (await desk.DeleteAsync(path)).Fine();
                    expected.Remove(path);
                    break;
                default:
                    (await desk.SaveAsync($"input/stories/gao-{i}/index.md", desk.NewStory($"gao-{i}", $"稿{i}"), workflow: true)).Fine();
                    expected[$"input/stories/gao-{i}/index.md"] = $"稿{i}";
                    (await desk.StepAsync("publishUnpublishedEntry", $"gao-{i}")).Fine();
                    break;
            }
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
        client.DefaultRequestHeaders.Add("X-Desk-Tab", "random");
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var desk = await RunningDesk.StartAsync(trial.Root, TestContext.Current.CancellationToken, "--folders", "input");
            Whole(trial, answered, sent);
            var address = new Uri(desk.Address, "/api/v1");

            foreach (var path in Files)
            {
                using var looked = await client.PostAsJsonAsync(address,
                    new JsonObject { ["action"] = "getEntry", ["params"] = new JsonObject { ["branch"] = "main", ["path"] = path } },
                    TestContext.Current.CancellationToken);
            }

            // The clock of death runs from the first answer: a busy machine is slow to begin.
            using (var first = await client.PostAsJsonAsync(address, Save(++sent), TestContext.Current.CancellationToken))
            {
                Assert.True(first.IsSuccessStatusCode, await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                answered = sent;
            }

            var dying = Task.Delay(20 + random.Next(500), TestContext.Current.CancellationToken)
                .ContinueWith(_ => desk.KillAsync(), TestContext.Current.CancellationToken, TaskContinuationOptions.None,
                TaskScheduler.Default).Unwrap();
            while (!dying.IsCompleted)
            {
                sent++;
                try
                {
                    using var answer = await client.PostAsJsonAsync(address, Save(sent), TestContext.Current.CancellationToken);
                    if (answer.IsSuccessStatusCode)
                    {
                        answered = sent;
                    }
                }
                catch (HttpRequestException)
                {
                    break;
                }
            }

            await dying;
        }

        await using var last = await RunningDesk.StartAsync(trial.Root, TestContext.Current.CancellationToken, "--folders", "input");
        Whole(trial, answered, sent);
        Assert.True(answered > 5, $"{answered}");
    }

    /// <summary>Two files of one save say the same, and it is the last that was answered or the one on its way.</summary>
    private static void Whole(ExampleProject trial, int answered, int sent)
    {
        var root = trial.Root;
        Assert.Equal("", DeskTrial.Git(root, "fsck", "--strict", "--no-dangling"));
        Assert.Equal("", DeskTrial.Git(root, "status", "--porcelain"));
        Assert.Empty(Directory.GetFiles(Path.Combine(root, "input"), ".*.saving", SearchOption.AllDirectories));
        if (answered >= 0)
        {
            var (one, two) = (File.ReadAllText(Path.Combine(root, "input/a.yaml")), File.ReadAllText(Path.Combine(root, "input/b/c.yaml")));
            Assert.Equal(one, two);
            Assert.InRange(int.Parse(one, CultureInfo.InvariantCulture), answered, sent);
        }
    }

    private static readonly string[] Files = ["input/a.yaml", "input/b/c.yaml"];

    private static JsonObject Save(int number) => new()
    {
        ["action"] = "persistEntry",
        ["params"] = new JsonObject
        {
            ["branch"] = "main",
            ["dataFiles"] =
                new JsonArray(
                [.. Files.Select(p => (JsonNode)new JsonObject { ["slug"] = "s", ["path"] = p,
                ["raw"] = number.ToString(CultureInfo.InvariantCulture) })]),
            ["assets"] = new JsonArray(),
            ["options"] = new JsonObject { ["commitMessage"] = $"第 {number} 次", ["useWorkflow"] = false, ["status"] = "draft" },
        },
    };
}
