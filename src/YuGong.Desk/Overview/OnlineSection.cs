using YuGong.Content;

namespace YuGong.Desk;

/// <summary>The part of the overview where the site goes online; what is online there, the page asks for once it is shown.</summary>
public static class OnlineSection
{
    /// <param name="mayGo">Whether who looks may also press.</param>
    /// <param name="willDo">What the desk is going to do there by itself, a sentence each.</param>
    public static Html Of(IReadOnlyList<DeployPlace> places, bool mayGo, Func<DeployPlace, IReadOnlyList<string>> willDo) =>
        places.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="online"><h2 id="online">上线</h2>
        <ul class="online">{Html.Join(places, p => Place(p, mayGo, willDo(p)))}</ul>
        {(mayGo ? Push : Html.None)}
        <p role="status" data-online-status></p></section>
        """);

    private static Html Push { get; } = new("""
        <p><button class="button button-quiet" type="button" data-push>推送仓库</button>
        <span class="soft">把内容的历史推到它的远程仓库</span></p>
        """);

    private static Html Place(DeployPlace place, bool mayGo, IReadOnlyList<string> willDo) => Html.Of($"""
        <li data-online="{place.Name}"><h3>{place.Name}</h3><p class="soft" data-online-now>正在看现在什么在线……</p>
        {(willDo.Count == 0 ? Html.None : Html.Of($"<ul class=\"soft\">{Html.Join(willDo, w => Html.Of($"<li>{w}</li>"))}</ul>"))}
        {(mayGo ? Buttons(place) : Html.None)}</li>
        """);

    private static Html Buttons(DeployPlace place) => Html.Of($"""
        <p><button class="button" type="button" data-go="/desk/online" aria-label="上线到{place.Name}">上线</button>
        <button class="button button-quiet" type="button" data-go="/desk/online/back" aria-label="{place.Name}退回上一版">退回上一版</button></p>
        """);
}
