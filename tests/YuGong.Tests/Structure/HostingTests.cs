using YuGong.Pages;
using YuGong.Tests.Support;
using Xunit;

namespace YuGong.Tests.Structure;

public sealed class HostingTests
{
    [Fact]
    public void The_snippets_for_servers_say_what_the_pages_say()
    {
        Golden.Matches(Repository.At("docs", "hosting", "nginx.conf"), SecurityHeaders.ForNginx());
        Golden.Matches(Repository.At("docs", "hosting", "Caddyfile"), SecurityHeaders.ForCaddy());
    }

    [Fact]
    public void Pages_carry_the_policy_themselves_as_far_as_a_meta_element_can()
    {
        var layout = File.ReadAllText(Repository.At("themes", "yugong", "templates", "layout.hbs"));
        Assert.Contains(SecurityHeaders.ContentSecurityPolicy.Replace("; frame-ancestors 'self'", ""), layout, StringComparison.Ordinal);
    }
}
