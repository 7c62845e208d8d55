using System.Text;
using System.Xml;
using YuGong.Content;
using YuGong.Publishing;

namespace YuGong.Pages;

/// <summary>What machines read first: sitemap.xml (sitemaps.org 0.9), robots.txt (RFC 9309), _headers.</summary>
/// <param name="pages">Every page of the plan by its place in the output, so that the map cannot disagree with the site.</param>
public sealed class SitemapPipeline(IEnumerable<OutputPath> pages) : IPipeline
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public string Name => "sitemap";

    public IEnumerable<OutputFile> Make(Site site)
    {
        yield return OutputFile.Of("robots.txt", Encoding.UTF8.GetBytes(site.Edition == Edition.Preview
            ? "User-agent: *\nDisallow: /\n"
            : $"User-agent: *\nAllow: /\n\nSitemap: {site.Settings.Absolute("/sitemap.xml")}\n"));
        yield return OutputFile.Of("sitemap.xml", Map(site));
        yield return OutputFile.Of("_headers", Encoding.UTF8.GetBytes(SecurityHeaders.ForNetlify()));
    }

    private byte[] Map(Site site)
    {
        var aliases = site.Entries.SelectMany(e => e.Frame.Aliases).Select(a => a.Id).ToHashSet();
        var updated = site.Entries.Where(e => e.Frame.Updated is not null).ToDictionary(EntryAddresses.Of, e => e.Frame.Updated!.Value);
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var address in pages.Select(p => p.Address).OfType<string>().Where(a => !aliases.Contains(a) && !a.StartsWith("/embed/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, site.Settings.Absolute(address));
                if (updated.TryGetValue(address, out var day))
                {
                    xml.WriteElementString("lastmod", Namespace, day.ToString("yyyy-MM-dd"));
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }
}
