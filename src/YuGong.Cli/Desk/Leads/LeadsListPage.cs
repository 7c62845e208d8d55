using YuGong.Content;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What the list is made of.</summary>
internal sealed record LeadsListing(LeadsView View, IReadOnlyList<LeadLine> Lines, IReadOnlyList<string> People, Retention Retention)
{
    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>The register's table with its filters.</summary>
internal static class LeadsListPage
{
    public const int PageSize = 100;

    private const string Head = "编号 收到 状态 姓名 单位 方向 区县 渠道 经办";

    public static Html Render(LeadsListing listing, Taxonomies words, DateOnly today)
    {
        var (lines, pages) = (listing.Lines, (listing.Lines.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(listing.Page, 1, Math.Max(1, pages));
        var shown = lines.Skip((page - 1) * PageSize).Take(PageSize);
        return Html.Of($"""
            <h1>线索 <span class="number">{lines.Count}</span></h1>
            {Filter(listing, words)}
            <div class="scroll" tabindex="0" role="region" aria-label="线索"><table class="table leads">
            <thead><tr>{Html.Join(Head.Split(' '), h => Html.Of($"<th scope=\"col\">{h}</th>"))}</tr></thead>
            <tbody>{Html.Join(shown, l => Row(l, words, listing.Retention.DueOf(l.Row) <= today))}</tbody></table></div>
            {(lines.Count == 0 ? new Html("<p class=\"none\">没有这样的线索。</p>") : Html.None)}{Pager(page, pages)}
            """);
    }

    private static Html Filter(LeadsListing listing, Taxonomies words)
    {
        var (filter, states) = (listing.View.Filter, Enum.GetValues<LeadState>().Select(s => new Term(LeadLabels.Id(s), LeadLabels.Of(s))));
        var state = filter.State is { } said ? LeadLabels.Id(said) : null;
        var channel = filter.Channel is { } way ? LeadLabels.Id(way) : null;
        var people = listing.People.Select(p => new Term("=" + p, p)).Prepend(new("=", "还没有人"));
        return Html.Of($"""
            <form class="filter" data-leads="/desk/leads/find">
            {LeadsFrame.Select("state", "状态", "全部", states, state)}
            {LeadsFrame.Select("direction", "方向", "全部", words.Directions.Select(d => new Term(d.Id, d.Short)), filter.Direction)}
            {LeadsFrame.Select("district", "区县", "全部", words.Districts, filter.District)}
            {LeadsFrame.Select("batch", "批次", "全部", words.Batches, filter.Batch)}
            {LeadsFrame.Select("channel", "渠道", "全部", LeadSorting.Terms(LeadSorting.Channel, words), channel)}
            {LeadsFrame.Select("assigned", "经办", "全部", people, filter.Assigned is { } name ? "=" + name : null)}
            {LeadsFrame.Select("due", "保存期", "全部", [new("due", "已到期")], listing.View.IsDue ? "due" : null)}
            <label>任何一栏里有 <input name="q" type="search" maxlength="100" autocomplete="off" value="{filter.Text}"></label>
            <button class="button button-quiet" type="submit">筛选</button> <span role="status" class="soft"></span>
            </form>
            """);
    }

    private static Html Row(LeadLine line, Taxonomies words, bool isDue)
    {
        var row = line.Row;
        var person = line.Person.Length > 0 ? VisibleText.Line(line.Person) : "（没有写姓名）";
        return Html.Of($"""
            <tr><td class="soft">{row.Number.ToString()}</td><td>{row.Received:yyyy-MM-dd}</td>
            <td>{LeadLabels.Of(row.State)}{(isDue ? new Html(" <span class=\"kind\">已到期</span>") : Html.None)}</td>
            <td><a href="{AddressOf(row.Number)}">{person}</a></td><td>{VisibleText.Line(line.Unit)}</td>
            <td>{LeadsFrame.NameOf(words.Directions, row.Direction)}</td><td>{LeadsFrame.NameOf(words.Districts, row.District)}</td>
            <td>{(row.Channel is { } c ? LeadLabels.Of(c) : "")}</td><td>{line.Assigned}</td></tr>
            """);
    }

    public static string AddressOf(LeadNumber number) => $"/desk/leads/{number}/";

    private static Html Pager(int page, int pages) => pages <= 1 ? Html.None : Html.Of(
        $"<p class=\"crumbs\">第 {page} 页，共 {pages} 页 "
        + $"{(page > 1 ? Html.Of($"<a href=\"?page={page - 1}\">上一页</a>") : Html.None)} "
        + $"{(page < pages ? Html.Of($"<a href=\"?page={page + 1}\">下一页</a>") : Html.None)}</p>");
}
