using System.Text.Json;
using YuGong.Documents;

namespace YuGong.Api;

/// <summary>A question to the documents, every part of it checked.</summary>
/// <param name="Terms">Facets that must fit: type, direction, trade, era, district.</param>
public sealed record DocumentQuery(string? Words, IReadOnlyList<(string Group, string Id)> Terms, string? Sort, int Page, int Size);

/// <summary>The documents of an output, held in memory and asked by a server. Unchanging; a new output is a new one.</summary>
public sealed class DocumentIndex
{
    private static readonly string[] Groups = ["type", "direction", "trade", "era", "district"];

    /// <summary>How a hit matches that is spelt by its letters; those stand behind all others.</summary>
    private const string Pinyin = "pinyin";

    /// <summary>Characters of an excerpt before and behind where it found something.</summary>
    private const int Before = 28, Behind = 80;

    private readonly List<IndexedDocument> documents = [];
    private readonly SearchTables tables;

    /// <param name="documents">Whole documents in the site's order.</param>
    public DocumentIndex(IEnumerable<PublicDocument> documents, SearchTables tables)
    {
        this.tables = tables;
        foreach (var document in documents)
        {
            var text = SearchText.Of(document);
            var folding = tables.SearchFolding.Value;
            this.documents.Add(new(
                ListBuilder.Summary(document), text, folding.Fold(text.Text), folding.Of(text.Text[..text.TitleEnd]).Length,
                folding.Of(text.Text[..text.NamesEnd]).Length, this.documents.Count));
        }
    }

    public int Count => documents.Count;

    /// <summary>Reads <c>api/v1/*.ndjson</c> below a folder; types whose file is not there have no documents.</summary>
    public static DocumentIndex Read(string output, SearchTables tables)
    {
        IEnumerable<PublicDocument> Lines<T>(string name)
            where T : PublicDocument
        {
            var file = Path.Combine(output, DocumentAddresses.Root, name + ".ndjson");
            return File.Exists(file) ? File.ReadLines(file)
                .Select(line => (T)JsonSerializer.Deserialize(line, DocumentJson.TypeOf(typeof(T)))!) : [];
        }

        return new(
            [.. Lines<PersonDocument>("people"), .. Lines<ObjectDocument>("objects"), .. Lines<DialogueDocument>("dialogues"),
                .. Lines<VideoDocument>("videos"), .. Lines<NewsDocument>("news"), .. Lines<PageDocument>("pages")], tables);
    }

    /// <summary>Titles first, then names, then how often; or in the order that was asked for.</summary>
    public SearchAnswer Answer(DocumentQuery question)
    {
        var words = SearchWords.Of(question.Words, tables.SearchFolding.Value);
        var letters = PinyinQuery.Letters(question.Words ?? "");
        var isNothing = words.All.Count == 0 && !string.IsNullOrWhiteSpace(question.Words); // marks alone are nowhere
        var hits = isNothing ? [] : documents.Select(d => Match(d, words, letters)).OfType<Hit>().ToList();
        var fitting = hits.Where(h => Fits(h, question.Terms, null)).ToList();
        IEnumerable<Hit> sorted = question.Sort switch
        {
            "updated" => fitting.OrderByDescending(h => h.Document.Summary.Updated ?? DateOnly.MinValue).ThenBy(h => h.Document.Number),
            "title" => fitting.OrderBy(h => h.Document.Summary.LatinName ?? h.Document.Summary.Title, StringComparer.Ordinal)
                .ThenBy(h => h.Document.Number),
            "route" => fitting,
            _ => fitting.OrderBy(h => h.Match == Pinyin).ThenByDescending(h => h.Score).ThenBy(h => h.Document.Number),
        };
        var pages = Math.Max(1, (fitting.Count + question.Size - 1) / question.Size);
        return new(
            ContractVersion.Current, question.Words, fitting.Count, question.Page, pages, Facets(hits, question.Terms),
            [.. sorted.Skip((question.Page - 1) * question.Size).Take(question.Size).Select(h => Excerpt(h, words))]);
    }

