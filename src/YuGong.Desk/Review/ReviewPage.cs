using System.Globalization;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>
/// 对照: what whoever approves a draft sees before they do: what changed in words, the page before and after, each claim beside its
/// sources, the posters, and what others remarked.
/// </summary>
public static class ReviewPage
{
    public static Html Render(ReviewRequest asked) => Html.Of($"""
        <div class="review" data-review="/desk/review/{asked.Collection.Name}/{asked.Id}/" data-tip="{asked.Draft.Tip}">
        <nav class="crumbs" aria-label="位置"><a href="/desk/">总览</a> / {asked.Collection.Label}</nav>
        <h1>{asked.Title}</h1>
        <p class="soft">{Standing(asked)}</p>
        {Decision(asked)}
        {Missing(asked)}
        {Changes(asked)}
        {Pages(asked)}
        {Claims(asked)}
        {Posters(asked)}
        {RemarkList.Section(asked.Remarks, asked.Offset)}
        {(asked.Collection.Site is null && asked.Editor.May(DeskAction.Share) ? SharedList.Section(asked.Shared, asked.Offset) : Html.None)}
        {Stamps(asked)}
        </div>
        """);

    private static string Standing(ReviewRequest asked)
    {
        var draft = asked.Draft;
        var step = DraftStep.Find(draft.Step)?.Name;
        var saved = draft.SavedAt.ToOffset(asked.Offset).ToString("M 月 d 日 HH:mm", CultureInfo.InvariantCulture);
        var passed = string.Concat(draft.Passed.Select(p => $"，{p.Review}已过（{p.By}）"))
            + (draft.Proofread.Count > 0 ? $"，校过（{string.Join("、", draft.Proofread)}）" : "");
        return $"{step}，{string.Join("、", draft.Authors)} 写，{saved} 存过，这一版 {draft.Tip[..8]}{passed}";
    }

    /// <summary>The steps that whoever reads may bring it to; going back asks why.</summary>
    private static Html Decision(ReviewRequest asked)
    {
        var (step, editor, isWriter) = (asked.Draft.Step, asked.Editor, asked.Draft.Authors.Contains(asked.Editor.Name));
        var mayApprove = step is "draft" or "pending_review"
            && (asked.Draft.Next is { } next ? editor.MayPass(next) : editor.May(DeskAction.Approve, Branch.Draft));
        var mayProof = step is "pending_review" && editor.OneOfSeveral && editor.May(DeskAction.Proofread, Branch.Draft)
            && !asked.Draft.Proofread.Contains(editor.Name);
        (string Word, string Name, bool May)[] all =
        [
            ("pending_review", "送审", step is "draft" && editor.May(DeskAction.Submit, Branch.Draft)),
            ("proofread", "校过，没有错", mayProof),
            ("pending_publish", Approval(asked.Draft, editor), mayApprove),
            ("published", "发布", (step is "pending_publish" || !editor.OneOfSeveral) && editor.May(DeskAction.Publish, Branch.Main)),
        ];
        var may = all.Where(a => a.May).ToList();
        var own = editor.OneOfSeveral && isWriter && step is "pending_review" && mayApprove
            ? new Html("<p class=\"soft\">这份草稿有你写的，就绪要请别人来定。</p>") : Html.None;
        return Html.Of($"""
            <section class="decision" aria-labelledby="h-decision"><h2 id="h-decision">怎么办</h2>
            <p>下面的改动、页面、依据都对照过了，再定。定了以后又有改动，这一次就不算数。</p>{own}
            <p class="buttons">{Html.Join(may, s => Button(s.Word, s.Name, s == may[^1]))}
            <a class="button button-quiet" href="/desk/write/{asked.Collection.Name}/{asked.Id}/">去改</a></p>
            {(step is "draft" || !editor.May(DeskAction.Recall, Branch.Draft) ? Html.None : Return())}
            <p role="status" data-decided></p></section>
            """);
    }

    /// <summary>What the next approval is called: the last review makes a draft ready.</summary>
    private static string Approval(ReviewedDraft draft, Editor editor) =>
        !editor.OneOfSeveral || draft.Passed.Count >= draft.Reviews.Count ? "定为就绪"
        : draft.Reviews[draft.Passed.Count].Name + (draft.Passed.Count + 1 < draft.Reviews.Count ? "通过" : "通过，就绪");

    private static Html Button(string word, string name, bool isFurthest) => Html.Of(
        $"<button type=\"button\" class=\"button{(isFurthest ? "" : " button-quiet")}\" data-decide=\"{word}\">{name}</button> ");

