using System.Text.Json;
using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>What search engines and messengers read: titles, descriptions, addresses, structured data, the map of the site.</summary>
public sealed class HeadTests(BuiltSites sites)
{
    [Theory]
    [InlineData("release")]
    [InlineData("fuller-preview")]
    public async Task Every_page_says_what_it_is_and_where(string name)
    {
        var faults = new List<string>();
        var pages = (await sites.ByNameAsync(name)).Pages();
        foreach (var page in pages.Where(p => p.StandsAlone))
        {
            var own = $"https://{BuiltSite.Host}{page.Address}";
            Want(page, "lang", page.Html.DocumentElement.GetAttribute("lang"), "zh-Hans");
            Want(page, "canonical", page.Html.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), own);
            Want(page, "og:url", page.Meta("meta[property='og:url']"), own);
            Want(page, "og:locale", page.Meta("meta[property='og:locale']"), "zh_CN");
            Want(page, "h1", $"{page.Html.QuerySelectorAll("main h1").Length} {page.Html.QuerySelectorAll("h1").Length}", "1 1");
            string[] needed = ["meta[name=description]", "meta[property='og:title']", "meta[property='og:type']",
                "meta[property='og:description']", "meta[property='og:site_name']", "meta[name=viewport]"];
            faults.AddRange(needed.Where(n => string.IsNullOrWhiteSpace(page.Meta(n))).Select(n => $"{page.Address}: no {n}"));
        }

        faults.AddRange(pages.Where(p => p.StandsAlone).GroupBy(p => p.Html.Title)
            .Where(g => g.Count() > 1 || string.IsNullOrWhiteSpace(g.Key))
            .Select(g => $"title “{g.Key}”: {string.Join(' ', g.Select(p => p.Address))}"));
        Assert.Empty(faults);

