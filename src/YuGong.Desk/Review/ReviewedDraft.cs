using YuGong.Content;

namespace YuGong.Desk;

/// <summary>A step that somebody brought an entry to: who, when, and what exactly they saw.</summary>
/// <param name="Name">审核中, a review's name, 校对, 就绪, 发布.</param>
/// <param name="Revision">The commit, in full.</param>
public sealed record Stamp(string Name, string By, DateTimeOffset At, string Revision)
{
    /// <summary>Nothing was written since, and it was not sent back.</summary>
    public bool Stands { get; init; }
}

/// <summary>A file beside an entry that a draft changes.</summary>
/// <param name="WasThere">Whether the main branch has one of this name.</param>
/// <param name="IsThere">Whether the draft has it.</param>
public sealed record ReviewedFile(string Name, bool WasThere, bool IsThere);

/// <summary>A draft beside what stands on the main branch.</summary>
public sealed record ReviewedDraft
{
    /// <summary>The draft's commit.</summary>
    public required string Tip { get; init; }

    /// <summary>As the workflow calls it.</summary>
    public required string Step { get; init; }

    /// <summary>The entry's file on the main branch; null for a new entry.</summary>
    public required string? Before { get; init; }

    public required string After { get; init; }

    public required IReadOnlyList<ReviewedFile> Files { get; init; }

    /// <summary>Who wrote something of it.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>The reviews that it passes before it is ready; none for a single step.</summary>
    public required IReadOnlyList<ReviewStep> Reviews { get; init; }

    /// <summary>The review that it waits for; null when it waits for none of several.</summary>
    public ReviewStep? Next => Reviews.ElementAtOrDefault(Passed.Count);

    /// <summary>Those that it passed as it is now.</summary>
    public required IReadOnlyList<(string Review, string By)> Passed { get; init; }

    /// <summary>Who read it letter by letter, as it is now.</summary>
    public required IReadOnlyList<string> Proofread { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
}
