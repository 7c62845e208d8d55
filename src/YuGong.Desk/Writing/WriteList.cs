namespace YuGong.Desk;

/// <summary>An entry as the list of what can be written shows it.</summary>
/// <param name="State">Where it has come to, in words.</param>
/// <param name="IsUnsaved">Something was typed that is no step yet.</param>
public sealed record WriteLine(string Id, string Title, string State, bool IsUnsaved);

/// <summary>A file about the whole site as the list shows it.</summary>
/// <param name="State">Where it has come to, in words.</param>
public sealed record SiteLine(SiteForm Form, string State, bool IsUnsaved);

/// <summary>The lists of <c>/desk/write/</c>: every entry of a kind by its name, and a box to find one.</summary>
public static class WriteList
{
    /// <param name="query">What is looked for; empty for everything.</param>
    public static Html Render(DeskCollection shown, IReadOnlyList<WriteLine> lines, string query) => Html.Of($"""
        <h1>写稿</h1>
        {Kinds(shown.Name)}
        <div class="write-list-top">{Find(shown, query)}
        {Begin(shown.Name, $"新的{shown.Singular}叫什么", shown.TitleKey == "name" ? "姓名" : "标题", $"新建{shown.Singular}")}</div>
        {(shown.Name is "stories" or "dialogues" ? Import(shown) : Html.None)}
        <p class="soft">{(query.Length > 0 ? $"“{query}”:" : "")}{lines.Count} 篇</p>
        <ul class="write-list">{Html.Join(lines, l => Line(shown, l))}</ul>
        """);

    private static Html Find(DeskCollection shown, string query) => Html.Of($"""
        <form class="find" role="search" action="/desk/write/{shown.Name}/">
        <label><span class="visually-hidden">找{shown.Label}</span>
        <input type="search" name="q" value="{query}" placeholder="名字或编号"></label>
        <button class="button button-quiet">找</button></form>
        """);

    /// <summary>Something new begins with a name.</summary>
    private static Html Begin(string list, string asked, string example, string button) => Html.Of($"""
        <form class="begin" data-begin="{list}">
        <label><span class="visually-hidden">{asked}</span><input name="name" required placeholder="{example}"></label>
        <button class="button">{button}</button> <span role="status"></span></form>
        """);

    /// <summary>A manuscript may also be dropped anywhere on the page.</summary>
    private static Html Import(DeskCollection shown) => Html.Of($"""
        <form class="begin import" data-import="{shown.Name}"><label>有 Word、WPS 的稿子，选一个或拖到这一页：
        <input type="file" name="file" accept=".docx,.html,.htm" required></label>
        <button class="button button-quiet">做成草稿</button> <span role="status"></span></form>
        """);

    /// <summary>The files about the whole site.</summary>
    /// <param name="mayBegin">Whether whoever looks may begin a vocabulary.</param>
    public static Html RenderSite(IReadOnlyList<SiteLine> lines, bool mayBegin) => Html.Of($"""
        <h1>写稿</h1>
        {Kinds(DeskCollection.SiteName)}
        <p class="soft">词表一存,下一张表单里就有新的词;编号由名字得来,条目记的是编号,所以改名不用改条目。还有条目用着的词删不掉。</p>
        {(mayBegin ? Begin(DeskCollection.SiteName, "新的词表叫什么", "例如 行业", "新建词表") : Html.None)}
        <ul class="write-list">{Html.Join(lines, Line)}</ul>
        """);

    private static Html Line(SiteLine line) =>
        Line($"{DeskCollection.SiteName}/{line.Form.Id}", line.Form.File.Title, line.Form.File.Purpose, line.State, line.IsUnsaved);

    private static Html Line(DeskCollection shown, WriteLine line) =>
        Line($"{shown.Name}/{line.Id}", line.Title, line.Id, line.State, line.IsUnsaved);

    private static Html Line(string place, string title, string about, string state, bool isUnsaved) => Html.Of($"""
        <li><a href="/desk/write/{place}/">{title}</a><span class="id">{about}</span>
        <span class="state">{state}</span>{(isUnsaved ? Unsaved : Html.None)}</li>

        """);

    private static Html Unsaved { get; } = new("<span class=\"unsaved\">有没存的改动</span>");

    private static Html Kinds(string shown)
    {
        IEnumerable<(string Name, string Label)> all =
            [.. DeskCollection.All.Select(c => (c.Name, c.Label)), (DeskCollection.SiteName, "词表与网站")];
        var here = new Html(" aria-current=\"page\"");
        var items = Html.Join(all,
            c => Html.Of($"<li><a href=\"/desk/write/{c.Name}/\"{(c.Name == shown ? here : Html.None)}>{c.Label}</a></li>"));
        return Html.Of($"<nav class=\"kinds\" aria-label=\"栏目\"><ul>{items}</ul></nav>");
    }
}
