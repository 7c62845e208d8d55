using YuGong.Content;

namespace YuGong.Books;

/// <summary>What the index of a book looks for: its people, the places of its stories, and its objects.</summary>
internal sealed class IndexTerms(BookRequest request, IReadOnlyDictionary<string, (int First, int Last)> chapters)
{
    public IEnumerable<IndexTerm> All()
    {
        var site = request.Site.Site;
        var people = request.People.ToList();
        foreach (var person in site.Stories)
        {
            yield return new(person.Name, request.Reading(person.Name, person.Pinyin, true),
                chapters.TryGetValue(person.Id, out var own) ? own : null);
        }

        var objects = site.Objects.Where(o => people.Exists(p => p.Objects.Any(r => r.Id == o.Id)));
        IEnumerable<string?> words =
        [
            .. objects.Select(o => o.Name), .. people.SelectMany(p => p.Events).Select(e => e.Place),
            .. people.SelectMany(p => p.Projects).SelectMany(p => new[] { p.Place, p.Name }), .. people.Select(p => p.NativePlace),
            .. people.SelectMany(p => p.Districts).Select(d => d.Name),
        ];
        foreach (var word in words.OfType<string>().Select(Plain).Where(w => w.Length > 1).Distinct(StringComparer.Ordinal))
        {
            yield return new(word, request.Reading(word, null, false), null);
        }
    }

    /// <summary>A place without what stands in brackets behind it.</summary>
    private static string Plain(string place) =>
        place.IndexOfAny(['（', '(', '，', '、']) is > 0 and var end ? place[..end].Trim() : place.Trim();
}
