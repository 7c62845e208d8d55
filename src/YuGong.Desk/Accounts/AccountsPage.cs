namespace YuGong.Desk;

/// <summary><c>/desk/accounts/</c>: who may log in, for those who may publish.</summary>
public static class AccountsPage
{
    /// <param name="me">Who looks.</param>
    public static Html Render(AccountFile accounts, Editor me) => Html.Of($"""
        <h1>账户</h1>
        <p class="soft">谁能登录编辑台，做什么。新账户和重设口令都给一个一次性的口令，只在这里显示一次；本人第一次登录时换成自己的。</p>
        <form class="account-new" data-account-add>
        <label><span class="name">姓名</span><input name="name" required maxlength="40" autocomplete="off"></label>
        <label><span class="name">角色</span>{Choice("", Role.Editor)}</label>
        <button class="button">加一个账户</button></form>
        <div class="account-once" data-once hidden tabindex="-1"><p><strong data-once-name></strong> 的一次性口令，关掉就看不到了：</p>
        <p><code data-once-words></code></p><button type="button" class="button button-quiet" data-once-done>记下了</button></div>
        <p role="status" class="account-said" data-accounts-said></p>
        <ul class="accounts">{Html.Join(accounts.Accounts.OrderBy(a => a.Name, StringComparer.Ordinal), a => Line(a, me))}</ul>
        """);

    private static Html Line(Account account, Editor me)
    {
        var mine = account.Name == me.Name ? new Html(" <span class=\"kind\">我</span>") : Html.None;
        return Html.Of($"""
            <li data-account="{account.Name}"><h2>{account.Name}{mine}</h2>
            <p class="state">{StateOf(account)}</p>
            <div class="tools-row"><label><span class="visually-hidden">{account.Name}的角色</span>
            {Choice("data-account-role", account.Role)}</label>
            {Buttons(account)}</div></li>

            """);
    }

    private static Html Buttons(Account account) => account.State == AccountState.Off
        ? Html.Of($"{Button("on", "重新启用", account)}{Button("remove", "删除", account)}")
        : Html.Of($"{Button("reset", "重设口令", account)}{Button("off", "停用", account)}{Button("remove", "删除", account)}");

    private static Html Button(string deed, string words, Account account) => Html.Of(
        $"<button type=\"button\" class=\"button button-quiet\" data-account-do=\"{deed}\" aria-label=\"{words}：{account.Name}\">"
            + $"{words}</button>\n");

    private static string StateOf(Account account) => account.State switch
    {
        AccountState.Off => "停用",
        AccountState.Once => "还没有换上自己的口令",
        _ => "能登录",
    };

    private static Html Choice(string mark, Role chosen) => Html.Of(
        $"<select name=\"role\"{(mark.Length > 0 ? new Html(" " + mark) : Html.None)}>"
            + $"{Html.Join(Roles.All, r => Option(r, chosen))}</select>");

    private static Html Option((string Word, string Name, Role Role) role, Role chosen) => Html.Of(
        $"<option value=\"{role.Word}\"{(role.Role == chosen ? new Html(" selected") : Html.None)}>{role.Name}</option>");
}
