using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YuGong.Build;
using YuGong.Build.Faults;
using YuGong.Build.Live;
using YuGong.Pages;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Serves the site from memory on loopback, and tells open pages when it changed.</summary>
internal sealed class PreviewServer(RunOptions options, Language language) : IAsyncDisposable
{
    private const string Reload = "/_preview/events";
    private const string Script = "/_preview/preview.js";
    private const string Style = "/_preview/preview.css";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly PreviewSite site = new(options);
    private readonly SameOriginPolicy policy = new(SameOriginPolicy.Loopback, ownPortOnly: true);
    private WebApplication? app;

    /// <summary>The address in use once the server runs.</summary>
    public string? Address { get; private set; }

    public async Task<int> RunAsync(int port, CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = options.Project.Root });
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        app = builder.Build();
        app.Run(AnswerAsync);
        try
        {
            site.Rebuild();
            await app.StartAsync(cancel);
        }
        catch (IOException e)
        {
            Terminal.Warn(new($"端口 {port} 用不了({e.Message})。换一个:--port 5081,或 --port 0。",
                $"Port {port} cannot be used ({e.Message}). Take another one: --port 5081, or --port 0."));
            return 1;
        }

        Address = app.Urls.First();
        site.Changed += (_, _) => Guard.Run("preview", () =>
        {
            Tell();
            _ = SweepAsync(site.Now.Number, cancel);
        });
        Tell();
        using var watcher = new FolderWatch([options.Project.Input, options.Project.Themes], options.Project.Settings, site.Rebuild);
        _ = RehearseAsync(cancel);
        Terminal.Say(new($"预览:{Address}/  (Ctrl-C 结束)", $"Preview: {Address}/  (Ctrl-C to end)"));
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }

        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    /// <summary>
    /// The runtime compiles again what is called thirty times (tiered compilation), a moment later: a few turns, and the first edit finds
    /// it done.
    /// </summary>
    private async Task RehearseAsync(CancellationToken cancel)
    {
        for (var turn = 0; turn < 5 && site.Now.Number == 1; turn++)
        {
            await Task.Delay(Pause, cancel);
            await Task.Run(site.Rehearse, cancel);
        }
    }

    /// <summary>Collects what an edit left once the pages have been fetched, and not in the middle of the next edit.</summary>
    private async Task SweepAsync(int number, CancellationToken cancel)
    {
        await Task.Delay(3 * Pause, cancel);
        if (site.Now.Number == number)
        {
            GC.Collect(1);
        }
    }

    private void Tell()
    {
        var now = site.Now;
        Terminal.Say(FindingsPrinter.Summary(now.Findings) + new Phrase(
            $";改动 {now.Changed.Count} 个文件,{now.Took.TotalMilliseconds:0} ms",
            $"; {Phrase.Count(now.Changed.Count, "file")} changed, {now.Took.TotalMilliseconds:0} ms"));
    }

    private Task AnswerAsync(HttpContext context)
    {
        SameOriginPolicy.Protect(context.Response);
        if (policy.Reject(context.Request) is { } why)
        {
            return ForeignRequest.RefuseAsync(context, why, "/");
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        context.Response.Headers.CacheControl = "no-store";
        return context.Request.Path.Value switch
        {
            Reload => PreviewEvents.StreamAsync(context, site),
            Script => Send(context, "text/javascript; charset=utf-8", PreviewScript.JavaScript),
            Style => Send(context, "text/css; charset=utf-8", PreviewScript.Css),
            var path => GuardedAsync(context, path ?? "/"),
        };
    }

    /// <summary>A page that cannot be made takes nothing else with it.</summary>
    private async Task GuardedAsync(HttpContext context, string path)
    {
        try
        {
            await PageAsync(context, path);
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var finding = e is CannotRenderException unfit ? unfit.Finding : Fault.Of(e, "preview").ToDiagnostic();
            await FaultAsync(context, [.. site.Now.Findings, finding]);
        }
    }

    private Task PageAsync(HttpContext context, string path)
    {
        var root = site.Now.LinkRoot;
        var place = path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : path;
        var name = place.TrimStart('/');
        name = name.Length == 0 || name.EndsWith('/') ? name + "index.html" : name;
        if (!site.Now.HasSite)
        {
            return FaultAsync(context, site.Now.Findings);
        }

        var bytes = site.Get(name);
        if (bytes is null && site.Get(name + "/index.html") is not null)
        {
            context.Response.Redirect(path + "/");
            return Task.CompletedTask;
        }

        if (bytes is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            (name, bytes) = ("404.html", site.Get("404.html") ?? PreviewScript.EmptyPage);
        }

        if (name.StartsWith("iiif/", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
        {
            // IIIF names its files by complete addresses; here they are this server's.
            bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.Value.Span)
                .Replace($"\"{site.Now.Origin}/", $"\"{Address}/", StringComparison.Ordinal));
        }

        var isPage = name.EndsWith(".html", StringComparison.Ordinal);
        return Send(context, MediaTypes.Of(name), isPage ? PreviewScript.Into(bytes.Value, site.Now.Findings, language) : bytes.Value);
    }

    /// <summary>The findings as a page of their own, which loads itself again when something changes.</summary>
    private Task FaultAsync(HttpContext context, IReadOnlyList<Diagnostic> findings)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Send(context, MediaTypes.Of("x.html"), PreviewScript.Into(PreviewScript.FaultPage, findings, language));
    }

    private static async Task Send(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