    private static Html Return() => new("""
        <details class="return"><summary>退回去改</summary><form data-return>
        <label>为什么退回，要改哪里 <textarea name="text" rows="3" maxlength="2000" required></textarea></label>
        <p><button class="button button-quiet" type="submit">退回</button></p></form></details>
        """);

    private static Html Missing(ReviewRequest asked) => asked.Missing.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="h-missing"><h2 id="h-missing">还差 <span class="number">{asked.Missing.Count}</span></h2>
        <ul class="findings">{Html.Join(asked.Missing, Lack)}</ul></section>
        """);

    private static Html Lack(FormFinding finding) => Html.Of(
        $"<li class=\"{finding.Severity}\"><strong>{finding.Place}</strong> {finding.Message} <span class=\"soft\">{finding.Hint}</span> "
            + $"<small class=\"code\">{finding.Code}</small></li>");

    private static Html Changes(ReviewRequest asked)
    {
        var count = asked.Changes.Count + asked.Draft.Files.Count;
        var about = asked.Draft.Before is null ? "新的一篇，全文都是新的。" : "红的是去掉的，绿的是写上的；没有改的不在这里。";
        return Html.Of($"""
            <section class="changes" aria-labelledby="h-changes"><h2 id="h-changes">改了什么 <span class="number">{count}</span></h2>
            <p class="soft">{(count == 0 ? "和主分支上的一样。" : about)}选中一句话再按“批注”，批注就记着那一句。</p>
            <ol>{Html.Join(asked.Changes, Change)}{Html.Join(asked.Draft.Files, File)}</ol></section>
            """);
    }

    private static Html Change(ChangedField change) => Html.Of($"""
        <li class="change" data-field="{string.Join('/', change.Field)}" data-place="{change.Place}"><h3>{change.Place}</h3>
        <div class="diff">{Marked(change.Before, change.After)}</div>
        <button type="button" class="add" data-remark>批注</button></li>
        """);

    private static Html Marked(string before, string after) => Html.Join(WordDiff.Of(before, after), w => w.Kind switch
    {
        '+' => Html.Of($"<ins>{w.Text}</ins>"),
        '-' => Html.Of($"<del>{w.Text}</del>"),
        _ => Html.Of($"<span>{w.Text}</span>"),
    });

    private static Html File(ReviewedFile file) => Html.Of($"""
        <li class="change" data-field="" data-place="文件 {file.Name}"><h3>文件 {file.Name}</h3>
        <div class="sides">{Picture(file, "before", "原来", file.WasThere)}{Picture(file, "after", "现在", file.IsThere)}</div>
        <button type="button" class="add" data-remark>批注</button></li>
        """);

    private static Html Picture(ReviewedFile file, string side, string name, bool isThere)
    {
        var address = $"{side}/{Uri.EscapeDataString(file.Name)}";
        var shown = !isThere ? new Html("<p class=\"none\">没有</p>")
            : IsPicture(file.Name) ? Html.Of($"<img src=\"{address}\" alt=\"{name}的 {file.Name}\" loading=\"lazy\">")
            : Html.Of($"<p><a href=\"{address}\">{file.Name}</a></p>");
        return Html.Of($"<figure><figcaption>{name}</figcaption>{shown}</figure>");
    }

    private static bool IsPicture(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".webp" or ".avif" or ".gif" or ".svg";

    private static Html Pages(ReviewRequest asked) => asked.Collection.Site is not null ? Html.None : Html.Of($"""
        <section aria-labelledby="h-pages"><h2 id="h-pages">页面</h2>
        <div class="sides pages" data-pages>{Frame("原来", asked.Before, "新的一篇，原来没有页面。", "before")}
        {Frame("现在", asked.After, "必填的内容没有齐，页面还画不出来。", "after")}</div></section>
        """);

    private static Html Frame(string name, DrawnSide? side, string otherwise, string which)
    {
        var shown = side?.Number is not { } number ? Html.Of($"<p class=\"none\">{otherwise}</p>")
            : Html.Of($"<div class=\"stage\"><iframe src=\"/desk/draft/{number}/\" title=\"{name}的页面\" data-side=\"{which}\" "
                + $"sandbox=\"allow-same-origin\"></iframe></div>");
        return Html.Of($"<figure><figcaption>{name}</figcaption>{shown}</figure>");
    }

    private static Html Posters(ReviewRequest asked) => !asked.After.HasCard ? Html.None : Html.Of($"""
        <section aria-labelledby="h-posters"><h2 id="h-posters">海报</h2>
        <div class="sides posters">{Card("原来", asked.Before)}{Card("现在", asked.After)}</div></section>
        """);

    private static Html Card(string name, DrawnSide? side) => side is not { Number: { } number, HasCard: true } ? Html.None : Html.Of(
        $"<figure><figcaption>{name}</figcaption><img src=\"/desk/draft/{number}/card.webp\" alt=\"{name}的海报\" loading=\"lazy\"></figure>");

    private static Html Claims(ReviewRequest asked)
    {
        if (asked.After.Entry is not { } entry || entry.Claims.ToList() is not { Count: > 0 } claims)
        {
            return Html.None;
        }

        var known = (asked.Before?.Entry?.Claims ?? []).Select(SaidOf).ToHashSet(StringComparer.Ordinal);
        var list = Html.Join(claims.OrderBy(c => known.Contains(SaidOf(c))),
            c => Told(c, entry, known.Contains(SaidOf(c)), asked.Names));
        return Html.Of($"""
            <section aria-labelledby="h-claims"><h2 id="h-claims">主张和依据 <span class="number">{claims.Count}</span></h2>
            <p class="soft">一条主张要一个 A 级来源，或两个互相独立的 B 级来源。新的、改过的排在前面。</p>
            <ol class="claims">{list}</ol>
            </section>
            """);
    }

    /// <summary>A claim is another one when it says something else or rests on something else.</summary>
    private static string SaidOf(Claim claim) => $"{claim.What}\n{string.Join(' ', claim.Cites.Select(c => c.Id))}";

    private static Html Told(Claim claim, Entry entry, bool isKnown, Func<string, string, string?> names)
    {
        var said = claim is Relation { Person: var person } relation
            ? $"{names(EntryKind.Story.Name, person.Id) ?? person.Id}：{relation.Text}" : claim.What;
        var (kind, isNew) = (ClaimNames.Of(claim), isKnown ? Html.None : new Html("<strong class=\"new\">新</strong> "));
        var weak = TruthGate.Weakness(claim, entry.Header.Sources) is { } lack ? Html.Of($"<p class=\"weak\">{lack.Zh}</p>") : Html.None;
        return Html.Of($"""
            <li class="change" data-field="" data-place="{kind}"><div>
            <p><span class="kind">{kind}</span> {isNew}{said} <button type="button" class="add" data-remark>批注</button></p>{weak}</div>
            <ul class="sources">{Html.Join(entry.Header.Sources.Where(claim.IsCiting), Cited)}</ul></li>
            """);
    }

    private static Html Cited(Source source)
    {
        var place = source.Url is { } url
            ? Html.Of($"<a href=\"{url}\" rel=\"noopener noreferrer\" target=\"_blank\">打开来源</a>")
            : Html.Of($"<span class=\"soft\">{source.Archive}</span>");
        return Html.Of($"""
            <li><span class="grade">{source.Grade.ToString()}</span> {source.Title}
            <span class="soft">{source.Publisher}</span> {place}</li>
            """);
    }

    private static Html Stamps(ReviewRequest asked)
    {
        var list = asked.Stamps.Count == 0 ? new Html("<p class=\"none\">还没有送审过。</p>")
            : Html.Of($"<ol class=\"commits\">{Html.Join(asked.Stamps, s => Line(s, asked.Offset))}</ol>");
        return Html.Of($"""
            <section aria-labelledby="h-stamps"><h2 id="h-stamps">走过的步骤 <span class="number">{asked.Stamps.Count}</span></h2>
            {list}{(asked.Collection.Site is null ? Paper(asked.Collection, asked.Id) : Html.None)}</section>
            """);
    }

    /// <summary>审稿单 to be downloaded, of the draft where there is one.</summary>
    internal static Html Paper(DeskCollection collection, string id) => Html.Of($"""
        <p class="buttons"><a class="button button-quiet" href="/desk/paper/{collection.Name}/{id}/review.pdf">审稿单 PDF</a>
        <a class="button button-quiet" href="/desk/paper/{collection.Name}/{id}/review.docx">审稿单 Word</a></p>
        """);

    private static Html Line(Stamp stamp, TimeSpan offset) => Html.Of(
        $"<li><time datetime=\"{stamp.At:O}\">{stamp.At.ToOffset(offset):yyyy-MM-dd HH:mm}</time> "
            + $"<span class=\"by\">{stamp.By}</span> "
            + $"<span class=\"what\">{stamp.Name} <span class=\"soft\">版本 {stamp.Revision[..8]}"
            + $"{(stamp.Stands ? "" : "，后来改过或退回，不算了")}</span></span></li>");
}
