namespace YuGong.Text;

/// <summary>“Did you mean …?”: the nearest known word, if one is near enough to be a slip of the finger.</summary>
public static class Suggestion
{
    /// <summary>Nobody slips on more; the table of distances grows with the product of both lengths.</summary>
    private const int Longest = 200;

    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > Longest)
        {
            return null;
        }

        var best = known.Where(candidate => candidate.Length <= Longest)
            .Select(candidate => (candidate, distance: Distance(word, candidate)))
            .OrderBy(x => x.distance)
            .ThenBy(x => x.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, Math.Max(word.Length, best.candidate.Length) / 3)
            ? best.candidate
            : null;
    }

    /// <summary>The question, for a hint; a list of what may be written where nothing is near.</summary>
    public static Phrase Question(string near) => new($"是不是想写 {near}?", $"Did you mean {near}?");

    public static Phrase Choices(IEnumerable<string> words)
    {
        var list = Phrase.List(words);
        return new($"可以写:{list.Zh}。", $"It may be: {list.En}.");
    }

    /// <summary>Damerau–Levenshtein distance (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
