using YuGong.Pages.Views;
using YuGong.Publishing.Motifs;

namespace YuGong.Pages;

/// <content>What stands where somebody was withdrawn: the same page everywhere, which names nobody.</content>
internal sealed partial class PageFactory
{
    private string GoneTemplate => theme.Has("gone") ? "gone" : "404";

    /// <remarks>None where the theme has no page for it: the server then says that nothing is there.</remarks>
    public IEnumerable<PlannedPage> Gone(IReadOnlyList<string> addresses) => !theme.Has("gone") && !theme.Has("404") ? [] :
        addresses.Select(a => a[1..] + "index.html").Prepend("410.html").Take(addresses.Count == 0 ? 0 : addresses.Count + 1)
            .Select(file => new PlannedPage(file, GoneTemplate, () => new NotFoundPage(
                common.Site, common.Meta("/410.html", words.Of(GoneTemplate).Title, words.Of(GoneTemplate).Description, "/410.html",
                    d => d.Thing("WebPage", "/410.html", words.Of(GoneTemplate).Title, null), noIndex: true),
                CardViews.Drawn("hero", "410", Ridges.Hero))));
}
