using System.Net;
using System.Net.Sockets;
using System.Text;
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
        using var listener = Listen(out var address);
        using var notice = new StepNotice(name => name == variable ? address + "hook?key=x" : null);
        var telling = notice.TellAsync(News);
        var asked = await listener.GetContextAsync();
        using var body = new StreamReader(asked.Request.InputStream, Encoding.UTF8);
        const string Words = "“愚公”送审了（王编）。轮到核实的人：https://desk.example/desk/review/stories/yu-gong/";
        Assert.Equal(expected.Replace("@", Words, StringComparison.Ordinal),
            System.Text.RegularExpressions.Regex.Unescape(await body.ReadToEndAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("/hook?key=x", asked.Request.RawUrl);
        asked.Response.Close();
        await telling;
    }

    [Fact]
    public async Task Nobody_is_told_where_nothing_is_configured_and_nothing_breaks_where_nobody_answers()
    {
        using (var nobody = new StepNotice(_ => null))
        {
            await nobody.TellAsync(News);
        }

        Listen(out var address).Close();
        using var away = new StepNotice(name => name == "YUGONG_NOTIFY_URL" ? address : "no address");
        await away.TellAsync(News);
    }

    private static HttpListener Listen(out string address)
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        var listener = new HttpListener();
        listener.Prefixes.Add(address);
        listener.Start();
        return listener;
    }
}
