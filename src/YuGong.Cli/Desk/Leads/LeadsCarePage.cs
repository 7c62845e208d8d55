using YuGong.Desk;
using YuGong.Leads;

namespace YuGong.Cli;

/// <summary>What was kept long enough, what was done, and the care of the register as a whole.</summary>
internal static class LeadsCarePage
{
    /// <summary>Entries of the journal on one page; the whole of it stands in <c>leads journal</c> and in exports.</summary>
    private const int MostEntries = 500;

    public static Html Due(IReadOnlyList<LeadRow> rows, Retention retention, DateOnly today)
    {
        var due = rows.Where(r => retention.DueOf(r) <= today).OrderBy(retention.DueOf).ToList();
        var soon = rows.Count(r => retention.DueOf(r) > today && retention.DueOf(r) <= today.AddDays(30));
        return Html.Of($"""
            <h1>保存期到了 <span class="number">{due.Count}</span></h1>
            <p>个人信息只保存到用完为止（个人信息保护法第十九条）：还在遴选的 {retention.Open} 天，入选以后 {retention.Chosen} 天，
            未采用和撤回的 {retention.Ended} 天。还要留的，带理由走一步；不留的，在它的页上删除。30 天内还有 {soon} 条到期。</p>
            {(due.Count == 0 ? new Html("<p class=\"none\">没有超过保存期的线索。</p>") : Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="到期的线索"><table class="table"><thead><tr><th scope="col">编号</th>
            <th scope="col">状态</th><th scope="col">自</th><th scope="col">到期</th></tr></thead>
            <tbody>{Html.Join(due, r => Html.Of($"""
            <tr><td><a href="{LeadsListPage.AddressOf(r.Number)}">{r.Number.ToString()}</a></td><td>{LeadLabels.Of(r.State)}</td>
            <td>{r.Since:yyyy-MM-dd}</td><td>{retention.DueOf(r):yyyy-MM-dd}</td></tr>
            """))}</tbody></table></div>
            """))}
            """);
    }

    public static Html Journal(IReadOnlyList<JournalEntry> entries) => Html.Of($"""
        <h1>流水 <span class="number">{entries.Count}</span></h1>
        <p>谁在什么时候做了什么，只能添，不能改。{(entries.Count > MostEntries ? $"这里是最近 {MostEntries} 条。" : "")}</p>
        {JournalTable.Render(entries.Skip(Math.Max(0, entries.Count - MostEntries)), withNumber: true)}
        """);

    public static Html Register(LeadsHealth health) => Html.Of($"""
        <h1>线索库</h1>
        <p>{health.Leads} 条线索，{health.Held} 个来件等人处理，流水 {(int)health.Journal} 条，锚 {health.Mark}。</p>
        {(health.Fault is null ? Html.None : Html.Of($"<p class=\"alarm\">{health.Fault}</p>"))}
        <div class="papers">
        {Paper("whole", "完整不完整", "打开每一个值，核对流水和登记的链条、每一行和锚。",
            LeadsFrame.Form("/desk/leads/register/check", Elsewhere, "查一遍"))}
        {Paper("leak", "有没有漏出去", "在内容、网站和 git 历史里找线索库的每一个私人信息，一个也不该有。",
            LeadsFrame.Form("/desk/leads/register/scan", History(), "找一遍"))}
        {Paper("backup", "备份", "仍是加密的，用今天的口令打开；里面两个文件一起保存，和这台机器分开放。",
            new("<p class=\"deed\"><a class=\"button button-quiet\" href=\"/desk/leads/register/backup.zip\" download>下载备份</a></p>"))}
        {Paper("key", "换口令", "旧口令只能打开以前的备份。", LeadsFrame.Form("/desk/leads/register/key", LeadsFrame.FreshKey, "换口令"))}
        {Paper("rotate", "换数据钥匙", "库里每一个值重新加封，可能要几分钟；旧备份仍用旧钥匙打开。",
            LeadsFrame.Form("/desk/leads/register/rotate", LeadsFrame.Key("现在的口令"), "重新加封", "重新加封全部线索？"))}
        </div>
        <p class="deed"><a href="/desk/leads/mend/">从备份恢复、认下对不上的锚</a></p>
        """);

    private static Html Paper(string id, string title, string words, Html form) => Html.Of($"""
        <section class="paper" aria-labelledby="{id}"><h2 id="{id}">{title}</h2><p class="soft">{words}</p>{form}</section>
        """);

    private static Html History() => new("""
        <label class="tick"><input type="checkbox" name="git" value="yes"> 连 git 的全部历史也查（慢一些）</label>
        """);

    /// <summary>An anchor that lies elsewhere, to compare with.</summary>
    private static Html Elsewhere { get; } = new("""
        <details class="key"><summary>再和存在别处的锚对一遍</summary>
        <label>备份旁边的 .anchor <input type="file" data-file="anchor"></label></details>
        """);
}
