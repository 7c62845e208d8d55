using YuGong.Content;
using YuGong.Publishing.Motifs;

namespace YuGong.Desk;

/// <summary>The desk's front page: what waits for whom, what is missing where, what runs out.</summary>
public static class OverviewPage
{
    private const int Shown = 8;

    /// <param name="mine">Of the drafts those that wait for whoever looks.</param>
    public static Html Render(Overview overview, Site site, IReadOnlyList<WaitingDraft> drafts, IReadOnlyList<WaitingDraft> mine,
        IReadOnlyList<MadePaper> made, IReadOnlyList<Commit> commits, Html online) => Html.Of($"""
        <div class="top"><div class="top-words">
        <h1>总览</h1>
        <p class="soft">{overview.Today:yyyy 年 M 月 d 日} · {Holdings(site)}</p>
        <p><a class="button" href="/desk/write/stories/">写一篇人物故事</a> {Verdict(overview)}</p>
        </div>{new Html(Ridges.Wide("desk"))}</div>
        {DraftsSection.Mine(mine)}
        {online}
        <section aria-labelledby="steps"><h2 id="steps">等在哪一步</h2>
        <ol class="steps">{Html.Join(overview.Steps, Step)}</ol></section>
        {DraftsSection.Of(drafts)}
        {Html.Join(overview.Coverage.Index(), t => Coverage(t.Item, t.Index))}
        <div class="papers">
        {Papers("consents", "将到期的同意", $"{Overview.Ahead} 天以内到期的同意", "没有快到期的同意。", overview.Consents)}
        {Papers("weak", "不够级的主张", "要一个 A 级来源，或两个互相独立的 B 级来源", "每一条主张都有够级的来源。", overview.Weak)}
        {Papers("thin", "单薄的条目", "还撑不起一页", "没有单薄的条目。", overview.Thin)}
        {Papers("small", "太小的图片", $"长边不到 {Overview.SmallestSide} px", "没有太小的图片。", overview.Small)}
        {MadeSection.Of(made)}
        <section class="paper wide" aria-labelledby="commits"><h2 id="commits">最近的提交</h2>{Commits(commits)}</section>
        </div>
        """);

    private static string Holdings(Site site)
    {
        static int Count(IEnumerable<Entry> entries) => entries.Count(e => !e.Header.Sample);
        var news = Count(site.News) is > 0 and var items ? $"，{items} 条动态" : "";
        return $"{Count(site.Stories)} 位人物，{Count(site.Objects)} 件老物件，{Count(site.Dialogues)} 篇对话，"
            + $"{Count(site.Videos)} 部短视频{news}";
    }

    private static Html Verdict(Overview overview)
    {
        var (mark, errors) = overview.Errors > 0 ? (" bad", $"{overview.Errors} 处错误，") : ("", "没有错误，");
        return Html.Of($"<span class=\"verdict{mark}\">{errors}{overview.Warnings} 处警告</span>");
    }

    public static string KindName(string kind) => EntryKind.Find(kind)?.Label ?? kind;

    /// <summary>Where the desk tells everything about an entry.</summary>
    public static string AddressOf(Entry entry) => $"/desk/entry/{DeskCollection.OfKind(entry.Kind).Name}/{entry.Id}/";

    public static Html Commits(IReadOnlyList<Commit> commits) => commits.Count == 0 ? new("<p class=\"none\">还没有提交。</p>") : Html.Of($"""
        <ol class="commits">{Html.Join(commits, Row)}</ol>
        """);

    private static Html Row(Commit commit) =>
        Html.Of($"<li><time datetime=\"{commit.At:O}\">{commit.At:MM-dd HH:mm}</time> <span class=\"by\">{commit.Author}</span> "
        + $"<span class=\"what\">{commit.Subject}</span>{Html.Join(EntriesOf(commit), Link)}</li>");

    private static Html Link(string entry) => Html.Of($" <a href=\"/desk/entry/{entry}/\">{entry}</a>");

    private static Html Step(Waiting step) => Html.Of($"""
        <li{(step.Entries.Count == 0 ? new Html(" class=\"empty\"") : Html.None)}><h3>{step.Name}</h3>
        <p class="count">{step.Entries.Count}</p><p class="soft">{step.Who}</p>{Lines(step.Entries)}</li>
        """);

