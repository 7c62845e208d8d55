namespace YuGong.Desk;

/// <summary><c>/desk/accounts/</c>: who may log in, for those who manage accounts.</summary>
public static class AccountsPage
{
    /// <param name="me">Who looks.</param>
    public static Html Render(AccountFile accounts, Editor me) => Html.Of($"""
        <h1>账户</h1>
        <p class="soft">谁能登录编辑台，做什么。新账户和重设口令都给一个一次性的口令，只在这里显示一次；本人第一次登录时换成自己的。</p>
        <form class="account-new" data-account-add>
        <label><span class="name">姓名</span><input name="name" required maxlength="40" autocomplete="off"></label>
        <label><span class="name">邮箱，收通知用，可以不写</span><input name="mail" type="email" maxlength="200" autocomplete="off"></label>
        {Choice("", Role.Editor)}
        <button class="button">加一个账户</button></form>
        <details class="role-words"><summary>哪个角色做什么</summary><dl>
        <dt>编辑</dt><dd>写稿、送审、办线索。</dd>
        <dt>初审、复审、终审</dt><dd>对照来源审别人写的；终审还管发布、上线、撤下、词表和网站的文字、线索库。</dd>
        <dt>校对</dt><dd>改字、写批注、按“校过”，不定稿，不发布。</dd>
        <dt>管理员</dt><dd>管账户，不必能写、能审。</dd></dl></details>
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
            <p class="state">{StateOf(account)}{MailOf(account)}</p>
            {Choice(account.Name, account.Role)}
            <div class="tools-row">{Buttons(account)}</div></li>

            """);
    }

    private static Html Buttons(Account account) => account.State == AccountState.Off
        ? Html.Of($"{Button("on", "重新启用", account)}{Button("remove", "删除", account)}")
        : Html.Of($"{Button("reset", "重设口令", account)}{Button("mail", "改邮箱", account)}{Button("off", "停用", account)}"
            + $"{Button("remove", "删除", account)}");

    private static string MailOf(Account account) => account.IsReached ? $"，{account.Mail}" : "";

    private static Html Button(string deed, string words, Account account) => Html.Of(
        $"<button type=\"button\" class=\"button button-quiet\" data-account-do=\"{deed}\" aria-label=\"{words}：{account.Name}\">"
            + $"{words}</button>\n");

    private static string StateOf(Account account) => account.State switch
    {
        AccountState.Off => "停用",
        AccountState.Once => "还没有换上自己的口令",
        _ => "能登录",
    };

    /// <param name="name">Whose; empty for a new account.</param>
    private static Html Choice(string name, Role chosen)
    {
        var legend = name.Length == 0 ? new Html("<legend class=\"name\">角色，可以几个</legend>")
            : Html.Of($"<legend class=\"visually-hidden\">{name}的角色</legend>");
        var boxes = Html.Join(Roles.All, r => Html.Of(
            $"<label><input type=\"checkbox\" name=\"role\" value=\"{r.Word}\"{Checked(chosen.HasFlag(r.Role))}> {r.Name}</label>\n"));
        var mark = name.Length == 0 ? Html.None : new Html(" data-account-role");
        return Html.Of($"<fieldset class=\"roles\"{mark}>{legend}{boxes}</fieldset>");
    }

    private static Html Checked(bool isChosen) => isChosen ? new(" checked") : Html.None;
}
