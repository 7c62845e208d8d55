using YuGong.Content;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>A lead that somebody has scored.</summary>
internal sealed record ScoredLead(Lead Lead, IReadOnlyList<Score> Scores)
{
    public decimal Mean => Scores.Average(s => s.Points);
}

/// <summary>A lead as an expert sees it, and what they said of it before; null for nothing.</summary>
internal sealed record OwnScore(ScoreRow Row, Score? Said);

/// <summary>What the page of scores is made of.</summary>
internal sealed record ScoresListing(IReadOnlyList<ScoredLead> Scored, IReadOnlyList<ScoreLink> Links, DateTimeOffset Now);

/// <summary>Means, links and sheets, and one's own scores.</summary>
internal static class LeadsScoresPage
{
    /// <summary>Days that a link lasts where nobody says.</summary>
    private const int Days = 14;

    private const string Head = "编号 平均 人数 最低 最高 状态 姓名";

    public static Html Render(ScoresListing listing, Taxonomies words, Editor editor) => Html.Of($"""
        <h1>评分 <span class="number">{listing.Scored.Count}</span></h1>
        <p><a class="button" href="/desk/leads/scores/mine/">我来评分</a></p>
        {Means(listing.Scored, editor)}
        {(listing.Links.Count == 0 || !editor.May(DeskAction.WorkLeads) ? Html.None : Links(listing.Links, listing.Now.Offset))}
        {(editor.May(DeskAction.WorkLeads) ? Html.Of($"""<div class="papers">{LinkOut(words)}{SheetsOut(words)}{SheetsIn()}</div>""")
            : Html.None)}
        """);

    /// <summary>Without names, employers and contacts; others' scores are not shown.</summary>
    public static Html Mine(IReadOnlyList<OwnScore> mine) => Html.Of($"""
        <h1>我来评分 <span class="number">{mine.Count}</span></h1>
        <p>已核实的线索，0 到 100 分。姓名、单位、联系方式都遮着，别人的评分看不到。没有写分数的不记；可以分几次评，也可以改自己的。</p>
        {(mine.Count == 0 ? new Html("<p class=\"none\">现在没有要评的。</p>") : LeadsFrame.Form("/desk/leads/scores/mine",
            Html.Join(mine, One), "记下评分", quiet: false))}
        """);

    private static Html One(OwnScore own) => Blind(own.Row, own.Said is { } said ? $"{said.Points:0.#}" : "", own.Said?.Remark ?? "");

    /// <summary>A lead as an expert sees it, with room for points and a remark.</summary>
    public static Html Blind(ScoreRow row, string points, string remark)
    {
        var number = row.Number.ToString();
        return Html.Of($"""
            <fieldset class="blind"><legend>{number} <span class="soft">{row.Direction} {row.Title}</span></legend>
            <h2>核心事迹</h2><p class="said">{VisibleText.Lines(row.Deeds)}</p>
            <h2>线索亮点</h2><p class="said">{VisibleText.Lines(row.Highlights)}</p>
            <div class="points"><label>评分 <input name="points:{number}" type="number" min="0" max="{Score.Highest}" step="0.1"
            value="{points}"></label>
            <label>意见 <input name="remark:{number}" maxlength="{LeadsScoresPart.LongestRemark}" autocomplete="off"
            value="{remark}"></label></div></fieldset>
            """);
    }

