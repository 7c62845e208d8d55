namespace YuGong.Content;

/// <summary>A word of a controlled vocabulary. <paramref name="Note"/> is its years, tier or dates, as the vocabulary has them.</summary>
public record Term(string Id, string Name, string? Note = null);

/// <summary>One of the five directions, which is also a hall of the memorial.</summary>
public sealed record Direction(string Id, string Name, string Short, string Mark, string Text, string Hall, string HallText)
    : Term(Id, Name);

/// <summary>A round of the call; the call itself stays open.</summary>
public sealed record Batch(string Id, string Name, DateOnly Opens, DateOnly Closes) : Term(Id, Name);

/// <summary>The controlled vocabularies in <c>input/taxonomies/</c>, in the order they are written.</summary>
public sealed record Taxonomies(
    IReadOnlyList<Direction> Directions, IReadOnlyList<Term> Traits, IReadOnlyList<Term> Trades, IReadOnlyList<Term> Districts,
    IReadOnlyList<Term> Eras, IReadOnlyList<Term> Clusters, IReadOnlyList<Term> Fields, IReadOnlyList<Batch> Batches)
{
    /// <summary>Places that the stories name, for the map; in the order they are written.</summary>
    public IReadOnlyList<MapPlace> Places { get; init; } = [];

    /// <summary>Institutions and leaders, as the association writes them.</summary>
    public IReadOnlyList<KnownName> Names { get; init; } = [];

    /// <summary>Those of the site's own, by the names of their files.</summary>
    public IReadOnlyList<Vocabulary> Declared { get; init; } = [];

    public static Taxonomies Empty { get; } = new([], [], [], [], [], [], [], []);
}
