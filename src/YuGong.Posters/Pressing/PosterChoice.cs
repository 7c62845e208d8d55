namespace YuGong.Posters.Pressing;

/// <summary>Which posters, by name; an empty list means all.</summary>
public sealed record PosterChoice(IReadOnlyList<string> Subjects, IReadOnlyList<string> Designs, IReadOnlyList<string> Shapes, Shard Shard)
{
    public static PosterChoice Everything { get; } = new([], [], [], Shard.Whole);

    /// <summary>In a stable order, the shard's part only.</summary>
    public IReadOnlyList<PosterJob> From(IEnumerable<PosterJob> orders) =>
        [.. Shard.Take(orders.Where(o => Has(Subjects, o.Name.Subject) && Has(Designs, o.Name.Design) && Has(Shapes, o.Name.Shape)))];

    private static bool Has(IReadOnlyList<string> chosen, string name) => chosen.Count == 0 || chosen.Contains(name);
}