    private static Html Means(IReadOnlyList<ScoredLead> scored, Editor editor) => scored.Count == 0
        ? new("<p class=\"none\">还没有人评过。</p>") : Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="平均分"><table class="table">
            <thead><tr>{Html.Join(Head.Split(' '), h => Html.Of($"<th scope=\"col\">{h}</th>"))}</tr></thead>
            <tbody>{Html.Join(scored, s => Row(s, editor))}</tbody></table></div>
            """);

    /// <summary>While a lead is scored, its mean is closed to who has still to say theirs.</summary>
    private static Html Row(ScoredLead scored, Editor editor)
    {
        var (lead, scores) = (scored.Lead, scored.Scores);
        var isOpen = lead.Row.State != LeadState.Verified || scores.Any(s => s.Expert == editor.Name);
        var figures = isOpen
            ? Html.Of($"""
                <td><strong>{scored.Mean:0.0}</strong></td><td>{scores.Count}</td>
                <td>{scores.Min(s => s.Points):0.#}</td><td>{scores.Max(s => s.Points):0.#}</td>
                """)
            : Html.Of($"<td class=\"soft\">自己评过才看得到</td><td>{scores.Count}</td><td></td><td></td>");
        return Html.Of($"""
            <tr><td><a href="{LeadsListPage.AddressOf(lead.Number)}">{lead.Number.ToString()}</a></td>{figures}
            <td>{LeadLabels.Of(lead.Row.State)}</td><td>{LeadPage.NameIn(lead.Form)}</td></tr>
            """);
    }

    private static Html LinkOut(Taxonomies words) => Html.Of($"""
        <section class="paper" aria-labelledby="link"><h2 id="link">请专家评：给一个链接</h2>
        <p class="soft">不用登录，只看得到这一次挑出来的已核实线索，没有姓名、单位和联系方式；到期打不开，随时收回。
        内容是做链接那时候的。能打开这个编辑台的网络才能打开它。</p>
        {LeadsFrame.Form("/desk/leads/scores/link", Html.Of($"""
            <label>哪一位专家 <input name="expert" required maxlength="100" autocomplete="off"></label>
            {LeadsFrame.Select("direction", "方向", "全部", words.Directions, null)}
            {LeadsFrame.Select("batch", "批次", "全部", words.Batches, null)}
            <label>几天 <input name="days" inputmode="numeric" type="number" min="1" max="{ScoreLinks.MostDays}" value="{Days}"
            required></label>
            """), "做链接")}</section>
        """);

    private static Html Links(IReadOnlyList<ScoreLink> links, TimeSpan offset) => Html.Of($"""
        <section aria-labelledby="links"><h2 id="links">给专家的链接 <span class="number">{links.Count}</span></h2>
        <ul class="lines">{Html.Join(links, l => Line(l, offset))}</ul></section>
        """);

    private static Html Line(ScoreLink link, TimeSpan offset)
    {
        var hash = Html.Of($"<input type=\"hidden\" name=\"hash\" value=\"{link.Hash}\">");
        var opened = link.OpenedAt is { } at
            ? Html.Of($"{at.ToOffset(offset):M 月 d 日 HH:mm} 打开过，评了 {link.Given} 条") : new("还没有打开过");
        return Html.Of($"""
            <li><strong>{link.Expert ?? "打不开的链接"}</strong>
            {link.Leads} 条，到 {link.Until.ToOffset(offset):M 月 d 日 HH:mm}，{opened}{(link.IsWaiting ? "，还没有收进来" : "")}。
            {(link.IsWaiting ? LeadsFrame.Form("/desk/leads/scores/link/take", Html.Of($"{hash}{Replacing}"), "收进来") : Html.None)}
            {LeadsFrame.Form("/desk/leads/scores/link/back", hash, "收回链接", "收回这个链接？没有收进来的评分也就没有了。")}</li>
            """);
    }

    private static Html Replacing { get; } = new("""
        <label class="tick"><input type="checkbox" name="replace" value="yes"> 换掉这位专家原来的评分</label>
        """);

    private static Html SheetsOut(Taxonomies words) => Html.Of($"""
        <section class="paper" aria-labelledby="out"><h2 id="out">写出评分表</h2>
        <p class="soft">已核实的线索，没有姓名、单位和联系方式，专家只填“评分”和“意见”。</p>
        <form class="deed" method="get" action="/desk/leads/scores/sheet.xlsx">
        {LeadsFrame.Select("direction", "方向", "全部", words.Directions, null)}
        {LeadsFrame.Select("batch", "批次", "全部", words.Batches, null)}
        <p><button class="button button-quiet" type="submit">下载 Excel 表</button>
        <button class="button button-quiet" type="submit" formaction="/desk/leads/scores/sheet.csv">下载 CSV 表</button></p></form></section>
        """);

    private static Html SheetsIn() => Html.Of($"""
        <section class="paper" aria-labelledby="in"><h2 id="in">收回评分表</h2>
        <p class="soft">一张表要么全记，要么不记；一条线索一位专家只记一次。</p>
        <form class="deed" data-leads-file="/desk/leads/scores/sheet">
        <label>哪一位专家 <input name="expert" required maxlength="100" autocomplete="off"></label>
        <label>评分表 <input type="file" required accept=".xlsx,.csv"></label>
        {Replacing}
        <p><button class="button button-quiet" type="submit">收回</button> <span role="status" class="soft"></span></p></form></section>
        """);
}
