using YuGong.Text;

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
public sealed record Site
{
    public required Edition Edition { get; init; }

    /// <summary>The day the build counts as, where the site is at home.</summary>
    public required DateOnly Today { get; init; }

    public required Settings Settings { get; init; }

    public required Taxonomies Taxonomies { get; init; }

    public required Call? Call { get; init; }

    /// <summary>In the order of the hall's route.</summary>
    public required IReadOnlyList<Story> Stories { get; init; }

    public required IReadOnlyList<CollectionObject> Objects { get; init; }

    public required IReadOnlyList<Dialogue> Dialogues { get; init; }

    public required IReadOnlyList<Video> Videos { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<NewsItem> News { get; init; }

    public required IReadOnlyList<Page> Pages { get; init; }

    /// <summary>What is not in it, and why in a few words.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    /// <summary>Addresses that texts may name and nobody can open; where they are named, their words stand without a link.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>Where leads are sent, public also while the call is a sample; null for a site without.</summary>
    public string? CallMail { get; init; }

    /// <summary>Who comes first on the home page, in this order, as <c>site.yaml</c> says; some may not be in this edition.</summary>
    public IReadOnlyList<Ref> Featured { get; init; } = [];

    public SiteTexts Texts { get; init; } = SiteTexts.None;

    /// <summary>Null for a site without maps.</summary>
    public SketchMap? Map { get; init; }

    /// <summary>Null for a site that counts no lights: it stays day there.</summary>
    public Lights? Lights { get; init; }

    /// <summary>What books of it are to be made with.</summary>
    public IReadOnlyList<Book> Books { get; init; } = [];

    /// <summary>Everybody, the featured first, the others in the order of the hall's route.</summary>
    public IReadOnlyList<Story> FeaturedFirst()
    {
        var ids = Featured.Select(f => f.Id).Distinct(StringComparer.Ordinal).ToList();
        List<Story> first = [.. ids.Select(id => Stories.FirstOrDefault(s => s.Id == id)).OfType<Story>()];
        return first.Count == 0 ? Stories : [.. first, .. Stories.Where(s => !ids.Contains(s.Id))];
    }

    /// <summary>What a release of the same content shows.</summary>
    public Site Released()
    {
        var left = LeftOut.Select(l => l.Entry).ToHashSet<Entry>(ReferenceEqualityComparer.Instance);
        IReadOnlyList<T> Passed<T>(IReadOnlyList<T> all)
            where T : Entry => [.. all.Where(e => !left.Contains(e) && !e.Header.Sample)];
        return Edition == Edition.Release ? this : this with
        {
            Edition = Edition.Release, Call = Call is { Sample: true } ? null : Call, Stories = Passed(Stories), Objects = Passed(Objects),
            Dialogues = Passed(Dialogues), Videos = Passed(Videos), News = Passed(News), Pages = Passed(Pages),
            Hidden = [.. LeftOut.Select(l => EntryAddresses.Of(l.Entry))],
        };
    }

    public IEnumerable<Entry> Entries => Stories.Concat<Entry>(Objects).Concat(Dialogues).Concat(Videos).Concat(News).Concat(Pages);
}

public sealed record LeftOut(Entry Entry, Phrase Reason);
