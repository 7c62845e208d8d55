using System.Diagnostics;
using Microsoft.Playwright;

namespace YuGong.VisualBench;

/// <summary>The preview, for templates that today's content shows only as samples; started when it is first asked for.</summary>
internal sealed class Preview : IDisposable
{
    private const string Address = "http://127.0.0.1:5179";

    private readonly string root;
    private readonly HttpClient client = new() { BaseAddress = new(Address), Timeout = TimeSpan.FromSeconds(120) };
    private Process? process;

    private Preview(string root) => this.root = root;

    public static Preview Start(string root) => new(root);

    public async Task AnswerAsync(IRoute route)
    {
        await StartedAsync();
        using var reply = await client.GetAsync(new Uri(new Uri(route.Request.Url).PathAndQuery, UriKind.Relative));
        await route.FulfillAsync(new()
        {
            Status = (int)reply.StatusCode, BodyBytes = await reply.Content.ReadAsByteArrayAsync(),
            ContentType = reply.Content.Headers.ContentType?.ToString() ?? "application/octet-stream",
        });
    }

    public void Dispose()
    {
        client.Dispose();
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
        }

        process?.Dispose();
    }

    private async Task StartedAsync()
    {
        if (process is not null || await AnswersAsync())
        {
            return;
        }

        process = Process.Start(new ProcessStartInfo(Path.Combine(root, "yugong"), ["preview", "--root", root, "--port", "5179"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        for (var tries = 0; tries < 240; tries++)
        {
            if (await AnswersAsync())
            {
                return;
            }

            await Task.Delay(500);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var reply = await client.GetAsync(new Uri("/", UriKind.Relative));
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
