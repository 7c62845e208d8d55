using AngleSharp.Dom;
using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>The hall's other ways: by time, by place, by what a drawing shows.</summary>
public sealed class HallTests(BuiltSites sites)
{
    [Fact]
    public async Task The_timeline_tells_everything_that_the_rooms_tell_and_in_order()
    {
        var site = await sites.ByNameAsync("release");
        var line = site.Page("/hall/timeline/");
        var told = line.QuerySelectorAll(".event").Select(Told).ToList();
        var rooms = site.Pages().Where(p => p.Html.QuerySelector("article.person") is not null).ToList();
        var events = rooms.SelectMany(r => r.Html.QuerySelectorAll("[aria-labelledby=chronicle] .event").Select(e => (r.Address, Date(e))))
            .ToList();
        Assert.Equal(events.Order(), told.Select(t => (t.Who, t.Date)).Order());
        var dated = line.QuerySelectorAll(".event time").Select(t => t.GetAttribute("datetime")![..4]).ToList();
        Assert.Equal(dated.Order(StringComparer.Ordinal), dated);
        Assert.Contains($"{told.Count}件事", line.QuerySelector(".page-lead")!.TextContent);
    }

    [Fact]
    public async Task Every_filter_of_the_timeline_is_a_page_with_as_many_events_as_it_says()
    {
        var site = await sites.ByNameAsync("release");
        var filters = site.Page("/hall/timeline/").QuerySelectorAll(".filter a");
        Assert.True(filters.Length >= 2);
        foreach (var filter in filters)
        {
            var page = site.Page(filter.GetAttribute("href")!);
            Assert.Equal(int.Parse(filter.QuerySelector(".filter-count")!.TextContent), page.QuerySelectorAll(".event").Length);
            Assert.Equal(filter.GetAttribute("href"),
                Assert.Single(page.QuerySelectorAll(".filters a[aria-current]")).GetAttribute("href"));
        }

        Assert.Equal(site.Page("/hall/timeline/").QuerySelectorAll(".event").Length,
            filters.Sum(f => int.Parse(f.QuerySelector(".filter-count")!.TextContent)));
    }

    [Fact]
    public async Task Every_date_of_the_timeline_opens_its_source()
    {
        var site = await sites.ByNameAsync("release");
        var links = site.Page("/hall/timeline/").QuerySelectorAll(".event-sources a").Select(a => a.GetAttribute("href")!.Split('#'))
            .ToList();
        Assert.All(links.GroupBy(l => l[0]), room =>
        {
            var page = site.Page(room.Key);
            Assert.All(room, link => Assert.NotNull(page.GetElementById(link[1])));
        });
        Assert.All(site.Page("/hall/timeline/").QuerySelectorAll(".event"), e => Assert.NotEmpty(e.QuerySelectorAll(".event-sources a")));
    }

    [Fact]
    public async Task The_map_shows_only_places_that_somebody_on_it_names()
    {
        var site = await sites.ByNameAsync("release");
        var map = site.Page("/hall/map/");
        var places = map.QuerySelectorAll(".place");
        Assert.True(places.Length > 5);
        Assert.All(places, place => Assert.NotEmpty(place.QuerySelectorAll("a")));
        var marks = map.QuerySelectorAll(".map-number").Select(n => int.Parse(n.TextContent)).Order();
        Assert.Equal(Enumerable.Range(1, places.Length), marks);
        Assert.Contains("示意图", map.QuerySelector(".page-lead")!.TextContent);
        Assert.Contains(map.QuerySelectorAll(".place a"), a => a.GetAttribute("href") == "/people/zhang-jiade/");
    }

    [Fact]
    public async Task The_entrance_leads_to_both()
    {
        var hall = (await sites.ByNameAsync("release")).Page("/hall/");
        Assert.Equal(["/hall/timeline/", "/hall/map/", "/objects/"],
            hall.QuerySelectorAll(".hall-more a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_tour_stands_as_crops_without_script_and_names_its_regions_for_the_viewer()
    {
        var site = await sites.ByNameAsync("release");
        var tour = site.Page("/objects/great-hall-dome/").QuerySelector("[data-tour]")!;
        var steps = tour.QuerySelectorAll(".tour-step");
        Assert.Equal(4, steps.Length);
        foreach (var step in steps)
        {
            var crop = step.QuerySelector("svg")!;
            Assert.False(string.IsNullOrWhiteSpace(crop.GetAttribute("aria-label")));
            var image = crop.QuerySelector("image")!;
            Assert.True(site.Has(image.GetAttribute("href")![1..]), image.GetAttribute("href"));
            Assert.Equal(("1600", "1200"), (image.GetAttribute("width"), image.GetAttribute("height")));
            var box = crop.GetAttribute("viewBox")!.Split(' ').Select(int.Parse).ToArray();
            Assert.True(box[0] + box[2] <= 1600 && box[1] + box[3] <= 1200);
            var button = step.QuerySelector("button[data-region]")!;
            Assert.True(button.HasAttribute("hidden"));
            Assert.StartsWith("pct:", button.GetAttribute("data-region"));
        }
    }

    [Fact]
    public async Task A_picture_of_unknown_size_has_a_tour_in_words()
    {
        var tour = (await sites.ByNameAsync("fuller")).Page("/objects/test-object/").QuerySelector("[data-tour]")!;
        Assert.Equal(2, tour.QuerySelectorAll(".tour-step h3").Length);
    }

    [Fact]
    public async Task Every_drawing_says_that_it_is_one()
    {
        var site = await sites.ByNameAsync("release");
        var drawn = site.Files.Where(f => f.EndsWith("/drawing.svg", StringComparison.Ordinal))
            .Select(f => "/" + f[..^"drawing.svg".Length]).ToList();
        Assert.Equal(10, drawn.Count);
        Assert.All(drawn, address =>
        {
            var caption = site.Page(address).QuerySelector(".object-sheet figcaption")!.TextContent;
            Assert.Contains("示意图，非历史照片", caption);
            Assert.Contains("由编辑部据文献绘制", caption);
            Assert.Contains("人工智能辅助", caption);
        });
    }

    [Fact]
    public async Task A_film_has_a_still_captions_and_its_words()
    {
        var site = await sites.ByNameAsync("preview");
        var page = site.Page("/videos/sample-film/");
        var film = page.QuerySelector("video")!;
        Assert.Null(film.GetAttribute("autoplay"));
        Assert.True(site.Has(film.GetAttribute("src")![1..]) && site.Has(film.GetAttribute("poster")![1..])
            && site.Has(film.QuerySelector("track[kind=captions]")!.GetAttribute("src")![1..]));
        Assert.NotEmpty(page.QuerySelector(".film-script .prose")!.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("iframe, embed, object"));
        var data = page.QuerySelector("script[type='application/ld+json']")!.TextContent;
        Assert.All((string[])["\"VideoObject\"", "\"duration\":\"PT10S\"", "\"thumbnailUrl\"", "\"contentUrl\"",
            "\"captions\",\"transcript\""], part => Assert.Contains(part, data));
    }

    private static (string Who, string Date) Told(IElement e) => (e.QuerySelector(".event-who")!.GetAttribute("href")!, Date(e));

    private static string Date(IElement e) => e.QuerySelector(".event-date")!.TextContent.Trim();
}
