using YuGong.Content;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>One lead: the form beside what came in, what it lacks, what may be done next, what was done.</summary>
/// <param name="today">By the site's clock.</param>
internal sealed class LeadPage(LeadDossier lead, Editor editor, Taxonomies words, IReadOnlyList<string> people, DateOnly today)
{
    private readonly LeadDeeds deeds = new(lead, editor, words, people);

    public Html Render()
    {
        var (row, form) = (lead.Row, lead.Form);
        return Html.Of($"""
            <h1>{NameIn(form)} <span class="number">{row.Number.ToString()}</span></h1>
            <p class="lead-state"><span class="badge">{LeadLabels.Of(row.State)}</span>
            自 {row.Since:yyyy-MM-dd}，{row.Received:yyyy-MM-dd} 收到，{Whose(form)}</p>
            {Lacks()}{deeds.Same()}
            <div class="lead-sides"><section aria-labelledby="form"><h2 id="form">征集表</h2>{FormOf(form)}</section>
            <section aria-labelledby="originals"><h2 id="originals">原件</h2>{Originals()}</section></div>
            <div class="papers">{deeds.Signing()}{deeds.Steps()}{deeds.Sorting()}{deeds.Scores()}{deeds.Story()}</div>
            {deeds.Mending()}
            <section aria-labelledby="history"><h2 id="history">经过</h2>{JournalTable.Render(lead.Journal, withNumber: false)}</section>
            {deeds.Leaving()}
            """);
    }

    /// <summary>For paper: the form and its signatures, nothing to press.</summary>
    public static Html Print(LeadDossier lead, Taxonomies words) => Html.Of($"""
        <div class="lead-print"><h1>{NameIn(lead.Form)} <span class="number">{lead.Row.Number.ToString()}</span></h1>
        <p>{LeadLabels.Of(lead.Row.State)}，{lead.Row.Received:yyyy-MM-dd} 收到，方向 {Said(words.Directions, lead.Row.Direction)}，
        区县 {Said(words.Districts, lead.Row.District)}</p>
        {FormOf(lead.Form)}
        <h2>核实</h2>
        <ul class="lines">{Html.Join(lead.Checklist.Signatures, Signed)}</ul>
        <p class="soft">含个人信息，用完请销毁。 <a href="{LeadsListPage.AddressOf(lead.Row.Number)}">回到这一条</a></p></div>
        """);

    public static Html FormOf(LeadForm form) => Html.Of($"""
        <dl class="lead-form">{Html.Join(form.Written.Where(f => f.Key < Field.Checks && f.Key != Field.Assigned), f => Html.Of($"""
        <div><dt>{LeadFormFields.LabelOf(f.Key)}</dt><dd>{VisibleText.Lines(f.Value)}</dd></div>
        """))}</dl>
        """);

    public static string NameIn(LeadForm form) => form.Says(Field.Person) ? VisibleText.Line(form[Field.Person]) : "（没有写姓名）";

    public static Html Signed(Signature s) => Html.Of(
        $"<li><strong>{Checklist.NameOf(s.Item)}</strong> {s.By} {s.Day:yyyy-MM-dd}：{VisibleText.Line(s.Evidence)}</li>");

    private static string Said(IEnumerable<Term> terms, string? id) => id is null ? "未定" : LeadsFrame.NameOf(terms, id);

    private static string Whose(LeadForm form) => form.Says(Field.Assigned) ? $"由 {form[Field.Assigned]} 经办" : "还没有人经办";

    private Html Lacks() => lead.Lacks(words, today) is not { Count: > 0 } found || lead.Row.State > LeadState.Received
        && lead.Row.State != LeadState.Returned ? Html.None : Html.Of($"""
        <section aria-labelledby="lacks"><h2 id="lacks">还缺什么 <span class="number">{found.Count}</span></h2>
        <ul class="findings">{Html.Join(found, Finding)}</ul></section>
        """);

    private static Html Finding(Diagnostic finding) => Html.Of(
        $"<li class=\"{(finding.Severity == Severity.Warning ? "warning" : "note")}\">{finding.Message(Language.Chinese)}</li>");

    private Html Originals() => lead.Originals.Count == 0 ? new("<p class=\"none\">没有原件（并到别的线索里去了）。</p>")
        : Html.Join(lead.Originals.Index(), o => Html.Of($"""
            <h3>第 {o.Index + 1} 份：{KindOf(o.Item.File.Kind)}，{o.Item.File.Received:yyyy-MM-dd}
            <a href="{LeadsListPage.AddressOf(lead.Row.Number)}original/{(int)o.Item.File.Id}" download>下载原件</a></h3>
            {(o.Item.IsShared ? new Html("<p class=\"soft\">里面还有别人的线索。</p>") : Html.None)}
            <pre class="original" tabindex="0" role="region" aria-label="第 {o.Index + 1} 份原件的文字">{Text(o.Item)}</pre>
            """));

    private static string Text((StoredOriginal File, byte[] Bytes, bool IsShared) original) =>
        VisibleText.Lines(OriginalText.Read(original.File.Kind, original.Bytes).ReplaceLineEndings("\n"));

    public static string KindOf(string kind) => kind switch
    {
        "docx" => "Word 文件",
        "eml" => "邮件",
        "doc" => "旧式 Word 文件",
        _ => "别的文件",
    };
}
