using YuGong.Content;

namespace YuGong.Desk;

/// <summary>The part of the overview where the site goes online; what is online there, the page asks for once it is shown.</summary>
public static class OnlineSection
{
    /// <param name="mayGo">Whether who looks may also press.</param>
    public static Html Of(IReadOnlyList<DeployPlace> places, bool mayGo) => places.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="online"><h2 id="online">上线</h2>
        <ul class="online">{Html.Join(places, p => Place(p, mayGo))}</ul>
        <p role="status" data-online-status></p></section>
        """);

    private static Html Place(DeployPlace place, bool mayGo) => Html.Of($"""
        <li data-online="{place.Name}"><h3>{place.Name}</h3><p class="soft" data-online-now>正在看现在什么在线……</p>
        {(mayGo ? Buttons(place) : Html.None)}</li>
        """);

    private static Html Buttons(DeployPlace place) => Html.Of($"""
        <p><button class="button" type="button" data-go="/desk/online" aria-label="上线到{place.Name}">上线</button>
        <button class="button button-quiet" type="button" data-go="/desk/online/back" aria-label="{place.Name}退回上一版">退回上一版</button></p>
        """);
}
