using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YuGong.Api;
using YuGong.Build.Faults;
using YuGong.Pages;

namespace YuGong.Cli;

/// <summary>Serves an output to the public: files with everything a browser needs to be told, and questions to the documents.</summary>
/// <param name="output">Full path.</param>
/// <param name="linkRoot">Path in front of every address, empty or <c>/sub</c>.</param>
internal sealed class SiteServer(string output, string linkRoot, SearchTables tables, ServerOperations? operations = null)
    : IAsyncDisposable
{
    /// <summary>Within which what is being answered must be answered when the server ends.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private volatile Moment now = new(new(output), output, tables);
    private WebApplication? app;
    private Timer? watch;

    public string? Address { get; private set; }

    public int Count => now.Files.Count;

    public async Task StartAsync(IPAddress host, int port, CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 0;
            k.Limits.MaxRequestLineSize = 8 * 1024;
            k.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            k.Limits.MaxRequestHeaderCount = 64;
            k.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10); // whoever is slower than this is let go
            k.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
            k.Limits.MinResponseDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(20));
            k.Limits.MaxConcurrentConnections = 50_000;
            k.Listen(host, port, l => l.Protocols = HttpProtocols.Http1);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        app = builder.Build();
        operations?.Proxies.Use(app);
        if (operations?.Log is { } log)
        {
            app.Use(log.AnswerAsync);
        }

        app.Use(new HealthCheck(IsThere, TimeProvider.System).AnswerAsync);
        app.Run(GuardedAsync);
        await app.StartAsync(cancel);
        Address = app.Urls.First();
        watch = new(_ => LookAgain(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>Finishes what is being answered, ten seconds at most.</summary>
    public async ValueTask DisposeAsync()
    {
        if (watch is not null)
        {
            await watch.DisposeAsync();
        }

        if (app is not null)
        {
            using var patience = new CancellationTokenSource(Patience);
            await app.StopAsync(patience.Token);
            await app.DisposeAsync();
        }
    }

    private bool IsThere() => Directory.Exists(output) && now.Files.Count > 0;

    /// <summary>A build swaps the folder: the next second serves the new site.</summary>
    private void LookAgain()
    {
        try
        {
            if (now.Files.Stamp != ServedFiles.StampOf(output))
            {
                now = new(new(output), output, tables);
            }
        }
        catch (Exception e) when (e is not StackOverflowException)
        {
            // In the middle of a swap, or it cannot be read just now; the next look sees one site or the other.
        }
    }

    /// <summary>A file that went while it was asked for is asked for again in a moment; nothing ends the server.</summary>
    private async Task GuardedAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            if (e is not (IOException or UnauthorizedAccessException))
            {
                Guard.Say(Fault.Of(e, "serve"));
            }

            LookAgain();
            context.Response.Clear();
            context.Response.Headers.RetryAfter = "1";
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        var isHead = HttpMethods.IsHead(context.Request.Method);
        if (!isHead && !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        var path = context.Request.Path.Value ?? "/";
        if (!path.StartsWith(linkRoot, StringComparison.Ordinal) || (path.Length > linkRoot.Length && path[linkRoot.Length] != '/'))
        {
            return NotFoundAsync(context, isHead);
        }

        var moment = now;
        var place = path.Length <= linkRoot.Length + 1 ? "" : path[(linkRoot.Length + 1)..];
        if (QueryEndpoint.Knows(place))
        {
            return QueryEndpoint.WriteAsync(context, place, moment.Documents.Value, moment.Files, isHead);
        }

        var file = moment.Files.Find(place.Length == 0 || place.EndsWith('/') ? place + "index.html" : place);
        if (file is null)
        {
            if (place.Length > 0 && moment.Files.HasFolder(place))
            {
                context.Response.Redirect(context.Request.PathBase + Uri.EscapeDataString(path)
                    .Replace("%2F", "/", StringComparison.Ordinal) + "/" + context.Request.QueryString, permanent: true);
                return Task.CompletedTask;
            }

            return NotFoundAsync(context, isHead);
        }

        return SendAsync(context, file, isHead, StatusCodes.Status200OK);
    }

    private Task NotFoundAsync(HttpContext context, bool isHead)
    {
        if (now.Files.Find("404.html") is { } page)
        {
            return SendAsync(context, page, isHead, StatusCodes.Status404NotFound);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task SendAsync(HttpContext context, ServedFile file, bool isHead, int status)
    {
        var (request, response) = (context.Request.Headers, context.Response.Headers);
        foreach (var (name, value) in SiteHeaders.All)
        {
            response[name] = value;
        }

        if (file.IsEmbeddable)
        {
            response.ContentSecurityPolicy = SiteHeaders.EmbedPolicy;
        }

        if (file.IsOpen)
        {
            response.AccessControlAllowOrigin = "*";
        }

        response.CacheControl = file.IsForever ? SiteHeaders.Forever : SiteHeaders.Soon;
        response.ContentType = file.ContentType;
        response.LastModified = file.LastModified;
        response.AcceptRanges = "bytes";
        var ranged = status == StatusCodes.Status200OK && request.Range.Count > 0;
        var packing = file.IsPackable && !ranged ? AcceptedPacking.Of(request.AcceptEncoding) : ContentEncoding.Plain;
        if (file.IsPackable)
        {
            response.Vary = "Accept-Encoding";
        }

        var tag = file.Tags[(int)packing];
        response.ETag = tag;
        if (status == StatusCodes.Status200OK && IsKnown(request, file, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        if (ranged && ByteRange.Parse(request, file, tag) is { } range)
        {
            return range.SendAsync(context, file, isHead);
        }

        if (!file.IsSmall)
        {
            response.ContentLength = file.Length;
            return isHead ? Task.CompletedTask : context.Response.SendFileAsync(file.FullPath, context.RequestAborted);
        }

        if (packing != ContentEncoding.Plain)
        {
            response.ContentEncoding = packing == ContentEncoding.Brotli ? "br" : "gzip";
        }

        var bytes = file.Bytes(packing);
        response.ContentLength = bytes.Length;
        return isHead ? Task.CompletedTask : context.Response.BodyWriter.WriteAsync(bytes).AsTask();
    }

    private static bool IsKnown(IHeaderDictionary request, ServedFile file, string tag) => request.IfNoneMatch.Count > 0
        ? request.IfNoneMatch.Any(t => t == "*" || (t ?? "").Contains(tag, StringComparison.Ordinal))
        : request.IfModifiedSince.Count > 0 && request.IfModifiedSince.ToString() == file.LastModified;

    /// <summary>A site as it was at one moment, and its documents once somebody asks.</summary>
    private sealed class Moment(ServedFiles files, string output, SearchTables tables)
    {
        public ServedFiles Files => files;

        /// <summary>What failed once is tried again.</summary>
        public Lazy<DocumentIndex> Documents { get; } = new(() => DocumentIndex.Read(output, tables), LazyThreadSafetyMode.PublicationOnly);
    }
}
