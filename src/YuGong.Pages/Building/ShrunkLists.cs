using System.Text.RegularExpressions;
using YuGong.Content;
using YuGong.Pages.Views;

namespace YuGong.Pages;

/// <content>
/// Lists shrink: the third page of one, or the list of a district whose only person went. An address that was once published
/// leads to what is left of its list; no editor has to say so.
/// </content>
internal sealed partial class PageFactory
{
    private static readonly (string Root, string Template)[] ListRoots =
        [("/people/", "people"), ("/objects/", "objects"), ("/hall/timeline/", "timeline")];

    /// <param name="published">Every address that was ever published.</param>
    /// <param name="pages">The pages that there are.</param>
    public IEnumerable<PlannedPage> Shrunk(IEnumerable<string> published, IReadOnlyList<PlannedPage> pages)
    {
        var shrinkable = published.Where(a => ListPage().IsMatch(a)).ToList();
        if (shrinkable.Count == 0 || !theme.Has("redirect"))
        {
            yield break;
        }

        var living = pages.Select(p => p.File).ToHashSet(StringComparer.Ordinal);
        foreach (var address in shrinkable.Where(a => !IsLiving(a)))
        {
            var (root, template) = ListRoots.First(l => address.StartsWith(l.Root, StringComparison.Ordinal));
            var title = words.Of(template).Title;
            var first = NumberAtEnd().Replace(address, "");
            var target = IsLiving(first) ? first : root;
            if (IsLiving(target))
            {
                yield return Page(address, "redirect", () => new RedirectPage(
                    common.Site, common.Meta(target, title, "", "/", _ => { }, noIndex: true), site.Settings.Link(target), title)) with {
                        InLayout = false };
            }
        }

        bool IsLiving(string address) => living.Contains(address[1..] + "index.html");
    }

    [GeneratedRegex("^/(people/(direction|trade|era|district)/[^/]+/|people/|objects/|hall/timeline/([^/]+/)?)(page/[0-9]+/)?$")]
    private static partial Regex ListPage();

    [GeneratedRegex("page/[0-9]+/$")]
    private static partial Regex NumberAtEnd();
}
