using YuGong.Content;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>Everything about one entry: what is said of it, and its history with a way back.</summary>
public static class EntryPage
{
    /// <param name="entry">Null when it cannot be read now, or is no longer there.</param>
    /// <param name="isThere">Whether the folder has it.</param>
    /// <param name="canUndo">Whether who looks may take a commit back.</param>
    /// <param name="canWithdraw">Whether they may take the entry off the site for good.</param>
    public static Html Render(
        DeskCollection collection, string id, Entry? entry, bool isThere, IReadOnlyList<Diagnostic> findings,
        IReadOnlyList<(Commit Commit, IReadOnlyList<DiffLine> Diff)> history, bool canUndo, bool canWithdraw) => Html.Of($"""
        <nav class="crumbs" aria-label="位置"><a href="/desk/">总览</a> / {collection.Label}</nav>
        <h1>{entry?.Title ?? collection.Site?.File.Title ?? id}</h1>
        <p class="soft">{entry?.Summary ?? collection.Site?.File.Purpose ?? Missing(isThere)}</p>
        {(isThere ? Actions(collection, id, entry, canWithdraw) : Html.None)}
        <section aria-labelledby="findings"><h2 id="findings">发现 <span class="number">{findings.Count}</span></h2>
        {Findings(findings)}</section>
        <section aria-labelledby="history"><h2 id="history">历史 <span class="number">{history.Count}</span></h2>
        {History(history, canUndo)}{(isThere && collection.Site is null ? ReviewPage.Paper(collection, id) : Html.None)}</section>
        """);

    private static string Missing(bool isThere) => isThere ? "现在读不出这个条目。"
        : "这个条目不在内容里:删掉了(下面可以撤消),或者还只是分支上的草稿。";

    private static Html Findings(IReadOnlyList<Diagnostic> findings) => findings.Count == 0 ? new("<p class=\"none\">没有发现。</p>")
        : Html.Of($"<ul class=\"findings\">{Html.Join(findings, Finding)}</ul>");

    private static Html History(IReadOnlyList<(Commit Commit, IReadOnlyList<DiffLine> Diff)> history, bool canUndo)
    {
        if (history.Count == 0)
        {
            return new("<p class=\"none\">还没有提交过。</p>");
        }

        var changes = Html.Join(history.Index(), h => Change(h.Item.Commit, h.Item.Diff, h.Index == 0, canUndo));
        return Html.Of($"<ol class=\"history\">{changes}</ol>");
    }

    private static Html Actions(DeskCollection collection, string id, Entry? entry, bool canWithdraw)
    {
        var look = entry is null
            ? Html.None
            : Html.Of($" <a class=\"button button-quiet\" href=\"/desk/site{EntryAddresses.Of(entry)}\">看页面</a>");
        var withdraw = canWithdraw && entry is not null and not Page
            ? Html.Of($" <a class=\"button button-quiet\" href=\"/desk/withdraw/{collection.Name}/{id}/\">立即撤下</a>") : Html.None;
        var article = entry is null ? Html.None
            : Html.Of($" <a class=\"button button-quiet\" href=\"/desk/article/{collection.Name}/{id}/wechat/\">复制到公众号</a>");
        return Html.Of(
            $"<p><a class=\"button\" href=\"/desk/write/{collection.Name}/{id}/\">修改</a>{look}{article}{withdraw}</p>");
    }

    private static Html Finding(Diagnostic finding)
    {
        var at = finding.Span.File.At(finding.Span.Start);
        return Html.Of(
            $"<li class=\"{SeverityWord(finding.Severity)}\"><span class=\"code\">{finding.Rule.Code}</span> 第 {at.Line} 行:"
            + $"{finding.Message(Language.Chinese)} <span class=\"soft\">{finding.Hint(Language.Chinese)}</span></li>");
    }

    public static string SeverityWord(Severity severity) =>
        severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    private static Html Change(Commit commit, IReadOnlyList<DiffLine> diff, bool last, bool canUndo) => Html.Of($"""
        <li><details{(last ? new Html(" open") : Html.None)}><summary>{Named(commit)}</summary>
        <div class="diff" tabindex="0" role="region" aria-label="{commit.At:yyyy-MM-dd HH:mm} 的改动">{Html.Join(diff, Line)}</div>
        {(canUndo ? Undo(commit) : Html.None)}
        </details></li>
        """);

    private static Html Named(Commit commit) =>
        Html.Of($"<time datetime=\"{commit.At:O}\">{commit.At:yyyy-MM-dd HH:mm}</time> "
            + $"<span class=\"by\">{commit.Author}</span> <span class=\"what\">{commit.Subject}</span>");

    private static Html Undo(Commit commit) =>
        Html.Of($"<p><button class=\"button button-quiet\" type=\"button\" data-undo=\"{commit.Hash}\">撤消这次改动</button> "
            + $"<span role=\"status\"></span></p>");

    private static Html Line(DiffLine line) => line.Head is { } head
        ? Html.Of($"<p class=\"hunk\">{head}</p>")
        : Html.Of($"<p>{Html.Join(line.Words, w => Marked(w.Kind, w.Text))}</p>");

    private static Html Marked(char kind, string text) => kind switch
    {
        '+' => Html.Of($"<ins>{text}</ins>"),
        '-' => Html.Of($"<del>{text}</del>"),
        _ => Html.Of($"{text}"),
    };
}
