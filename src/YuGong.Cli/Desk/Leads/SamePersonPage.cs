using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Two leads of perhaps the same person, field beside field: they become one, or both stay.</summary>
/// <param name="kept">The one that stays when they become one.</param>
internal sealed class SamePersonPage(LeadDossier kept, LeadDossier other, bool mayWork)
{
    private readonly string here = LeadsListPage.AddressOf(kept.Row.Number);

    public Html Render()
    {
        var (one, two) = (kept.Row.Number.ToString(), other.Row.Number.ToString());
        var fields = LeadFormFields.All.Where(f => kept.Form.Says(f.Field) || other.Form.Says(f.Field));
        return Html.Of($"""
            <h1>是同一个人吗？</h1>
            <p>左边的 <a href="{here}">{one}</a>（{LeadLabels.Of(kept.Row.State)}，{kept.Row.Received:yyyy-MM-dd} 收到）留下；
            <a href="{LeadsListPage.AddressOf(other.Row.Number)}same/{one}/">换过来，留 {two}</a>。</p>
            <form class="deed" data-leads="{here}merge">
            <input type="hidden" name="other" value="{two}">
            <div class="scroll" tabindex="0" role="region" aria-label="两条线索对着看"><table class="table same">
            <thead><tr><th scope="col">栏目</th><th scope="col">{one}</th>
            <th scope="col">{two}（{LeadLabels.Of(other.Row.State)}，{other.Row.Received:yyyy-MM-dd} 收到）</th></tr></thead>
            <tbody>{Html.Join(fields, Row)}</tbody></table></div>
            {(mayWork ? Merging(one, two) : Html.None)}</form>
            {(mayWork ? KeepingBoth(two) : Html.None)}
            """);
    }

    private static Html Merging(string one, string two) => Html.Of($"""
        <p class="soft">并成一条以后：{one} 空着的栏用 {two} 的，不一样的栏照选的，没有选的记在“没有认出的内容”里；
        {two} 的原件归 {one}，{two} 成为“未采用”，理由写“并入 {one}”。什么也不删。</p>
        <p><button class="button" type="submit">并成一条，留 {one}</button> <span role="status" class="soft"></span></p>
        """);

    private Html KeepingBoth(string two) => LeadsFrame.Form(here + "keep-both",
        Html.Of($"<input type=\"hidden\" name=\"other\" value=\"{two}\">"), "不是重复，两条都留");

    private Html Row(FormField field)
    {
        var (one, two) = (kept.Form[field.Field], other.Form[field.Field]);
        var differ = one.Length > 0 && two.Length > 0 && one != two;
        return Html.Of($"""
            <tr{(differ ? new Html(" class=\"differ\"") : Html.None)}><th scope="row">{field.Label}</th>
            <td>{Choice(field, "kept", one, differ, isChosen: true)}</td>
            <td>{Choice(field, "other", two, differ, isChosen: false)}</td></tr>
            """);
    }

    private static Html Choice(FormField field, string side, string text, bool differ, bool isChosen) => !differ
        ? Html.Of($"{VisibleText.Lines(text)}") : Html.Of($"""
            <label><input type="radio" name="take:{field.Tag}" value="{side}"{(isChosen ? new Html(" checked") : Html.None)}>
            <span>{VisibleText.Lines(text)}</span></label>
            """);
}
