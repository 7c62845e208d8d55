using System.Text.RegularExpressions;

namespace YuGong.Api;

/// <summary>A query as it is looked for: words that must all be there, and all of it as it stands, which ranks higher.</summary>
/// <param name="All">Folded, each once.</param>
/// <param name="Whole">The whole query folded; empty where it is but one word.</param>
public sealed partial record SearchWords(IReadOnlyList<string> All, string Whole)
{
    /// <summary>A phrase found whole counts so much more than its words scattered over a text; a name counts more.</summary>
    public const int WholeScore = 350;

    /// <summary>
    /// Phrases in quotes, and words between blanks and marks of a sentence; a note's number [1] is no word. The same in search.js.
    /// </summary>
    public static SearchWords Of(string? query, SearchFolding folding)
    {
        var line = Notes().Replace(query ?? "", "").Replace('\n', ' ');
        List<string> all =
        [
            .. Words().Matches(line).Select(m => folding.Of(m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value))
                .Where(w => w.Length > 0).Distinct(StringComparer.Ordinal),
        ];
        return new(all, all.Count > 1 ? folding.Of(line) : "");
    }

    /// <summary>What is marked in a text: the whole where it stands, else the words.</summary>
    public IReadOnlyList<string> Marked(string folded) =>
        Whole.Length > 0 && folded.Contains(Whole, StringComparison.Ordinal) ? [Whole] : All;

    /// <summary>
    /// How well a word fits: in the title 500, at its beginning 600, all of it 1,000; in another name 400; and one for each place, 30 at
    /// most. Of a single character only that it is there is known to the index. Null where it is not. The same in search.js.
    /// </summary>
    /// <param name="titleEnd">Where the title ends, and <paramref name="namesEnd"/> the other names, in the folded text.</param>
    public static (int Score, string Match)? Rank(string word, string folded, int titleEnd, int namesEnd)
    {
        var at = folded.IndexOf(word, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var (score, match) = at >= namesEnd ? (0, "text") : at >= titleEnd ? (400, "name")
            : ((at == 0 ? 600 : 500) + (at == 0 && word.Length == titleEnd ? 400 : 0), "title");
        var count = 1;
        for (at = folded.IndexOf(word, at + 1, StringComparison.Ordinal); word.Length > 1 && at >= 0 && count < 30; count++)
        {
            at = folded.IndexOf(word, at + 1, StringComparison.Ordinal);
        }

        return (score + count, match);
    }

    private const string Parting =
        @"\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000,;!?()|、，；。：！？（）《》〈〉【】";

    [GeneratedRegex("[\"“「『]([^\"“”「」『』]*)[\"”」』]|([^" + Parting + "\"“”「」『』]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\[[0-9]{1,3}\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Notes();
}
