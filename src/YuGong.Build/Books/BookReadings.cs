using YuGong.Api;

namespace YuGong.Build.Books;

/// <summary>How words of an index are read, in letters: by the theme's table of readings, and by what the book says of its own.</summary>
/// <param name="own">Words and their readings: <c>长乐 chang le</c>.</param>
internal sealed class BookReadings(SearchTables tables, IReadOnlyList<string> own)
{
    private readonly (string Word, string Reading)[] otherwise =
        [.. own.Select(o => o.Split(' ', 2, StringSplitOptions.TrimEntries)).Where(o => o.Length == 2).Select(o => (o[0], o[1]))];

    /// <param name="said">What an editor wrote of it.</param>
    public string Of(string word, string? said, bool isPerson)
    {
        if (said is not null || isPerson)
        {
            return First(word, said, isPerson);
        }

        var syllables = new List<string>();
        for (var at = 0; at < word.Length;)
        {
            var known = Array.Find(otherwise, o => string.CompareOrdinal(word, at, o.Word, 0, o.Word.Length) == 0);
            var part = known.Word ?? word[at].ToString();
            var reading = known.Reading ?? (char.IsAsciiLetterOrDigit(word[at]) ? part.ToLowerInvariant() : First(part, null, false));
            syllables.AddRange(reading.Length > 0 ? [reading] : []);
            at += part.Length;
        }

        return string.Join(' ', syllables);
    }

    /// <summary>Of several readings the usual one.</summary>
    private string First(string word, string? said, bool isPerson) =>
        string.Join(' ', tables.Pinyin.Value.Readings(word, said, isPerson).Split(' ').Select(s => s.Split('/')[0]));
}
