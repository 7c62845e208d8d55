using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YuGong.Build.Faults;

namespace YuGong.Cli;

/// <summary>The desk's host: the guard, the door, then the parts, each at its addresses.</summary>
/// <param name="isFine">Whether the desk could save something now.</param>
internal sealed class DeskServer(DeskListening listening, IDeskAuthentication door, IReadOnlyList<IEndpoints> parts,
    Func<bool>? isFine = null) : IAsyncDisposable
{
    /// <summary>Within which what is being answered must be answered when the desk ends: a save is brought to its end.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>As much as the protocol's client ever sends: 50 MB.</summary>
    public const int MostBytes = 50 * 1024 * 1024;

    private readonly HeldConnections connections = new(listening.MostConnections);
    private WebApplication? app;

    /// <summary>Without a slash at the end, once it runs.</summary>
    public string? Address { get; private set; }

    /// <exception cref="IOException">The port is taken.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = MostBytes;
            k.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            k.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
            k.Limits.MaxConcurrentUpgradedConnections = 0;
            k.Listen(listening.Address, listening.Port, l =>
            {
                l.Protocols = HttpProtocols.Http1;
                l.Use(rest => connection => connections.HoldAsync(connection, rest));
                if (listening.Certificate is { } certificate)
                {
                    l.UseHttps(certificate);
                }
            });
        });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        if (listening.Certificate is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        app = builder.Build();
        var guard = new RequestFilter(listening);
        listening.Operations.Proxies.Use(app);
        if (listening.Operations.Log is { } log)
        {
            app.Use(log.AnswerAsync);
        }

        app.Use(new HealthCheck(isFine ?? (() => true), TimeProvider.System).AnswerAsync);
        app.Use(connections.AnswerAsync);
        app.Use(MendAsync);
        app.Use((context, next) =>
        {
            context.Features.Set(new DeskSite(listening.SiteTitle));
            return next(context);
        });
        app.Use(guard.AnswerAsync);
        app.Use(door.AdmitAsync);
        app.UseRouting();
        app.Use(DeskRequests.AuthoriseAsync);
        foreach (var part in parts.Concat(door.Parts))
        {
            part.Map(app);
        }

        app.UseEndpoints(_ => { });
        app.Run(context => RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这个地址。"));
        await app.StartAsync(cancel);
        Address = app.Urls.First();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            using var patience = new CancellationTokenSource(Patience);
            await app.StopAsync(patience.Token);
            await app.DisposeAsync();
        }
    }

    /// <summary>The client shows what is JSON and breaks on anything else, so failures of the host speak JSON too.</summary>
    private static async Task MendAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            var tooLarge = e.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await RequestFilter.RefuseAsync(context, (HttpStatusCode)e.StatusCode,
                tooLarge ? $"一次最多上传 {MostBytes / 1024 / 1024} MB。" : "这个请求读不懂。");
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not OperationCanceledException)
        {
            var fault = Fault.Of(e, "desk");
            Guard.Say(fault);
            if (context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            {
                await DeskPage.WriteFaultAsync(context, fault);
                return;
            }

            await RequestFilter.RefuseAsync(context, HttpStatusCode.InternalServerError, fault.Words.Zh);
        }
    }
}
