using YuGong.Content;
using YuGong.Documents;
using YuGong.Posters.Flow;
using YuGong.Text;

namespace YuGong.Books;

/// <summary>All that a book is made of.</summary>
public sealed record BookRequest
{
    public required PublicSite Site { get; init; }

    public required Book Book { get; init; }

    public required BookDesign Design { get; init; }

    public required PageDesign Page { get; init; }

    /// <summary>Who is in it, in order, with the halls that they are in.</summary>
    public required IReadOnlyList<(DirectionDocument Hall, IReadOnlyList<Story> People)> Halls { get; init; }

    /// <summary>How a word is read, in letters: the word, what its entry says of it, whether it is somebody's name.</summary>
    public required Func<string, string?, bool, string> Reading { get; init; }

    public string Title => Book.Title ?? Site.Site.Settings.SiteTitle;

    public IEnumerable<Story> People => Halls.SelectMany(h => h.People);

    /// <summary>The last day on which anything in it was changed: a book has no clock.</summary>
    public DateOnly Date => People.Select(p => p.Header.Updated ?? p.Header.Verification?.Date).OfType<DateOnly>()
        .DefaultIfEmpty(new(2026, 1, 26)).Max();
}

/// <summary>Who is in a book: only what the site shows, and what may be printed.</summary>
public static class BookPeople
{
    /// <summary>Null, with findings, where somebody who is named cannot be printed, or nobody can.</summary>
    public static IReadOnlyList<(DirectionDocument Hall, IReadOnlyList<Story> People)>? Choose(
        PublicSite site, Book book, Diagnostics findings)
    {
        var people = book.People.Count == 0 ? Everybody(site, findings) : Named(site, book, findings);
        if (people is null)
        {
            return null;
        }

        if (people.Count == 0)
        {
            findings.Report(BookRules.NobodyInBook, book.Place, book.Id);
            return null;
        }

        // A hall is where its first person stands in the book: an order of one's own stays in order.
        return
        [
            .. people.GroupBy(p => p.Direction.Id, StringComparer.Ordinal)
                .Select(hall => (site.Directions.First(d => d.Id == hall.Key), (IReadOnlyList<Story>)[.. hall])),
        ];
    }

    private static List<Story> Everybody(PublicSite site, Diagnostics findings)
    {
        foreach (var story in site.Site.Stories.Where(s => !MayBePrinted(s)))
        {
            findings.Report(BookRules.LeftOut, story.Consent?.Span ?? story.Header.Place, story.Name);
        }

        return [.. site.Site.Stories.Where(MayBePrinted)];
    }

    private static List<Story>? Named(PublicSite site, Book book, Diagnostics findings)
    {
        var chosen = new List<Story>();
        foreach (var name in book.People.DistinctBy(p => p.Id, StringComparer.Ordinal))
        {
            var story = site.Site.Stories.FirstOrDefault(s => s.Id == name.Id);
            if (story is not null && MayBePrinted(story))
            {
                chosen.Add(story);
                continue;
            }

            var left = site.Site.LeftOut.FirstOrDefault(l => l.Entry is Story && l.Entry.Id == name.Id);
            findings.Report(BookRules.NotInBook, name.Span, story?.Name ?? left?.Entry.Title ?? name.Id,
                story is not null ? new("同意的范围里没有 print。", "the consent does not cover print.")
                : left?.Reason ?? new("没有发布。", "not published."));
        }

        return chosen.Count == book.People.DistinctBy(p => p.Id, StringComparer.Ordinal).Count() ? chosen : null;
    }

    private static bool MayBePrinted(Story story) =>
        !story.NeedsConsent || story.Consent?.Scope.Contains(ConsentScope.Print) == true;
}
