namespace YuGong.Desk;

/// <summary>Something that was made of entries for others and lies in a folder: an article, a book.</summary>
public sealed record MadePaper
{
    /// <summary>Relative to the project: <c>articles/person-x/word</c>.</summary>
    public required string Place { get; init; }

    /// <summary>What it is, as people call it: 公众号, 长图, 书.</summary>
    public required string Kind { get; init; }

    /// <summary>Of the entry, or of the book.</summary>
    public required string Title { get; init; }

    /// <summary>Where the desk tells of the entry; null for what is made of many.</summary>
    public string? Address { get; init; }

    /// <summary>Why it must not go out as it is; null where it still says what its entries say.</summary>
    public string? Stale { get; init; }
}

/// <summary>The part of the overview about what went out, or is about to: what is older than its entry must be made again.</summary>
internal static class MadeSection
{
    public static Html Of(IReadOnlyList<MadePaper> papers)
    {
        List<MadePaper> stale = [.. papers.Where(p => p.Stale is not null)], current = [.. papers.Where(p => p.Stale is null)];
        var none = papers.Count == 0 ? "还没有做过稿子和书。" : "没有旧了的。";
        return Html.Of($"""
            <section class="paper" aria-labelledby="made"><h2 id="made">旧了的稿子和书 <span class="number">{stale.Count}</span></h2>
            <p class="soft">做成以后条目改过的文件；发出去以前重新做一次</p>
            {(stale.Count == 0 ? Html.Of($"<p class=\"none\">{none}</p>") : List(stale))}
            {(current.Count == 0 ? Html.None
                : Html.Of($"<details><summary>和现在的内容一样的 {current.Count} 份</summary>{List(current)}</details>"))}</section>
            """);
    }

    private static Html List(IReadOnlyList<MadePaper> papers) => Html.Of($"<ul class=\"lines\">{Html.Join(papers, Line)}</ul>");

    private static Html Line(MadePaper paper)
    {
        var title = paper.Address is { } address ? Html.Of($"<a href=\"{address}\">{paper.Title}</a>") : Html.Of($"<b>{paper.Title}</b>");
        var why = paper.Stale is { } stale ? $"{stale}，" : "";
        return Html.Of($"<li>{title} <span class=\"kind\">{paper.Kind}</span> <span class=\"words\">{why}在 {paper.Place}</span></li>");
    }
}
