using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace YuGong.Cli;

/// <summary>
/// The proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed. Read from the right as far as each address is one of
/// them: what a visitor wrote into the header stands left of what the outermost of our proxies added, and is not reached. From anybody else
/// the headers mean nothing.
/// </summary>
internal sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    public static TrustedProxies None { get; } = new([]);

    public bool Any => Networks.Count > 0;

    /// <param name="words">Addresses and networks (CIDR) between commas: <c>127.0.0.1,::1,10.0.0.0/8</c>.</param>
    /// <returns>Null, with the word that is none.</returns>
    public static (TrustedProxies? Proxies, string? Wrong) Parse(string words)
    {
        var networks = new List<IPNetwork>();
        foreach (var word in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (NetworkOf(word) is not { PrefixLength: > 0 } network)
            {
                return (null, word);
            }

            networks.Add(network);
        }

        return networks.Count == 0 ? (null, words) : (new(networks), null);
    }

    public bool Contains(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && Networks.Any(n => n.Contains(plain));
    }

    /// <summary>From here on a request comes from where the proxies say, by the scheme that they say.</summary>
    public void Use(IApplicationBuilder app)
    {
        if (!Any)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null, // as many as are ours
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in Networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.Use((context, next) =>
        {
            context.Features.Set(new ConnectedPeer(context.Connection.RemoteIpAddress));
            return next(context);
        });
        app.UseForwardedHeaders(options);
    }

    /// <summary>Who holds the other end of the connection: a proxy, or the visitor.</summary>
    public static IPAddress? PeerOf(HttpContext context) =>
        context.Features.Get<ConnectedPeer>() is { } peer ? peer.Address : context.Connection.RemoteIpAddress;

    private static IPNetwork? NetworkOf(string word) =>
        IPNetwork.TryParse(word, out var network) ? network
        : IPAddress.TryParse(word, out var address) ? new(address, address.GetAddressBytes().Length * 8) : null;

    private sealed record ConnectedPeer(IPAddress? Address);
}
