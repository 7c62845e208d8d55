using YuGong.Content;
using YuGong.Pages;
using YuGong.Tests.Support;
using Xunit;

namespace YuGong.Tests.Structure;

public sealed class HostingTests
{
    /// <summary>The real settings, and one old address.</summary>
    private static HostedSite Example { get; } = new(
        Settings.Default with { Host = "yugong.example.org" }, "/var/www/yugong.example.org", [new("/people/old-id/", "/people/new-id/")])
    {
        Folders = ["embed", "people"],
    };

    [Fact]
    public void The_snippets_for_servers_say_what_the_pages_say()
    {
        foreach (var (name, text) in ServerFiles.All.SelectMany(s => s.Files(Example)))
        {
            Golden.Matches(Repository.At("docs", "hosting", name), text);
        }
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/people/shui-xiheng/", true)]
    [InlineData("/embed/shui-xiheng/", false)]
    public void A_host_that_joins_its_rules_frames_cards_and_nothing_else(string address, bool own)
    {
        var policies = Joined(NetlifyFiles.HeadersOf("", ["embed", "people"]), address)["Content-Security-Policy"];
        Assert.StartsWith("default-src 'none'", policies[0], StringComparison.Ordinal);
        Assert.Equal(own, policies.Exists(p => p.Contains("frame-ancestors 'self'", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_host_that_joins_its_rules_says_everything_else_once()
    {
        var headers = Joined(NetlifyFiles.HeadersOf("", ["api", "people"]), "/assets/site.1a2b3c4d.css");
        Assert.All(headers, h => Assert.Single(h.Value));
        Assert.Equal("*", Joined(NetlifyFiles.HeadersOf("", ["api"]), "/iiif/people/x/manifest.json")["Access-Control-Allow-Origin"]
            .Single());
    }

    /// <summary>As Netlify reads the file: every rule whose path fits adds its headers.</summary>
    private static Dictionary<string, List<string>> Joined(string rules, string address)
    {
        var headers = new Dictionary<string, List<string>>();
        var fits = false;
        foreach (var line in rules.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '/')
            {
                fits = line == address || (line.EndsWith('*') && address.StartsWith(line[..^1], StringComparison.Ordinal));
            }
            else if (fits && line.Split(": ", 2) is [var name, var value])
            {
                (headers.TryGetValue(name.Trim(), out var values) ? values : headers[name.Trim()] = []).Add(value);
            }
        }

        return headers;
    }

    [Fact]
    public void Pages_carry_the_policy_themselves_as_far_as_a_meta_element_can()
    {
        var layout = File.ReadAllText(Repository.At("themes", "yugong", "templates", "layout.scriban"));
        Assert.Contains(SiteHeaders.ContentSecurityPolicy.Replace("; frame-ancestors 'self'", ""), layout, StringComparison.Ordinal);
    }
}
