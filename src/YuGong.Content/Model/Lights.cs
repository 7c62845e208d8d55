namespace YuGong.Content;

/// <summary>
/// The night of the home page: as many lights as there are people whom the site is about, and a lamp for each whom it tells of.
/// </summary>
public sealed record Lights
{
    /// <summary>More are no longer points.</summary>
    public const int Most = 5_000_000;

    /// <summary>How many lights are painted.</summary>
    public required int Number { get; init; }

    /// <summary>What the number says.</summary>
    public required string Text { get; init; }

    /// <summary>How many are lit; <c>{count}</c> stands for the people of the site.</summary>
    public required string Lit { get; init; }

    /// <summary><see cref="Lit"/> with the number of people in it.</summary>
    public string LitBy(int count) =>
        Lit.Replace("{count}", count.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Where the number was said, and when.</summary>
    public required string Source { get; init; }

    /// <summary>On the button that leads to the call.</summary>
    public required string Invitation { get; init; }
}
