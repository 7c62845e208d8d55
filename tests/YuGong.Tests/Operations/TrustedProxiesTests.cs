using System.Net;
using Xunit;
using YuGong.Cli;

namespace YuGong.Tests.Operations;

/// <summary>Whose word on where a request comes from is taken.</summary>
public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("127.0.0.1,::1,10.0.0.0/8", "127.0.0.1", true)]
    [InlineData("127.0.0.1,::1,10.0.0.0/8", "127.0.0.2", false)]
    [InlineData("127.0.0.1, ::1, 10.0.0.0/8", "10.255.0.1", true)]
    [InlineData("127.0.0.1,::1,10.0.0.0/8", "::1", true)]
    [InlineData("127.0.0.1,::1,10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("2001:db8::/32", "2001:db8:1::5", true)]
    [InlineData("2001:db8::/32", "2001:db9::5", false)]
    public void An_address_is_a_proxys_or_not(string words, string address, bool expected) =>
        Assert.Equal(expected, TrustedProxies.Parse(words).Proxies!.Contains(IPAddress.Parse(address)));

    /// <summary>Everybody is nobody: who trusts all addresses lets each visitor say who they are.</summary>
    [Theory]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("10.0.0.0/8,::/0", "::/0")]
    [InlineData("nginx", "nginx")]
    [InlineData("127.0.0.1,10.0.0.0/33", "10.0.0.0/33")]
    [InlineData(" , ", " , ")]
    [InlineData("", "")]
    public void What_is_no_address_is_named(string words, string wrong) =>
        Assert.Equal((null, wrong), TrustedProxies.Parse(words));
}
