namespace YuGong.Content;

/// <summary>What the public gets, or what editors see.</summary>
public enum Edition
{
    /// <summary>Only what passed the gate. No sample can be in it.</summary>
    Release,

    /// <summary>Everything that can be read, with ribbons.</summary>
    Preview,
}

/// <summary>The whole site, complete and unchanging: what pipelines turn into files.</summary>
/// <param name="Stories">In the order of the hall's route.</param>
/// <param name="Today">The day the build counts as, in Chongqing.</param>
/// <param name="LeftOut">What is not in it, and why in a few words.</param>
public sealed record Site(
    Edition Edition, DateOnly Today, Settings Settings, Taxonomies Taxonomies, Call? Call, IReadOnlyList<Story> Stories,
    IReadOnlyList<CollectionObject> Objects, IReadOnlyList<Dialogue> Dialogues, IReadOnlyList<Video> Videos,
    IReadOnlyList<Page> Pages, IReadOnlyList<LeftOut> LeftOut)
{
    public SiteTexts Texts { get; init; } = SiteTexts.None;

    /// <summary>Null for a site without maps.</summary>
    public SketchMap? Map { get; init; }

    public IEnumerable<Entry> Entries => Stories.Concat<Entry>(Objects).Concat(Dialogues).Concat(Videos).Concat(Pages);
}

public sealed record LeftOut(Entry Entry, string Reason);
