using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace YuGong.Cli;

/// <summary>Where the desk listens.</summary>
internal sealed record DeskListening(IPAddress Address, int Port)
{
    /// <summary>For HTTPS; null on loopback.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>
    /// Names and addresses under which it may be asked. Any other is an attempt to reach it by a foreign name (DNS rebinding).
    /// </summary>
    public IReadOnlyList<string> Hosts { get; init; } = SameOriginPolicy.Loopback;

    /// <summary>What the site is called at the moment.</summary>
    public Func<string> SiteTitle { get; init; } = () => "";

    /// <summary>Connections that are held at once; beyond, idle ones are closed.</summary>
    public int MostConnections { get; init; } = 256;
}