    private static Html Papers(string id, string name, string about, string none, IReadOnlyList<EntryLine> lines) => Html.Of($"""
        <section class="paper" aria-labelledby="{id}"><h2 id="{id}">{name} <span class="number">{lines.Count}</span></h2>
        <p class="soft">{about}</p>
        {(lines.Count == 0 ? Html.Of($"<p class=\"none\">{none}</p>") : Lines(lines))}</section>
        """);

    private static Html Lines(IReadOnlyList<EntryLine> lines) => lines.Count == 0 ? Html.None : Html.Of($"""
        <ul class="lines">{Html.Join(lines.Take(Shown), Line)}</ul>{More(lines)}
        """);

    private static Html More(IReadOnlyList<EntryLine> lines) => lines.Count <= Shown ? Html.None : Html.Of($"""
        <details><summary>还有 {lines.Count - Shown} 条</summary>
        <ul class="lines">{Html.Join(lines.Skip(Shown).Take(500), Line)}</ul></details>
        """);

    private static Html Line(EntryLine line) =>
        Html.Of($"<li><a href=\"{AddressOf(line.Entry)}\">{line.Entry.Title}</a> <span class=\"kind\">{KindName(line.Kind)}</span> "
        + $"<span class=\"words\">{line.Words}</span></li>");

    private static Html Coverage(CoverageTable table, int number) => Html.Of($"""
        <section aria-labelledby="coverage-{number}"><h2 id="coverage-{number}">方向 × {table.Name}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="{table.Name}的表，可以左右滚动"><table class="matrix">
        <thead><tr><td></td>{Html.Join(table.Groups, Group)}<td></td></tr>
        <tr><th scope="col">方向</th>{Html.Join(Heads(table), Head)}<th scope="col" class="term first"><span>共</span></th></tr></thead>
        <tbody>{Html.Join(table.Rows, row => Row(row, table))}</tbody>
        </table></div>
        {Gaps(table)}</section>
        """);

    private static Html Group(CoverageGroup group) =>
        Html.Of($"<th class=\"group\" scope=\"colgroup\" colspan=\"{group.Terms.Count}\">{group.Name}</th>");

    private static Html Head((string Name, bool First, bool Gap) head) =>
        Html.Of($"<th scope=\"col\" class=\"term{(head.First ? " first" : "")}{(head.Gap ? " gap" : "")}\"><span>{head.Name}</span></th>");

    private static Html Row(CoverageRow row, CoverageTable table) => Html.Of($"""
        <tr><th scope="row"><span class="short">{row.Direction.Short}</span></th>
        {Html.Join(row.Counts.Zip(Heads(table)), c => Cell(c.First, c.Second.First))}<td class="sum first">{row.People}</td></tr>
        """);

    private static Html Cell(int count, bool first) =>
        Html.Of($"<td class=\"n{Math.Min(count, 4)}{(first ? " first" : "")}"
            + $"\">{(count == 0 ? new Html("<span class=\"visually-hidden\">0</span>") : Html.Of($"{count}"))}</td>");

    private static Html Gaps(CoverageTable table) => table.Gaps.ToList() is not { Count: > 0 } gaps ? Html.None
        : Html.Of($"<p class=\"gaps\"><strong>还没有人物：</strong>{string.Join("、", gaps.Select(t => t.Name))}</p>");

    private static IEnumerable<(string Name, bool First, bool Gap)> Heads(CoverageTable table)
    {
        var at = 0;
        foreach (var group in table.Groups)
        {
            for (var i = 0; i < group.Terms.Count; i++, at++)
            {
                var column = at;
                yield return (group.Terms[i].Name, i == 0, table.Rows.All(r => r.Counts[column] == 0));
            }
        }
    }

    /// <summary>The entries a commit touched, as the desk addresses them: <c>stories/shui-xiheng</c>.</summary>
    private static IEnumerable<string> EntriesOf(Commit commit) => commit.Files
        .Select(f => f.Split('/')).Where(p => p.Length >= 4 && DeskCollection.Find(p[^3]) is not null).Select(p => $"{p[^3]}/{p[^2]}")
            .Distinct(StringComparer.Ordinal).Take(4);
}
