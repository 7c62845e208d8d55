using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Cli;

namespace YuGong.Tests.Desk;

/// <summary>What group chats are told when a draft waits for somebody, and that a chat that is away holds nobody up.</summary>
public sealed class StepNoticeTests
{
    private static readonly StepNews News = new("愚公", "送审了", "王编", "轮到核实的人", "https://desk.example/desk/review/stories/yu-gong/");

    [Theory]
    [InlineData("YUGONG_NOTIFY_WECOM", "{\"msgtype\":\"text\",\"text\":{\"content\":\"@\"}}")]
    [InlineData("YUGONG_NOTIFY_FEISHU", "{\"msg_type\":\"text\",\"content\":{\"text\":\"@\"}}")]
    public async Task A_chat_is_told_in_its_own_form(string variable, string expected)
    {
        using var chat = new TcpListener(IPAddress.Loopback, 0);
        chat.Start();
        var address = $"http://{chat.LocalEndpoint}/hook?key=x";
        using var notice = new StepNotice(name => name == variable ? address : null);
        var telling = notice.TellAsync(News);
        var asked = await AnswerAsync(chat);
        await telling;
        const string Words = "“愚公”送审了（王编）。轮到核实的人：https://desk.example/desk/review/stories/yu-gong/";
        Assert.StartsWith("POST /hook?key=x HTTP/1.1\r\n", asked, StringComparison.Ordinal);
        Assert.Equal(expected.Replace("@", Words, StringComparison.Ordinal), Regex.Unescape(asked[(asked.IndexOf("\r\n\r\n") + 4)..]));
    }

    [Fact]
    public async Task Nobody_is_told_where_nothing_is_configured_and_nothing_breaks_where_nobody_answers()
    {
        using (var nobody = new StepNotice(_ => null))
        {
            await nobody.TellAsync(News);
        }

        using var gone = new TcpListener(IPAddress.Loopback, 0);
        gone.Start();
        var address = $"http://{gone.LocalEndpoint}/";
        gone.Stop();
        using var away = new StepNotice(name => name == "YUGONG_NOTIFY_URL" ? address : "no address");
        await away.TellAsync(News);
    }

    /// <summary>One request in full, answered.</summary>
    private static async Task<string> AnswerAsync(TcpListener chat)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = await chat.AcceptTcpClientAsync(cancel);
        var (stream, bytes, buffer) = (client.GetStream(), new List<byte>(), new byte[4096]);
        while (!IsWhole(bytes) && await stream.ReadAsync(buffer, cancel) is > 0 and var count)
        {
            bytes.AddRange(buffer.AsSpan(0, count));
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), cancel);
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static bool IsWhole(List<byte> bytes)
    {
        var text = Encoding.Latin1.GetString([.. bytes]);
        return text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var head
            && Regex.Match(text, "(?i)\r\ncontent-length: ([0-9]+)") is { Success: true } said
            && bytes.Count >= head + 4 + int.Parse(said.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
