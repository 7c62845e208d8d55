namespace YuGong.Text.Segmentation;

/// <summary>Cuts Chinese into words: of all ways to cut, the one whose words are the most frequent (a unigram model, as jieba's).</summary>
/// <param name="terms">Words of this site that hold whatever else could be read.</param>
internal sealed class WordSegmenter(IEnumerable<string> terms)
{
    /// <summary>Binary logarithm of the words in the corpus that was counted.</summary>
    private const int Corpus = 26;

    private const int LongestTerm = 12;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known =
        terms.Concat(Lexicon.Instance.Terms).Where(t => t.Length is > 1 and <= LongestTerm).ToHashSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Offsets at which a word ends, rising; the last is the length of the text.</summary>
    /// <param name="han">A run of Han characters.</param>
    public List<int> Ends(ReadOnlySpan<char> han)
    {
        var costs = new int[han.Length + 1];
        var from = new int[han.Length + 1];
        Array.Fill(costs, int.MaxValue, 1, han.Length);
        for (var start = 0; start < han.Length; start++)
        {
            var most = Math.Min(LongestTerm, han.Length - start);
            for (var length = 1; length <= most; length++)
            {
                var cost = Cost(han.Slice(start, length));
                if (cost >= 0 && costs[start] + cost < costs[start + length])
                {
                    (costs[start + length], from[start + length]) = (costs[start] + cost, start);
                }
            }
        }

        var ends = new List<int>();
        for (var at = han.Length; at > 0; at = from[at])
        {
            ends.Add(at);
        }

        ends.Reverse();
        return ends;
    }

    /// <summary>Bits that a word costs; −1 for what is none. A single character always is one.</summary>
    private int Cost(ReadOnlySpan<char> word)
    {
        if (word.Length > 1 && known.Contains(word))
        {
            return 1;
        }

        var seen = Lexicon.Instance.Seen(word);
        return seen >= 0 ? Corpus - seen : word.Length == 1 ? Corpus : -1;
    }
}
