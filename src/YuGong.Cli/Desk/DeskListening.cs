using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace YuGong.Cli;

/// <summary>Where the desk listens.</summary>
internal sealed record DeskListening(IPAddress Address, int Port)
{
    /// <summary>For HTTPS; null on loopback.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Names and addresses under which it may be asked. Any other is an attempt to reach it by a foreign name (DNS rebinding).</summary>
    public IReadOnlyList<string> Hosts { get; init; } = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>Other origins that may use the protocol, each as a browser sends it: <c>http://localhost:4000</c>.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];
}
