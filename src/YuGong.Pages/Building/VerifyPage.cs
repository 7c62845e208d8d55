using YuGong.Pages.Views;
using YuGong.Publishing.Motifs;

namespace YuGong.Pages;

/// <content>Where a certificate's number and code are checked, in the reader's own browser.</content>
internal sealed partial class PageFactory
{
    public IEnumerable<PlannedPage> Verify() => theme.Has("verify")
        ? [Page("/verify/", "verify", () => new NotFoundPage(
            common.Site, common.Meta("/verify/", "证书核验", "凭编号和校验码核验致谢证书。", "/", d => d.Thing("WebPage", "/verify/", "证书核验", null), noIndex: true), CardViews.Drawn("hero", "verify", Ridges.Hero)))]
        : [];
}
