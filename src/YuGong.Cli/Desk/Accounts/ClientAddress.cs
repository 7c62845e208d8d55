using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace YuGong.Cli;

/// <summary>
/// Where a request comes from, for limits: an IPv4 address, or the network of an IPv6 one, of which one machine has 2⁶⁴ addresses.
/// </summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 } || address.IsIPv4MappedToIPv6)
        {
            return (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "";
        }

        var network = address.GetAddressBytes();
        Array.Clear(network, NetworkBytes, network.Length - NetworkBytes);
        return $"{new IPAddress(network)}/64";
    }
}
