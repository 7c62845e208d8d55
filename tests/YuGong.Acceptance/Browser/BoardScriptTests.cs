using Microsoft.Playwright;
using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Browser;

/// <summary>With script the star board filters in place, several groups at once, with the state in the address.</summary>
public sealed class BoardScriptTests(BuiltSites sites)
{
    private readonly Chromium chromium = sites.Browser;

    [Theory]
    [InlineData("/people/")]
    [InlineData("/")]
    public async Task Filters_combine_live_in_the_address_and_go_back(string address)
    {
        var page = await chromium.OpenAsync("fuller", address);
        var all = await CardsAsync(page);
        var (direction, trade) = await PairAsync(page);

        await ClickAsync(page, direction);
        var some = await CardsAsync(page);
        Assert.True(some.Count < all.Count);
        Assert.All(some, c => Assert.Contains(direction, c.Split(' ')));
        Assert.EndsWith($"{address}?{Query(direction)}", page.Url);
        await SaysAsync(page, some.Count);

        await ClickAsync(page, trade);
        var both = await CardsAsync(page);
        Assert.NotEmpty(both);
        Assert.Equal(all.Where(c => c.Split(' ').Contains(direction) && c.Split(' ').Contains(trade)), both);
        Assert.EndsWith($"{address}?{Query(direction)}&{Query(trade)}", page.Url);
        Assert.Equal(2, await page.Locator("[data-group][aria-current=true]").CountAsync());
        await SaysAsync(page, both.Count);

        await page.GoBackAsync();
        Assert.Equal(some, await CardsAsync(page));
        await page.GoBackAsync();
        Assert.Equal(all, await CardsAsync(page));
        await SaysAsync(page, all.Count);
        await page.GoForwardAsync();
        await page.GoForwardAsync();
        Assert.Equal(both, await CardsAsync(page));

        await page.ReloadAsync();
        Assert.Equal(both, await CardsAsync(page));
        await ClickAsync(page, trade);
        Assert.Equal(some, await CardsAsync(page));
        await page.Locator("[data-clear]").ClickAsync();
        Assert.Equal(all, await CardsAsync(page));
        Assert.EndsWith(address, page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Counts_beside_filters_say_what_a_click_would_show()
    {
        var page = await chromium.OpenAsync("fuller", "/people/");
        var all = await CardsAsync(page);
        var (direction, _) = await PairAsync(page);
        await ClickAsync(page, direction);
        foreach (var link in await page.Locator("a[data-group=trade]").AllAsync())
        {
            var term = "trade:" + await link.GetAttributeAsync("data-option");
            var left = all.Count(c => c.Split(' ').Contains(direction) && c.Split(' ').Contains(term));
            Assert.Equal($"{left}", await link.Locator(".filter-count").TextContentAsync());
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nobody_fits_is_said_in_words()
    {
        var page = await chromium.OpenAsync("fuller", "/people/?direction=builder&trade=polymer&district=fuling&era=early");
        Assert.Empty(await CardsAsync(page));
        Assert.True(await page.Locator("[data-none]").IsVisibleAsync());
        await SaysAsync(page, 0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_a_filter_is_a_link_to_its_list()
    {
        var page = await chromium.OpenAsync("release", "/people/", with: o => o.JavaScriptEnabled = false);
        await page.Locator("a[data-option=builder]").ClickAsync();
        Assert.EndsWith("/people/direction/builder/", page.Url);
        Assert.All(await CardsAsync(page), c => Assert.Contains("direction:builder", c.Split(' ')));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/call/")]
    public async Task One_press_copies_the_subject_and_the_mail_address(string address)
    {
        var page = await chromium.OpenAsync("release", address, with: o => o.Permissions = ["clipboard-read", "clipboard-write"]);
        var (subject, mail) = (page.Locator("[data-copy=call-subject]"), page.Locator("[data-copy=call-mail]"));
        await subject.ClickAsync();
        await Assertions.Expect(subject).ToHaveTextAsync("已复制");
        Assert.Equal("渝工故事线索+推荐单位/推荐人+联系方式", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await mail.ClickAsync();
        await Assertions.Expect(mail).ToHaveTextAsync("已复制");
        Assert.Equal("ceacq@163.com", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Assertions.Expect(subject).ToHaveTextAsync("复制主题");
        await page.Context.CloseAsync();
    }

    private static Task ClickAsync(IPage page, string term) =>
        page.Locator($"a[data-group={term.Split(':')[0]}][data-option={term.Split(':')[1]}]").ClickAsync();

    private static string Query(string term) => term.Replace(':', '=');

    /// <summary>The terms of every card that is shown.</summary>
    private static async Task<IReadOnlyList<string>> CardsAsync(IPage page) =>
        await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[data-cards] > li')].filter(c => c.checkVisibility()).map(c => "
            + "c.querySelector('[data-terms]').dataset.terms)");

    private static async Task SaysAsync(IPage page, int count)
    {
        await Assertions.Expect(page.Locator("[data-said]")).ToHaveTextAsync($"共{count}人");
        Assert.Equal("status", await page.Locator("[data-said]").GetAttributeAsync("role"));
    }

    /// <summary>A direction, and a trade that leaves some of its people.</summary>
    private static async Task<(string Direction, string Trade)> PairAsync(IPage page)
    {
        var people = (await CardsAsync(page)).Select(c => c.Split(' ')).ToList();
        return (from direction in people.SelectMany(p => p.Where(t => t.StartsWith("direction:", StringComparison.Ordinal))).Distinct()
                from trade in people.SelectMany(p => p.Where(t => t.StartsWith("trade:", StringComparison.Ordinal))).Distinct()
                let some = people.Count(p => p.Contains(direction))
                let both = people.Count(p => p.Contains(direction) && p.Contains(trade))
                where both > 0 && both < some
                select (direction, trade)).First();
    }
}
