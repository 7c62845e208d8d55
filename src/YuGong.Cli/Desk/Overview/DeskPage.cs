using System.Text;
using Microsoft.AspNetCore.Http;
using YuGong.Build.Faults;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>The frame of the desk's own pages.</summary>
internal static class DeskPage
{
    /// <summary>Everything from here, no script in the page, in no foreign frame.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri "
            + "'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly (string Address, string Name)[] Rooms =
        [("/desk/", "总览"), ("/desk/write/", "写稿"), ("/desk/media/", "图片"), ("/desk/site/", "网站预览"), ("/desk/leads/", "线索")];

    /// <param name="head">Style and script that this page has besides those of all.</param>
    public static Html Render(HttpContext context, string title, string here, Html body, Html? head = null) => Bare(title, Html.Of($"""
        <a class="skip" href="#main">跳到正文</a>
        <header class="bar">
        <a class="mark" href="/desk/"><span class="brush">{context.SiteTitle()}</span> <span class="side">编辑台</span></a>
        <nav aria-label="编辑台"><ul>{Html.Join(Rooms, r => Room(r.Address, r.Name, r.Address == here))}</ul></nav>
        <p class="who">{context.Editor().Name}{Accounts(context.Editor(), here)}{Leave(context.Editor())}</p>
        </header>
        <main id="main" tabindex="-1">
        {body}
        </main>
        """), head);

    public static Html Bare(string title, Html body, Html? head = null) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="zh-Hans">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{title} · 编辑台</title>
        <link rel="icon" type="image/svg+xml" href="/desk/logo.svg">
        <link rel="stylesheet" href="/desk/fonts.css">
        <link rel="stylesheet" href="/desk/desk.css">
        <script src="/desk/desk.js" defer></script>
        {head ?? Html.None}
        </head>
        <body>
        {body}
        </body>
        </html>

        """);

    /// <summary>What went wrong as a page, which asks again by itself until it is mended.</summary>
    public static Task WriteFaultAsync(HttpContext context, Fault fault)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.Headers["Refresh"] = "3";
        return WriteAsync(context, Bare("现在做不出来",
            Html.Of($"""
                <main id="main"><h1>这一页现在做不出来</h1><p class="alarm">{fault.Words.Zh}</p>
                <p>改好以后,这一页会自己重新打开;别的页面照常可用。</p></main>
                """)));
    }

    /// <param name="policy">Another one than that of all pages.</param>
    public static async Task WriteAsync(HttpContext context, Html page, string policy = Policy)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = policy;
        var bytes = Encoding.UTF8.GetBytes(page.Text);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static Html Room(string address, string name, bool isHere) =>
        Html.Of($"<li><a href=\"{address}\"{Current(isHere)}>{name}</a></li>");

    private static Html Accounts(Editor editor, string here) => !editor.May(DeskAction.ManageAccounts) ? Html.None
        : Html.Of($" <a href=\"/desk/accounts/\"{Current(here == "/desk/accounts/")}>账户</a>");

    private static Html Leave(Editor editor) =>
        editor.OneOfSeveral ? Html.Of($" <a href=\"{PasswordLogin.Address}\">换人、退出</a>") : Html.None;

    private static Html Current(bool here) => here ? new(" aria-current=\"page\"") : Html.None;
}
