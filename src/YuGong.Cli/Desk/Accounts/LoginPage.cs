using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What the page where one logs in says.</summary>
internal sealed record LoginRequest
{
    /// <summary>The site's name.</summary>
    public required string Site { get; init; }

    /// <summary>Ties the form to the browser.</summary>
    public required string Token { get; init; }

    /// <summary>Where the login leads.</summary>
    public required string To { get; init; }

    /// <summary>Who is logged in here.</summary>
    public string? Here { get; init; }

    public string? Mistake { get; init; }

    /// <summary>Whether they choose another password.</summary>
    public bool IsChanging { get; init; }

    /// <summary>What they called themselves.</summary>
    public string Name { get; init; } = "";
}

/// <summary>Where one logs in, and chooses another password; works without script.</summary>
internal static class LoginPage
{
    public static Html Render(LoginRequest asked) => DeskPage.Bare("登录", Html.Of($"""
        <main class="gate" id="main">
        <h1><span class="brush">{asked.Site}</span> <span>编辑台</span></h1>
        {(asked.Mistake is null ? Html.None : Html.Of($"<p class=\"alarm\" role=\"alert\">{asked.Mistake}</p>"))}
        {(asked.Here is null ? Html.None : Leave(asked.Token, asked.Here))}
        <form method="post" action="{PasswordLogin.Address}">
        <input type="hidden" name="form" value="{asked.Token}"><input type="hidden" name="to" value="{asked.To}">
        <label for="name">姓名</label>
        <input id="name" name="name" autocomplete="username" required maxlength="40" value="{asked.Name}" autofocus>
        <label for="password">{(asked.IsChanging ? "现在的口令" : "口令")}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="{PasswordHash.Longest}">
        {(asked.IsChanging ? Fresh : Html.None)}
        <button class="button" type="submit">{(asked.IsChanging ? "换口令并登录" : "登录")}</button>
        </form>
        {(asked.IsChanging ? Html.None : new Html($"<p class=\"soft\"><a href=\"{PasswordLogin.Address}?change=1\">换口令</a></p>"))}
        <p class="soft">忘了口令，请找管理员在「账户」里重设，或找能上这台机器的同事运行 <code>{CommandName.Value} desk accounts password</code>。</p>
        </main>
        """));

    private static Html Fresh { get; } = Html.Of($"""
        <label for="fresh">新口令（至少 {PasswordHash.Shortest} 个字符，四五个不相干的词就好）</label>
        <input id="fresh" name="fresh" type="password" autocomplete="new-password" required
         minlength="{PasswordHash.Shortest}" maxlength="{PasswordHash.Longest}">
        <label for="again">新口令，再写一次</label>
        <input id="again" name="again" type="password" autocomplete="new-password" required maxlength="{PasswordHash.Longest}">
        """);

    private static Html Leave(string token, string here) => Html.Of($"""
        <form method="post" action="{PasswordLogin.Address}" class="leave">
        <input type="hidden" name="form" value="{token}"><input type="hidden" name="leave" value="1">
        <p>现在是<strong>{here}</strong>。</p> <button class="button button-quiet" type="submit">退出</button> <a href="/desk/">回到总览</a>
        </form>
        """);
}
