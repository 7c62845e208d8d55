using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>
/// What all links share that let somebody in who has no account: a draft that is shown, a page where an expert scores. Their pages are kept
/// by nobody and found by nobody; who tries many that open nothing has to wait, as at the login.
/// </summary>
internal sealed partial class OutsideLinks(TimeProvider clock)
{
    private readonly LoginLimit limit = new();

    /// <summary>Whether somebody without a login may ask: the token is what lets them in.</summary>
    public static bool IsOpen(string path) => path.StartsWith(SharePart.Home, StringComparison.Ordinal) || IsForm(path);

    /// <summary>Whether a form without script is sent there.</summary>
    public static bool IsForm(string path) => path.StartsWith(ScoreLinkPart.Home, StringComparison.Ordinal);

    /// <summary>An address for a log: whoever reads it there opens nothing.</summary>
    public static string WithoutToken(string address) => Tokens().Replace(address, "$1-");

    /// <summary>What a link opens; null where that was answered: it opens nothing, or too many were tried.</summary>
    public async Task<T?> OpenAsync<T>(HttpContext context, string token, Func<T?> open)
        where T : class
    {
        var (from, now) = (ClientAddress.Of(context), clock.GetUtcNow());
        if (limit.Try(token, from, now) is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0");
            await SayAsync(context, HttpStatusCode.TooManyRequests, $"试得太多了。请 {Math.Ceiling(wait.TotalMinutes):0} 分钟后再来。");
            return null;
        }

        if (open() is not { } found)
        {
            await GoneAsync(context);
            return null;
        }

        limit.Succeeded(token, from, now);
        return found;
    }

    public static Task GoneAsync(HttpContext context) =>
        SayAsync(context, HttpStatusCode.NotFound, "它到期了，或者已经收回。请向给你链接的人再要一个。");

    /// <summary>Kept by nobody, found by nobody, and the address travels nowhere.</summary>
    /// <param name="hasForm">A form is told apart from a foreign one by where it comes from, which stays within this desk then.</param>
    public static void Quiet(HttpContext context, bool hasForm = false)
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        context.Response.Headers["Referrer-Policy"] = hasForm ? "same-origin" : "no-referrer";
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
    }

    private static Task SayAsync(HttpContext context, HttpStatusCode status, string why)
    {
        context.Response.StatusCode = (int)status;
        Quiet(context);
        return DeskPage.WriteAsync(context, DeskPage.Bare("打不开", Html.Of(
            $"<main id=\"main\" class=\"gate\"><h1>这个链接打不开</h1><p>{why}</p></main>")));
    }

    [GeneratedRegex($"((?:{SharePart.Home}|{ScoreLinkPart.Home}))[^/]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tokens();
}
