namespace YuGong.Attack;

/// <param name="Root">The repository: <c>./yugong</c>, <c>input/</c> and <c>themes/</c> are there.</param>
/// <param name="Work">An empty folder that is deleted afterwards.</param>
/// <param name="Seed">The same seed attacks in the same way.</param>
/// <param name="Share">How much of the campaign to do, 0–1.</param>
internal sealed record AttackRun(string Root, string Work, int Seed, double Share)
{
    /// <summary>So many of the whole campaign's <paramref name="whole"/>, at least one.</summary>
    public int Some(int whole) => Math.Max(1, (int)(whole * Share));
}

/// <param name="Tried">How many attacks were made.</param>
/// <param name="Faults">One line for each that did not hold; empty when the product held.</param>
internal sealed record Verdict(int Tried, IReadOnlyList<string> Faults)
{
    /// <summary>Figures worth a line of their own, such as a share found.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];
}

/// <param name="Name">What to type.</param>
/// <param name="Purpose">What is attacked and what must hold, in one line.</param>
internal sealed record Campaign(string Name, string Purpose, Func<AttackRun, Verdict> Run);
