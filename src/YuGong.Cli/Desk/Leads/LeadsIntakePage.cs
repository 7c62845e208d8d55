using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Where files are dropped, and those that wait for people.</summary>
internal static class LeadsIntakePage
{
    private const string Kinds = ".docx,.docm,.doc,.wps,.eml,.mht";

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["no form"] = "没有认出征集表", ["old format"] = "旧式 Word 文件，请另存为 .docx", ["encrypted"] = "加了密码", ["unknown kind"] = "不认识的文件",
        ["damaged"] = "文件坏了", ["too much"] = "太大、太深，读不完",
    };

    /// <param name="hasPdf">Whether this machine can make the blank form a PDF.</param>
    public static Html Render(IReadOnlyList<StoredOriginal> held, bool hasPdf) => Html.Of($"""
        <h1>收件</h1>
        <p>征集表（.docx）和邮件（.eml）拖到这里，或者选文件。原件加密收存，一人一条登记；同一份表不重复登记。</p>
        <form class="drop" data-leads-files="/desk/leads/in/file"
        data-most-files="{LeadsDoor.MostFiles}" data-most-bytes="{LeadsDoor.MostFileBytes}">
        <label for="files">选文件
        <span class="soft">一次最多 {LeadsDoor.MostFiles} 个，每个最多 {LeadsDoor.MostFileBytes / 1024 / 1024} MB</span></label>
        <input id="files" type="file" multiple accept="{Kinds}">
        <p role="status" class="soft"></p>
        <ol class="lines taken" aria-label="收了什么"></ol>
        </form>
        <p><a href="/desk/leads/in/form.docx" download>下载空白的征集表</a>{(hasPdf ? Pdf : Html.None)}</p>
        <section aria-labelledby="held"><h2 id="held">读不出线索的来件 <span class="number">{held.Count}</span></h2>
        {(held.Count == 0 ? new Html("<p class=\"none\">没有。</p>") : Held(held))}</section>
        """);

    private static Html Pdf { get; } = new("，<a href=\"/desk/leads/in/form.pdf\" download>PDF</a>");

    /// <summary>What became of one file, with what is to be looked at.</summary>
    public static string Told(Imported taken, Diagnostics findings)
    {
        var numbers = string.Join("、", taken.Numbers);
        var became = taken.Numbers.Count == 0 ? $"收存了，读不出线索：{ReasonOf(taken.Held)}。"
            : taken.New == 0 ? $"收过了，是 {numbers}，没有重复登记。"
            : taken.New == taken.Numbers.Count ? $"新登记 {numbers}。"
            : $"新登记 {taken.New} 条，其余收过了：{numbers}。";
        var more = findings.Sorted().Where(f => f.Rule != LeadsRules.SameAgain).Select(f => f.Message(Language.Chinese)).Distinct();
        return string.Join('\n', more.Prepend(became));
    }

    public static string ReasonOf(string? held) => held is not null && Reasons.TryGetValue(held, out var words) ? words : "请人看一看";

    private static Html Held(IReadOnlyList<StoredOriginal> held) => Html.Of($"""
        {LeadsFrame.Form("/desk/leads/in/retry", Html.None, "全部再读一遍（程序更新以后）")}
        <ul class="lines">{Html.Join(held, o => Html.Of($"""
        <li><strong>第 {(int)o.Id} 号</strong> {VisibleText.Line(o.Name)}，{o.Received:yyyy-MM-dd}：{ReasonOf(o.Held)}
        <a href="/desk/leads/in/held/{(int)o.Id}" download>下载</a>
        {LeadsFrame.Form($"/desk/leads/in/held/{o.Id}/erase", Html.None, "删除", $"删除第 {o.Id} 号来件？不能撤消。")}</li>
        """))}</ul>
        """);
}
