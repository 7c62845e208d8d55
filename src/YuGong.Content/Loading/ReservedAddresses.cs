namespace YuGong.Content;

/// <summary>Addresses that the site itself answers: an entry can neither have them nor have had them.</summary>
internal sealed class ReservedAddresses(Taxonomies taxonomies)
{
    /// <summary>Whose whole tree is the site's own: documents, printed codes, feeds, assets, and what servers answer themselves.</summary>
    private static readonly string[] Trees =
    [
        "/api/", "/q/", "/assets/", "/iiif/", "/feeds/", "/embed/", "/posters/", "/search/", "/verify/", "/oembed/", "/desk/", "/admin/",
        "/healthz/",
        "/people/page/", "/objects/page/", "/news/page/", "/hall/timeline/", "/hall/map/",
    ];

    private readonly HashSet<string> lists =
    [
        .. taxonomies.Directions.SelectMany(d => new[] { $"/hall/{d.Id}/", $"/people/direction/{d.Id}/" }),
        .. taxonomies.Trades.Select(t => $"/people/trade/{t.Id}/"),
        .. taxonomies.Districts.Select(d => $"/people/district/{d.Id}/"),
        .. taxonomies.Eras.Select(e => $"/people/era/{e.Id}/"),
    ];

    /// <summary>What the address belongs to, as a tree or a page of the site; null when it is free for entries.</summary>
    public string? OwnerOf(string address)
    {
        for (var end = address.IndexOf('/', 1); end >= 0; end = address.IndexOf('/', end + 1))
        {
            if (lists.Contains(address[..(end + 1)]))
            {
                return address[..(end + 1)];
            }
        }

        return Array.Find(Trees, tree => address.StartsWith(tree, StringComparison.Ordinal));
    }
}
