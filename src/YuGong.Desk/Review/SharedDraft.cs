namespace YuGong.Desk;

/// <summary>A version of a draft that somebody from outside may read for a while: the person it is about, a family, an archive.</summary>
public sealed record SharedDraft
{
    /// <summary>SHA-256 of the token in the link, in hex: who reads the file cannot open the page.</summary>
    public required string Hash { get; init; }

    public required string Collection { get; init; }

    public required string Id { get; init; }

    /// <summary>The commit that is shown, whatever was saved since.</summary>
    public required string Revision { get; init; }

    /// <summary>For whom; stands on the page.</summary>
    public required string For { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>When it was opened last; null for never.</summary>
    public DateTimeOffset? OpenedAt { get; init; }
}
