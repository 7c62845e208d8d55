namespace YuGong.Leads;

/// <summary>One score as an expert wrote it by their link.</summary>
/// <param name="Points">As <see cref="Score.TryPoints"/> reads them.</param>
public sealed record GivenScore(string Number, string Points, string Remark);

/// <summary>What an expert's link shows: the blind rows, and what they have said of them.</summary>
public sealed record ScoreLinkPage(string Expert, DateTimeOffset Until, IReadOnlyList<ScoreRow> Rows, IReadOnlyList<GivenScore> Given);

/// <summary>A link as the office sees it.</summary>
public sealed record ScoreLink
{
    public required string Hash { get; init; }

    /// <summary>Null where its key or its file is not what it was: it can only be taken back.</summary>
    public required string? Expert { get; init; }

    /// <summary>Leads that it shows.</summary>
    public required int Leads { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>When it was opened last; null for never.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Leads that were scored.</summary>
    public int Given { get; init; }

    /// <summary>Whether something was said that the register has not taken yet.</summary>
    public bool IsWaiting { get; init; }
}

/// <summary>The link's own file: written by the register alone.</summary>
internal sealed record StoredScoreLink
{
    public required string Hash { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>The link's key, sealed with its token.</summary>
    public required byte[] ByToken { get; init; }

    /// <summary>The same sealed with the register's key; while that is changed, with the new one and the old one.</summary>
    public required IReadOnlyList<byte[]> ByRegister { get; init; }

    /// <summary><see cref="ScoreLinkContent"/>.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The moment of the scores that the register took last.</summary>
    public DateTimeOffset? TakenOf { get; init; }
}

/// <summary>What happened at the link, beside its file: written by its page alone, also while the register is closed.</summary>
internal sealed record StoredScores
{
    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? GivenAt { get; init; }

    /// <summary>Scores, sealed with the link's key.</summary>
    public byte[]? Given { get; init; }
}

internal sealed record ScoreLinkContent(string Expert, IReadOnlyList<ScoreRow> Rows);

/// <summary>A link as the register opens it; the page is null where its key or its file is not what it was.</summary>
internal sealed record OpenScoreLink(StoredScoreLink Link, StoredScores? Said, ScoreLinkPage? Page)
{
    /// <summary>Whether something was said that the register has not taken.</summary>
    public bool IsWaiting => Page is not null && Said?.GivenAt is { } at && at != Link.TakenOf;
}
