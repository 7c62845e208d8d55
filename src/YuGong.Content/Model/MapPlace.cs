using YuGong.Text;

namespace YuGong.Content;

/// <summary>A place for the map: where it is (decimal degrees, WGS 84, about) and what entries call it.</summary>
/// <param name="Named">The wordings by which entries name it; its own name where nothing else is said.</param>
public sealed record MapPlace(string Id, string Name, double Latitude, double Longitude, IReadOnlyList<string> Named, SourceSpan Span)
    : Term(Id, Name)
{
    /// <summary>
    /// Whether the entry's title, summary, place or chronicle names it. Bodies are not searched: what a map says must be quick to check.
    /// </summary>
    public bool IsNamedIn(Entry entry) => WordsOf(entry).Any(words => Named.Any(name => words.Contains(name, StringComparison.Ordinal)));

    private static IEnumerable<string> WordsOf(Entry entry) => entry switch
    {
        Story s => Parts([s.About, s.WorkUnit, s.Birth?.Place, s.Death?.Place], s.Events)
            .Concat(s.Projects.SelectMany(p => Parts([p.Name, p.Place], []))),
        CollectionObject o => Parts([o.Name, o.About, o.Location], o.Events),
        _ => [entry.Title, entry.Summary],
    };

    private static IEnumerable<string> Parts(IEnumerable<string?> words, IEnumerable<LifeEvent> events) =>
        words.OfType<string>().Concat(events.SelectMany(e => e.Place is null ? (string[])[e.Text] : [e.Text, e.Place]));
}
