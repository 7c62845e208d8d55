using System.Security;
using System.Text;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>What machines read first: sitemap.xml (sitemaps.org 0.9), robots.txt (RFC 9309), _headers and _redirects.</summary>
/// <param name="addresses">Of every page of the plan, so that the map cannot disagree with the site.</param>
/// <param name="moved">Those of them that only lead on.</param>
public sealed class SitemapPipeline(IReadOnlyList<string> addresses, IReadOnlyList<MovedAddress> moved) : IPipeline
{
    public string Name => "sitemap";

    public IEnumerable<OutputFile> Make(Site site)
    {
        yield return OutputFile.Of("robots.txt", Encoding.UTF8.GetBytes(site.Edition == Edition.Preview
            ? "User-agent: *\nDisallow: /\n"
            : $"User-agent: *\nAllow: /\n\nSitemap: {site.Settings.Absolute("/sitemap.xml")}\n"));
        yield return OutputFile.Rendered(OutputPath.Of("sitemap.xml"), () => Map(site), Fingerprint.Of, xml => Encoding.UTF8.GetBytes(xml));
        yield return OutputFile.Of(NetlifyFiles.Headers, Encoding.UTF8.GetBytes(
            NetlifyFiles.HeadersOf(site.Settings.LinkRoot, NetlifyFiles.FoldersOf(addresses))));
        yield return OutputFile.Of(NetlifyFiles.Redirects, Encoding.UTF8.GetBytes(
            NetlifyFiles.RedirectsOf(new(site.Settings, "", moved))));
    }

    /// <summary>
    /// Cards for other people's pages and printed codes lead to pages that the map lists; themselves they are not looked for.
    /// </summary>
    private static bool IsAside(string address) =>
        address.StartsWith("/embed/", StringComparison.Ordinal) || address.StartsWith("/q/", StringComparison.Ordinal);

    /// <summary>Written as text: an XML writer costs more to load than a thousand pages cost to list.</summary>
    private string Map(Site site)
    {
        var leadOn = moved.Select(m => m.From).ToHashSet(StringComparer.Ordinal);
        var updated = site.Entries.Where(e => e.Header.Changed is not null)
            .ToDictionary(EntryAddresses.Of, e => e.Header.Changed!.Value, StringComparer.Ordinal);
        var xml =
            new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var address in addresses.Where(a => !leadOn.Contains(a) && !IsAside(a)).Order(StringComparer.Ordinal))
        {
            xml.Append("  <url>\n    <loc>").Append(SecurityElement.Escape(site.Settings.Absolute(address))).Append("</loc>\n");
            if (updated.TryGetValue(address, out var day))
            {
                xml.Append("    <lastmod>").Append(day.ToString("yyyy-MM-dd")).Append("</lastmod>\n");
            }

            xml.Append("  </url>\n");
        }

        return xml.Append("</urlset>").ToString();
    }
}
