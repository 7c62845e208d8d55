using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YuGong.Build;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Leads;

namespace YuGong.Cli;

/// <summary>
/// What every page and deed at the register passes: whether it is there, whether this person has opened it, and what is said when it is
/// not whole. Pages are made outside of the register, from what was read within.
/// </summary>
internal sealed class LeadsDoor(ProjectFolder project, OpenedRegister register, DraftRenderer site, TimeProvider clock)
{
    /// <summary>Of one file that is sent; as base64 in JSON it stays below what the desk takes.</summary>
    public const int MostFileBytes = 30 * 1024 * 1024;

    /// <summary>Files that are sent in one go.</summary>
    public const int MostFiles = 50;

    private readonly LoginLimit limit = new();
    private readonly AccountStore accounts = new(AccountStore.PathIn(project));

    private const string LockedWords = "线索库锁上了。请重新打开这一页，写上口令，再做一次。";

    public ProjectFolder Project => project;

    public OpenedRegister Register => register;

    /// <summary>Who may be asked to see to a lead: the accounts of the desk.</summary>
    public IReadOnlyList<string> People => [.. accounts.Now().Accounts.Select(a => a.Name).Order(StringComparer.Ordinal)];

    public Taxonomies Words => site.Site?.Taxonomies ?? Taxonomies.Empty;

    /// <summary>By the site's clock.</summary>
    public DateTimeOffset Now => clock.GetLocalNow();

    public string? ThemeName => site.Site?.Settings.Theme;

    /// <summary>Who does it and when, as the register's journal has it.</summary>
    public AuditContext Occasion(HttpContext context) => new(clock.GetLocalNow(), context.Editor().Name);

    /// <summary>As a command would be asked.</summary>
    public LeadsRequest Request(HttpContext context) =>
        new(project, register.Folder, Occasion(context), null, Json: false, DryRun: false, Yes: false);

    /// <summary>
    /// Lets somebody try a key that they sent, as often as one may fail at the login; answers where it is none or was tried too often.
    /// </summary>
    /// <param name="work">What is done with it; a refusal counts as a failure.</param>
    public async Task TryKeyAsync(HttpContext context, LeadsFields? said, Func<LeadKey, LeadsAnswer> work)
    {
        var (name, from, now) = (context.Editor().Name, ClientAddress.Of(context), clock.GetUtcNow());
        if (limit.Try(name, from, now) is { } wait)
        {
            context.Did("leads-limited");
            await RequestFilter.RefuseAsync(context, HttpStatusCode.TooManyRequests, $"试得太多了。请 {Math.Ceiling(wait.TotalMinutes):0} 分钟后再来。");
            return;
        }

        var answer = said?.Key() is { } key ? await Task.Run(() => Guarded(() => work(key))!)
            : LeadsAnswer.Refused(said?.Says("key") == true ? "这个文件不是线索库的钥匙。" : "口令不对。");
        if (!answer.IsRefused)
        {
            limit.Succeeded(name, from, now);
        }

        await AnswerAsync(context, answer);
    }

    /// <summary>A page of the register; what it says stays out of its title, which browsers remember.</summary>
    /// <param name="read">Within the register; null when there is no such thing.</param>
    /// <param name="show">Outside of it.</param>
    public async Task PageAsync<T>(HttpContext context, string title, string here, Func<LeadRegister, T?> read, Func<T, Html> show)
        where T : class
    {
        var (status, body) = await Task.Run(() => Body(context, read, show));
        context.Response.StatusCode = status;
        context.Did(status == StatusCodes.Status404NotFound ? "leads-missed" : "leads-read", NumberOf(context));
        var told = status == StatusCodes.Status200OK ? register.Told(context.Editor().Name) : null;
        var page = LeadsFrame.Render(context.Editor(), here, body, told);
        await DeskPage.WriteAsync(context, DeskPage.Render(context, title, "/desk/leads/", page, LeadsFrame.Head));
    }

