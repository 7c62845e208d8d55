using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using YuGong.Text;

namespace YuGong.Cli.Webhooks;

/// <summary>How long to wait for a webhook.</summary>
/// <param name="Timeout">For one answer.</param>
/// <param name="Waits">Before each further try.</param>
internal sealed record WebhookPatience(TimeSpan Timeout, IReadOnlyList<TimeSpan> Waits)
{
    /// <summary>At most twenty seconds together: the site stands already, and people wait for the command.</summary>
    public static WebhookPatience Usual { get; } = new(TimeSpan.FromSeconds(5), [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)]);
}

/// <summary>
/// Posts a notice to a webhook, signed as Standard Webhooks 1.0 says (HMAC-SHA256 of id, timestamp and body), and tries again what may
/// go better later. Redirects are not followed: a letter goes where statiq.json says and nowhere else.
/// </summary>
internal sealed class WebhookSender(WebhookPatience patience, byte[] secret)
{
    /// <returns>Null when it was taken; otherwise why it was not, in a few words.</returns>
    public async Task<Phrase?> SendAsync(Uri hook, PublicationNotice notice, CancellationToken cancel)
    {
        using var client = Client(hook);
        for (var tried = 0; ; tried++)
        {
            var (fault, mayPass) = await TryAsync(client, hook, notice, cancel).ConfigureAwait(false);
            if (fault is null || !mayPass || tried == patience.Waits.Count)
            {
                return fault;
            }

            await Task.Delay(patience.Waits[tried], cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The value of <c>webhook-signature</c>.</summary>
    public static string Sign(byte[] secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        return "v1," + Convert.ToBase64String(hash.GetHashAndReset());
    }

    private static HttpClient Client(Uri hook)
    {
#pragma warning disable CA2000 // The client disposes of it.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !hook.IsLoopback };
#pragma warning restore CA2000
        return new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private async Task<(Phrase? Fault, bool MayPass)> TryAsync(
        HttpClient client, Uri hook, PublicationNotice notice, CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(patience.Timeout);
        try
        {
            using var request = Request(hook, notice);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token).ConfigureAwait(false);
            var status = (int)answer.StatusCode;
            var mayPass = status >= 500 || answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
            return status switch
            {
                >= 200 and < 300 => (null, false),
                >= 300 and < 400 => (new($"答 {status},要我们去别处;不跟", $"answered {status} and wants us elsewhere; not followed"), false),
                _ => (new($"答 {status}", $"answered {status}"), mayPass),
            };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            var seconds = patience.Timeout.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);
            return (new($"{seconds} 秒没有答复", $"no answer within {seconds} s"), true);
        }
        catch (HttpRequestException e)
        {
            return (new($"连不上:{e.Message}", $"cannot be reached: {e.Message}"), true);
        }
    }

    private HttpRequestMessage Request(Uri hook, PublicationNotice notice)
    {
        var timestamp = notice.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, hook) { Content = new ByteArrayContent(notice.Body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("User-Agent", "yugong");
        request.Headers.Add("webhook-id", notice.Id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", Sign(secret, notice.Id, timestamp, notice.Body));
        return request;
    }
}
