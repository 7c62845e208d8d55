using YuGong.Content;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What may be done with one lead, as forms of its page; the rules behind them are the register's own.</summary>
internal sealed class LeadDeeds(LeadDossier lead, Editor editor, Taxonomies words, IReadOnlyList<string> people)
{
    private readonly string here = LeadsListPage.AddressOf(lead.Row.Number);

    private bool MayWork => editor.May(DeskAction.WorkLeads);

    /// <summary>Other leads of perhaps the same person.</summary>
    public Html Same() => lead.Same.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="same"><h2 id="same">可能是同一个人 <span class="number">{lead.Same.Count}</span></h2>
        <ul class="lines">{Html.Join(lead.Same, s => Html.Of($"""
        <li><a href="{here}same/{s.Number.ToString()}/">和 {s.Number.ToString()} 对着看</a>
        {LeadPage.NameIn(s.Form)}，{VisibleText.Line(s.Form[Field.Unit])}，{LeadLabels.Of(s.Row.State)}</li>
        """))}</ul></section>
        """);

    /// <summary>Who signed what, and a place for the evidence of whoever looks.</summary>
    public Html Signing()
    {
        var (list, form) = (lead.Checklist, lead.Form);
        var needed = Checklist.Needed(form);
        var open = list.Missing(form).Count + list.Alone(form).Count;
        var fields = Html.Join(needed, item => Html.Of($"""
            <label>{Checklist.NameOf(item)}{Two(item)}
            <input name="sign:{item.ToString()}" maxlength="500" autocomplete="off" placeholder="凭什么核的"></label>
            """));
        var signed = Html.Join(needed, item => Html.Of($"""
            <li class="{Mark(item)}"><strong>{Checklist.NameOf(item)}</strong>
            <span class="soft">{MarkWords(item)}</span>{Html.Join(list.Signatures.Where(s => s.Item == item), Signed)}</li>
            """));
        return Html.Of($"""
            <section class="paper" aria-labelledby="check"><h2 id="check">核实</h2>
            <p class="soft">{(open == 0 ? "清单签完了。" : $"还差 {open} 项。数字和荣誉各要两个不同的人签。")}</p>
            <ul class="lines checks">{signed}</ul>
            {(MayWork ? LeadsFrame.Form(here + "verify", fields, $"以 {editor.Name} 的名字签") : Html.None)}</section>
            """);
    }

    /// <summary>Where it may go from here; back, out and down only with a reason.</summary>
    public Html Steps()
    {
        var row = lead.Row;
        var steps = LeadTransitions.From(row.State);
        var reason = Html.Of($"""
            <input type="hidden" name="seen" value="{LeadLabels.Id(row.State)}">
            <label>到 <select name="state">{Html.Join(steps, s => LeadsFrame.Option(LeadLabels.Id(s), StepWords(s), false))}</select></label>
            <label>理由 <input name="reason" maxlength="500" autocomplete="off"></label>
            """);
        return Html.Of($"""
            <section class="paper" aria-labelledby="step"><h2 id="step">走到下一步</h2>
            <p class="soft">现在是“{LeadLabels.Of(row.State)}”。</p>
            {(MayWork ? LeadsFrame.Form(here + "move", reason, "走这一步", quiet: false) : Html.None)}</section>
            """);
    }

    /// <summary>Where it belongs, and who sees to it.</summary>
    public Html Sorting()
    {
        var row = lead.Row;
        var assigned = lead.Form.Says(Field.Assigned) ? lead.Form[Field.Assigned] : null;
        var known = people.Concat(assigned is null ? [] : [assigned]).Distinct().Select(p => new Term(p, p));
        var fields = Html.Of($"""
            {LeadsFrame.Select("assigned", "经办人", "还没有", known, assigned)}
            {LeadsFrame.Select(LeadSorting.Direction, "方向", "未定", words.Directions, row.Direction)}
            {LeadsFrame.Select(LeadSorting.District, "区县", "未定", words.Districts, row.District)}
            {LeadsFrame.Select(LeadSorting.Batch, "批次", "未定", words.Batches, row.Batch)}
            {LeadsFrame.Select(LeadSorting.Channel, "渠道", "未定", LeadSorting.Terms(LeadSorting.Channel, words),
                row.Channel is { } channel ? LeadLabels.Id(channel) : null)}
            """);
        return MayWork ? Html.Of($"""
            <section class="paper" aria-labelledby="sort"><h2 id="sort">经办和归类</h2>{LeadsFrame.Form(here + "sort", fields, "记下")}</section>
            """) : Html.None;
    }

    /// <summary>Scores of others stay closed to who has still to give one.</summary>
    public Html Scores()
    {
        var (scores, isOwn) = (lead.Scores, lead.Scores.Any(s => s.Expert == editor.Name));
        if (scores.Count == 0 && lead.Row.State != LeadState.Verified)
        {
            return Html.None;
        }

        var mayLook = isOwn || lead.Row.State != LeadState.Verified;
        var shown = mayLook
            ? Html.Of($"""
                <ul class="lines">{Html.Join(scores, s => Html.Of($"""
                <li><strong>{s.Points:0.#}</strong> {s.Expert} {s.Day:yyyy-MM-dd} {VisibleText.Line(s.Remark)}</li>
                """))}</ul>
                """)
            : new Html("<p class=\"soft\">自己评过，才看得到别人的。</p>");
        return Html.Of($"""
            <section class="paper" aria-labelledby="score"><h2 id="score">评分 <span class="number">{scores.Count}</span></h2>{shown}
            {(lead.Row.State == LeadState.Verified ? new Html("<p><a href=\"/desk/leads/scores/mine/\">去评分（不显示姓名）</a></p>") : Html.None)}
            </section>
            """);
    }

    /// <summary>The story that was made of it, or the button that makes one; the certificate that thanks for it.</summary>
    public Html Story()
    {
        var (story, certificates) = (lead.Form[Field.Story], lead.Certificates);
        var make = MayWork && LeadTransitions.MayBecomeStory(lead.Row.State)
            ? LeadsFrame.Form(here + "promote", new("<p class=\"soft\">只带可以公开的几栏和编号；事迹不带，由编辑照来源写。</p>"), "写成故事", quiet: false)
            : new Html("<p class=\"soft\">入选以后才能写成故事。</p>");
        return Html.Of($"""
            <section class="paper" aria-labelledby="story"><h2 id="story">故事和证书</h2>
            {(story.Length > 0 ? Html.Of($"<p>写成了：<a href=\"/desk/write/stories/{story}/\">打开故事</a></p>") : make)}
            {Html.Join(certificates, c => Html.Of($"<p>证书 {c.Number}，{c.Issued:yyyy-MM-dd}</p>"))}</section>
            """);
    }

    /// <summary>The form's own fields, as staff mend them; only what was changed is sent.</summary>
    public Html Mending()
    {
        var fields = Html.Join(LeadFormFields.All, f => f.Field is Field.Deeds or Field.Highlights
            ? Html.Of($"""
                <label>{f.Label}
                <textarea name="set:{f.Tag}" rows="6" maxlength="20000">{lead.Form[f.Field]}</textarea></label>
                """)
            : Html.Of($"""
                <label>{f.Label} <input name="set:{f.Tag}" maxlength="500" autocomplete="off" value="{lead.Form[f.Field]}"></label>
                """));
        return MayWork ? Html.Of($"""
            <details class="mend"><summary>改征集表的栏目</summary>
            <form class="deed" data-leads="{here}set" data-changed>{fields}
            <p><button class="button button-quiet" type="submit">改好</button> <span role="status" class="soft"></span></p></form></details>
            """) : Html.None;
    }

    /// <summary>What takes it out: on paper, to the person it is about, for good.</summary>
    public Html Leaving()
    {
        var number = lead.Row.Number.ToString();
        var typed = Html.Of($"""
            <p>全部栏目、没有别人线索的原件、流水里的文字、核验记录都打不开了，不能撤消。编号不再使用。</p>
            <label>写上编号 {number} 才会删 <input name="number" autocomplete="off" required maxlength="20"></label>
            """);
        var keep = editor.May(DeskAction.KeepLeads) ? Html.Of($"""
            <p><a href="{here}all.zip" download>导出全部，交给本人</a> <span class="soft">栏目、原件和经过，一个压缩文件；交出后请删掉。</span></p>
            <details class="mend"><summary>删除这个人的全部信息</summary>{LeadsFrame.Form(here + "erase", typed, "删除", quiet: false)}</details>
            """) : Html.None;
        return Html.Of($"""
            <section aria-labelledby="leave"><h2 id="leave">带出和删除</h2>
            <p><a href="{here}print/">打印用的一页</a></p>{keep}</section>
            """);
    }

    private static Html Signed(Signature s) => Html.Of($"<br>{s.By} {s.Day:MM-dd}：{VisibleText.Line(s.Evidence)}");

    private static Html Two(CheckItem item) => item >= CheckItem.Figures ? new(" <span class=\"soft\">（要两个人）</span>") : Html.None;

    private string Mark(CheckItem item) => lead.Checklist.SignersOf(item) == 0 ? "missing"
        : lead.Checklist.Alone(lead.Form).Contains(item) ? "alone" : "done";

    private string MarkWords(CheckItem item) => Mark(item) switch
    {
        "missing" => "还没有人签",
        "alone" => "还要一个人签",
        _ => "签好了",
    };

    private string StepWords(LeadState to) =>
        LeadLabels.Of(to) + (LeadTransitions.NeedsReason(lead.Row.State, to) ? "（要写理由）" : "");
}
