namespace YuGong.Pages;

/// <summary>A server that people use, and the files that it is told a site by.</summary>
/// <param name="Name">As on the command line.</param>
public sealed record ServerFiles(string Name, Func<HostedSite, IReadOnlyList<(string File, string Text)>> Files)
{
    public static IReadOnlyList<ServerFiles> All { get; } =
    [
        new("nginx", site => [(NginxFile.Name, NginxFile.Of(site))]),
        new("caddy", site => [(CaddyFile.Name, CaddyFile.Of(site))]),
        new("apache", site => [(ApacheFile.Name, ApacheFile.Of(site))]),
        new("netlify", site =>
        [
            (NetlifyFiles.Headers, NetlifyFiles.HeadersOf(site.Settings.LinkRoot, site.Folders)),
            (NetlifyFiles.Redirects, NetlifyFiles.RedirectsOf(site)),
        ]),
    ];
}
