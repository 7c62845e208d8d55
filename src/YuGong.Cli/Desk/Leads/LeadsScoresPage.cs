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

/// <summary>Means and sheets, and one's own scores.</summary>
internal static class LeadsScoresPage
{
    private const string Head = "编号 平均 人数 最低 最高 状态 姓名";

    public static Html Render(IReadOnlyList<ScoredLead> scored, Taxonomies words, Editor editor) => Html.Of($"""
        <h1>评分 <span class="number">{scored.Count}</span></h1>
        <p><a class="button" href="/desk/leads/scores/mine/">我来评分</a></p>
        {Means(scored, editor)}
        <div class="papers">{SheetsOut(words)}{SheetsIn()}</div>
        """);

    /// <summary>Without names, employers and contacts; others' scores are not shown.</summary>
    public static Html Mine(IReadOnlyList<OwnScore> mine) => Html.Of($"""
        <h1>我来评分 <span class="number">{mine.Count}</span></h1>
        <p>已核实的线索，0 到 100 分。姓名、单位、联系方式都遮着，别人的评分看不到。没有写分数的不记；可以分几次评，也可以改自己的。</p>
        {(mine.Count == 0 ? new Html("<p class=\"none\">现在没有要评的。</p>") : LeadsFrame.Form("/desk/leads/scores/mine",
            Html.Join(mine, One), "记下评分", quiet: false))}
        """);

    private static Html One(OwnScore own)
    {
        var number = own.Row.Number.ToString();
        return Html.Of($"""
            <fieldset class="blind"><legend>{number} <span class="soft">{own.Row.Direction} {own.Row.Title}</span></legend>
            <h2>核心事迹</h2><p class="said">{VisibleText.Lines(own.Row.Deeds)}</p>
            <h2>线索亮点</h2><p class="said">{VisibleText.Lines(own.Row.Highlights)}</p>
            <div class="points"><label>评分 <input name="points:{number}" type="number" min="0" max="{Score.Highest}" step="0.1"
            value="{(own.Said is { } said ? $"{said.Points:0.#}" : "")}"></label>
            <label>意见 <input name="remark:{number}" maxlength="1000" autocomplete="off" value="{own.Said?.Remark}"></label></div></fieldset>
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

    private static Html SheetsOut(Taxonomies words) => Html.Of($"""
        <section class="paper" aria-labelledby="out"><h2 id="out">写出评分表</h2>
        <p class="soft">已核实的线索，没有姓名、单位和联系方式，专家只填“评分”和“意见”。</p>
        <form class="deed" method="get" action="/desk/leads/scores/sheet.xlsx">
        {LeadsFrame.Select("direction", "方向", "全部", words.Directions, null)}
        {LeadsFrame.Select("batch", "批次", "全部", words.Batches, null)}
        <p><button class="button button-quiet" type="submit">下载 Excel 表</button>
        <button class="button button-quiet" type="submit" formaction="/desk/leads/scores/sheet.csv">下载 CSV 表</button></p></form></section>
        """);

    private static Html SheetsIn() => new("""
        <section class="paper" aria-labelledby="in"><h2 id="in">收回评分表</h2>
        <p class="soft">一张表要么全记，要么不记；一条线索一位专家只记一次。</p>
        <form class="deed" data-leads-file="/desk/leads/scores/sheet">
        <label>哪一位专家 <input name="expert" required maxlength="100" autocomplete="off"></label>
        <label>评分表 <input type="file" required accept=".xlsx,.csv"></label>
        <label class="tick"><input type="checkbox" name="replace" value="yes"> 换掉这位专家原来的评分</label>
        <p><button class="button button-quiet" type="submit">收回</button> <span role="status" class="soft"></span></p></form></section>
        """);
}
