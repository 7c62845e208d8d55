using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YuGong.Cli;
using YuGong.Pages;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Browser;

/// <summary>Serves a built site on loopback as the hosting notes say: the security headers, index pages, the 404 page.</summary>
public sealed class StaticServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly BuiltSite site;

    private StaticServer(WebApplication app, BuiltSite site) => (this.app, this.site) = (app, site);

    /// <summary>Without a slash at the end.</summary>
    public string Address => app.Urls.First();

    public static async Task<StaticServer> StartAsync(BuiltSite site)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var web = builder.Build();
        var server = new StaticServer(web, site);
        web.Run(server.AnswerAsync);
        await web.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var file = BuiltSite.FileOf(context.Request.Path.Value ?? "/");
        if (!site.Has(file))
        {
            (context.Response.StatusCode, file) = (404, "404.html");
        }

        foreach (var (name, value) in SiteHeaders.All)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentType = MediaTypes.Of(file);
        await context.Response.Body.WriteAsync(site.Bytes(file), context.RequestAborted);
    }
}
