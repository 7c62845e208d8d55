using System.Text;
using System.Text.Json.Nodes;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What happened to a draft, for people who are not at the desk.</summary>
/// <param name="Done">What was done, in a word: 送审了.</param>
/// <param name="Turn">Whose turn it is; empty when it is nobody's.</param>
/// <param name="Address">Where they look.</param>
internal sealed record StepNews(string Title, string Done, string By, string Turn, string Address)
{
    public string Words => $"“{Title}”{Done}（{By}）。{Turn}{(Turn.Length > 0 ? "：" + Address : "")}";
}

/// <summary>
/// Tells a group chat (企业微信, 飞书) or any program that a draft waits for somebody. Addresses hold a key, so they come from the
/// environment: <c>YUGONG_NOTIFY_WECOM</c>, <c>YUGONG_NOTIFY_FEISHU</c>, <c>YUGONG_NOTIFY_URL</c>. Nobody waits for it.
/// </summary>
internal sealed class StepNotice : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What each kind of receiver takes, by the variable that holds its address.</summary>
    private static readonly IReadOnlyList<(string Variable, Func<StepNews, JsonObject> Message)> Kinds =
    [
        ("YUGONG_NOTIFY_WECOM", n => new() { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = n.Words } }),
        ("YUGONG_NOTIFY_FEISHU", n => new() { ["msg_type"] = "text", ["content"] = new JsonObject { ["text"] = n.Words } }),
        ("YUGONG_NOTIFY_URL", n => new()
        {
            ["title"] = n.Title, ["done"] = n.Done, ["by"] = n.By, ["turn"] = n.Turn, ["address"] = n.Address, ["text"] = n.Words,
        }),
    ];

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
    private readonly IReadOnlyList<(Uri Address, Func<StepNews, JsonObject> Message)> receivers;

    /// <param name="variable">What the environment says of a name.</param>
    public StepNotice(Func<string, string?> variable) => receivers =
    [
        .. Kinds.Select(k => (Address: Uri.TryCreate(variable(k.Variable), UriKind.Absolute, out var address) ? address : null, k.Message))
            .Where(r => r.Address is { Scheme: "https" or "http" }).Select(r => (r.Address!, r.Message)),
    ];

    /// <summary>Done when everybody was told, or could not be, which is said on the terminal: a step is never undone for that.</summary>
    public Task TellAsync(StepNews news) => Task.WhenAll(receivers.Select(r => SendAsync(r.Address, r.Message(news))));

    public void Dispose() => client.Dispose();

    private async Task SendAsync(Uri address, JsonObject message)
    {
        try
        {
            // With its length: robots of chats take no chunks.
            using var body = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(address, body);
            answer.EnsureSuccessStatusCode();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Terminal.Warn(new($"通知没有送到 {address.Host}。", $"A notice did not reach {address.Host}."));
        }
    }
}
