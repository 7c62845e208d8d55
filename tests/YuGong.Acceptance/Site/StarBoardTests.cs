using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>Without script the filters of the star board are links to lists that exist.</summary>
public sealed class StarBoardTests(BuiltSites sites)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/people/")]
    public async Task Every_filter_leads_to_the_list_it_promises(string address)
    {
        var site = await sites.FullerAsync();
        var board = site.Page(address).QuerySelector("[data-board]")!;
        var people = board.QuerySelectorAll("[data-cards] > li").ToDictionary(
            c => c.QuerySelector("a")!.GetAttribute("href")!,
            c => c.QuerySelector("[data-terms]")!.GetAttribute("data-terms")!.Split(' ').ToHashSet());
        Assert.Equal(people.Count, int.Parse(board.GetAttribute("data-total")!));
        var filters = board.QuerySelectorAll("a[data-group]");
        Assert.Equal(["direction", "district", "era", "trade"], filters.Select(f => f.GetAttribute("data-group")).Distinct().Order());
        foreach (var filter in filters)
        {
            var term = $"{filter.GetAttribute("data-group")}:{filter.GetAttribute("data-option")}";
            var wanted = people.Where(p => p.Value.Contains(term)).Select(p => p.Key).ToList();
            var list = site.Page(filter.GetAttribute("href")!);
            Assert.Equal(wanted, list.QuerySelectorAll("[data-cards] > li .card-way").Select(a => a.GetAttribute("href")));
            Assert.Equal($"{wanted.Count}", filter.QuerySelector(".filter-count")?.TextContent);
            Assert.Equal(filter.GetAttribute("href"),
                Assert.Single(list.QuerySelectorAll("a[data-group][aria-current]")).GetAttribute("href"));
            Assert.Contains($"共{wanted.Count}人", list.QuerySelector("[data-said]")?.TextContent);
        }
    }

    [Fact]
    public async Task A_district_shows_its_slope_with_its_lamps_alone()
    {
        var page = (await sites.ReleaseAsync()).Page("/people/district/yuzhong/");
        var lamps = page.QuerySelectorAll(".page-lamps .night-wide a.lamp").Select(a => a.GetAttribute("href")!).Order().ToList();
        Assert.NotEmpty(lamps);
        Assert.Subset(page.QuerySelectorAll("[data-cards] .card-way").Select(a => a.GetAttribute("href")!).ToHashSet(), lamps.ToHashSet());
    }

    [Fact]
    public async Task Everybody_who_is_published_is_on_the_wall_and_in_one_hall()
    {
        var site = await sites.FullerAsync();
        var rooms = site.Pages().Where(p => p.File.StartsWith("people/", StringComparison.Ordinal)
            && p.Html.QuerySelector("article.person") is not null).Select(p => p.Address).Order(StringComparer.Ordinal).ToList();
        Assert.True(rooms.Count > 10);
        Assert.Equal(rooms, site.Page("/people/").QuerySelectorAll("[data-cards] .card-way").Select(a => a.GetAttribute("href")!)
            .Order(StringComparer.Ordinal));
        Assert.Equal(rooms, site.Page("/hall/").QuerySelectorAll(".route-people a").Select(a => a.GetAttribute("href")!)
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_route_through_the_hall_visits_every_room_once()
    {
        var site = await sites.FullerAsync();
        var wall = site.Page("/people/").QuerySelectorAll("[data-cards] .card-way").Select(a => a.GetAttribute("href")!).ToList();
        var walked = new List<string>();
        for (var at = site.Page("/hall/").QuerySelector(".gate-way a")?.GetAttribute("href"); at is not null && walked.Count <= wall.Count;
            at = site.Page(at).QuerySelector("a[rel=next]")?.GetAttribute("href"))
        {
            walked.Add(at);
        }

        Assert.Equal(wall, walked);
    }
}
