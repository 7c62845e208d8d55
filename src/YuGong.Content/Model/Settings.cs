namespace YuGong.Content;

/// <summary>The site's settings from <c>statiq.json</c>: Statiq's own names, and ours in the <c>YuGong</c> section.</summary>
public sealed record Settings
{
    /// <summary>Host name for absolute addresses, with port if any.</summary>
    public required string Host { get; init; }

    public required bool LinksUseHttps { get; init; }

    /// <summary>Path in front of every address, empty or <c>/sub</c>.</summary>
    public required string LinkRoot { get; init; }

    /// <summary>Addresses end in <c>/</c> instead of <c>/index.html</c>.</summary>
    public required bool LinkHideIndexPages { get; init; }

    public required string Theme { get; init; }

    public required string SiteTitle { get; init; }

    public required string Tagline { get; init; }

    public required string Description { get; init; }

    /// <summary>One to four characters for the site's own seal; unsaid the first two of <see cref="SiteTitle"/>.</summary>
    public string Seal
    {
        get => field.Length > 0 ? field : string.Concat(SiteTitle.EnumerateRunes().Take(2));
        init;
    } = "";

    /// <summary>Where a day of this site begins and ends; unsaid UTC+8, the time of the whole of China.</summary>
    public TimeZoneInfo TimeZone { get; init; } = SiteTime.China;

    public required IReadOnlyList<string> Organizers { get; init; }

    public required IReadOnlyList<NavigationItem> Navigation { get; init; }

    /// <summary>Telephone numbers and mail addresses that the association gives to everybody.</summary>
    public IReadOnlyList<string> PublicContacts { get; init; } = [];

    /// <summary>What the footer says besides; see <see cref="FooterFacts"/>.</summary>
    public FooterFacts Footer { get; init; } = FooterFacts.None;

    /// <summary>Words of large type that no line ends within, besides places and districts.</summary>
    public IReadOnlyList<string> Unbroken { get; init; } = [];

    /// <summary>Who is told after each publication: https, or http on this machine.</summary>
    public IReadOnlyList<Uri> Webhooks { get; init; } = [];

    /// <summary>Where <c>yugong deploy</c> puts the site online.</summary>
    public IReadOnlyList<DeployPlace> Deploy { get; init; } = [];

    /// <summary>
    /// The reviews that a draft passes before it is ready, each by somebody else: 初审, 复审, 终审. None: one person calls it ready.
    /// </summary>
    public IReadOnlyList<ReviewStep> Reviews { get; init; } = [];

    /// <summary>How the copy desk reads this site.</summary>
    public CopySettings CopyDesk { get; init; } = CopySettings.Default;

    /// <summary>More would never end.</summary>
    public const int MostReviews = 5;

    public static Settings Default { get; } = new()
    {
        Host = "localhost", LinksUseHttps = true, LinkRoot = "", LinkHideIndexPages = true, Theme = "yugong", SiteTitle = "",
        Tagline = "", Description = "", Organizers = [], Navigation = [],
    };

    /// <summary>As far as the file can be read: without a finding, for what must be known before a site is loaded.</summary>
    /// <param name="path">Of <c>statiq.json</c>.</param>
    public static Settings Peek(string path) =>
        new SiteFilesReader(new("", "", path, default, Edition.Release, new HashSet<Text.Fingerprint>(), 1), new()).Settings();

    /// <summary>The same with what the content says of the site's name, as far as that can be read.</summary>
    /// <param name="input">Full path of <c>input/</c>.</param>
    public static Settings Peek(string path, string input)
    {
        var info = new FileInfo(Path.Combine(input, "site.yaml"));
        var reader = new SiteFilesReader(new(input, "", path, default, Edition.Release, new HashSet<Text.Fingerprint>(), 1), new());
        return reader.Settings(info.Exists ? [new InputFile(info.Name, info.Length, default)] : []);
    }

    /// <summary>Scheme and host: <c>https://example.org</c>.</summary>
    public string Origin => (LinksUseHttps ? "https://" : "http://") + Host;
}

public sealed record NavigationItem(string Title, string Path);
