using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using YuGong.Build;
using YuGong.Cli.Webhooks;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Tests.Findings;
using YuGong.Text;

namespace YuGong.Tests.Sites;

/// <summary>After a publication its followers are told, and nothing that becomes of the telling keeps anybody from publishing.</summary>
public sealed class WebhookTests : IDisposable
{
    private const string Secret = "愚公移山,子子孙孙";

    private static readonly WebhookPatience Short = new(TimeSpan.FromSeconds(5), [TimeSpan.Zero, TimeSpan.Zero]);
    private static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.FromHours(8));

    private readonly ExampleProject trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public async Task A_publication_tells_what_changed_signed_by_the_secret()
    {
        using var receiver = new Receiver("204 No Content");
        Assert.Equal(("已通知 1 个网络钩子。\n", ""), Notify(receiver.Address));
        var letter = Assert.Single(await receiver.LettersAsync());
        var body = JsonNode.Parse(letter.Body)!;
        Assert.Equal("site.published", body["type"]!.GetValue<string>());
        Assert.Equal("2026-12-01T04:00:00Z", body["timestamp"]!.GetValue<string>());
        Assert.Equal("https://yugong.example.org/api/v1/changes.json", body["data"]!["changes"]!.GetValue<string>());
        Assert.Equal("person/yu-gong", body["data"]!["documents"]!.AsArray()
            .Select(d => $"{d!["type"]}/{d["id"]}").Single());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("person/zhi-sou"u8)),
            body["data"]!["tombstones"]!.AsArray().Single()!["key"]!.GetValue<string>());
        Assert.DoesNotContain("zhi-sou", letter.Body, StringComparison.Ordinal);
        var (id, time) = (letter.Header("webhook-id"), letter.Header("webhook-timestamp"));
        Assert.Equal($"{Noon.ToUnixTimeSeconds()}", time);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{id}.{time}.{letter.Body}"));
        Assert.Equal("v1," + Convert.ToBase64String(signature), letter.Header("webhook-signature"));
    }

    [Fact]
    public async Task What_may_go_better_later_is_tried_again_and_then_told()
    {
        using var mending = new Receiver("500 Internal Server Error", "503 Service Unavailable", "200 OK");
        Assert.Equal(("已通知 1 个网络钩子。\n", ""), Notify(mending.Address));
        Assert.Single((await mending.LettersAsync()).Select(l => l.Header("webhook-id")).Distinct());
        using var broken = new Receiver("500 Internal Server Error");
        Assert.Contains("答 500", Notify(broken.Address).Told, StringComparison.Ordinal);
        Assert.Equal(3, (await broken.LettersAsync()).Count);
        using var refusing = new Receiver("403 Forbidden");
        Assert.Contains("答 403", Notify(refusing.Address).Told, StringComparison.Ordinal);
        Assert.Single(await refusing.LettersAsync());
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_nobody_who_is_dead_or_slow_stops_anything()
    {
        using var elsewhere = new Receiver("200 OK");
        using var leading = new Receiver($"302 Found\r\nLocation: {elsewhere.Address}");
        Assert.Contains("不跟", Notify(leading.Address).Told, StringComparison.Ordinal);
        Assert.Empty(await elsewhere.LettersAsync());
        using var silent = new Receiver();
        Assert.Contains("没有答复", Notify(new WebhookPatience(TimeSpan.FromMilliseconds(50), []), silent.Address).Told,
            StringComparison.Ordinal);
        using var living = new Receiver("200 OK");
        var (said, told) = Notify(Receiver.Dead(), living.Address);
        Assert.Contains("连不上", told, StringComparison.Ordinal);
        Assert.Equal("已通知 1 个网络钩子。\n", said);
    }

    [Fact]
    public void Without_a_secret_nobody_is_told_and_a_secret_lies_outside_the_project()
    {
        var hook = Receiver.Dead();
        Assert.StartsWith("没有通知网络钩子", Notify(Short, _ => null, hook).Said, StringComparison.Ordinal);
        trial.Put("secret", Secret);
        Assert.Contains("放到项目外面", NotifyByFile(trial.At("secret"), hook).Told, StringComparison.Ordinal);
        Assert.Contains("读不了", NotifyByFile(trial.Root + "-none", hook).Told, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], WebhookSecret.Read(trial.Root, _ => "whsec_AQID", out _));
        Assert.Null(WebhookSecret.Read(trial.Root, _ => "whsec_?", out var fault));
        Assert.NotNull(fault);
    }

    [Theory]
    [InlineData("https://hooks.example.org/site?token=1", true)]
    [InlineData("http://127.0.0.1:8080/", true)]
    [InlineData("http://hooks.example.org/", false)]
    [InlineData("https://hooks.example.org/#part", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("hooks.example.org", false)]
    public void Letters_go_by_https_or_stay_on_this_machine(string hook, bool isGood)
    {
        Lay(hook);
        Assert.Equal(isGood ? [] : ["YG151"], trial.Check().Where(d => d.Severity != Severity.Note).Select(d => d.Rule.Code));
    }

    private (string Said, string Told) Notify(params Uri[] hooks) => Notify(Short, hooks);

    private (string Said, string Told) Notify(WebhookPatience patience, params Uri[] hooks) =>
        Notify(patience, name => name == WebhookSecret.Variable ? Secret : null, hooks);

    private (string Said, string Told) NotifyByFile(string file, Uri hook) =>
        Notify(Short, name => name == WebhookSecret.FileVariable ? file : null, hook);

    private (string Said, string Told) Notify(WebhookPatience patience, Func<string, string?> environment, params Uri[] hooks)
    {
        Lay([.. hooks.Select(h => h.OriginalString)]);
        var findings = new Diagnostics();
        var options = new RunOptions(trial.Project, ExampleProject.Today, Edition.Release) { WithFonts = false, WithPosters = false };
        var plan = SitePlanner.Plan(options, null, findings)!;
        Assert.False(findings.HasErrors);
        var report = new PublicationReport(
            ["api/v1/people/yu-gong.json", "people/yu-gong/index.html"], 0, ["api/v1/people/zhi-sou.json"], 0, 2, 100,
            new(default, default, default, default, default, default));
        findings = new();
        var said = new WebhookRun(patience, environment).Notify(plan, new(report, Phrase.Empty, [], null), Noon, findings, default);
        return (said.Zh, string.Concat(findings.Sorted().Select(d => $"{d.Rule.Code} {d.Message(Language.Chinese)}")));
    }

    private void Lay(params string[] hooks)
    {
        var list = string.Join(", ", hooks.Select(h => $"\"{h}\""));
        trial.Put("statiq.json", ExampleProject.TextOfBase("statiq.json")
            .Replace("\"Navigation\"", $"\"Webhooks\": [{list}], \"Navigation\"", StringComparison.Ordinal));
    }

    private sealed record Letter(string Head, string Body)
    {
        public string Header(string name) => Head.Split("\r\n").Select(line => line.Split(": ", 2))
            .Single(parts => parts[0].Equals(name, StringComparison.OrdinalIgnoreCase))[1];
    }

    /// <summary>A web server on loopback that gives each answer once and the last of them for ever; without any it never answers.</summary>
    private sealed class Receiver : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly List<Letter> letters = [];
        private readonly Queue<string> answers;
        private readonly Task serving;

        public Receiver(params string[] answers)
        {
            this.answers = new(answers);
            listener.Start();
            Address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/hook");
            serving = ServeAsync();
        }

        public Uri Address { get; }

        /// <summary>Where nobody listens.</summary>
        public static Uri Dead()
        {
            using var receiver = new Receiver();
            return receiver.Address;
        }

        public void Dispose() => listener.Dispose();

        public async Task<IReadOnlyList<Letter>> LettersAsync()
        {
            listener.Stop();
            await serving;
            return letters;
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var connection = await listener.AcceptTcpClientAsync();
                    await AnswerAsync(connection.GetStream());
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
            {
                // Nobody asks any more.
            }
        }

        private async Task AnswerAsync(NetworkStream stream)
        {
            var (bytes, read, split) = (new byte[64 * 1024], 0, -1);
            while ((split = bytes.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) < 0 || read < split + 4 + Length(bytes, split))
            {
                var more = await stream.ReadAsync(bytes.AsMemory(read));
                if (more == 0)
                {
                    return;
                }

                read += more;
            }

            letters.Add(new(Encoding.UTF8.GetString(bytes, 0, split), Encoding.UTF8.GetString(bytes, split + 4, read - split - 4)));
            if (answers.Count == 0)
            {
                _ = await stream.ReadAtLeastAsync(bytes, 1, throwOnEndOfStream: false); // until the asker has had enough
                return;
            }

            var answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }

        private static int Length(byte[] bytes, int split) =>
            int.Parse(new Letter(Encoding.UTF8.GetString(bytes, 0, split), "").Header("Content-Length"), CultureInfo.InvariantCulture);
    }
}
