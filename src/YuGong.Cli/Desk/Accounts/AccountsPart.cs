using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>
/// <c>/desk/accounts/</c>: what <c>yugong desk accounts</c> does, for those who manage accounts. Changes count at once; each is in the log.
/// </summary>
internal sealed class AccountsPart(AccountStore accounts) : IEndpoints
{
    /// <summary>Characters of a name that the log repeats, be it one or not.</summary>
    private const int MostNamed = 60;

    private static readonly Html Head = new(
        "<link rel=\"stylesheet\" href=\"/desk/accounts.css\">\n<script src=\"/desk/accounts.js\" type=\"module\"></script>\n");

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/accounts/", PageAsync).For(DeskAction.ManageAccounts);
        routes.MapPost("/desk/accounts/{deed}", ChangeAsync).For(DeskAction.ManageAccounts);
    }

    private Task PageAsync(HttpContext context) => DeskPage.WriteAsync(context,
        DeskPage.Render(context, "账户", "/desk/accounts/", AccountsPage.Render(accounts.Now(), context.Editor()), Head));

    private async Task ChangeAsync(HttpContext context, string deed)
    {
        using var body = await DeskJson.ReadAsync(context);
        var (name, role, mail) = (DeskJson.Said(body, "name"), Roles.Find(DeskJson.Said(body, "role")), DeskJson.Said(body, "mail").Trim());
        var password = deed is "add" or "reset" or "on" ? AccountChange.OneTimePassword() : null;
        var once = password is null ? null : await Task.Run(() => PasswordHash.Of(password));
        if (deed is "add" or "role" && role is null)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "至少要有一个角色。");
            return;
        }

        if (ChangeFor(deed, name, role, mail, once) is not { } change)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这件事可做。");
            return;
        }

        var about = name[..Math.Min(name.Length, MostNamed)];
        context.Did("account-" + deed, role is { } given ? $"{about} {Roles.WordsOf(given)}" : about, changes: true);
        var why = "账户文件读不懂，没有动它：请能上这台机器的同事看看。";
        var isDone = accounts.Change(now =>
        {
            (var made, why) = change(now);
            return made;
        });
        if (!isDone)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, why);
            return;
        }

        await DeskJson.WriteAsync(context, new { name = name.Trim(), password });
    }

    /// <summary>Null for a deed that there is not.</summary>
    private static Func<AccountFile, AccountChange>? ChangeFor(string deed, string name, Role? role, string mail,
        PasswordHash? once) =>
        (deed, role) switch
        {
            ("add", { } given) => now => AccountChange.Add(now, name, given, mail, once!),
            ("role", { } given) => now => AccountChange.GiveRole(now, name, given),
            ("mail", _) => now => AccountChange.GiveMail(now, name, mail),
            ("reset", _) => now => AccountChange.Reset(now, name, once!),
            ("on", _) => now => AccountChange.SwitchOn(now, name, once!),
            ("off", _) => now => AccountChange.SwitchOff(now, name),
            ("remove", _) => now => AccountChange.Remove(now, name),
            _ => null,
        };
}
