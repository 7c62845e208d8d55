namespace YuGong.Desk;

/// <summary>An entry as the list of what can be written shows it.</summary>
/// <param name="State">Where it has come to, in words.</param>
/// <param name="IsUnsaved">Something was typed that is no step yet.</param>
public sealed record WriteLine(string Id, string Title, string State, bool IsUnsaved);

/// <summary>The lists of <c>/desk/write/</c>: every entry of a kind by its name, and a box to find one.</summary>
public static class WriteList
{
    /// <param name="query">What is looked for; empty for everything.</param>
    public static Html Render(DeskCollection shown, IReadOnlyList<WriteLine> lines, string query) => Html.Of($"""
        <h1>写稿</h1>
        <nav class="kinds" aria-label="栏目"><ul>{Html.Join(DeskCollection.All, c => Html.Of($"<li><a href=\"/desk/write/{c.Name}/\"{(c == shown ? new Html(" aria-current=\"page\"") : Html.None)}>{c.Label}</a></li>"))}</ul></nav>
        <div class="write-list-top"><form class="find" role="search" action="/desk/write/{shown.Name}/"><label><span class="visually-hidden">找{shown.Label}</span><input type="search" name="q" value="{query}" placeholder="名字或编号"></label><button class="button button-quiet">找</button></form>
        <form class="begin" data-begin="{shown.Name}"><label><span class="visually-hidden">新的{shown.Singular}叫什么</span><input name="name" required placeholder="{(shown.TitleKey == "name" ? "姓名" : "标题")}"></label><button class="button">新建{shown.Singular}</button> <span role="status"></span></form></div>
        <p class="soft">{(query.Length > 0 ? $"“{query}”:" : "")}{lines.Count} 篇</p>
        <ul class="write-list">{Html.Join(lines, l => Line(shown, l))}</ul>
        <p class="soft">词表和删除仍在<a href="/admin/">原来的编辑器</a>里。</p>
        """);

    private static Html Line(DeskCollection shown, WriteLine line) => Html.Of($"""
        <li><a href="/desk/write/{shown.Name}/{line.Id}/">{line.Title}</a><span class="id">{line.Id}</span><span class="state">{line.State}</span>{(line.IsUnsaved ? new Html("<span class=\"unsaved\">有没存的改动</span>") : Html.None)}</li>

        """);
}
