using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The register's journal in words that staff read.</summary>
internal static class JournalTable
{
    private static readonly Dictionary<string, string> Acts = new(StringComparer.Ordinal)
    {
        ["init"] = "建库", ["received"] = "收到", ["show"] = "看过", ["list"] = "看列表", ["set"] = "改栏目", ["classify"] = "归类", ["assign"] = "交给",
        ["verify"] = "核实", ["keep both"] = "不是重复", ["merge"] = "并入", ["score"] = "评分", ["score sheet"] = "收评分表", ["score export"] = "写出评分表",
        ["score link"] = "做评分的链接", ["score link taken back"] = "收回评分的链接",
        ["originals out"] = "下载原件", ["held out"] = "下载待看的来件", ["export"] = "导出全部", ["erase"] = "删除", ["erase held"] = "删除待看的来件",
        ["certificate"] = "发证书", ["certificate taken back"] = "收回证书", ["backup"] = "备份", ["restore"] = "恢复备份", ["rekey"] = "换口令",
        ["rotate"] = "换数据钥匙", ["anchor accepted"] = "认下锚", ["anchor behind"] = "补锚", ["ledger begun"] = "开始登记", ["print"] = "打印",
        ["journal"] = "看流水", ["scan"] = "查泄漏", ["check"] = "查库",
    };

    /// <param name="withNumber">Whether it says of which lead an entry is.</param>
    public static Html Render(IEnumerable<JournalEntry> entries, bool withNumber) => Html.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="流水"><table class="table journal">
        <thead><tr><th scope="col">时间</th>{(withNumber ? new Html("<th scope=\"col\">编号</th>") : Html.None)}<th scope="col">做了什么</th>
        <th scope="col">谁</th><th scope="col">说明</th></tr></thead>
        <tbody>{Html.Join(entries.Reverse(), e => Row(e, withNumber))}</tbody></table></div>
        """);

    /// <summary>An act in words: <c>move received verified</c> is 收到 → 已核实.</summary>
    public static string ActOf(string act) => Acts.TryGetValue(act, out var words) ? words
        : act.Split(' ') is ["move", var from, var to] ? $"{StateOf(from)} → {StateOf(to)}" : act;

    /// <summary>What it says of the act; null is what was erased.</summary>
    public static string DetailOf(string act, string? detail) => (act, detail) switch
    {
        (_, null) => "（已删除）",
        ("set", { } tag) => LeadFormFields.Find(tag)?.Label ?? (tag == "story" ? "故事" : tag),
        ("verify", { } items) => string.Join("、", items.Split(' ').Select(i => Enum.TryParse<CheckItem>(i, out var item)
            ? Checklist.NameOf(item) : i)),
        ("score sheet", _) or ("init", "ledger begun") => "",
        (_, { } said) => VisibleText.Line(said),
    };

    private static string StateOf(string id) => LeadLabels.StateOf(id) is { } state ? LeadLabels.Of(state) : id;

    private static Html Row(JournalEntry entry, bool withNumber)
    {
        var link = entry.Lead is { } lead ? Html.Of($"<a href=\"{LeadsListPage.AddressOf(lead)}\">{lead.ToString()}</a>") : Html.None;
        var number = withNumber ? Html.Of($"<td>{link}</td>") : Html.None;
        var at = DateTimeOffset.TryParse(entry.At, out var moment) ? moment.ToString("yyyy-MM-dd HH:mm") : entry.At;
        return Html.Of($"""
            <tr><td><time>{at}</time></td>{number}<td>{ActOf(entry.Act)}</td><td>{entry.By}</td>
            <td>{DetailOf(entry.Act, entry.Detail)}</td></tr>
            """);
    }
}
