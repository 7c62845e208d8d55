using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Api;

/// <summary>Feeds as their standards have them: RSS 2.0, RFC 4287, JSON Feed 1.1.</summary>
public sealed class FeedTests(BuiltSites sites)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Fact]
    public async Task There_is_a_feed_for_the_site_and_each_direction_in_three_forms()
    {
        var site = await sites.FullerAsync();
        foreach (var name in (string[])["all", "builder", "artisan", "pioneer", "mentor", "guardian"])
        {
            Assert.True(site.Has($"feeds/{name}.rss.xml") && site.Has($"feeds/{name}.atom.xml") && site.Has($"feeds/{name}.json"), name);
        }
    }

    [Theory]
    [InlineData("all")]
    [InlineData("mentor")]
    public async Task RSS_has_what_readers_need(string name)
    {
        var site = await sites.FullerAsync();
        var channel = XDocument.Parse(site.Text($"feeds/{name}.rss.xml")).Root!.Element("channel")!;
        Assert.All((string[])["title", "link", "description", "lastBuildDate"], e => Assert.NotEmpty(channel.Element(e)!.Value));
        Assert.Equal($"https://{BuiltSite.Host}/feeds/{name}.rss.xml", channel.Element(Atom + "link")!.Attribute("href")!.Value);
        var items = channel.Elements("item").ToList();
        Assert.NotEmpty(items);
        Assert.Equal(items.Count, items.Select(i => i.Element("guid")!.Value).Distinct(StringComparer.Ordinal).Count());
        Assert.All(items, item =>
        {
            Assert.Equal(item.Element("link")!.Value, item.Element("guid")!.Value);
            Assert.True(DateTimeOffset.TryParseExact(item.Element("pubDate")!.Value, "ddd, dd MMM yyyy HH:mm:ss zzz",
                CultureInfo.InvariantCulture, DateTimeStyles.None, out _), item.Element("pubDate")!.Value);
            Assert.True(item.Element(Content + "encoded")!.Value.Length > 40);
            Assert.DoesNotMatch("(href|src)=\"/", item.Element(Content + "encoded")!.Value);
        });
    }

    [Fact]
    public async Task Atom_follows_RFC_4287()
    {
        var site = await sites.FullerAsync();
        var feed = XDocument.Parse(site.Text("feeds/all.atom.xml")).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.All(feed.Elements(Atom + "entry").Append(feed), e =>
        {
            Assert.True(Uri.IsWellFormedUriString(e.Element(Atom + "id")!.Value, UriKind.Absolute));
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$", e.Element(Atom + "updated")!.Value);
            Assert.NotEmpty(e.Element(Atom + "title")!.Value);
            Assert.NotNull(e.Element(Atom + "author"));
        });
        Assert.Single(feed.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "self");
        var dates = feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "updated")!.Value).ToList();
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
    }

    [Fact]
    public async Task A_picture_comes_first_where_there_is_one()
    {
        var feed = JsonNode.Parse((await sites.FullerAsync()).Text("feeds/mentor.json"))!;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed["version"]!.GetValue<string>());
        var item = feed["items"]!.AsArray().Single(i => i!["id"]!.GetValue<string>().EndsWith("/test-person/", StringComparison.Ordinal))!;
        Assert.StartsWith($"<figure><img src=\"https://{BuiltSite.Host}/people/test-person/portrait.png\"",
            item["content_html"]!.GetValue<string>());
        Assert.Equal($"https://{BuiltSite.Host}/people/test-person/portrait.png", item["image"]!.GetValue<string>());
    }
}