        void Want(WebPage page, string what, string? got, string wanted)
        {
            if (got != wanted)
            {
                faults.Add($"{page.Address}: {what} is {got}, not {wanted}");
            }
        }
    }

    /// <summary>People share the home page most.</summary>
    [Fact]
    public async Task Every_page_that_is_shared_brings_a_picture_and_the_api_lists_the_posters()
    {
        using var project = Project.OfRealSite().WithCards();
        Assert.Equal(0, (await project.BuildAsync()).Code);
        var site = new BuiltSite(project.Output);

        var shown = site.Pages().Where(p => p.StandsAlone && p.IsIndexed)
            .ToDictionary(p => p.Address, p => p.Meta("meta[property='og:image']"));

        Assert.DoesNotContain(null, shown.Values);
        Assert.All(shown.Values, image => Assert.True(site.Has(new Uri(image!).AbsolutePath[1..]), image));
        Assert.EndsWith("/posters/yugong/card.png", shown["/"]);
        Assert.EndsWith("/posters/shui-xiheng/card.png", shown["/people/shui-xiheng/"]);

        using var posters = JsonDocument.Parse(site.Text("api/v1/posters.json"));
        var files = posters.RootElement.GetProperty("posters").EnumerateArray().ToList();
        Assert.Equal(posters.RootElement.GetProperty("total").GetInt32(), files.Count);
        Assert.All(files, f => Assert.Equal(site.Bytes(f.GetProperty("path").GetString()![1..]).Length, f.GetProperty("bytes").GetInt64()));
        Assert.Equal(11, files.Select(f => f.GetProperty("entry").GetString()).Distinct().Count());
        var card = files.Single(f => f.GetProperty("entry").ValueEquals("person/shui-xiheng")
            && f.GetProperty("format").ValueEquals("png"));
        Assert.Equal((1200, 630), (card.GetProperty("width").GetInt32(), card.GetProperty("height").GetInt32()));
    }

    [Theory]
    [InlineData("/", "CollectionPage")]
    [InlineData("/people/", "CollectionPage BreadcrumbList")]
    [InlineData("/people/direction/builder/", "CollectionPage BreadcrumbList")]
    [InlineData("/hall/", "CollectionPage BreadcrumbList")]
    [InlineData("/hall/builder/", "CollectionPage BreadcrumbList")]
    [InlineData("/people/test-person/", "Person Article BreadcrumbList")]
    [InlineData("/objects/", "CollectionPage BreadcrumbList")]
    [InlineData("/objects/test-object/", "CreativeWork BreadcrumbList")]
    [InlineData("/dialogues/", "CollectionPage BreadcrumbList")]
    [InlineData("/dialogues/test-talk/", "Article BreadcrumbList")]
    [InlineData("/videos/", "CollectionPage BreadcrumbList")]
    [InlineData("/videos/test-film/", "VideoObject BreadcrumbList")]
    [InlineData("/news/", "CollectionPage BreadcrumbList")]
    [InlineData("/news/test-news/", "NewsArticle BreadcrumbList")]
    [InlineData("/call/", "WebPage BreadcrumbList")]
    [InlineData("/about/", "WebPage BreadcrumbList")]
    public async Task A_page_tells_machines_what_it_is_about(string address, string types)
    {
        var graph = Graph((await sites.FullerAsync()).Page(address).QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal(types, string.Join(' ', graph.Select(t => t.GetProperty("@type").GetString())));
        Assert.All(graph.Where(t => t.GetProperty("@type").GetString() == "BreadcrumbList"), t =>
        {
            var steps = t.GetProperty("itemListElement").EnumerateArray().ToList();
            Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(s => s.GetProperty("position").GetInt32()));
            Assert.EndsWith(address, steps[^1].GetProperty("item").GetString());
        });
    }

    [Fact]
    public async Task All_structured_data_can_be_read_and_cannot_end_its_element()
    {
        foreach (var page in (await sites.FullerAsync()).Pages().Where(p => p.StandsAlone))
        {
            Assert.NotEmpty(Graph(Assert.Single(page.Html.QuerySelectorAll("script[type='application/ld+json']")).TextContent));
        }

        var person = Graph((await sites.FullerAsync()).Page("/people/test-person/")
            .QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Contains("<尖括号>", person[1].GetProperty("headline").GetString());
    }

    [Theory]
    [InlineData("release")]
    [InlineData("fuller")]
    public async Task The_map_lists_what_may_be_found_and_nothing_else(string name)
    {
        var site = await sites.ByNameAsync(name);
        var said =
            await Tool.RunAsync(Judge.Start("xmllint", "--noout", "--nonet", "--schema",
                Judge.Module("sitemap", "schema", "sitemap.xsd"),
            Path.Combine(site.Folder, "sitemap.xml")));
        Assert.True(said.Code == 0, said.Err);
        var listed = System.Xml.Linq.XDocument.Parse(site.Text("sitemap.xml")).Descendants().Where(e => e.Name.LocalName == "loc")
            .Select(e => e.Value);
        var found = site.Pages().Where(p => p.IsIndexed && !p.LeadsOn && !p.IsCard).Select(p => $"https://{BuiltSite.Host}{p.Address}");
        Assert.Equal(found.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Contains($"Sitemap: https://{BuiltSite.Host}/sitemap.xml", site.Text("robots.txt").Split('\n'));
        Assert.Contains("Allow: /", site.Text("robots.txt").Split('\n'));
    }

    [Fact]
    public async Task The_preview_asks_not_to_be_found()
    {
        var site = await sites.ByNameAsync("preview");
        Assert.Contains("Disallow: /", site.Text("robots.txt").Split('\n'));
        Assert.All(site.Pages(), p => Assert.False(p.IsIndexed, p.Address));
    }

    [Theory]
    [InlineData("/people/test-old-name/", "/people/test-person/")]
    [InlineData("/test-short/", "/people/test-person/")]
    [InlineData("/objects/test-old-object/", "/objects/test-object/")]
    public async Task An_old_address_leads_on(string old, string now)
    {
        var page = (await sites.FullerAsync()).Page(old);
        Assert.Equal($"0; url={now}", page.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content"));
        Assert.Equal(now, page.QuerySelector("main a")?.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    private static List<JsonElement> Graph(string text)
    {
        using var json = JsonDocument.Parse(text);
        Assert.Equal("https://schema.org", json.RootElement.GetProperty("@context").GetString());
        return [.. json.RootElement.GetProperty("@graph").EnumerateArray().Select(t => t.Clone())];
    }
}