    private Hit? Match(IndexedDocument document, SearchWords words, string? letters)
    {
        var (score, match) = (0, words.All.Count == 0 ? "" : "text");
        foreach (var word in words.All)
        {
            if (SearchWords.Rank(word, document.Folded.Text, document.TitleEnd, document.NamesEnd) is not var (own, where))
            {
                return Spelt(document, letters);
            }

            score += own;
            match = match == "title" || where == "title" ? "title" : match == "name" || where == "name" ? "name" : "text";
        }

        if (words.Whole.Length > 0
            && SearchWords.Rank(words.Whole, document.Folded.Text, document.TitleEnd, document.NamesEnd) is var (whole, _))
        {
            score += whole + SearchWords.WholeScore;
        }

        return new(document, score, match);
    }

    /// <summary>A name that the letters spell.</summary>
    private Hit? Spelt(IndexedDocument document, string? letters)
    {
        if (letters is null)
        {
            return null;
        }

        var text = document.Text;
        var at = PinyinQuery.Find(letters, tables.Pinyin.Value.Readings(text.Title, text.Pinyin, text.Type == "person"));
        return at < 0 ? null : new(document, 100 - at, Pinyin);
    }

    private static bool Fits(Hit hit, IReadOnlyList<(string Group, string Id)> terms, string? but) =>
        terms.All(t => t.Group == but || hit.Document.Text.Terms.Contains($"{t.Group}:{t.Id}"));

    /// <summary>How many each term would leave, its own group apart.</summary>
    private static SortedDictionary<string, IReadOnlyDictionary<string, int>> Facets(List<Hit> hits,
        IReadOnlyList<(string Group, string Id)> terms)
    {
        var facets = new SortedDictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var group in Groups)
        {
            var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var term in hits.Where(h => Fits(h, terms, group)).SelectMany(h => h.Document.Text.Terms)
                .Where(t => t.StartsWith(group + ":", StringComparison.Ordinal)))
            {
                var id = term[(group.Length + 1)..];
                counts[id] = counts.GetValueOrDefault(id) + 1;
            }

            facets[group] = counts;
        }

        return facets;
    }

    /// <summary>The lines around the first place behind the names, or the entry's own line.</summary>
    private HitDocument Excerpt(Hit hit, SearchWords words)
    {
        var (document, text) = (hit.Document, hit.Document.Text.Text);
        var folded = document.Folded;
        var body = folded.Text[document.NamesEnd..];
        var first = words.Marked(body).Select(w => body.IndexOf(w, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
        if (first < 0 || hit.Match == Pinyin)
        {
            return new(document.Summary, hit.Match, document.Text.Line, Marks(document.Text.Line, words));
        }

        var at = folded.Places[document.NamesEnd + first];
        var from = Math.Max(text.LastIndexOf('\n', at) + 1, at - Before);
        var end = text.IndexOf('\n', at);
        var excerpt = text[from..Math.Min(end < 0 ? text.Length : end, at + Behind)];
        return new(document.Summary, hit.Match, excerpt, Marks(excerpt, words));
    }

    /// <summary>Start and length of each mark, none in another.</summary>
    private List<IReadOnlyList<int>> Marks(string text, SearchWords words)
    {
        var folded = tables.SearchFolding.Value.Fold(text);
        var marks = new List<IReadOnlyList<int>>();
        var end = 0;
        foreach (var (at, length) in words.Marked(folded.Text).SelectMany(w => Places(folded.Text, w))
            .OrderBy(m => m.At).ThenByDescending(m => m.Length))
        {
            var start = folded.Places[at];
            if (start >= end)
            {
                end = folded.Places[at + length - 1] + 1;
                marks.Add([start, end - start]);
            }
        }

        return marks;
    }

    private static IEnumerable<(int At, int Length)> Places(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            yield return (at, word.Length);
        }
    }

    /// <param name="TitleEnd">In the folded text; so is <paramref name="NamesEnd"/>.</param>
    private sealed record IndexedDocument(
        SummaryDocument Summary, SearchText Text, FoldedText Folded, int TitleEnd, int NamesEnd, int Number);

    private sealed record Hit(IndexedDocument Document, int Score, string Match);
}
