using YuGong.Pages.Views;
using YuGong.Publishing.Motifs;

namespace YuGong.Pages;

/// <content>Where a certificate's number and code are checked, in the reader's own browser.</content>
internal sealed partial class PageFactory
{
    public IEnumerable<PlannedPage> Verify() => theme.Has("verify")
        ? [Page("/verify/", "verify", () => new NotFoundPage(
            common.Site, common.Meta("/verify/", words.Of("verify").Title, words.Of("verify").Description, "/",
                d => d.Thing("WebPage", "/verify/", words.Of("verify").Title, null), noIndex: true),
                CardViews.Drawn("hero", "verify", Ridges.Hero)))]
        : [];
}
