namespace YuGong.Manuscripts;

/// <summary>A statement that the one who signs is to compare with its sources.</summary>
/// <param name="Kind">As people call it: 年表, 数字, 荣誉.</param>
/// <param name="Sources">Which of the text's notes, counted from 1, and their grades.</param>
/// <param name="Weakness">What it lacks to be established; null for nothing.</param>
public sealed record ReviewedClaim(string Kind, string Text, IReadOnlyList<(int Note, string Grade)> Sources, string? Weakness);

/// <summary>A step that somebody brought exactly this text to, at the desk.</summary>
/// <param name="At">By the site's clock.</param>
/// <param name="Revision">The commit, as people write it down.</param>
public sealed record ReviewStamp(string Step, string By, DateTimeOffset At, string Revision)
{
    /// <summary>As the heads of columns.</summary>
    internal static string[] Heads { get; } = ["步骤", "谁", "何时", "版本"];

    internal string[] Cells => [Step, By, $"{At:yyyy-MM-dd HH:mm}", Revision];
}

/// <summary>What makes an article a 审稿单: a paper to read, compare and sign before anything is published.</summary>
public sealed record ReviewSheet
{
    /// <summary>Where the entry stands: <c>审核中</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The day on which it was made.</summary>
    public required DateOnly Day { get; init; }

    public required IReadOnlyList<ReviewedClaim> Claims { get; init; }

    /// <summary>What keeps the entry from being published, a sentence each.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>What was said of exactly this text at the desk, oldest first.</summary>
    public IReadOnlyList<ReviewStamp> Stamps { get; init; } = [];

    /// <summary>The same as rows of a table, with the heads of its columns; empty where nothing was said.</summary>
    public IReadOnlyList<string[]> StampRows => Stamps.Count == 0 ? [] : [ReviewStamp.Heads, .. Stamps.Select(s => s.Cells)];

    /// <summary>Who signs, in order.</summary>
    public required IReadOnlyList<string> Signers { get; init; }
}