    /// <summary>Does something; what it says is shown where it leads, or in the page that asked.</summary>
    /// <param name="what">For the desk's log.</param>
    public async Task DoAsync(HttpContext context, string what, Func<LeadRegister, LeadsFields, LeadsAnswer> work)
    {
        using var body = await DeskJson.ReadAsync(context);
        context.Did(what, NumberOf(context), changes: true);
        if (LeadsFields.Of(body) is not { } fields)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "这个请求读不懂。");
            return;
        }

        var editor = context.Editor().Name;
        await AnswerAsync(context, await Task.Run(() => Guarded(() => register.Read(editor, opened => work(opened, fields)))));
    }

    public async Task AnswerAsync(HttpContext context, LeadsAnswer? answer)
    {
        if (answer is null or { IsRefused: true })
        {
            await RequestFilter.RefuseAsync(context, answer is null ? HttpStatusCode.Locked : HttpStatusCode.UnprocessableEntity,
                answer?.Words ?? LockedWords);
            return;
        }

        if (answer.IsTold)
        {
            register.Tell(context.Editor().Name, answer.Words);
        }

        await DeskJson.WriteAsync(context, new { words = answer.Words, to = answer.To, link = answer.Link, opened = answer.IsOpened });
    }

    /// <summary>A file out of the register: to be kept, never to be opened in the browser.</summary>
    /// <param name="make">Name and bytes; null when there is no such file.</param>
    public async Task FileAsync(HttpContext context, string what, Func<LeadRegister, LeadsFile?> make)
    {
        context.Did(what, NumberOf(context));
        Made? made = null;
        var damage = await Task.Run(() => Guarded(() =>
        {
            made = register.Read(context.Editor().Name, opened => new Made(make(opened)));
            return null;
        }));
        if (made?.File is not { } file)
        {
            await RequestFilter.RefuseAsync(context, made is null ? HttpStatusCode.Locked : HttpStatusCode.NotFound,
                damage?.Words ?? (made is null ? LockedWords : "没有这个文件。"));
            return;
        }

        await SendAsync(context, file);
    }

    public static async Task SendAsync(HttpContext context, LeadsFile file)
    {
        var headers = context.Response.Headers;
        context.Response.ContentType = "application/octet-stream";
        headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.ContentLength = file.Bytes.Length;
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }

    /// <summary>The register's own sentence where it is not whole; it is closed then.</summary>
    public LeadsAnswer? Guarded(Func<LeadsAnswer?> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (LeadRegister.DamageOf(e) is not null)
        {
            register.CloseForAll();
            return LeadsAnswer.Refused($"线索库打不开或者不完整：{LeadRegister.DamageOf(e)!.Zh}。请找管线索库的人。");
        }
    }

    private (int Status, Html Body) Body<T>(HttpContext context, Func<LeadRegister, T?> read, Func<T, Html> show)
        where T : class
    {
        var mayKeep = context.Editor().May(DeskAction.KeepLeads);
        if (!register.IsThere)
        {
            return (StatusCodes.Status200OK, LeadsFrame.NoRegister(mayKeep));
        }

        Found<T>? found = null;
        if (Guarded(() =>
        {
            found = register.Read(context.Editor().Name, opened => new Found<T>(read(opened)));
            return null;
        }) is { } damage)
        {
            return (StatusCodes.Status500InternalServerError, LeadsFrame.Closed(damage.Words));
        }

        return found is null ? (StatusCodes.Status200OK, LeadsFrame.Locked(mayKeep))
            : found.Thing is null ? (StatusCodes.Status404NotFound, LeadsFrame.Closed("没有这一条线索。"))
            : (StatusCodes.Status200OK, show(found.Thing));
    }

    /// <summary>All that the desk's log is told of a lead.</summary>
    private static string? NumberOf(HttpContext context) =>
        context.Request.RouteValues.TryGetValue("number", out var said) && said is string text ? LeadNumber.Parse(text)?.ToString() : null;

    private sealed record Found<T>(T? Thing)
        where T : class;

    private sealed record Made(LeadsFile? File);
}

/// <param name="Name">Latin letters, digits, hyphens and a dot: never what the sender called it.</param>
internal sealed record LeadsFile(string Name, byte[] Bytes);

/// <summary>What a form sent: texts by name.</summary>
internal sealed class LeadsFields(IReadOnlyDictionary<string, string> said)
{
    /// <summary>Characters of a passphrase.</summary>
    public const int MostPassphrase = 256;

    /// <summary>Bytes of a key file or an anchor, and then some.</summary>
    private const int MostKeyBytes = 4096;

    /// <summary>Null when it is no object of texts.</summary>
    public static LeadsFields? Of(JsonDocument? body) => body?.RootElement is not { ValueKind: JsonValueKind.Object } root
        || root.EnumerateObject().Any(m => m.Value.ValueKind != JsonValueKind.String) ? null
        : new(root.EnumerateObject().DistinctBy(m => m.Name).ToDictionary(m => m.Name, m => m.Value.GetString()!, StringComparer.Ordinal));

    /// <summary>Without blanks around it; empty where nothing was said.</summary>
    public string this[string name] => said.GetValueOrDefault(name, "").Trim();

    public bool Says(string name) => this[name].Length > 0;

    public bool Has(string name) => said.ContainsKey(name);

    /// <summary>Those whose names begin so, without their beginning.</summary>
    public IEnumerable<(string Name, string Value)> Under(string beginning) =>
        said.Where(s => s.Key.StartsWith(beginning, StringComparison.Ordinal)).Select(s => (s.Key[beginning.Length..], s.Value.Trim()));

    /// <summary>What opens the register: a key file that was sent, else a passphrase; null for neither.</summary>
    public LeadKey? Key() => Says("key") ? Bytes("key") is { } file ? KeyFile.Parse(Encoding.ASCII.GetString(file)) : null
        : said.GetValueOrDefault("passphrase", "") is { Length: > 0 and <= MostPassphrase } words ? new Passphrase(words) : null;

    /// <summary>A small file that was sent under a name; null when there is none.</summary>
    public byte[]? Bytes(string name)
    {
        var content = said.GetValueOrDefault(name, "");
        var bytes = new byte[MostKeyBytes];
        return content.Length is > 0 and <= MostKeyBytes && Convert.TryFromBase64String(content, bytes, out var length)
            ? bytes[..length] : null;
    }

    /// <summary>A file that was sent; null, with why, when it was not.</summary>
    public byte[]? File(out string why)
    {
        var content = said.GetValueOrDefault("content", "");
        why = content.Length > (LeadsDoor.MostFileBytes / 3 * 4) + 4
            ? $"文件太大了，一个最多 {LeadsDoor.MostFileBytes / 1024 / 1024} MB。" : "文件没有传完整。";
        var bytes = new byte[(content.Length / 4 * 3) + 3];
        return content.Length is 0 || content.Length > (LeadsDoor.MostFileBytes / 3 * 4) + 4
            || !Convert.TryFromBase64String(content, bytes, out var length) || length == 0 ? null : bytes[..length];
    }
}
