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

    private readonly List<IndexedDocument> documents = [];
    private readonly SearchTables tables;

    /// <param name="documents">Whole documents in the site's order.</param>
    public DocumentIndex(IEnumerable<PublicDocument> documents, SearchTables tables)
    {
        this.tables = tables;
        foreach (var document in documents)
        {
            var text = SearchText.Of(document);
            this.documents.Add(new(ListBuilder.Summary(document), text, tables.SearchFolding.Value.Of(text.Text), this.documents.Count));
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
                .. Lines<VideoDocument>("videos"), .. Lines<PageDocument>("pages")], tables);
    }

    /// <summary>Titles first, then names, then how often; or in the order that was asked for.</summary>
    public SearchAnswer Answer(DocumentQuery question)
    {
        var words = WordsOf(question.Words);
        var hits = documents.Select(d => Match(d, words)).OfType<Hit>().ToList();
        var fitting = hits.Where(h => Fits(h, question.Terms, null)).ToList();
        IEnumerable<Hit> sorted = question.Sort switch
        {
            "updated" => fitting.OrderByDescending(h => h.Document.Summary.Updated ?? DateOnly.MinValue).ThenBy(h => h.Document.Number),
            "title" => fitting.OrderBy(h => h.Document.Summary.LatinName ?? h.Document.Summary.Title, StringComparer.Ordinal)
                .ThenBy(h => h.Document.Number),
            "route" => fitting,
            _ => fitting.OrderByDescending(h => h.Score).ThenBy(h => h.Document.Number),
        };
        var pages = Math.Max(1, (fitting.Count + question.Size - 1) / question.Size);
        return new(
            ContractVersion.Current, question.Words, fitting.Count, question.Page, pages, Facets(hits, question.Terms),
            [.. sorted.Skip((question.Page - 1) * question.Size).Take(question.Size).Select(h => Excerpt(h, words))]);
    }

    /// <summary>Words between blanks, and phrases in quotes, folded as the index is.</summary>
    internal IReadOnlyList<string> WordsOf(string? query)
    {
        var words = new List<string>();
        var text = tables.SearchFolding.Value.Of(query ?? "");
        for (var i = 0; i < text.Length;)
        {
            var close = text[i] switch { '"' => '"', '“' => '”', '「' => '」', '『' => '』', _ => '\0' };
            var end = close == '\0' ? text.IndexOfAny([' ', '"', '“', '「', '『'], i) : text.IndexOf(close, i + 1);
            end = end < 0 ? text.Length : end;
            var word = (close == '\0' ? text[i..end] : text[(i + 1)..end]).Trim();
            if (word.Length > 0 && !words.Contains(word))
            {
                words.Add(word);
            }

            i = close == '\0' && end > i ? end : end + 1;
        }

        return words;
    }

    private static Hit? Match(IndexedDocument document, IReadOnlyList<string> words)
    {
        var (score, match) = (0, words.Count == 0 ? "" : "text");
        foreach (var word in words)
        {
            var at = document.Folded.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }

            var text = document.Text;
            score += at < text.TitleEnd ? (at == 0 ? 600 : 500) + (word.Length == text.TitleEnd ? 400 : 0) : at < text.NamesEnd ? 400 : 0;
            match = at < text.TitleEnd ? "title" : at < text.NamesEnd && match == "text" ? "name" : match;
            for (var more = 0; at >= 0 && more < 30; more++)
            {
                score++;
                at = document.Folded.IndexOf(word, at + word.Length, StringComparison.Ordinal);
            }
        }

        return new(document, score, match);
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

    private static HitDocument Excerpt(Hit hit, IReadOnlyList<string> words)
    {
        var (folded, text) = (hit.Document.Folded, hit.Document.Text);
        var first = words.Select(w => folded.IndexOf(w, Math.Min(folded.Length, text.NamesEnd), StringComparison.Ordinal))
            .Where(i => i >= 0).DefaultIfEmpty(-1).Min();
        var (from, to) = (0, 0);
        if (first >= 0)
        {
            from = Math.Max(folded.LastIndexOf('\n', first) + 1, first - 28);
            var line = folded.IndexOf('\n', first);
            to = Math.Min(line < 0 ? folded.Length : line, first + 80);
        }

        var excerpt = first < 0 ? text.Line : text.Text[from..to];
        var plain = first < 0 ? "" : folded[from..to];
        var marks = words.SelectMany(w => Places(plain, w)).OrderBy(m => m[0]).ToList();
        return new(hit.Document.Summary, hit.Match, excerpt, marks);
    }

    private static IEnumerable<IReadOnlyList<int>> Places(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            yield return [at, word.Length];
        }
    }

    private sealed record IndexedDocument(SummaryDocument Summary, SearchText Text, string Folded, int Number);

    private sealed record Hit(IndexedDocument Document, int Score, string Match);
}
