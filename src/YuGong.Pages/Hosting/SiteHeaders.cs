namespace YuGong.Pages;

public sealed record SiteHeader(string Name, string Value);

/// <summary>The answer headers a static site should have, once, for the servers people use.</summary>
public static class SiteHeaders
{
    /// <summary>The header that differs between pages and cards.</summary>
    internal const string Policy = "Content-Security-Policy";

    /// <summary>What a page may load, wherever it is shown.</summary>
    internal const string InPages =
        "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; media-src 'self'; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'";

    /// <summary>Only pages of this site may show a page in a frame.</summary>
    internal const string OwnFrames = "frame-ancestors 'self'";

    /// <summary>The same policy as in the pages' meta element, with what only a header can say.</summary>
    public const string ContentSecurityPolicy = $"{InPages}; {OwnFrames}";

    /// <summary>The policy of <c>/embed/</c>: cards that other people's pages show in a frame.</summary>
    public const string EmbedPolicy = $"{InPages}; frame-ancestors *";

    /// <summary>For <c>/assets/</c>, whose names hold a fingerprint.</summary>
    public const string Forever = "public, max-age=31536000, immutable";

    /// <summary>For everything else: five minutes.</summary>
    public const string Soon = "public, max-age=300, must-revalidate";

    /// <summary>Folders that other people's scripts may read: documents, feeds, pictures and manifests for their viewers.</summary>
    public static IReadOnlyList<string> Open { get; } = ["api", "feeds", "iiif"];

    /// <summary>What holds for everything, cards too.</summary>
    internal static IReadOnlyList<SiteHeader> Common { get; } =
    [
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    public static IReadOnlyList<SiteHeader> All { get; } = [new(Policy, ContentSecurityPolicy), .. Common];
}
