using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;
using YuGong.Cli;

namespace YuGong.Tests.Desk;

/// <summary>What people are told by mail, by a small server of SMTP (RFC 5321) on this machine.</summary>
public sealed class MailNoticeTests
{
    private static readonly StepNews News = new("愚公", "送审了", "王编", "轮到审稿的人", "https://desk.example/desk/review/stories/yu-gong/");
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(8));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_gets_a_mail_of_their_own_with_title_step_and_link_and_nothing_else()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var key = Path.GetTempFileName();
        await File.WriteAllTextAsync(key, "秘密的口令\n", Cancel);
        var mail = new MailNotice(name => name switch
        {
            "YUGONG_MAIL_SERVER" => $"smtp://desk%40example.org@{listener.LocalEndpoint}",
            "YUGONG_MAIL_FROM" => "desk@example.org",
            "YUGONG_MAIL_PASSWORD_FILE" => key,
            _ => null,
        });
        Assert.True(mail.IsConfigured);
        var telling = mail.TellAsync(News, ["li@example.org", "zhang@example.org"], Now);
        var said = await ServeAsync(listener);
        await telling;
        File.Delete(key);

        Assert.Contains(said, l => l == "AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes("\0desk@example.org\0秘密的口令")));
        Assert.Equal(["RCPT TO:<li@example.org>", "RCPT TO:<zhang@example.org>"],
            said.Where(l => l.StartsWith("RCPT", StringComparison.Ordinal)));
        var mails = string.Join('\n', said).Split("\nDATA\n")[1..];
        Assert.Equal(2, mails.Length);
        Assert.DoesNotContain("zhang@", mails[0].Split("\n.\n")[0], StringComparison.Ordinal);
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(mails[0].Split("\n.\n")[0].Replace("\n", "\r\n")));
        using var read = await MimeKit.MimeMessage.LoadAsync(stream, Cancel);
        Assert.Equal("“愚公”送审了", read.Subject);
        Assert.Equal("“愚公”送审了。轮到你了。\n\nhttps://desk.example/desk/review/stories/yu-gong/\n", read.TextBody!.Replace("\r", ""));
        Assert.EndsWith("@example.org", read.MessageId, StringComparison.Ordinal);
        Assert.DoesNotContain("王编", read.TextBody, StringComparison.Ordinal);
        Assert.Equal(["Date", "From", "MIME-Version", "Message-Id", "Subject", "To"],
            read.Headers.Select(h => h.Field).Where(f => !f.StartsWith("Content-", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_where_nothing_is_configured_and_nothing_breaks_where_nobody_answers()
    {
        var none = new MailNotice(_ => null);
        Assert.False(none.IsConfigured);
        await none.TellAsync(News, ["li@example.org"], Now);

        using var gone = new TcpListener(IPAddress.Loopback, 0);
        gone.Start();
        var address = $"smtp://{gone.LocalEndpoint}";
        gone.Stop();
        await new MailNotice(name => name == "YUGONG_MAIL_SERVER" ? address : name == "YUGONG_MAIL_FROM" ? "a@example.org" : null)
            .TellAsync(News, ["li@example.org"], Now);
    }

    /// <summary>Every line that one client says.</summary>
    private static async Task<IReadOnlyList<string>> ServeAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancel);
        using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        Task SayAsync(string words) => stream.WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"), Cancel).AsTask();
        var (said, isData) = (new List<string>(), false);
        await SayAsync("220 here");
        while (await reader.ReadLineAsync(Cancel) is { } line)
        {
            said.Add(line);
            isData = isData ? line != "." : line == "DATA";
            if (isData && line != "DATA")
            {
                continue;
            }

            await SayAsync(line.Split(' ')[0] switch
            {
                "EHLO" => "250-here\r\n250 AUTH PLAIN", "AUTH" => "235 known", "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 fine",
            });
            if (line == "QUIT")
            {
                break;
            }
        }

        return said;
    }
}
