namespace YuGong.Content;

/// <summary>
/// What editors say of the site itself in <c>input/site.yaml</c>: its name, who makes it, its navigation, its records. It is content, and
/// goes before the settings, on which programs, servers and keys hang; what is null stays as the settings have it.
/// </summary>
public sealed record SiteIdentity
{
    public string? Title { get; init; }

    public string? Tagline { get; init; }

    public string? Description { get; init; }

    public string? Seal { get; init; }

    public IReadOnlyList<string>? Organizers { get; init; }

    public IReadOnlyList<string>? Undertakers { get; init; }

    public string? Support { get; init; }

    public string? Icp { get; init; }

    public string? PoliceRecord { get; init; }

    public IReadOnlyList<NavigationItem>? Navigation { get; init; }

    public IReadOnlyList<string>? Unbroken { get; init; }

    /// <summary>Who comes first on the home page, in this order; see <see cref="Site.Featured"/>.</summary>
    public IReadOnlyList<Ref> Featured { get; init; } = [];

    public Settings Over(Settings settings)
    {
        var footer = settings.Footer;
        var made = settings with
        {
            SiteTitle = Title ?? settings.SiteTitle, Tagline = Tagline ?? settings.Tagline,
            Description = Description ?? settings.Description, Organizers = Organizers ?? settings.Organizers,
            Navigation = Navigation ?? settings.Navigation, Unbroken = Unbroken ?? settings.Unbroken,
            Footer = new(Undertakers ?? footer.Undertakers, Support ?? footer.Support, Icp ?? footer.Icp,
                PoliceRecord ?? footer.PoliceRecord),
        };
        return Seal is null ? made : made with { Seal = Seal };
    }
}
