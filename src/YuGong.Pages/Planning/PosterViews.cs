using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Publishing;

namespace YuGong.Pages;

/// <summary>Sets of posters as templates see them.</summary>
internal static class PosterViews
{
    public static PosterSetView Of(SiteData data, PosterSet set)
    {
        // The tall one leads: it is the poster that people hang.
        var shown = set.Posters.FirstOrDefault(p => p.Design is "peak" or "wall" && p.PreviewHeight > p.PreviewWidth) ?? set.Posters[0];
        var person = data.Site.Stories.FirstOrDefault(s => s.Id == set.Subject);
        var s = data.Site.Settings;
        return new()
        {
            Title = data.TitleOf(set), Headline = person?.Headline, Url = s.Link(set.Path),
            PersonUrl = person is null ? null : s.Link(EntryAddresses.Of(person)), Preview = s.Link(shown.Preview),
            PreviewWidth = shown.PreviewWidth, PreviewHeight = shown.PreviewHeight, Count = set.Posters.Count,
            Kit = set.Kit is { } kit ? FileOf(data, kit) : null,
            Designs = [.. set.Posters.GroupBy(p => p.Design).Select(g => Design(data, g.Key, g))],
        };
    }

    private static PosterDesignView Design(SiteData data, string design, IEnumerable<ShownPoster> posters) =>
        new(data.Words.Designs.GetValueOrDefault(design, design), [.. posters.Select(p => Poster(data, p))]);

    private static PosterView Poster(SiteData data, ShownPoster p) => new(
        p.Shape, p.Size, data.Site.Settings.Link(p.Preview), p.PreviewWidth, p.PreviewHeight, [.. p.Files.Select(f => FileOf(data, f))]);

    private static PosterFileView FileOf(SiteData data, PosterFile file) => new(
        file.Format.ToUpperInvariant().Replace("-OUTLINES", " " + data.Words["outlines"], StringComparison.Ordinal), file.Says,
        data.Site.Settings.Link(file.Path),
        file.Bytes >= 1_000_000 ? $"{file.Bytes / 1e6:0.0} MB" : $"{Math.Max(1, file.Bytes / 1000)} kB");
}
