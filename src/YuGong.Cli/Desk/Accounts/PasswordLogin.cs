using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>
/// The door of a desk with accounts: who has no visit is led to the page where one logs in. Cookies are <c>__Host-</c> cookies
/// (RFC 6265bis): Secure, HttpOnly, SameSite=Strict, of this host alone.
/// </summary>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for holds nothing to give back.
internal sealed class PasswordLogin(AccountStore accounts, AuditLog log, TimeProvider clock) : IDeskAuthentication
#pragma warning restore CA1001
{
    public const string Address = "/desk/login";

    /// <summary>The visit.</summary>
    public const string Cookie = "__Host-yugong-desk";

    /// <summary>Ties the form to the browser that asked for it, so that nobody is logged in by a foreign page.</summary>
    public const string FormCookie = "__Host-yugong-form";

    /// <summary>Who the log says it was that came by a link.</summary>
    private const string ByLink = "（链接）";

    private const int MostFormBytes = 8 * 1024;

    /// <summary>Hashing a password takes a core for a while; strangers shall not have them all.</summary>
    private readonly SemaphoreSlim hashing = new(2);

    private readonly Sessions sessions = new();
    private readonly LoginLimit limit = new();

    public IReadOnlyList<IEndpoints> Parts { get; } = [new AccountsPart(accounts)];

    public async Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        var (request, path) = (context.Request, context.Request.Path.Value ?? "");
        if (path == Address)
        {
            context.Response.Headers.CacheControl = "no-store";
            await (HttpMethods.IsPost(request.Method) ? PostAsync(context) : FormAsync(context, null));
            return;
        }

        if (VisitOf(context) is { } session)
        {
            context.Admit(session.Account.Editor);
            context.Features.Set(accounts.Now());
            context.Response.OnStarting(() => NoteAsync(context, session)); // in the log before anybody hears of it
            await next(context);
        }
        else if (DeskFiles.IsOpen(path) || OutsideLinks.IsOpen(path))
        {
            await next(context); // the style of the page where one logs in, and what a link lets in
            if (context.AuditEvent() is { } deed)
            {
                log.Write(context, ByLink, isKnown: false, Ended(context, deed));
            }
        }
        else if (HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            context.Response.Redirect($"{Address}?to={Uri.EscapeDataString(path)}");
        }
        else
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.Unauthorized, "登录已失效。请在新窗口里重新登录,再保存一次;写的东西还在。");
        }
    }

    private Task NoteAsync(HttpContext context, Session session)
    {
        if (context.AuditEvent() is { } deed)
        {
            if (context.Response.StatusCode < 400 && deed.Changes)
            {
                log.WriteChange(context, session.Account.Name, deed);
            }
            else
            {
                log.Write(context, session.Account.Name, isKnown: true, Ended(context, deed));
            }
        }

        return Task.CompletedTask;
    }

    private static AuditEvent Ended(HttpContext context, AuditEvent deed) =>
        context.Response.StatusCode < 400 ? deed : deed with { What = deed.What + "-refused" };

    private async Task PostAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.ContentLength is null or > MostFormBytes || !request.HasFormContentType)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.BadRequest, "这个请求读不懂。");
            return;
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        if (!Same(form["form"].ToString(), request.Cookies[FormCookie] ?? ""))
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            await FormAsync(context, "这一页放得太久了,请再试一次。");
            return;
        }

        var former = request.Cookies[Cookie];
        if (form.ContainsKey("leave"))
        {
            if (VisitOf(context) is { } left)
            {
                log.Write(context, left.Account.Name, isKnown: true, new("logout"));
            }

            sessions.End(former ?? "");
            response.Cookies.Delete(Cookie, Kept());
            response.Redirect(Address);
            return;
        }

        var typed = new Typed(form["name"].ToString().Trim(), form["password"].ToString(), form["to"].ToString())
        {
            Fresh = form["fresh"].ToString(), Again = form["again"].ToString(), IsChanging = form.ContainsKey("fresh"),
        };
        await LogInAsync(context, typed, former);
    }

    private async Task LogInAsync(HttpContext context, Typed typed, string? former)
    {
        var name = typed.Name;
        var (response, from, now) = (context.Response, ClientAddress.Of(context), clock.GetUtcNow());
        if (limit.Try(name, from, now) is { } wait)
        {
            log.Write(context, name, isKnown: false, new("login-limited"));
            response.StatusCode = StatusCodes.Status429TooManyRequests;
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0");
            await FormAsync(context, $"试得太多了。请 {Math.Ceiling(wait.TotalMinutes):0} 分钟后再来。", typed);
            return;
        }

        await Task.Delay(limit.Delay(name, now), clock, context.RequestAborted);
        var account = accounts.Now().Find(name);
        if (!await IsRightAsync(account, typed.Password, context.RequestAborted) || account!.State == AccountState.Off)
        {
            log.Write(context, name, isKnown: false, new(account?.State == AccountState.Off ? "login-off" : "login-failed"));
            response.StatusCode = StatusCodes.Status401Unauthorized;
            await FormAsync(context, "姓名或口令不对。", typed);
            return;
        }

        limit.Succeeded(name, from, now);
        if (typed.IsChanging || account.State == AccountState.Once)
        {
            if (await ChangedAsync(context, account, typed) is not { } changed)
            {
                return;
            }

            account = changed;
        }

        log.Write(context, name, isKnown: true, new("login"));
        response.Cookies.Append(Cookie, sessions.Begin(account, former, clock.GetUtcNow()), Kept());
        response.Redirect(IsOwn(typed.To) ? typed.To : "/desk/");
    }

    /// <summary>The account with the password that its owner chose; null where it was answered otherwise.</summary>
    private async Task<Account?> ChangedAsync(HttpContext context, Account account, Typed typed)
    {
        var mistake = !typed.IsChanging ? "这个口令只用一次：请换成自己的。"
            : typed.Fresh != typed.Again ? "两次写的新口令不一样。"
            : typed.Fresh == typed.Password ? "新口令和现在的一样。"
            : PasswordHash.Weakness(typed.Fresh, account.Name) is { } weakness ? $"这个新口令不行：{weakness.Zh}。"
            : null;
        if (mistake is not null)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await FormAsync(context, mistake, typed with { IsChanging = true });
            return null;
        }

        var fresh = await HashedAsync(typed.Fresh, context.RequestAborted);
        Account? changed = null;
        accounts.Change(now =>
        {
            changed = now.Find(account.Name) is { } same && same.Password.ToString() == account.Password.ToString()
                && same.State != AccountState.Off ? same with { Password = fresh, State = AccountState.Active } : null;
            return changed is null ? null : now.With(changed);
        });
        if (changed is null)
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            await FormAsync(context, "这个账户刚刚被改过，请再登录一次。");
            return null;
        }

        log.WriteChange(context, account.Name, new("password"));
        return changed;
    }

    private async Task<PasswordHash> HashedAsync(string password, CancellationToken cancel)
    {
        await hashing.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => PasswordHash.Of(password), cancel);
        }
        finally
        {
            hashing.Release();
        }
    }

    /// <summary>The same work whether there is such an account or not.</summary>
    private async Task<bool> IsRightAsync(Account? account, string password, CancellationToken cancel)
    {
        await hashing.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => (account?.Password ?? PasswordHash.OfNobody).Is(password), cancel) && account is not null;
        }
        finally
        {
            hashing.Release();
        }
    }

    /// <param name="typed">What was sent, which a form that is shown again remembers without its passwords.</param>
    private async Task FormAsync(HttpContext context, string? mistake, Typed? typed = null)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Response.StatusCode == StatusCodes.Status200OK)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        var token = context.Request.Cookies[FormCookie] is { Length: 64 } had
            ? had : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        context.Response.Cookies.Append(FormCookie, token, Kept());
        var to = context.Request.Query["to"].ToString();
        to = typed?.To ?? to;
        var here = VisitOf(context)?.Account.Name;
        await DeskPage.WriteAsync(context, LoginPage.Render(new()
        {
            Site = context.SiteTitle(), Token = token, To = IsOwn(to) ? to : "/desk/", Here = here, Mistake = mistake,
            IsChanging = typed?.IsChanging ?? context.Request.Query.ContainsKey("change"),
            Name = typed?.Name ?? (context.Request.Query.ContainsKey("change") ? here ?? "" : ""),
        }));
    }

    /// <summary>What somebody sent to be let in.</summary>
    private sealed record Typed(string Name, string Password, string To)
    {
        public string Fresh { get; init; } = "";

        public string Again { get; init; } = "";

        public bool IsChanging { get; init; }
    }

    private Session? VisitOf(HttpContext context) =>
        context.Request.Cookies[Cookie] is { } token ? sessions.Find(token, accounts.Now(), clock.GetUtcNow()) : null;

    private static CookieOptions Kept() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/" };

    private static bool Same(string one, string other) =>
        one.Length == 64 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    /// <summary>An address of this desk; <c>//elsewhere</c> is none.</summary>
    private static bool IsOwn(string to) => to.Length > 0 && to[0] == '/' && !to.StartsWith("//", StringComparison.Ordinal)
        && !to.Contains('\\', StringComparison.Ordinal) && !to.Any(char.IsControl);
}
