using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Publishing;

namespace YuGong.Pages;

/// <content>Posters: the wall of all sets, one set a page, and the short addresses that are printed on them.</content>
internal sealed partial class PageFactory
{
    private IEnumerable<PlannedPage> Posters()
    {
        if (shelf.Sets.Count > 0)
        {
            yield return Page("/posters/", "posters", () => new PostersPage(
                common.Site,
                common.Meta("/posters/", words.Of("posters").Title, words.Of("posters").Description, "/posters/",
                    d => d.Thing("CollectionPage", "/posters/", words.Of("posters").Title, null)),
                [.. shelf.Sets.Select(PosterCardOf)]));
        }
    }

    private IEnumerable<PlannedPage> EachPosterSet() => shelf.Sets.Select(set => Page(set.Path, "poster", () => new PosterPage(
        common.Site,
        common.Meta(
            set.Path, words.Fill("poster_title", set.Title), words.Fill("poster_description", set.Title, set.Posters.Count), "/posters/",
            d => d.Thing("CollectionPage", set.Path, set.Title, null), image: set.Card, trail: [Trail("posters", "/posters/")]),
        PosterCardOf(set), set.Kit is { } kit ? FileOf(kit) : null,
        [
            .. set.Posters.GroupBy(p => p.Design).Select(g => new PosterDesignView(DesignNames.GetValueOrDefault(g.Key) ?? g.Key, [
                .. g.Select(p => new PosterView(p.Shape, p.Size, site.Settings.Link(p.Preview), p.PreviewWidth, p.PreviewHeight,
                    [.. p.Files.Select(FileOf)])),
            ])),
        ])));

    private IEnumerable<PlannedPage> ShortAddresses() => shelf.Codes.Select(code => Page(code.Path, "redirect", () => new RedirectPage(
        common.Site, common.Meta(code.Target, site.Settings.SiteTitle, "", "/", _ => { }, noIndex: true), site.Settings.Link(code.Target),
        site.Settings.SiteTitle)) with { InLayout = false });

    /// <summary>What people call the designs; another theme's keep their own names.</summary>
    internal static readonly Dictionary<string, string> DesignNames = new(StringComparer.Ordinal)
    {
        ["peak"] = "峰", ["voice"] = "声", ["drawing"] = "图", ["wall"] = "墙", ["card"] = "卡片",
    };

    private PosterCard PosterCardOf(PosterSet set)
    {
        // The tall one leads: it is the poster that people hang.
        var shown = set.Posters.FirstOrDefault(p => p.Design is "peak" or "wall" && p.PreviewHeight > p.PreviewWidth) ?? set.Posters[0];
        var person = site.Stories.FirstOrDefault(s => s.Id == set.Subject);
        return new(
            set.Title, person?.Headline, site.Settings.Link(set.Path),
            person is null ? null : site.Settings.Link(EntryAddresses.Of(person)),
            site.Settings.Link(shown.Preview), shown.PreviewWidth, shown.PreviewHeight, set.Posters.Count);
    }

    private PosterFileView FileOf(PosterFile file) => new(
        file.Format.ToUpperInvariant().Replace("-OUTLINES", " " + words["outlines"], StringComparison.Ordinal), file.Says,
        site.Settings.Link(file.Path), file.Bytes >= 1_000_000 ? $"{file.Bytes / 1e6:0.0} MB" : $"{Math.Max(1, file.Bytes / 1000)} kB");
}
