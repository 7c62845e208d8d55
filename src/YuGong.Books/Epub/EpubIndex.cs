using System.Globalization;
using System.Xml.Linq;

namespace YuGong.Books.Epub;

/// <summary>
/// The index of a book without pages: each name, place and object by its reading, with the chapters that say it; each leads to the
/// paragraph that says it first.
/// </summary>
/// <param name="chapters">By who is in them: paragraphs that the index leads to get ids.</param>
internal sealed class EpubIndex(IReadOnlyList<EpubDocument> chapters)
{
    /// <summary>What is in more than every second chapter leads nobody anywhere; of so few chapters as these, any number does.</summary>
    private const int Everywhere = 2, Few = 4;

    private static readonly HashSet<XName> Said = [.. new[] { "p", "td", "th", "figcaption", "li", "h3", "h4" }.Select(Xhtml.Name)];

    private readonly List<(EpubDocument Chapter, IReadOnlyList<(XElement Element, string Words)> Paragraphs)> read =
        [.. chapters.Select(c => (c, ParagraphsOf(c)))];

    private int marks;

    public EpubDocument Of(IEnumerable<IndexTerm> terms)
    {
        List<XElement> parts =
            [Xhtml.Of("h1", new XAttribute("id", "title"), Labels.Index), Xhtml.Of("p", Xhtml.Class("aside"), Labels.IndexOfChapters)];
        foreach (var letter in Found(terms).GroupBy(t => t.Term.Reading.Length == 0 ? '#' : char.ToUpperInvariant(t.Term.Reading[0])))
        {
            parts.Add(Xhtml.Of("h2", letter.Key.ToString()));
            parts.Add(Xhtml.Of("ul", Xhtml.Class("index"), Xhtml.Lines(letter.Select(t => Entry(t.Term, t.Places)))));
        }

        return new("index", Labels.Index,
            Xhtml.Of("section", new XAttribute("role", "doc-index"), new XAttribute("aria-labelledby", "title"), Xhtml.Lines(parts)));
    }

    private IEnumerable<(IndexTerm Term, IReadOnlyList<(EpubDocument Chapter, XElement Place)> Places)> Found(
        IEnumerable<IndexTerm> terms) => terms.DistinctBy(t => t.Word, StringComparer.Ordinal)
            .Select(t => (Term: t, Places: PlacesOf(t)))
            .Where(t => t.Term.Own is not null
                || (t.Places.Count > 0 && t.Places.Count * Everywhere <= Math.Max(read.Count, Few * Everywhere)))
            .OrderBy(t => t.Term.Reading.Length == 0).ThenBy(t => t.Term.Reading, StringComparer.Ordinal)
            .ThenBy(t => t.Term.Word, StringComparer.Ordinal);

    private IReadOnlyList<(EpubDocument Chapter, XElement Place)> PlacesOf(IndexTerm term) =>
    [
        .. from chapter in read
           where chapter.Chapter.Title != term.Word
           let place = chapter.Paragraphs.FirstOrDefault(p => p.Words.Contains(term.Word, StringComparison.Ordinal)).Element
           where place is not null
           select (chapter.Chapter, place),
    ];

    private XElement Entry(IndexTerm term, IReadOnlyList<(EpubDocument Chapter, XElement Place)> places)
    {
        var own = read.FirstOrDefault(r => r.Chapter.Title == term.Word).Chapter;
        var links = places.SelectMany((p, i) => new object[]
        {
            i == 0 ? "　" : "，", Link($"{p.Chapter.File}#{MarkOf(p.Place)}", p.Chapter.Title),
        });
        return Xhtml.Of("li", own is null ? term.Word : Xhtml.Of("strong", Link(own.File, term.Word)), links);
    }

    private static XElement Link(string address, string words) => Xhtml.Of("a", new XAttribute("href", address), words);

    private string MarkOf(XElement place)
    {
        if (place.Attribute("id") is { } known)
        {
            return known.Value;
        }

        var mark = string.Create(CultureInfo.InvariantCulture, $"t{++marks}");
        place.SetAttributeValue("id", mark);
        return mark;
    }

    /// <summary>What holds words and no paragraphs, but for the sources.</summary>
    private static IReadOnlyList<(XElement Element, string Words)> ParagraphsOf(EpubDocument chapter) =>
    [
        .. chapter.Content.Descendants().Where(e => Said.Contains(e.Name) && !e.Elements().Any(c => Said.Contains(c.Name))
            && !e.Ancestors().Any(a => a.Attribute("role")?.Value == "doc-endnotes")).Select(e => (e, e.Value)),
    ];
}
