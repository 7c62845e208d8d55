namespace YuGong.Content;

/// <summary>The site's settings from <c>statiq.json</c>: Statiq's own names, and ours in the <c>YuGong</c> section.</summary>
/// <param name="Host">Host name for absolute addresses, with port if any.</param>
/// <param name="LinkRoot">Path in front of every address, empty or <c>/sub</c>.</param>
/// <param name="LinkHideIndexPages">Addresses end in <c>/</c> instead of <c>/index.html</c>.</param>
public sealed record Settings(
    string Host, bool LinksUseHttps, string LinkRoot, bool LinkHideIndexPages, string Theme, string SiteTitle, string Tagline,
    string Description, IReadOnlyList<string> Organizers, IReadOnlyList<NavigationItem> Navigation)
{
    /// <summary>Telephone numbers and mail addresses that the association gives to everybody.</summary>
    public IReadOnlyList<string> PublicContacts { get; init; } = [];

    public static Settings Default { get; } = new(
        "localhost", LinksUseHttps: true, "", LinkHideIndexPages: true, "yugong", "", "", "", [], []);

    /// <summary>Scheme and host: <c>https://example.org</c>.</summary>
    public string Origin => (LinksUseHttps ? "https://" : "http://") + Host;
}

public sealed record NavigationItem(string Title, string Path);
