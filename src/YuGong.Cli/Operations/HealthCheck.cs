using Microsoft.AspNetCore.Http;

namespace YuGong.Cli;

/// <summary>
/// <c>/healthz</c>, for whatever watches a server: 200 <c>ok</c> or 503 <c>unavailable</c>, to anybody, without a login and without a word
/// about why.
/// </summary>
/// <param name="isFine">Asked at most once a second.</param>
internal sealed class HealthCheck(Func<bool> isFine, TimeProvider clock)
{
    public const string Address = "/healthz";

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private (DateTimeOffset At, bool IsFine)? last;

    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        return context.Request.Path.Value == Address && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
            ? WriteAsync(context) : next(context);
    }

    private async Task WriteAsync(HttpContext context)
    {
        var body = Now() ? "ok\n"u8.ToArray() : "unavailable\n"u8.ToArray();
        context.Response.StatusCode = body.Length == 3 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private bool Now()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (last is not var (at, _) || now - at >= Fresh || now < at)
            {
                last = (now, IsFine());
            }

            return last.Value.IsFine;
        }
    }

    private bool IsFine()
    {
        try
        {
            return isFine();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
