using AngleSharp.Dom;
using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>Where links lead, by a crawler of our own that knows fragments, and by one that is not ours.</summary>
public sealed class LinkTests(BuiltSites sites)
{
    private static readonly (string Selector, string Attribute)[] Places =
    [
        ("a[href]", "href"), ("link[href]", "href"), ("img[src]", "src"), ("script[src]", "src"), ("video[src]", "src"),
        ("video[poster]", "poster"),
        ("track[src]", "src"), ("source[src]", "src"), ("use[href]", "href"), ("meta[property='og:url']", "content"),
        ("meta[property='og:image']", "content"),
    ];

    [Theory]
    [InlineData("release")]
    [InlineData("preview")]
    [InlineData("fuller")]
    [InlineData("fuller-preview")]
    public async Task Every_link_of_the_site_arrives(string name)
    {
        var site = await sites.ByNameAsync(name);
        var pages = site.Pages();
        var ids = pages.ToDictionary(p => p.Address, p => p.Html.QuerySelectorAll("[id]").Select(e => e.Id!).ToHashSet(),
            StringComparer.Ordinal);
        var broken = new List<string>();
        foreach (var page in pages)
        {
            foreach (var (value, target) in Targets(page))
            {
                if (target.Host != BuiltSite.Host)
                {
                    continue;
                }

                var path = Uri.UnescapeDataString(target.AbsolutePath);
                var fragment = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
                if (!site.Has(BuiltSite.FileOf(path)))
                {
                    broken.Add($"{page.Address}: nothing at {value}");
                }
                else if (fragment.Length > 0 && !ids[path].Contains(fragment))
                {
                    broken.Add($"{page.Address}: no such place {value}");
                }
            }
        }

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("release")]
    [InlineData("fuller-preview")]
    public async Task Links_that_leave_the_site_give_no_handle_on_it(string name)
    {
        var leaving = (await sites.ByNameAsync(name)).Pages()
            .SelectMany(p => p.Html.QuerySelectorAll("a[href]").Select(a => (Page: p, Link: a)))
            .Where(x => Resolve(x.Page, x.Link.GetAttribute("href")!) is { Scheme: "http" or "https" } to && to.Host != BuiltSite.Host)
                .ToList();
        Assert.NotEmpty(leaving);
        Assert.Empty(leaving.Where(x => !(x.Link.GetAttribute("rel") ?? "").Split(' ').Contains("noopener"))
            .Select(x => x.Page.Address + x.Link.OuterHtml));
    }

    [Fact]
    public async Task A_crawler_that_is_not_ours_agrees()
    {
        var site = await sites.FullerAsync();
        var start = Judge.Start("node", Judge.Module("linkinator", "build", "src", "cli.js"), ".", "--recurse", "--check-fragments",
            "--check-css", "--skip", "https?://(?!localhost)");
        start.WorkingDirectory = site.Folder;
        var said = await Tool.RunAsync(start);
        Assert.True(said.Code == 0, said.Out + said.Err);
    }

    private static IEnumerable<(string Value, Uri Target)> Targets(WebPage page) =>
        from place in Places
        from element in page.Html.QuerySelectorAll(place.Selector)
        let value = element.GetAttribute(place.Attribute)!
        select (value, Resolve(page, value));

    private static Uri Resolve(WebPage page, string value) => new(new Uri($"https://{BuiltSite.Host}{page.Address}"), value);
}
