using System.Net;
using System.Net.Sockets;

namespace YuGong.Tests.Sites;

/// <summary>Linux has many loopback addresses: a test can be several visitors.</summary>
internal static class Loopback
{
    /// <param name="from">Address of this end.</param>
    public static async ValueTask<Stream> ConnectAsync(IPAddress from, int port, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(IPAddress.Loopback, port, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
