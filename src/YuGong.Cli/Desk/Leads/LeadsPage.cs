using YuGong.Content;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The register's table, its lock, and the word why it is not there.</summary>
internal static class LeadsPage
{
    public static Html Closed(string why) => Html.Of($"<div class=\"crumbs\">私人线索库</div><h1>线索</h1><p class=\"alarm\">{why}</p>");

    public static Html Locked() => Html.Of($"""
        <div class="crumbs">私人线索库</div>
        <h1>线索</h1>
        <div class="gate lock">
        <p>线索库是加密的。口令只用这一次，不保存，也不记入日志；一刻钟不看就重新锁上。</p>
        <form data-leads>
        <label for="passphrase">线索库的口令</label><input id="passphrase" name="passphrase" type="password" autocomplete="off" required maxlength="256">
        <button class="button" type="submit">打开</button> <p role="status" class="soft"></p>
        </form></div>
        """);

    public static Html Table(LeadFilter filter, Taxonomies words, int all, IReadOnlyList<LeadLine> lines, int page, int pages) => Html.Of($"""
        <div class="crumbs">私人线索库 · 只读 · 请勿外传</div>
        <h1>线索 <span class="number">{all}</span></h1>
        <form class="filter" method="get" action="/desk/leads/">
        <label>状态 <select name="state"><option value="">全部</option>{Html.Join(Enum.GetValues<LeadState>(), s => Option(LeadLabels.Id(s), LeadLabels.Of(s), filter.State == s))}</select></label>
        <label>渠道 <select name="channel"><option value="">全部</option>{Html.Join(Enum.GetValues<Channel>(), c => Option(LeadLabels.Id(c), LeadLabels.Of(c), filter.Channel == c))}</select></label>
        <label>方向 <select name="direction"><option value="">全部</option>{Html.Join(words.Directions, d => Option(d.Id, d.Short, filter.Direction == d.Id))}</select></label>
        <label>区县 <select name="district"><option value="">全部</option>{Html.Join(words.Districts, d => Option(d.Id, d.Name, filter.District == d.Id))}</select></label>
        <label>任何一栏里有 <input name="q" type="search" maxlength="100" value="{filter.Text}"></label>
        <button class="button button-quiet" type="submit">筛选</button> <button class="button button-quiet" type="button" data-leads-close>锁上</button>
        </form>
        <div class="scroll" tabindex="0" role="region" aria-label="线索"><table class="table">
        <thead><tr><th scope="col">编号</th><th scope="col">收到</th><th scope="col">状态</th><th scope="col">渠道</th><th scope="col">方向</th><th scope="col">区县</th><th scope="col">姓名</th><th scope="col">单位</th></tr></thead>
        <tbody>{Html.Join(lines, l => Row(l, words))}</tbody></table></div>
        {(lines.Count == 0 ? new Html("<p class=\"none\">没有这样的线索。</p>") : Html.None)}{Pager(filter, page, pages)}
        """);

    private static Html Row(LeadLine line, Taxonomies words) => Html.Of($"""
        <tr><td>{line.Row.Number.ToString()}</td><td>{line.Row.Received:yyyy-MM-dd}</td><td>{LeadLabels.Of(line.Row.State)}</td><td>{(line.Row.Channel is { } c ? LeadLabels.Of(c) : "")}</td><td>{NameOf(words.Directions, line.Row.Direction)}</td><td>{NameOf(words.Districts, line.Row.District)}</td><td>{VisibleText.Line(line.Person)}</td><td>{VisibleText.Line(line.Unit)}</td></tr>
        """);

    private static Html Pager(LeadFilter filter, int page, int pages)
    {
        if (pages <= 1)
        {
            return Html.None;
        }

        (string Name, string? Value)[] said =
            [("state", filter.State is { } s ? LeadLabels.Id(s) : null), ("channel", filter.Channel is { } c ? LeadLabels.Id(c) : null),
                ("direction", filter.Direction), ("district", filter.District), ("q", filter.Text)];
        var kept = string.Concat(said.Where(x => x.Value is not null).Select(x => $"{x.Name}={Uri.EscapeDataString(x.Value!)}&"));
        return Html.Of(
            $"<p class=\"crumbs\">第 {page} 页，共 {pages} 页 "
            + $"{(page > 1 ? Html.Of($"<a href=\"?{kept}page={page - 1}\">上一页</a>") : Html.None)} "
            + $"{(page < pages ? Html.Of($"<a href=\"?{kept}page={page + 1}\">下一页</a>") : Html.None)}</p>");
    }

    private static Html Option(string value, string name, bool chosen) =>
        Html.Of($"<option value=\"{value}\"{(chosen ? new Html(" selected") : Html.None)}>{name}</option>");

    private static string NameOf(IEnumerable<Term> terms, string? id) =>
        id is null ? "" : terms.FirstOrDefault(t => t.Id == id)?.Name ?? id;
}
