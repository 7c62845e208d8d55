using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Where one logs in; works without script.</summary>
internal static class LoginPage
{
    /// <param name="site">Its name.</param>
    public static Html Render(string site, string token, string to, string? here, string? mistake) => DeskPage.Bare("登录", Html.Of($"""
        <main class="gate" id="main">
        <h1><span class="brush">{site}</span> <span>编辑台</span></h1>
        {(mistake is null ? Html.None : Html.Of($"<p class=\"alarm\" role=\"alert\">{mistake}</p>"))}
        {(here is null ? Html.None : Leave(token, here))}
        <form method="post" action="{PasswordLogin.Address}">
        <input type="hidden" name="form" value="{token}"><input type="hidden" name="to" value="{to}">
        <label for="name">姓名</label><input id="name" name="name" autocomplete="username" required maxlength="40" autofocus>
        <label for="password">口令</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="{PasswordHash.Longest}">
        <button class="button" type="submit">登录</button>
        </form>
        <p class="soft">忘了口令，请找能上这台机器的同事运行 <code>{CommandName.Value} desk accounts password</code>。</p>
        </main>
        """));

    private static Html Leave(string token, string here) => Html.Of($"""
        <form method="post" action="{PasswordLogin.Address}" class="leave">
        <input type="hidden" name="form" value="{token}"><input type="hidden" name="leave" value="1">
        <p>现在是<strong>{here}</strong>。</p> <button class="button button-quiet" type="submit">退出</button> <a href="/desk/">回到总览</a>
        </form>
        """);
}
