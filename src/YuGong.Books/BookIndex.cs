using YuGong.Posters.Flow;
using YuGong.Posters.Typesetting;

namespace YuGong.Books;

/// <summary>A word of the index.</summary>
/// <param name="Reading">Its letters: <c>chong qing</c>.</param>
/// <param name="Own">The pages of its own chapter; null for what has none.</param>
internal sealed record IndexTerm(string Word, string Reading, (int First, int Last)? Own);

/// <summary>
/// Names, places and objects in one list by their readings, each with the pages whose words say it. Made of the pages as they are set,
/// so that a number cannot be wrong.
/// </summary>
/// <param name="pages">The words of each page of the body, the page of number 1 first.</param>
internal sealed class BookIndex(IReadOnlyList<string> pages)
{
    /// <summary>What is on more than every third page leads nobody anywhere, and is left out.</summary>
    private const int Everywhere = 3;

    private readonly string all = string.Concat(pages);

    private readonly int[] starts = Starts(pages);

    /// <summary>Terms that are somewhere, in order.</summary>
    public IEnumerable<(IndexTerm Term, IReadOnlyList<int> Pages)> Find(IEnumerable<IndexTerm> terms) => terms
        .DistinctBy(t => t.Word, StringComparer.Ordinal)
        .Select(t => (Term: t, Pages: PagesOf(t)))
        .Where(t => t.Term.Own is not null || (t.Pages.Count > 0 && t.Pages.Count * Everywhere <= Math.Max(pages.Count, Everywhere * 8)))
        .OrderBy(t => t.Term.Reading.Length == 0).ThenBy(t => t.Term.Reading, StringComparer.Ordinal)
        .ThenBy(t => t.Term.Word, StringComparer.Ordinal);

    /// <summary>Letters and lines of the list.</summary>
    public IEnumerable<FlowBlock> Blocks(IEnumerable<IndexTerm> terms, BookDesign design, Structure structure, int section)
    {
        var (letter, list) = ('\0', -1);
        foreach (var (term, found) in Find(terms))
        {
            var first = term.Reading.Length == 0 ? '#' : char.ToUpperInvariant(term.Reading[0]);
            if (first != letter)
            {
                letter = first;
                yield return new TextBlock
                {
                    Element = structure.Add("H3", section), Text = new(first.ToString(), design.Bold), Fill = design.Inks.Accent,
                    SpaceBefore = PageDesign.Line, KeepsWithNext = true, Align = Align.Start,
                };
                list = structure.Add("L", section);
            }

            var item = structure.Add("LI", list);
            yield return new TextBlock
            {
                Element = structure.Add("LBody", item), Text = Line(term, found, design), Fill = design.Inks.Text, Size = 0.92,
                Align = Align.Start, Left = 1, Indent = -1, IsWhole = true,
            };
        }
    }

    private static RichText Line(IndexTerm term, IReadOnlyList<int> found, BookDesign design)
    {
        var text = new RichText(term.Word + "　", design.Text);
        if (term.Own is { } own)
        {
            var words = Range(own.First, own.Last);
            text = text.With(new(words, design.Text) { Spans = [new(0, words.Length) { Stack = design.Bold }] });
        }

        var others = found.Where(p => term.Own is not { } own || p < own.First || p > own.Last).ToList();
        var rest = string.Join("，", Ranges(others));
        return text.With(new((term.Own is not null && rest.Length > 0 ? "，" : "") + rest, design.Text));
    }

    /// <summary>12, 13, 14, 20 → 12–14, 20.</summary>
    internal static IEnumerable<string> Ranges(IReadOnlyList<int> numbers)
    {
        for (var i = 0; i < numbers.Count;)
        {
            var end = i;
            while (end + 1 < numbers.Count && numbers[end + 1] == numbers[end] + 1)
            {
                end++;
            }

            yield return Range(numbers[i], numbers[end]);
            i = end + 1;
        }
    }

    private static string Range(int first, int last) => first == last ? $"{first}" : $"{first}–{last}";

    /// <summary>Also where a word runs from one page to the next: then it is on the first.</summary>
    private IReadOnlyList<int> PagesOf(IndexTerm term)
    {
        var found = new SortedSet<int>();
        for (var at = all.IndexOf(term.Word, StringComparison.Ordinal); at >= 0;
            at = all.IndexOf(term.Word, at + term.Word.Length, StringComparison.Ordinal))
        {
            var page = Array.BinarySearch(starts, at);
            found.Add(page >= 0 ? LastStartingAt(page) + 1 : ~page);
        }

        return [.. found];
    }

    /// <summary>Pages without words begin where the next one does.</summary>
    private int LastStartingAt(int page)
    {
        while (page + 1 < starts.Length && starts[page + 1] == starts[page])
        {
            page++;
        }

        return page;
    }

    private static int[] Starts(IReadOnlyList<string> pages)
    {
        var (starts, at) = (new int[pages.Count], 0);
        for (var i = 0; i < pages.Count; i++)
        {
            (starts[i], at) = (at, at + pages[i].Length);
        }

        return starts;
    }
}
