using Microsoft.AspNetCore.Http;
using YuGong.Build.Live;

namespace YuGong.Cli;

/// <summary>Server-sent events (WHATWG HTML): one event per rebuild, with its number.</summary>
internal static class PreviewEvents
{
    public static async Task StreamAsync(HttpContext context, PreviewSite site)
    {
        context.Response.ContentType = "text/event-stream";
        var seen = -1;
        using var signal = new SemaphoreSlim(0);
        void Wake(object? sender, EventArgs e) => signal.Release();
        site.Changed += Wake;
        try
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                var now = site.Now;
                if (now.Number != seen)
                {
                    seen = now.Number;
                    await context.Response.WriteAsync($"id: {now.Number}\nevent: site\ndata: {now.Number}\n\n", context.RequestAborted);
                    await context.Response.Body.FlushAsync(context.RequestAborted);
                }

                await signal.WaitAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
        finally
        {
            site.Changed -= Wake;
        }
    }
}
