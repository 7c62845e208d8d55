using YuGong.Content;
using YuGong.Pages;
using YuGong.Posters.Codes;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>A site whose every file is decided and checked, and of which nothing is written.</summary>
public sealed record SitePlan
{
    public required RunOptions Options { get; init; }

    public required Site Site { get; init; }

    public required Fingerprint Theme { get; init; }

    /// <summary>Every file, and how to render it.</summary>
    public required PublicationPlan Publication { get; init; }

    /// <summary>What was ever published.</summary>
    public required UrlLedger Addresses { get; init; }

    /// <summary>Addresses at which a page only leads on to where something is now.</summary>
    public required IReadOnlyList<MovedAddress> Moved { get; init; }

    /// <summary>With a code for everything that has a poster.</summary>
    public required ShortLinks Codes { get; init; }

    /// <summary>Null for an edition that nobody publishes.</summary>
    public required PublicChecks? Checks { get; init; }

    /// <summary>For the next run.</summary>
    public required RunMemory Memory { get; init; }

    public required IReadOnlyList<(string Step, TimeSpan Took)> Steps { get; init; }
}
