namespace YuGong.Pages;

/// <summary>
/// <c>_headers</c> and <c>_redirects</c>, which Netlify, Cloudflare Pages and others read beside the pages. They know no difference between
/// a file and a page, pack by themselves, and serve neither file.
/// </summary>
public static class NetlifyFiles
{
    public const string Headers = "_headers";

    public const string Redirects = "_redirects";

    /// <summary>
    /// Such hosts join the values of all rules that match: what holds for all pages but the cards is said folder by folder, and how long
    /// pages are kept is left to the host.
    /// </summary>
    /// <param name="root">Path in front of every address, empty or <c>/sub</c>.</param>
    /// <param name="folders">The first folders of all pages: people, hall …</param>
    public static string HeadersOf(string root, IEnumerable<string> folders) =>
        $"""
        {HostedSite.FirstLine}。
        {root}/*
          {SiteHeaders.Policy}: {SiteHeaders.InPages}
          {HostedSite.Lines(SiteHeaders.Common, 2, h => $"{h.Name}: {h.Value}")}

        {HostedSite.Lines(folders.Where(f => f != "embed").Select(f => $"/{f}/*").Prepend("/"), 0, place => $"""
        {root}{place}
          {SiteHeaders.Policy}: {SiteHeaders.OwnFrames}

        """)}
        {HostedSite.Lines(SiteHeaders.Open, 0, folder => $"""
        {root}/{folder}/*
          Access-Control-Allow-Origin: *

        """)}
        {root}/assets/*
          Cache-Control: {SiteHeaders.Forever}

        """;

    /// <param name="addresses">Of pages: <c>/people/x/</c>.</param>
    public static IEnumerable<string> FoldersOf(IEnumerable<string> addresses) =>
        addresses.Select(a => a.Length > 1 ? a[1..].Split('/', 2)[0] : "").Where(f => f.Length > 0).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>
    /// Netlify leads on only with <c>!</c> where a page stands, which the page of an old address does; Cloudflare takes no line with
    /// <c>!</c>, and of two for one address the first that it can read.
    /// </summary>
    public static string RedirectsOf(HostedSite site) =>
        $"""
        {HostedSite.FirstLine}:旧地址转到新地址。
        # Netlify
        {HostedSite.Lines(site.PlainlyMoved, 0, m => $"{site.Root}{m.From} {site.Root}{m.To} 301!")}
        # Cloudflare Pages
        {HostedSite.Lines(site.PlainlyMoved, 0, m => $"{site.Root}{m.From} {site.Root}{m.To} 301")}

        """;
}
