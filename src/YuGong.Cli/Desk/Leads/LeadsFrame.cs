using YuGong.Content;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>What all pages of the register share: its rooms, its lock, pieces of forms.</summary>
internal static class LeadsFrame
{
    private static readonly (string Address, string Name, DeskAction Needs)[] Rooms =
    [
        ("/desk/leads/", "线索", DeskAction.ReadLeads), ("/desk/leads/in/", "收件", DeskAction.WorkLeads),
        ("/desk/leads/scores/", "评分", DeskAction.ReadLeads), ("/desk/leads/statistics/", "统计", DeskAction.ReadLeads),
        ("/desk/leads/certificates/", "证书", DeskAction.KeepLeads), ("/desk/leads/due/", "到期", DeskAction.ReadLeads),
        ("/desk/leads/journal/", "流水", DeskAction.ReadLeads), ("/desk/leads/register/", "线索库", DeskAction.KeepLeads),
    ];

    public static Html Head { get; } = new(
        "<link rel=\"stylesheet\" href=\"/desk/leads.css\">\n<script src=\"/desk/leads.js\" type=\"module\"></script>\n");

    /// <param name="told">What was done just now; null for nothing.</param>
    public static Html Render(Editor editor, string here, Html body, string? told) => Html.Of($"""
        <div class="crumbs">私人线索库 · 请勿外传 {Leave(here)}</div>
        {(editor.May(DeskAction.ReadLeads) ? Nav(editor, here) : Html.None)}
        {(told is null ? Html.None : Html.Of($"<p class=\"told\" role=\"status\">{told}</p>"))}
        {body}
        """);

    public static Html Closed(string why) => Html.Of($"<h1>线索</h1><p class=\"alarm\">{why}</p>");

    /// <param name="mayKeep">Whether whoever looks may also mend it.</param>
    public static Html Locked(bool mayKeep) => Html.Of($"""
        <h1>线索</h1>
        <div class="gate lock">
        <p>线索库是加密的。口令只用这一次，不保存，也不记入日志；一刻钟不看就重新锁上。</p>
        <form data-leads="/desk/leads/open">{Key("线索库的口令")}
        <button class="button" type="submit">打开</button> <p role="status" class="soft"></p>
        </form>{(mayKeep ? Mend : Html.None)}</div>
        """);

    /// <param name="mayMake">Whether whoever looks may make one.</param>
    public static Html NoRegister(bool mayMake) => !mayMake ? Closed("这里还没有线索库，请管线索库的人（能发布的人）先建一个。") : Html.Of($"""
        <h1>建一个线索库</h1>
        <div class="gate lock">
        <p>线索库是加密的，口令丢了就谁也打不开：请抄在纸上锁起来，和这台机器分开放。四个以上互不相关的词，拼成十二个字以上。</p>
        <form data-leads="/desk/leads/make">{FreshKey}
        <button class="button" type="submit">建库</button> <p role="status" class="soft"></p>
        </form>{Mend}</div>
        """);

    /// <summary>Where a key is asked for: words, or a file.</summary>
    /// <param name="id">Of the field, where a page has several.</param>
    public static Html Key(string label, string id = "passphrase") => Html.Of($"""
        <label for="{id}">{label}</label>
        <input id="{id}" name="passphrase" type="password" autocomplete="off" maxlength="{LeadsFields.MostPassphrase}">
        <details class="key"><summary>用钥匙文件</summary><label>钥匙文件 <input type="file" data-file="key"></label></details>
        """);

    /// <summary>A key that the register shall have: words said twice, or a file that whoever asks has already.</summary>
    public static Html FreshKey { get; } = Html.Of($"""
        <label for="fresh">新口令</label>
        <input id="fresh" name="fresh" type="password" autocomplete="new-password" maxlength="{LeadsFields.MostPassphrase}">
        <label for="again">再写一遍</label>
        <input id="again" name="again" type="password" autocomplete="new-password" maxlength="{LeadsFields.MostPassphrase}">
        <details class="key"><summary>改用钥匙文件</summary>
        <p class="soft"><a href="/desk/leads/mend/key" download>做一个新的钥匙文件</a>，存到别的盘上，再选它。这里不留；丢了就谁也打不开。</p>
        <label>钥匙文件 <input type="file" data-file="key"></label></details>
        """);

    private static Html Mend { get; } = new("""
        <p class="soft"><a href="/desk/leads/mend/">打不开、锚对不上、要从备份恢复</a></p>
        """);

    public static Html Option(string value, string name, bool chosen) =>
        Html.Of($"<option value=\"{value}\"{(chosen ? new Html(" selected") : Html.None)}>{name}</option>");

    /// <param name="none">What the choice of nothing is called.</param>
    public static Html Select(string name, string label, string none, IEnumerable<Term> terms, string? chosen) => Html.Of($"""
        <label>{label} <select name="{name}">{Option("", none, chosen is null)}{Html.Join(terms, t => Option(t.Id, t.Name, t.Id == chosen))}
        </select></label>
        """);

    /// <summary>A form that sends what it holds, and says below its button how that ended.</summary>
    /// <param name="confirm">Asked before; empty to ask nothing.</param>
    public static Html Form(string address, Html fields, string button, string confirm = "", bool quiet = true) => Html.Of($"""
        <form class="deed" data-leads="{address}"{Asking(confirm)}>{fields}
        <p><button class="button{(quiet ? " button-quiet" : "")}" type="submit">{button}</button>
        <span role="status" class="soft"></span></p></form>
        """);

    public static string NameOf(IEnumerable<Term> terms, string? id) =>
        id is null ? "" : terms.FirstOrDefault(t => t.Id == id)?.Name ?? id;

    private static Html Nav(Editor editor, string here) => Html.Of($"""
        <nav class="rooms" aria-label="线索库"><ul>{Html.Join(Rooms.Where(r => editor.May(r.Needs)), r => Room(r, here))}</ul></nav>
        """);

    private static Html Asking(string confirm) => confirm.Length == 0 ? Html.None : Html.Of($" data-confirm=\"{confirm}\"");

    private static Html Leave(string here) => here.Length == 0 ? Html.None : new(
        "<button class=\"button button-quiet close\" type=\"button\" data-leads-close>锁上</button>");

    private static Html Room((string Address, string Name, DeskAction) room, string here) => Html.Of(
        $"<li><a href=\"{room.Address}\"{(room.Address == here ? new Html(" aria-current=\"page\"") : Html.None)}>{room.Name}</a></li>");
}
