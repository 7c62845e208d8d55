namespace YuGong.Desk;

/// <summary>Remarks as a page shows them: where one reads, and where one writes.</summary>
public static class RemarkList
{
    /// <summary>On the page that compares, with room for one about the whole entry.</summary>
    public static Html Section(IReadOnlyList<Remark> remarks, TimeSpan offset)
    {
        var (open, done) = (remarks.Where(r => r.SettledBy is null).ToList(), remarks.Where(r => r.SettledBy is not null).ToList());
        var settled = done.Count == 0 ? Html.None : Html.Of($"""
            <details><summary>改好了的 {done.Count} 条</summary><ul class="remarks">{Html.Join(done, r => Line(r, offset))}</ul></details>
            """);
        return Html.Of($"""
            <section aria-labelledby="h-remarks"><h2 id="h-remarks">批注 <span class="number">{open.Count}</span></h2>
            <ul class="remarks">{Html.Join(open, r => Line(r, offset))}</ul>{settled}
            <form data-remark-whole><label>说整篇的话 <textarea name="text" rows="2" maxlength="2000" required></textarea></label>
            <p><button class="button button-quiet" type="submit">记下批注</button></p></form></section>
            """);
    }

    /// <summary>Above a form: what is still to be done, each leading to its field.</summary>
    public static Html Open(IReadOnlyList<Remark> remarks, TimeSpan offset)
    {
        var open = remarks.Where(r => r.SettledBy is null).ToList();
        return open.Count == 0 ? Html.None : Html.Of($"""
            <section class="asked" aria-labelledby="h-asked"><h2 id="h-asked">审稿的人说 <span class="number">{open.Count}</span></h2>
            <ul class="remarks">{Html.Join(open, r => Line(r, offset))}</ul></section>
            """);
    }

    private static Html Line(Remark remark, TimeSpan offset)
    {
        var quote = remark.Quote.Length == 0 ? Html.None : Html.Of($"<blockquote>{remark.Quote}</blockquote>");
        var settle = remark.SettledBy is null
            ? Html.Of($"<button type=\"button\" class=\"add\" data-settle=\"{remark.Id}\">改好了</button>")
            : Html.Of($"<span class=\"soft\">{remark.SettledBy} 说改好了</span> "
                + $"<button type=\"button\" class=\"add\" data-reopen=\"{remark.Id}\">还没有</button>");
        var (mark, returned) = remark.IsReturn ? (" returned", "，退回") : ("", "");
        return Html.Of($"""
            <li class="remark{mark}" data-field="{string.Join('/', remark.Field)}" data-quote="{remark.Quote}"><p class="soft">
            <span class="by">{remark.By}</span> {remark.At.ToOffset(offset):M 月 d 日 HH:mm}{returned}{Place(remark)}</p>
            {quote}<p class="text">{remark.Text}</p>{settle}</li>
            """);
    }

    private static Html Place(Remark remark) => remark.Place.Length == 0 ? Html.None
        : remark.Field.Count == 0 ? Html.Of($" · {remark.Place}")
        : Html.Of($" · <button type=\"button\" class=\"lead\" data-lead>{remark.Place}</button>");
}
