namespace YuGong.Api;

/// <summary>Letters that may spell a name: whole syllables, begun ones, or their first letters. The same in search.js.</summary>
public static class PinyinQuery
{
    private const int Shortest = 2, Longest = 24;

    /// <summary>The letters of a query, ü as v; null when it is no spelling.</summary>
    public static string? Letters(string query)
    {
        var letters = new char[Math.Min(query.Length, Longest + 1)];
        var count = 0;
        foreach (var c in query)
        {
            var narrow = char.ToLowerInvariant(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
            var letter = narrow == 'ü' ? 'v' : narrow;
            if (letter is '\'' or '’' or '-' or ' ' or '\u00a0' or '\u3000' or '\t' or '\n' or '\r')
            {
                continue;
            }

            if (letter is < 'a' or > 'z' || count == Longest)
            {
                return null;
            }

            letters[count++] = letter;
        }

        return count < Shortest ? null : new(letters, 0, count);
    }

    /// <summary>The syllable from which on the letters spell the readings; below 0 for none.</summary>
    /// <param name="readings">As <see cref="PinyinTable.Readings"/> gives them.</param>
    public static int Find(string letters, string readings)
    {
        if (readings.Length == 0)
        {
            return -1;
        }

        var syllables = readings.Split(' ').Select(s => s.Split('/')).ToArray();
        return Array.FindIndex([.. syllables.Select((_, i) => i)], at => Spells(letters, syllables, at));
    }

    private static bool Spells(string letters, string[][] syllables, int at) =>
        letters.Length == 0 || (at < syllables.Length && syllables[at].Any(reading =>
            (letters.StartsWith(reading, StringComparison.Ordinal) && Spells(letters[reading.Length..], syllables, at + 1))
            || reading.StartsWith(letters, StringComparison.Ordinal)
            || (letters.Length > 1 && reading.Length > 0 && letters[0] == reading[0] && Spells(letters[1..], syllables, at + 1))));
}
