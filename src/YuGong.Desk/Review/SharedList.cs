namespace YuGong.Desk;

/// <summary>给本人看: a link for somebody outside, and those that last.</summary>
public static class SharedList
{
    private const int Days = 7;

    public static Html Section(IReadOnlyList<SharedDraft> shared, TimeSpan offset)
    {
        var list = shared.Count == 0 ? Html.None : Html.Of($"<ul class=\"lines\">{Html.Join(shared, s => Line(s, offset))}</ul>");
        return Html.Of($"""
            <section class="shared" aria-labelledby="h-shared"><h2 id="h-shared">给本人看 <span class="number">{shared.Count}</span></h2>
            <p class="soft">做一个链接，不用登录，只能看这一版，到期打不开；页面上写着给谁看、还没有发布。
            能打开这个编辑台的网络才能打开它。</p>
            {list}
            <form data-share><label>给谁看 <input name="for" maxlength="40" required placeholder="本人、家属、某某档案馆"></label>
            <label>几天
            <input name="days" inputmode="numeric" type="number" min="1" max="{SharedDrafts.MostDays}" value="{Days}" required></label>
            <p><button class="button button-quiet" type="submit">做链接</button></p><p role="status" data-shared></p></form></section>
            """);
    }

    private static Html Line(SharedDraft shared, TimeSpan offset)
    {
        var seen = shared.OpenedAt is { } at ? Html.Of($"，{at.ToOffset(offset):M 月 d 日 HH:mm} 打开过") : new Html("，还没有打开过");
        var until = shared.Until.ToOffset(offset);
        return Html.Of($"""
            <li>给{shared.For}
            <span class="words">版本 {shared.Revision[..8]}，{shared.By} 做的，到 {until:M 月 d 日 HH:mm}{seen}</span>
            <button type="button" class="add" data-unshare="{shared.Hash}">收回</button></li>
            """);
    }
}
