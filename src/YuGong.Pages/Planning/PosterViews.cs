using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Publishing;

namespace YuGong.Pages;

/// <summary>Sets of posters as templates see them.</summary>
internal static class PosterViews
{
    /// <summary>A design to hand on, not to hang.</summary>
    private const string Card = "card";

    public static PosterSetView Of(SiteData data, PosterSet set)
    {
        var place = data.Site.Stories.TakeWhile(s => s.Id != set.Subject).Count();
        var person = place < data.Site.Stories.Count ? data.Site.Stories[place] : null;
        var shown = Leading(set, person is null ? 0 : place);
        var s = data.Site.Settings;
        return new()
        {
            Title = data.TitleOf(set), Headline = person?.Headline, Url = s.Link(set.Path),
            PersonPage = person is null ? null : s.Absolute(EntryAddresses.Of(person)),
            PersonUrl = person is null ? null : s.Link(EntryAddresses.Of(person)), Preview = s.Link(shown.Preview),
            PreviewWidth = shown.PreviewWidth, PreviewHeight = shown.PreviewHeight, Count = set.Posters.Count,
            Kit = set.Kit is { } kit ? FileOf(data, kit) : null,
            Designs = [.. set.Posters.GroupBy(p => p.Design).Select(g => Design(data, g.Key, g))],
        };
    }

    /// <summary>
    /// The poster that stands for a set: a tall one, as people hang them. One person after the other shows the next of
    /// their designs, so that a wall of them is mixed.
    /// </summary>
    private static ShownPoster Leading(PosterSet set, int place)
    {
        List<ShownPoster> tall = [.. set.Posters.Where(p => p.PreviewHeight > p.PreviewWidth).DistinctBy(p => p.Design)];
        List<ShownPoster> hung = tall.FindAll(p => p.Design != Card);
        return hung.Count > 0 ? hung[place % hung.Count] : tall.FirstOrDefault(set.Posters[0]);
    }

    private static PosterDesignView Design(SiteData data, string design, IEnumerable<ShownPoster> posters) =>
        new(design, data.Words.Designs.GetValueOrDefault(design, design), [.. posters.Select(p => Poster(data, p))]);

    private static PosterView Poster(SiteData data, ShownPoster p) => new(
        p.Shape, p.Size, data.Site.Settings.Link(p.Preview), p.PreviewWidth, p.PreviewHeight, [.. p.Files.Select(f => FileOf(data, f))]);

    private static PosterFileView FileOf(SiteData data, PosterFile file) => new(
        file.Format.ToUpperInvariant().Replace("-OUTLINES", " " + data.Words["outlines"], StringComparison.Ordinal), file.Says,
        data.Site.Settings.Link(file.Path),
        file.Bytes >= 1_000_000 ? $"{file.Bytes / 1e6:0.0} MB" : $"{Math.Max(1, file.Bytes / 1000)} kB");
}
