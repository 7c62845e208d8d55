using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Utils;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// Tells people by mail that a draft waits for them, came back or was published: its title, the step, a link, and nothing else. The server
/// is <c>YUGONG_MAIL_SERVER</c> (<c>smtps://name@smtp.example.org:465</c>, <c>smtp://…:587</c> with STARTTLS), the sender
/// <c>YUGONG_MAIL_FROM</c>, the password <c>YUGONG_MAIL_PASSWORD</c> or a file named by <c>YUGONG_MAIL_PASSWORD_FILE</c>.
/// </summary>
internal sealed class MailNotice
{
    private const int Patience = 15_000; // ms, for each answer of the server

    private readonly Uri? server;
    private readonly MailboxAddress? from;
    private readonly Func<string?> password;

    /// <summary>MimeKit looks once which charsets there are; leads that come by mail need more than it has of its own.</summary>
    static MailNotice() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="variable">What the environment says of a name.</param>
    public MailNotice(Func<string, string?> variable)
    {
        server = Uri.TryCreate(variable("YUGONG_MAIL_SERVER"), UriKind.Absolute, out var address) && address.Scheme is "smtp" or "smtps"
            ? address : null;
        from = MailboxAddress.TryParse(variable("YUGONG_MAIL_FROM") ?? "", out var sender) ? sender : null;
        password = () => variable("YUGONG_MAIL_PASSWORD") is { Length: > 0 } said ? said
            : variable("YUGONG_MAIL_PASSWORD_FILE") is { Length: > 0 } file ? File.ReadAllText(file).Trim() : null;
    }

    public bool IsConfigured => server is not null && from is not null;

    /// <summary>One mail to each, who learns nobody else's address. What cannot be sent is said on the terminal.</summary>
    /// <param name="now">The time that the mails bear.</param>
    public async Task TellAsync(StepNews news, IReadOnlyList<string> addresses, DateTimeOffset now)
    {
        if (server is null || from is null || addresses.Count == 0)
        {
            return;
        }

        try
        {
            using var client = new SmtpClient { Timeout = Patience, LocalDomain = from.Domain };
            await client.ConnectAsync(server.IdnHost, server.Port > 0 ? server.Port : 0, Security(server));
            var name = Uri.UnescapeDataString(server.UserInfo);
            if (name.Length > 0 && password() is { } word)
            {
                await client.AuthenticateAsync(name, word);
            }

            foreach (var address in addresses)
            {
                using var mail = Mail(news, from, address, now);
                await client.SendAsync(mail);
            }

            await client.DisconnectAsync(quit: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException or TimeoutException
            or MailKit.CommandException or MailKit.ProtocolException or AuthenticationException or OperationCanceledException
            or NotSupportedException or MailKit.ServiceNotAuthenticatedException or ParseException or SslHandshakeException)
        {
            Terminal.Warn(new($"邮件没有送到 {server.IdnHost}。", $"A mail did not reach {server.IdnHost}."));
        }
    }

    /// <summary>In the clear only to this machine.</summary>
    private static SecureSocketOptions Security(Uri server) => server.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect
        : server.IsLoopback ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;

    private static MimeMessage Mail(StepNews news, MailboxAddress from, string address, DateTimeOffset now)
    {
        var text = $"“{news.Title}”{news.Done}。{(news.Turn.Length > 0 ? "轮到你了。" : "")}\n\n{news.Address}\n";
#pragma warning disable CA2000 // The message holds its text, and gives it back.
        return new([from], [MailboxAddress.Parse(address)], $"“{news.Title}”{news.Done}", new TextPart("plain") { Text = text })
#pragma warning restore CA2000
        {
            Date = now, MessageId = MimeUtils.GenerateMessageId(from.Domain), // else it names this machine
        };
    }
}
